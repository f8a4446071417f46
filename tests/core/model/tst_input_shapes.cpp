// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/input_shapes.h"
#include "graph_making.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

/// Two inputs [N, 3, height, width] and [N, 8], one inner tensor with a stated shape.
Graph dynamicGraph()
{
    Graph graph = GraphMaker()
                      .input("image", {kDynamic, 3, kDynamic, kDynamic})
                      .input("extra", {kDynamic, 8})
                      .node("Relu", {"image"}, {"y"})
                      .shape("y", {kDynamic, 3, kDynamic, kDynamic})
                      .output("y")
                      .output("extra")
                      .graph();
    graph.tensor(graph.inputs[0]).dimensionNames = {"N", "", "height", "width"};
    graph.tensor(graph.inputs[1]).dimensionNames = {"N", ""};
    return graph;
}

} // namespace

class TestInputShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixesByName();
    void fixesByInput();
    void refuses_data();
    void refuses();
    void batches();
};

void TestInputShapes::fixesByName()
{
    const auto fixed = fixDimensions(dynamicGraph(), {{{"height", 32}, {"width", 48}}, {}});
    QVERIFY(fixed);
    const TensorInfo& image = fixed->tensor(fixed->inputs[0]);
    QCOMPARE(*image.shape, (Shape{kDynamic, 3, 32, 48}));
    QCOMPARE(image.dimensionNames, (std::vector<std::string>{"N", "", "", ""}));
    QVERIFY(!fixed->tensor(*fixed->findTensor("y")).shape);
    QVERIFY(hasDynamicBatch(*fixed));
}

void TestInputShapes::fixesByInput()
{
    const auto fixed = fixDimensions(dynamicGraph(), {{{"N", 2}}, {{"image", {2, 3, 16, 24}}}});
    QVERIFY(fixed);
    QCOMPARE(*fixed->tensor(fixed->inputs[0]).shape, (Shape{2, 3, 16, 24}));
    QCOMPARE(*fixed->tensor(fixed->inputs[1]).shape, (Shape{2, 8}));
    QVERIFY(!hasDynamicBatch(*fixed));
}

void TestInputShapes::refuses_data()
{
    QTest::addColumn<FixedDimensions>("fixed");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, FixedDimensions fixed, ErrorCode code, const char* part) {
        QTest::newRow(name) << fixed << code << QString::fromLatin1(part);
    };
    row("nothing", {}, ErrorCode::Unsupported, "image: axis 2 ('height')");
    row("width left", {{{"height", 8}}, {}}, ErrorCode::Unsupported, "axis 3 ('width')");
    row("unknown name", {{{"depth", 8}}, {}}, ErrorCode::InvalidArgument,
        "'depth'; it has 'N', 'height', 'width'");
    row("zero", {{{"height", 0}}, {}}, ErrorCode::InvalidArgument, "at least 1");
    row("unknown input", {{}, {{"picture", {1}}}}, ErrorCode::InvalidArgument,
        "'picture'; it has 'image', 'extra'");
    row("wrong rank", {{}, {{"image", {3, 8, 8}}}}, ErrorCode::InvalidArgument, "?x3x?x?");
    row("contradiction", {{}, {{"image", {1, 4, 8, 8}}}}, ErrorCode::ShapeMismatch, "1x4x8x8");
    row("negative", {{}, {{"image", {1, 3, -7, 8}}}}, ErrorCode::InvalidArgument, "at least 1");
}

void TestInputShapes::refuses()
{
    QFETCH(FixedDimensions, fixed);
    QFETCH(QString, part);
    const auto result = fixDimensions(dynamicGraph(), fixed);
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    const QString text = QString::fromStdString(toString(result.error()));
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestInputShapes::batches()
{
    const Graph graph = withBatch(dynamicGraph(), 4);
    QCOMPARE(graph.tensor(graph.inputs[0]).shape->front(), std::int64_t{4});
    QCOMPARE(*graph.tensor(graph.inputs[1]).shape, (Shape{4, 8}));
    QCOMPARE(*withBatch(graph, 9).tensor(graph.inputs[1]).shape, (Shape{4, 8}));
    QVERIFY(!graph.tensor(*graph.findTensor("y")).shape);
}

QTEST_GUILESS_MAIN(TestInputShapes)
#include "tst_input_shapes.moc"
