// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layers.h"
#include "graph_making.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

/// Conv of 2 to 4 channels, 1x1, on 8x8: 4 * 64 outputs * 2 = 512 products, 8 weights.
GraphMaker convMaker(const std::string& output = "c")
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 2, 8, 8})
        .weights("w", {4, 2, 1, 1})
        .node("Conv", {"x", "w"}, {output})
        .shape(output, {kDynamic, 4, 8, 8});
    return maker;
}

QByteArray described(const GraphMaker& maker)
{
    const auto model = buildLayers(std::make_shared<const Graph>(compacted(maker.graph())));
    return model ? layersAsText(*model) : QByteArray::fromStdString(model.error().message);
}

QByteArray sites(const GraphMaker& maker)
{
    const auto model = buildLayers(std::make_shared<const Graph>(compacted(maker.graph())));
    return model ? sitesAsText(*model) : QByteArray::fromStdString(model.error().message);
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absorbsActivation_data();
    void absorbsActivation();
    void absorbsBias();
    void keepsSharedOutputsApart();
    void weightKinds();
    void macsOfFixedBatch();
    void macsOfMixedBatch();
    void residualBlock();
    void movementSharesItsSource();
    void unreadOutputsCarryNoQuantizer();
    void shapesAndIntegersCarryNone();
    void nonNegative();
    void unknownTypesAreRefused();
};

