// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_onnx.h"
#include "small_network.h"

#include <QTest>

#include <cmath>

using namespace quantoscope;
using exporting::toQdqGraph;
using exporting::test::asText;
using exporting::test::constantNamed;
using exporting::test::SmallNetwork;
using model::ElementType;

class TestQdqOnnx : public QObject
{
    Q_OBJECT

private slots:
    void pairsOnEveryIntegerEdge();
    void weightsOnlyKeepFloatBiases();
    void biasIsOnTheAccumulatorsGrid();
    void biasPastInt32StaysFloat();
    void biasThatJustFitsIsSaturated();
    void weightCodesAndScales();
    void fourBitsRaiseTheOpset();
    void halfPrecisionWeights();
    void narrowGridsAreClipped();
    void nonNegativeValuesNeedNoLowerClip();
    void outputKeepsItsName();
    void sharedWeights();
    void splitChannelsAreGathered();
    void splitChannelsOfRowsAreGathered();
    void wrongEntriesAreNamed();
};

void TestQdqOnnx::pairsOnEveryIntegerEdge()
{
    SmallNetwork network;
    network.quantizeAllWeights();
    network.quantizeAllActivations();
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    QCOMPARE(graph->opset(), 13);
    // The list is sorted, because independent nodes may come in any topological order.
    QStringList lines = QString::fromStdString(asText(*graph)).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    const QStringList expected{
        "Conv(p, w2_dequantized) -> c_float",
        "Conv(x_dequantized, w1_dequantized, b1_dequantized) -> c1",
        "DequantizeLinear(b1_dequantized_quantized, b1_dequantized_scale, "
        "b1_dequantized_zero_point) "
        "-> b1_dequantized",
        "DequantizeLinear(b3_dequantized_quantized, b3_dequantized_scale, "
        "b3_dequantized_zero_point) "
        "-> b3_dequantized",
        "DequantizeLinear(c_float_quantized, c_float_scale, c_float_zero_point) -> c",
        "DequantizeLinear(f_float_quantized, f_float_scale, f_float_zero_point) -> f",
        "DequantizeLinear(p_float_quantized, p_float_scale, p_float_zero_point) -> p",
        "DequantizeLinear(r_float_quantized, r_float_scale, r_float_zero_point) -> r",
        "DequantizeLinear(w1_dequantized_quantized, w1_dequantized_scale, "
        "w1_dequantized_zero_point) "
        "-> w1_dequantized",
        "DequantizeLinear(w2_dequantized_quantized, w2_dequantized_scale, "
        "w2_dequantized_zero_point) "
        "-> w2_dequantized",
        "DequantizeLinear(w3_dequantized_quantized, w3_dequantized_scale, "
        "w3_dequantized_zero_point) "
        "-> w3_dequantized",
        "DequantizeLinear(x_quantized, x_scale, x_zero_point) -> x_dequantized",
        "Flatten(c) -> f_float",
        "Gemm(f, w3_dequantized, b3_dequantized) -> y",
        "MaxPool(r) -> p_float",
        "QuantizeLinear(c_float, c_float_scale, c_float_zero_point) -> c_float_quantized",
        "QuantizeLinear(f_float, f_float_scale, f_float_zero_point) -> f_float_quantized",
        "QuantizeLinear(p_float, p_float_scale, p_float_zero_point) -> p_float_quantized",
        "QuantizeLinear(r_float, r_float_scale, r_float_zero_point) -> r_float_quantized",
        "QuantizeLinear(x, x_scale, x_zero_point) -> x_quantized",
        "Relu(c1) -> r_float",
    };
    QCOMPARE(lines, expected);
    QVERIFY(constantNamed(*graph, "p_float_scale").type == ElementType::Float32);
    QCOMPARE(model::floatValues(constantNamed(*graph, "p_float_scale")), std::vector{0.25F});
    QCOMPARE(model::integerValues(constantNamed(*graph, "f_float_zero_point")),
             std::vector<std::int64_t>{100});
}

void TestQdqOnnx::weightsOnlyKeepFloatBiases()
{
    SmallNetwork network;
    network.quantizeAllWeights();
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const QString text = QString::fromStdString(asText(*graph));
    QVERIFY(text.contains("Conv(x, w1_dequantized, b1) -> c1"));
    QVERIFY(text.contains("Gemm(f, w3_dequantized, b3) -> y"));
    QVERIFY(!text.contains("QuantizeLinear(x"));
}

