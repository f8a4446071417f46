// SPDX-License-Identifier: GPL-3.0-or-later
// How long a graph of 2000 layers takes from the parsed model to the picture, and how long a frame
// takes while it is panned and zoomed, in the real window (give QT_QPA_PLATFORM=offscreen where
// there is no display). Prints JSON. Fails where laying out and drawing takes longer than reading
// the model, or where a frame takes more than so many times what drawing 2000 labelled boxes takes
// a plain painter: bench_graph [TIMES].
#include "core/model/onnx_io.h"
#include "gui/app/main_window.h"
#include "gui/graph/graph_view.h"
#include "gui/panels/graph_panel.h"
#include "tests/core/model/graph_making.h"
#include "tests/gui/event_loop_watch.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

constexpr int kBlocks = 499; // of four layers each; with stem, input and head 2000 nodes
constexpr int kChannels = 8;
constexpr int kFrames = 120;
constexpr int kPatienceMs = 240000;

/// Inverted residual blocks in stages, as mobile networks have them, named as exporters name them.
class NetworkMaker
{
public:
    NetworkMaker()
    {
        m_maker.input("image", {1, 3, 16, 16});
        convolution("stem", "image", {kChannels, 3, 3, 3}, true, 1);
        std::string x = "stem/Relu";
        for (int block = 0; block < kBlocks; ++block) {
            const std::string name =
                "stage" + std::to_string(block / 50) + "/block" + std::to_string(block) + "/";
            convolution(name + "expand", x, {kChannels, kChannels, 1, 1}, true, 1);
            convolution(name + "depthwise", name + "expand/Relu", {kChannels, 1, 3, 3}, true,
                        kChannels);
            convolution(name + "project", name + "depthwise/Relu", {kChannels, kChannels, 1, 1},
                        false, 1);
            m_maker.node("Add", {x, name + "project/Conv"}, {name + "Add"});
            x = name + "Add";
        }
        m_maker.node("GlobalAveragePool", {x}, {"head/Pool"});
        m_maker.node("Flatten", {"head/Pool"}, {"scores"});
        m_maker.output("scores");
    }

    [[nodiscard]] model::Graph graph() const { return m_maker.graph(); }

private:
    void convolution(const std::string& name, const std::string& input, const Shape& shape,
                     bool isActivated, std::int64_t group)
    {
        std::normal_distribution<float> normal(0.0F, 0.05F);
        std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
        std::ranges::generate(values, [&] { return normal(m_random); });
        m_maker.weights(name + "/weight", shape, values);
        const std::int64_t pad = shape[2] / 2;
        m_maker.node("Conv", {input, name + "/weight"}, {name + "/Conv"},
                     {{"group", group}, {"pads", std::vector<std::int64_t>{pad, pad, pad, pad}}});
        if (isActivated) {
            m_maker.node("Relu", {name + "/Conv"}, {name + "/Relu"});
        }
    }

    model::GraphMaker m_maker;
    std::mt19937 m_random{1};
};

