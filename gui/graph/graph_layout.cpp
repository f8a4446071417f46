// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_layout.h"

#include "gui/graph/layered_layout.h"
#include "gui/graph/node_picture.h"

#include <QCoreApplication>
#include <QList>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <map>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr int kPollMs = 30;

std::string message(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text).toStdString();
}

QByteArray inches(double units)
{
    return QByteArray::number(units / kPointsPerInch, 'f', 4);
}

/// One line of dot's plain format: words apart by spaces; ours hold none.
class PlainLine
{
public:
    explicit PlainLine(const QByteArray& line) : m_words(line.simplified().split(' ')) {}

    [[nodiscard]] QByteArray word(qsizetype index) const { return m_words.value(index); }
    [[nodiscard]] int integer(qsizetype index) const { return word(index).toInt(); }
    /// "n12" -> 12; -1 when it is no such name or out of range.
    [[nodiscard]] int node(qsizetype index, std::size_t count) const
    {
        bool ok = false;
        const int id = word(index).mid(1).toInt(&ok);
        return ok && id >= 0 && static_cast<std::size_t>(id) < count ? id : -1;
    }
    /// Two numbers in inches with y upwards -> scene units with y downwards.
    [[nodiscard]] QPointF point(qsizetype index, double height) const
    {
        return {word(index).toDouble() * kPointsPerInch,
                (height - word(index + 1).toDouble()) * kPointsPerInch};
    }

private:
    QList<QByteArray> m_words;
};

using EdgeKey = std::pair<int, int>; ///< nodes

std::map<EdgeKey, std::vector<std::size_t>> edgesByEnds(const GraphDrawing& drawing)
{
    std::map<EdgeKey, std::vector<std::size_t>> byEnds;
    for (std::size_t i = drawing.edges.size(); i-- > 0;) {
        byEnds[{drawing.edges[i].from, drawing.edges[i].to}].push_back(i);
    }
    return byEnds;
}

tl::unexpected<Error> dotFailed(const QString& detail)
{
    return fail(ErrorCode::EngineFailure,
                message(QT_TRANSLATE_NOOP("quantoscope::gui",
                                          "the graph could not be laid out: dot failed")) +
                    (detail.isEmpty() ? std::string() : " (" + detail.toStdString() + ")"),
                "Graphviz");
}

Result<QByteArray> runDot(const QString& program, const QByteArray& text, const JobContext& context)
{
    QProcess dot;
    dot.start(program, {u"-Tplain"_s});
    if (!dot.waitForStarted()) {
        return dotFailed(dot.errorString());
    }
    dot.write(text);
    dot.closeWriteChannel();
    while (dot.state() != QProcess::NotRunning && !dot.waitForFinished(kPollMs)) {
        if (context.cancelled()) {
            dot.kill();
            dot.waitForFinished();
            return cancelledError();
        }
    }
    if (dot.exitStatus() != QProcess::NormalExit || dot.exitCode() != 0) {
        return dotFailed(QString::fromLocal8Bit(dot.readAllStandardError()).trimmed());
    }
    return dot.readAllStandardOutput();
}

} // namespace

QByteArray toDot(const GraphDrawing& drawing)
{
    QByteArray text = "digraph model {\nrankdir=TB; nodesep=" + inches(kNodeGap) +
                      "; ranksep=" + inches(kRowGap) + ";\n";
    text += "node [shape=box, fixedsize=true, label=\"\", width=" + inches(kNodeSize.width()) +
            ", height=" + inches(kNodeSize.height()) + "];\nedge [arrowhead=none];\n";
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        text += "n" + QByteArray::number(static_cast<qulonglong>(i)) + ";\n";
    }
    for (const OutlineEdge& edge : drawing.edges) {
        text += "n" + QByteArray::number(edge.from) + " -> n" + QByteArray::number(edge.to) + ";\n";
    }
    return text + "}\n";
}

Result<GraphLayout> parsePlain(const QByteArray& plain, const GraphDrawing& drawing)
{
    GraphLayout layout;
    layout.centers.resize(drawing.nodes.size());
    auto unplaced = edgesByEnds(drawing);
    std::size_t placed = 0;
    double height = 0.0;
    for (const QByteArray& text : plain.split('\n')) {
        const PlainLine line(text);
        if (line.word(0) == "graph") {
            height = line.word(3).toDouble();
        } else if (line.word(0) == "node") {
            const int id = line.node(1, drawing.nodes.size());
            if (id < 0) {
                return dotFailed(QString::fromUtf8(text));
            }
            const QPointF center = line.point(2, height);
            layout.centers[static_cast<std::size_t>(id)] = center;
            layout.bounds |=
                QRectF(center - QPointF(kNodeSize.width() / 2, kNodeSize.height() / 2), kNodeSize);
            ++placed;
        } else if (line.word(0) == "edge") {
            auto found = unplaced.find(
                {line.node(1, drawing.nodes.size()), line.node(2, drawing.nodes.size())});
            if (found == unplaced.end() || found->second.empty()) {
                return dotFailed(QString::fromUtf8(text));
            }
            GraphLayout::Edge edge{found->second.back(), {}};
            found->second.pop_back();
            for (int i = 0; i < line.integer(3); ++i) {
                edge.points.push_back(line.point(4 + 2 * i, height));
            }
            layout.edges.push_back(std::move(edge));
        }
    }
    if (placed != drawing.nodes.size() || layout.edges.size() != drawing.edges.size()) {
        return dotFailed(u"incomplete answer"_s);
    }
    return layout;
}

Result<GraphLayout> layoutGraph(const GraphDrawing& drawing, const JobContext& context)
{
    const QString program = QStandardPaths::findExecutable(u"dot"_s);
    if (program.isEmpty() || drawing.nodes.size() > kMostDotNodes) {
        return layeredLayout(drawing, context);
    }
    const Result<QByteArray> plain = runDot(program, toDot(drawing), context);
    return plain ? parsePlain(*plain, drawing) : Result<GraphLayout>(failFrom(plain));
}

} // namespace quantoscope::gui