// Jacob et al. 2018, section 2.4: bias scale = input scale * weight scale, zero point 0.
void TestQdqOnnx::biasIsOnTheAccumulatorsGrid()
{
    SmallNetwork network;
    network.quantizeAllWeights();
    network.quantizeAllActivations();
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    // Weights 1.27 and -2.54 have scales 0.01 and 0.02; the input's is 0.5.
    const auto scales = model::floatValues(constantNamed(*graph, "b1_dequantized_scale"));
    QCOMPARE(scales.size(), 2U);
    QVERIFY(qAbs(scales[0] - 0.005F) < 1e-9F);
    QVERIFY(qAbs(scales[1] - 0.01F) < 1e-9F);
    const model::Constant codes = constantNamed(*graph, "b1_dequantized_quantized");
    QVERIFY(codes.type == ElementType::Int32);
    QCOMPARE(model::integerValues(codes), (std::vector<std::int64_t>{100, -100}));
}

void TestQdqOnnx::biasPastInt32StaysFloat()
{
    SmallNetwork network;
    network.quantizeAllWeights();
    network.quantizeAllActivations();
    network.quantized.activations["x"].scales = {1e-9F}; // 0.5 / (1e-9 * 0.01) = 5e10
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const QString text = QString::fromStdString(asText(*graph));
    QVERIFY(text.contains("Conv(x_dequantized, w1_dequantized, b1) -> c1"));
    QVERIFY(text.contains("Gemm(f, w3_dequantized, b3_dequantized) -> y"));
}

void TestQdqOnnx::biasThatJustFitsIsSaturated()
{
    SmallNetwork network;
    network.quantizeAllWeights();
    network.quantizeAllActivations();
    // 0.5 and -1 in steps of scale * 0.01 and scale * 0.02, a little more than 2^31 - 1 of them.
    network.quantized.activations["x"].scales = {static_cast<float>(50.0 / 2147483647.0)};
    auto& scales = network.quantized.weights["conv1"].params.scales;
    scales = {std::nextafter(0.01F, 0.0F), std::nextafter(0.02F, 0.0F)};
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const auto codes = model::integerValues(constantNamed(*graph, "b1_dequantized_quantized"));
    QCOMPARE(codes.size(), 2U);
    QVERIFY(codes[0] > 2147483000);
    QVERIFY(codes[1] < -2147483000);
}

void TestQdqOnnx::weightCodesAndScales()
{
    SmallNetwork network;
    network.quantizeLayer("conv1", {});
    network.quantizeLayer("fc",
                          {quant::Precision::integer(8), false, quant::Granularity::PerTensor});
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const model::Constant signedCodes = constantNamed(*graph, "w1_dequantized_quantized");
    QVERIFY(signedCodes.type == ElementType::Int8);
    QCOMPARE(signedCodes.shape, (Shape{2, 1, 1, 1}));
    QCOMPARE(model::integerValues(signedCodes), (std::vector<std::int64_t>{127, -127}));
    QCOMPARE(constantNamed(*graph, "w1_dequantized_scale").shape, Shape{2});
    const auto node = graph->findNode("w1_dequantized_DequantizeLinear");
    QVERIFY(node);
    QCOMPARE(model::intAttribute(graph->node(*node), "axis", -1), 0);
    // -1 .. 2 in 255 steps of 3 / 255: zero is code 85.
    QVERIFY(constantNamed(*graph, "w3_dequantized_quantized").type == ElementType::UInt8);
    QCOMPARE(constantNamed(*graph, "w3_dequantized_scale").shape, Shape{});
    QCOMPARE(model::integerValues(constantNamed(*graph, "w3_dequantized_zero_point")),
             std::vector<std::int64_t>{85});
}