/// Counts what is painted, so that no frame is timed that did not happen.
class PaintCount : public QObject
{
public:
    int count = 0;

    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

struct Frames
{
    double median = 0.0;
    double worst = 0.0;
};

Frames measure(QWidget& viewport, const std::function<void(int)>& change)
{
    PaintCount paints;
    viewport.installEventFilter(&paints);
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        QElapsedTimer clock;
        clock.start();
        change(frame);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    if (paints.count < kFrames) {
        std::fprintf(stderr, "bench_graph: only %d of %d frames were painted\n", paints.count,
                     kFrames);
        std::exit(2);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

/// Back and forth over the whole graph in steps of 60 pixels.
Frames pan(GraphView& view)
{
    QScrollBar& bar = *view.verticalScrollBar();
    return measure(*view.viewport(), [&bar](int frame) {
        const int range = std::max(1, bar.maximum() - bar.minimum());
        const int at = frame * std::max(60, range / kFrames / 2) % (2 * range);
        bar.setValue(bar.minimum() + (at <= range ? at : 2 * range - at));
    });
}

Frames zoom(GraphView& view)
{
    return measure(*view.viewport(),
                   [&view](int frame) { view.zoomBy(frame / 15 % 2 == 0 ? 1.25 : 0.8); });
}

void print(const char* name, const Frames& frames)
{
    std::printf(", \"%sMedianMs\": %.2f, \"%sWorstMs\": %.2f", name, frames.median, name,
                frames.worst);
}

/// Milliseconds that a painter takes for as many labelled boxes as the graph has nodes.
double plainDrawing(const QWidget& viewport, std::size_t boxes)
{
    QImage image(viewport.size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        QElapsedTimer clock;
        clock.start();
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (std::size_t box = 0; box < boxes; ++box) {
            const auto at = static_cast<int>(box);
            const QRectF place(at % 40 * 25, at / 40 * 16, 22, 13);
            painter.drawRoundedRect(place, 3, 3);
            painter.drawText(place, Qt::AlignCenter, QStringLiteral("Conv"));
        }
        painter.end();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

} // namespace

int main(int argc, char** argv)
{
    EventLoopWatch application(argc, argv);
    applyAppearance(Appearance::Light);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("large.onnx")).toStdString();
    if (const Status written = model::writeOnnx(NetworkMaker().graph(), file); !written) {
        std::fprintf(stderr, "bench_graph: %s\n", toString(written.error()).c_str());
        return 2;
    }
    MainWindow window(false);
    window.resize(1920, 1080);
    window.show();
    GraphPanel& graph = window.graph();
    QElapsedTimer parsing;
    double openMs = -1.0;
    double parseMs = -1.0;
    // The first that the window hears of the model.
    QObject::connect(&window.workbench().layers(), &QAbstractItemModel::modelAboutToBeReset,
                     &window, [&] { parseMs = static_cast<double>(parsing.elapsed()); });
    const auto drawn = QObject::connect(&graph, &GraphPanel::layoutDone, &window, [&] {
        window.repaint();
        openMs = static_cast<double>(parsing.elapsed()) - parseMs;
    });
    OpenRequest request;
    request.model.file = file;
    parsing.start();
    application.start();
    window.open(request);
    if (!waitFor([&] { return openMs >= 0.0 && !window.workbench().isBusy(); })) {
        std::fprintf(stderr, "bench_graph: the model was not opened\n");
        return 2;
    }
    QObject::disconnect(drawn); // other layouts follow below, and are not the opening
    application.stop();
    std::fprintf(stderr, "%s\n", qPrintable(application.report(30.0)));
    QElapsedTimer outlining; // the window has it done by the job that parses
    outlining.start();
    const ModelOutline outline = makeOutline(*window.workbench().session().modelInfo()->layers);
    openMs += static_cast<double>(outlining.elapsed());
    window.resizeDocks({window.findChild<QDockWidget*>(QStringLiteral("graph")),
                        window.findChild<QDockWidget*>(QStringLiteral("layers"))},
                       {70, 30}, Qt::Horizontal);
    QCoreApplication::processEvents();
    GraphView& view = graph.view();
    std::printf("{\"nodes\": %zu, \"edges\": %zu, \"viewWidth\": %d, \"viewHeight\": %d, "
                "\"parseMs\": %.0f, \"openMs\": %.0f, \"longestStallMs\": %.0f",
                outline.entries.size(), outline.edges.size(), view.viewport()->width(),
                view.viewport()->height(), parseMs, openMs,
                application.longest().empty() ? 0.0 : application.longest().front().ms);
    double median = 0.0;
    const auto report = [&](const char* name, const Frames& frames) {
        print(name, frames);
        median = std::max(median, frames.median);
    };
    view.setZoom(1.0);
    report("panClose", pan(view));
    view.setZoom(0.4);
    report("panHalf", pan(view));
    view.fitAll();
    view.zoomBy(2.0);
    report("panFar", pan(view));
    view.fitAll();
    report("zoomFar", zoom(view));
    view.setZoom(0.3);
    report("zoomClose", zoom(view));
    graph.setDetail(GraphDetail::Operators);
    waitFor([&] { return !graph.isLayingOut(); });
    view.fitAll();
    report("zoomOperators", zoom(view));
    const double plain = plainDrawing(*view.viewport(), outline.entries.size());
    std::printf(", \"plainDrawingMs\": %.2f}\n", plain);
    const double times = argc > 1 ? std::atof(argv[1]) : 0.0;
    return times > 0.0 && (median > times * plain || openMs > parseMs) ? 1 : 0;
}