void TestLayers::absorbsActivation_data()
{
    QTest::addColumn<GraphMaker>("maker");
    QTest::addColumn<QByteArray>("absorbed"); // operators behind the Conv, empty for a layer alone

    const auto row = [](const char* name, const GraphMaker& maker, const char* absorbed) {
        QTest::newRow(name) << maker << QByteArray(absorbed);
    };
    const auto conv = [] {
        return convMaker()
            .weights("zero", {}, {0.0F})
            .weights("six", {}, {6.0F})
            .weights("slope", {4, 1, 1});
    };
    row("Relu", conv().node("Relu", {"c"}, {"y"}), "Relu");
    row("Clip", conv().node("Clip", {"c", "zero", "six"}, {"y"}), "Clip");
    row("Clip of one limit", conv().node("Clip", {"c", "", "six"}, {"y"}), "Clip");
    row("LeakyRelu", conv().node("LeakyRelu", {"c"}, {"y"}), "LeakyRelu");
    row("PRelu", conv().node("PRelu", {"c", "slope"}, {"y"}), "PRelu");
    row("HardSwish", conv().node("HardSwish", {"c"}, {"y"}), "HardSwish");
    row("Mish", conv().node("Mish", {"c"}, {"y"}), "Mish");
    row("Max and Min", conv().node("Max", {"c", "zero"}, {"a"}).node("Min", {"six", "a"}, {"y"}),
        "Max Min");
    row("Relu and Min", conv().node("Relu", {"c"}, {"a"}).node("Min", {"a", "six"}, {"y"}),
        "Relu Min");
    row("SiLU", conv().node("Sigmoid", {"c"}, {"s"}).node("Mul", {"c", "s"}, {"y"}), "Sigmoid Mul");
    row("SiLU mirrored", conv().node("Sigmoid", {"c"}, {"s"}).node("Mul", {"s", "c"}, {"y"}),
        "Sigmoid Mul");
    row("x * HardSigmoid", conv().node("HardSigmoid", {"c"}, {"s"}).node("Mul", {"c", "s"}, {"y"}),
        "HardSigmoid Mul");
    row("x * Tanh(Softplus)",
        conv()
            .node("Softplus", {"c"}, {"p"})
            .node("Tanh", {"p"}, {"t"})
            .node("Mul", {"c", "t"}, {"y"}),
        "Softplus Tanh Mul");
    row("x * relu6(x + 3) / 6",
        conv()
            .weights("three", {}, {3.0F})
            .node("Add", {"c", "three"}, {"a"})
            .node("Clip", {"a", "zero", "six"}, {"b"})
            .node("Div", {"b", "six"}, {"d"})
            .node("Mul", {"c", "d"}, {"y"}),
        "Add Clip Div Mul");

    row("x * relu6(x + 3), divided last",
        conv()
            .weights("three", {}, {3.0F})
            .node("Add", {"c", "three"}, {"a"})
            .node("Clip", {"a", "zero", "six"}, {"b"})
            .node("Mul", {"c", "b"}, {"m"})
            .node("Div", {"m", "six"}, {"y"}),
        "Add Clip Mul Div");
    const auto half = [&conv] {
        return conv()
            .weights("half", {}, {0.5F})
            .weights("one", {}, {1.0F})
            .weights("root", {}, {1.4142135F});
    };
    const auto erf = [&half] {
        return half()
            .node("Div", {"c", "root"}, {"d"})
            .node("Erf", {"d"}, {"e"})
            .node("Add", {"e", "one"}, {"a"});
    };
    row("Gelu", conv().node("Gelu", {"c"}, {"y"}), "Gelu");
    row("GELU, halved last", erf().node("Mul", {"c", "a"}, {"m"}).node("Mul", {"m", "half"}, {"y"}),
        "Div Erf Add Mul Mul");
    row("GELU, halved first",
        erf().node("Mul", {"half", "c"}, {"h"}).node("Mul", {"h", "a"}, {"y"}),
        "Div Erf Add Mul Mul");
    row("GELU by Tanh",
        half()
            .weights("three", {}, {3.0F})
            .node("Pow", {"c", "three"}, {"p"})
            .node("Mul", {"p", "root"}, {"q"})
            .node("Add", {"c", "q"}, {"r"})
            .node("Mul", {"r", "root"}, {"s"})
            .node("Tanh", {"s"}, {"t"})
            .node("Add", {"t", "one"}, {"u"})
            .node("Mul", {"c", "half"}, {"h"})
            .node("Mul", {"h", "u"}, {"y"}),
        "Pow Mul Add Mul Tanh Add Mul Mul");
    row("x * sigmoid(a x)",
        half()
            .node("Mul", {"c", "root"}, {"s"})
            .node("Sigmoid", {"s"}, {"t"})
            .node("Mul", {"c", "t"}, {"y"}),
        "Mul Sigmoid Mul");
    row("SiLU, scaled and shifted",
        half()
            .node("Sigmoid", {"c"}, {"s"})
            .node("Mul", {"c", "s"}, {"m"})
            .node("Mul", {"half", "m"}, {"n"})
            .node("Add", {"n", "one"}, {"y"}),
        "Sigmoid Mul Mul Add");

    row("square", conv().node("Mul", {"c", "c"}, {"y"}), "");
    row("gate beside a vector",
        conv()
            .node("Sigmoid", {"c"}, {"s"})
            .node("Mul", {"s", "slope"}, {"m"})
            .node("Mul", {"c", "m"}, {"y"}),
        "");
    row("Sigmoid alone", conv().node("Sigmoid", {"c"}, {"y"}), "");
    row("Softmax", conv().node("Softmax", {"c"}, {"y"}), "");
    row("Tanh", conv().node("Tanh", {"c"}, {"y"}), "");
    row("computed slope", conv().input("s", {4, 1, 1}).node("PRelu", {"c", "s"}, {"y"}), "");
    row("gate with a third reader",
        conv()
            .node("Sigmoid", {"c"}, {"s"})
            .node("Mul", {"c", "s"}, {"y"})
            .node("Exp", {"c"}, {"z"})
            .output("z"),
        "");
    row("gate of another tensor",
        conv().node("Sigmoid", {"x"}, {"s"}).node("Mul", {"c", "s"}, {"y"}), "");
    row("gate that is an output",
        conv().node("Sigmoid", {"c"}, {"s"}).node("Mul", {"c", "s"}, {"y"}).output("s"), "");
}

void TestLayers::absorbsActivation()
{
    QFETCH(GraphMaker, maker);
    QFETCH(QByteArray, absorbed);
    maker.output("y");
    const auto model = buildLayers(std::make_shared<const Graph>(compacted(maker.graph())));
    QVERIFY(model);
    const Layer* layer = model->findLayer("c_node");
    QVERIFY(layer != nullptr);
    QByteArrayList operators;
    for (const Absorbed& one : layer->absorbed) {
        operators.append(QByteArray::fromStdString(one.opType));
    }
    QCOMPARE(operators.join(' '), absorbed);
    QCOMPARE(layer->nodes.size(), layer->absorbed.size() + 1);
    std::size_t nodes = 0;
    for (const Layer& each : model->layers) {
        nodes += each.nodes.size();
    }
    QCOMPARE(nodes, model->graph->nodes.size()); // every node in exactly one layer
}