void TestQdqOnnx::fourBitsRaiseTheOpset()
{
    SmallNetwork network;
    network.quantizeLayer("fc",
                          {quant::Precision::integer(4), true, quant::Granularity::PerChannel});
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    QCOMPARE(graph->opset(), 21);
    QCOMPARE(graph->irVersion, 10);
    const model::Constant codes = constantNamed(*graph, "w3_dequantized_quantized");
    QVERIFY(codes.type == ElementType::Int4);
    QCOMPARE(codes.shape, (Shape{2, 4}));
    // Row 1: 1, 2, -1, 0 at scale 2/7, whose float lies just above: 3, 7, -3, 0.
    // Row 2, scale 0.5/7: 7, 7, 7, -7.
    const std::vector<std::byte> expected{std::byte{0x73}, std::byte{0x0D}, std::byte{0x77},
                                          std::byte{0x97}};
    QCOMPARE(*codes.bytes, expected);
}

void TestQdqOnnx::halfPrecisionWeights()
{
    SmallNetwork network;
    network.quantizeLayer("conv2",
                          {quant::Precision::float16(), true, quant::Granularity::PerChannel});
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    QCOMPARE(graph->opset(), 13);
    QVERIFY(QString::fromStdString(asText(*graph)).contains("Cast(w2_dequantized_float16)"));
    const model::Constant halves = constantNamed(*graph, "w2_dequantized_float16");
    QVERIFY(halves.type == ElementType::Float16);
    QCOMPARE(model::floatValues(halves), (std::vector{0.5F, 0.25F}));
}

void TestQdqOnnx::narrowGridsAreClipped()
{
    SmallNetwork network;
    network.quantized.activations = {{"x", {{0.5F}, {3}, 0, 15, -1}},
                                     {"c", {{0.25F}, {0}, -127, 127, -1}}};
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const QString text = QString::fromStdString(asText(*graph));
    // uint8 itself ends at code 0, int8 at 127.
    QVERIFY(text.contains("Clip(x, -, x_clip_max) -> x_clipped"));
    QCOMPARE(model::floatValues(constantNamed(*graph, "x_clip_max")), std::vector{6.0F});
    QVERIFY(text.contains("Clip(c_float, c_float_clip_min) -> c_float_clipped"));
    QCOMPARE(model::floatValues(constantNamed(*graph, "c_float_clip_min")), std::vector{-31.75F});
    QVERIFY(text.contains("QuantizeLinear(f_float, f_float_scale, f_float_zero_point)"));
    QVERIFY(constantNamed(*graph, "f_float_zero_point").type == ElementType::Int8);
}

void TestQdqOnnx::nonNegativeValuesNeedNoLowerClip()
{
    SmallNetwork network;
    network.quantized.activations = {{"r", {{0.25F}, {0}, -127, 127, -1}}};
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    QVERIFY(!QString::fromStdString(asText(*graph)).contains("Clip("));
}

void TestQdqOnnx::outputKeepsItsName()
{
    SmallNetwork network;
    model::Graph graph = *network.layers.graph;
    graph.outputs.push_back(*graph.findTensor("c"));
    network.layers.graph = std::make_shared<const model::Graph>(graph);
    network.quantizeAllActivations();
    const auto written = toQdqGraph(network.quantized);
    QVERIFY(written);
    QCOMPARE(written->tensor(written->inputs[0]).name, "x");
    QCOMPARE(written->tensor(written->outputs[0]).name, "y");
    const model::TensorInfo& second = written->tensor(written->outputs[1]);
    QCOMPARE(second.name, "c");
    QCOMPARE(written->node(second.producer).opType, "DequantizeLinear");
}

void TestQdqOnnx::sharedWeights()
{
    SmallNetwork network;
    model::Graph graph = *network.layers.graph;
    const model::TensorId w2 = *graph.findTensor("w2");
    graph.node(*graph.findNode("conv1")).inputs[1] = w2; // not a runnable network, a legal graph
    network.layers.layers[0].weight = w2;
    network.layers.graph = std::make_shared<const model::Graph>(graph);
    network.quantizeLayer("conv1", {});
    network.quantizeLayer("conv2", {});
    const auto same = toQdqGraph(network.quantized);
    QVERIFY(same);
    QVERIFY(same->findTensor("w2_dequantized"));
    QVERIFY(!same->findTensor("w2_dequantized_2"));
    network.quantizeLayer("conv2",
                          {quant::Precision::integer(4), true, quant::Granularity::PerTensor});
    const auto different = toQdqGraph(network.quantized);
    QVERIFY(different);
    QVERIFY(different->findTensor("w2_dequantized"));
    QVERIFY(different->findTensor("w2_dequantized_2"));
    QVERIFY(!different->findTensor("w2"));
}

