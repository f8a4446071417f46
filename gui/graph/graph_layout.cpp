// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_layout.h"

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
constexpr std::size_t kLargeGraph = 2000;
constexpr int kPollMs = 30;

std::string message(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui::GraphLayout", text).toStdString();
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

using EdgeKey = std::pair<OutlineId, OutlineId>;

std::map<EdgeKey, std::vector<std::size_t>> edgesByEnds(const ModelOutline& outline)
{
    std::map<EdgeKey, std::vector<std::size_t>> byEnds;
    for (std::size_t i = outline.edges.size(); i-- > 0;) {
        byEnds[{outline.edges[i].from, outline.edges[i].to}].push_back(i);
    }
    return byEnds;
}

tl::unexpected<Error> dotFailed(const QString& detail)
{
    return fail(ErrorCode::EngineFailure,
                message("the graph could not be laid out: dot failed") +
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

QByteArray toDot(const ModelOutline& outline)
{
    QByteArray text = "digraph model {\nrankdir=TB; nodesep=0.25; ranksep=0.3;\n";
    if (outline.entries.size() > kLargeGraph) {
        text += "splines=line; nslimit=1; nslimit1=1; mclimit=0.2;\n";
    }
    text += "node [shape=box, fixedsize=true, label=\"\", width=" + inches(kNodeSize.width()) +
            ", height=" + inches(kNodeSize.height()) + "];\nedge [arrowhead=none];\n";
    for (std::size_t i = 0; i < outline.entries.size(); ++i) {
        text += "n" + QByteArray::number(static_cast<qulonglong>(i)) + ";\n";
    }
    for (const OutlineEdge& edge : outline.edges) {
        text += "n" + QByteArray::number(edge.from) + " -> n" + QByteArray::number(edge.to) + ";\n";
    }
    return text + "}\n";
}

Result<GraphLayout> parsePlain(const QByteArray& plain, const ModelOutline& outline)
{
    GraphLayout layout;
    layout.centers.resize(outline.entries.size());
    auto unplaced = edgesByEnds(outline);
    std::size_t placed = 0;
    double height = 0.0;
    for (const QByteArray& text : plain.split('\n')) {
        const PlainLine line(text);
        if (line.word(0) == "graph") {
            height = line.word(3).toDouble();
        } else if (line.word(0) == "node") {
            const int id = line.node(1, outline.entries.size());
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
                {line.node(1, outline.entries.size()), line.node(2, outline.entries.size())});
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
    if (placed != outline.entries.size() || layout.edges.size() != outline.edges.size()) {
        return dotFailed(u"incomplete answer"_s);
    }
    return layout;
}

Result<GraphLayout> layoutGraph(const ModelOutline& outline, const JobContext& context)
{
    const QString program = QStandardPaths::findExecutable(u"dot"_s);
    if (program.isEmpty()) {
        return fail(ErrorCode::Unsupported,
                    message("the graph is drawn with Graphviz's program dot, which is not "
                            "installed; install the package graphviz and open the model again"),
                    "Graphviz");
    }
    const Result<QByteArray> plain = runDot(program, toDot(outline), context);
    return plain ? parsePlain(*plain, outline) : Result<GraphLayout>(failFrom(plain));
}

} // namespace quantoscope::gui