void TestLayers::absorbsBias()
{
    auto conv = convMaker().weights("b", {1, 4, 1, 1}).node("Add", {"b", "c"}, {"a"});
    QCOMPARE(described(conv.node("Relu", {"a"}, {"y"}).output("y")),
             QByteArray("Conv c_node: x -> y weight w axis 0 bias b macs 512 parameters 12\n"
                        "    Add a_node\n"
                        "    Relu y_node\n"));
    auto along = convMaker().weights("b", {8}).node("Add", {"c", "b"}, {"y"}).output("y");
    QCOMPARE(described(along), // eight values along the width: no bias
             QByteArray("Conv c_node: x -> c weight w axis 0 bias - macs 512 parameters 8\n"
                        "Arithmetic y_node: c -> y\n"));
    GraphMaker product;
    product.input("x", {kDynamic, 7, 3}).weights("w", {3, 5}).weights("b", {5});
    product.node("MatMul", {"x", "w"}, {"m"}).shape("m", {kDynamic, 7, 5});
    product.node("Add", {"m", "b"}, {"y"}).output("y");
    QCOMPARE(described(product),
             QByteArray("MatMul m_node: x -> y weight w axis 1 bias b macs 105 parameters 20\n"
                        "    Add y_node\n"));
}

void TestLayers::keepsSharedOutputsApart()
{
    auto maker = convMaker().node("Relu", {"c"}, {"y"}).output("y").output("c");
    QCOMPARE(described(maker),
             QByteArray("Conv c_node: x -> c weight w axis 0 bias - macs 512 parameters 8\n"
                        "Other y_node: c -> y\n"));
}

void TestLayers::weightKinds()
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 4, 8, 8})
        .input("rows", {7, 5})
        .weights("wd", {4, 1, 3, 3})
        .weights("wt", {4, 3, 2, 2})
        .weights("bt", {6})
        .weights("wg", {10, 5})
        .weights("bg", {1, 10})
        .weights("wl", {2, 7})
        .node("Conv", {"x", "wd"}, {"d"}, {{"group", std::int64_t{4}}})
        .shape("d", {kDynamic, 4, 6, 6})
        .node("ConvTranspose", {"d", "wt", "bt"}, {"t"}, {{"group", std::int64_t{2}}})
        .shape("t", {kDynamic, 6, 7, 7})
        .node("Gemm", {"rows", "wg", "bg"}, {"g"}, {{"transB", std::int64_t{1}}})
        .shape("g", {7, 10})
        .node("MatMul", {"wl", "g"}, {"l"})
        .shape("l", {2, 10})
        .output("t")
        .output("l");
    // 4*6*6 outputs * 9; 4*6*6 inputs * 3*4; 7*10*5; 2*10*7
    QCOMPARE(
        described(maker),
        QByteArray("DepthwiseConv d_node: x -> d weight wd axis 0 bias - macs 1296 parameters 36\n"
                   "ConvTranspose t_node: d -> t weight wt axis 1 bias bt macs 1728 parameters 54\n"
                   "Gemm g_node: rows -> g weight wg axis 0 bias bg macs 350 parameters 60\n"
                   "MatMul l_node: g -> l weight wl axis 0 bias - macs 140 parameters 14\n"));
}

void TestLayers::macsOfFixedBatch()
{
    const auto graph = [](std::int64_t batch) {
        GraphMaker maker;
        maker.input("x", {batch, 2, 8, 8}).weights("w", {4, 2, 1, 1});
        maker.node("Conv", {"x", "w"}, {"y"}).shape("y", {batch, 4, 8, 8}).output("y");
        return std::make_shared<const Graph>(maker.graph());
    };
    for (const std::int64_t batch : {kDynamic, std::int64_t{1}, std::int64_t{16}}) {
        QCOMPARE(buildLayers(graph(batch))->macs, std::int64_t{512});
    }
}

/// Attention flattens 4 tokens of each picture into axis 0: 4 * 3 outputs of 2 products.
void TestLayers::macsOfMixedBatch()
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 2}).weights("w", {2, 3});
    maker.node("MatMul", {"x", "w"}, {"y"}).shape("y", {kDynamic, 3}).output("y");
    Graph graph = maker.graph();
    QCOMPARE(buildLayers(std::make_shared<const Graph>(graph))->macs, std::int64_t{6});
    graph.tensor(*graph.findTensor("y")).sampleShape = Shape{4, 3};
    QCOMPARE(buildLayers(std::make_shared<const Graph>(graph))->macs, std::int64_t{24});
}