// w2 is 0.5 and 0.25: the first channel is split to 0.25 and 0.25, 127 steps of 0.25 / 127 each.
void TestQdqOnnx::splitChannelsAreGathered()
{
    SmallNetwork network;
    network.quantizeAllActivations();
    quant::WeightScheme scheme;
    scheme.split = 0.5;
    network.quantizeLayer("conv2", scheme);
    network.quantized.schemes["conv2"] = scheme;
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const QString text = QString::fromStdString(asText(*graph));
    QVERIFY(text.contains("MaxPool(r) -> p_float"));
    QVERIFY(text.contains("Gather(p, conv2_channels_indices) -> conv2_channels"));
    QVERIFY(text.contains("QuantizeLinear(conv2_channels, conv2_channels_scale, "
                          "conv2_channels_zero_point) -> conv2_channels_quantized"));
    QVERIFY(text.contains("-> conv2_channels_dequantized"));
    QVERIFY(text.contains("Conv(conv2_channels_dequantized, w2_dequantized) -> c_float"));
    QCOMPARE(model::integerValues(constantNamed(*graph, "conv2_channels_indices")),
             (std::vector<std::int64_t>{0, 1, 0}));
    QCOMPARE(model::floatValues(constantNamed(*graph, "conv2_channels_scale")), std::vector{0.25F});
    const model::Constant codes = constantNamed(*graph, "w2_dequantized_quantized");
    QVERIFY((codes.shape == Shape{1, 3, 1, 1}));
    QCOMPARE(model::integerValues(codes), (std::vector<std::int64_t>{127, 127, 127}));
}

// The second of four columns is split, to codes that add up to its own; the input is FP32.
void TestQdqOnnx::splitChannelsOfRowsAreGathered()
{
    SmallNetwork network;
    quant::WeightScheme scheme{quant::Precision::integer(8), true, quant::Granularity::PerTensor};
    scheme.split = 0.25;
    network.quantizeLayer("fc", scheme);
    network.quantized.schemes["fc"] = scheme;
    const auto graph = toQdqGraph(network.quantized);
    QVERIFY(graph);
    const QString text = QString::fromStdString(asText(*graph));
    QVERIFY(text.contains("Gather(f, fc_channels_indices) -> fc_channels"));
    QVERIFY(text.contains("Gemm(fc_channels, w3_dequantized, b3) -> y"));
    QCOMPARE(model::integerValues(constantNamed(*graph, "fc_channels_indices")),
             (std::vector<std::int64_t>{0, 1, 2, 3, 1}));
    // In steps of 1 / 127: 127, 254, -127, 0 and 63.5, to the even 64.
    QCOMPARE(model::integerValues(constantNamed(*graph, "w3_dequantized_quantized")),
             (std::vector<std::int64_t>{127, 127, -127, 0, 127, 64, 32, 64, -64, 32}));
}

void TestQdqOnnx::wrongEntriesAreNamed()
{
    SmallNetwork network;
    network.quantized.activations["nowhere"] = {{0.5F}, {0}, 0, 255, -1};
    auto graph = toQdqGraph(network.quantized);
    QVERIFY(!graph);
    QCOMPARE(graph.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(graph.error().where, "nowhere");

    network.quantized.activations = {{"x", {{0.5F, 0.5F}, {0, 0}, 0, 255, 1}}};
    graph = toQdqGraph(network.quantized);
    QVERIFY(!graph);
    QCOMPARE(graph.error().where, "x");

    network.quantized.activations.clear();
    network.quantizeLayer("fc", {});
    network.quantized.weights["conv1"] = network.quantized.weights["fc"];
    graph = toQdqGraph(network.quantized);
    QVERIFY(!graph);
    QCOMPARE(graph.error().code, ErrorCode::ShapeMismatch);
    QCOMPARE(graph.error().where, "conv1");
}

QTEST_APPLESS_MAIN(TestQdqOnnx)
#include "tst_qdq_onnx.moc"