void TestLayers::residualBlock()
{
    auto maker = convMaker("a")
                     .node("Relu", {"a"}, {"b"})
                     .weights("v", {4, 4, 1, 1})
                     .node("Conv", {"b", "v"}, {"c"})
                     .shape("c", {kDynamic, 4, 8, 8})
                     .node("Add", {"b", "c"}, {"s"})
                     .node("Relu", {"s"}, {"r"})
                     .node("GlobalAveragePool", {"r"}, {"p"})
                     .node("Softmax", {"p"}, {"y"})
                     .output("y");
    QCOMPARE(described(maker),
             QByteArray("Conv a_node: x -> b weight w axis 0 bias - macs 512 parameters 8\n"
                        "    Relu b_node\n"
                        "Conv c_node: b -> c weight v axis 0 bias - macs 1024 parameters 16\n"
                        "Arithmetic s_node: b c -> r\n"
                        "    Relu r_node\n"
                        "Arithmetic p_node: r -> p\n"
                        "Other y_node: p -> y\n"));
    QCOMPARE(sites(maker), QByteArray("x (input)\n"
                                      "b >= 0 (a_node)\n"
                                      "c (c_node)\n"
                                      "r >= 0 (s_node)\n"
                                      "p >= 0 (p_node)\n"));
}

void TestLayers::movementSharesItsSource()
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 8, 8, 2})
        .node("Transpose", {"x"}, {"t"})
        .weights("w", {4, 2, 1, 1})
        .node("Conv", {"t", "w"}, {"c"})
        .node("Relu", {"c"}, {"a"})
        .node("MaxPool", {"a"}, {"m"})
        .node("Flatten", {"m"}, {"f"})
        .weights("v", {64, 3})
        .node("MatMul", {"f", "v"}, {"y"})
        .output("y");
    QCOMPARE(sites(maker), QByteArray("x (input)\n"
                                      "a >= 0 (c_node)\n"));
}

void TestLayers::unreadOutputsCarryNoQuantizer()
{
    auto maker =
        convMaker().integers("s", {-1, 256}).node("Reshape", {"c", "s"}, {"y"}).output("y");
    QCOMPARE(sites(maker), QByteArray("x (input)\n"));
    maker.node("Exp", {"y"}, {"z"}).output("z");
    QCOMPARE(sites(maker), QByteArray("x (input)\n"
                                      "c (c_node)\n"));
}

void TestLayers::shapesAndIntegersCarryNone()
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 4})
        .weights("two", {}, {2.0F})
        .node("Shape", {"x"}, {"s"})
        .shape("s", {2}, ElementType::Int64)
        .node("Mul", {"s", "s"}, {"i"})
        .shape("i", {2}, ElementType::Int64)
        .node("Cast", {"s"}, {"f"})
        .node("Mul", {"f", "two"}, {"g"})
        .node("ReduceMean", {"x"}, {"mean"})
        .shape("mean", {})
        .node("Sub", {"x", "mean"}, {"d"})
        .node("Exp", {"d"}, {"y"})
        .output("y")
        .output("i")
        .output("g");
    QCOMPARE(sites(maker), QByteArray("x (input)\n"
                                      "d (d_node)\n"));
}

void TestLayers::nonNegative()
{
    GraphMaker maker;
    maker.input("x", {kDynamic, 4, 8, 8})
        .weights("low", {}, {-1.0F})
        .weights("high", {}, {1.0F})
        .node("Sigmoid", {"x"}, {"s"})
        .node("AveragePool", {"s"}, {"p"})
        .node("Concat", {"p", "p"}, {"positive"})
        .node("Concat", {"p", "x"}, {"mixed"})
        .node("Mul", {"mixed", "mixed"}, {"square"})
        .node("Clip", {"mixed", "low", "high"}, {"clipped"})
        .node("Add", {"clipped", "square"}, {"sum"})
        .node("Add", {"sum", "positive"}, {"last"})
        .node("Exp", {"last"}, {"y"})
        .output("y");
    QCOMPARE(sites(maker), QByteArray("x (input)\n"
                                      "s >= 0 (s_node)\n"
                                      "p >= 0 (p_node)\n"
                                      "positive >= 0 (positive_node)\n"
                                      "mixed (mixed_node)\n"
                                      "square >= 0 (square_node)\n"
                                      "clipped (clipped_node)\n"
                                      "sum (sum_node)\n"
                                      "last (last_node)\n"));
}

void TestLayers::unknownTypesAreRefused()
{
    auto maker = convMaker().shape("c", {1, 4, 8, 8}, ElementType::Undefined).output("c");
    const auto model = buildLayers(std::make_shared<const Graph>(maker.graph()));
    QVERIFY(!model);
    QCOMPARE(model.error().where, std::string("c_node"));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
