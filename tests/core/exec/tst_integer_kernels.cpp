// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_program.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace quantoscope;
using namespace quantoscope::exec;

namespace {

/// A layer on its own, as a graph, with what it is given.
struct Case
{
    std::shared_ptr<const model::LayerModel> layers;
    std::shared_ptr<const IntegerPlan> plan;
    ModelBinding binding;
    std::vector<std::uint8_t> codes;
};

struct Geometry
{
    std::int64_t channels = 16, height = 7, width = 5, filters = 24, group = 1, kernel = 3;
    std::int64_t stride = 1, pad = 1, dilation = 1;
};

/// Plan of a Gemm over `depth` inputs, as the end of a network.
std::optional<IntegerPlan> planOfGemm(std::int64_t depth)
{
    model::Graph graph;
    graph.opsets[""] = 13;
    const auto addTensor = [&](const char* name, std::int64_t channels) {
        model::TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        info.shape = Shape{kDynamic, channels};
        return graph.addTensor(std::move(info));
    };
    const auto x = addTensor("x", depth);
    const auto y = addTensor("y", 2);
    const std::vector<float> weights(static_cast<std::size_t>(2 * depth), 1.0F);
    const auto w = graph.addConstant("w", {2, depth}, weights);
    model::Node gemm{"gemm", "Gemm", "", {x, w}, {y}, {}, {}};
    gemm.attributes["transB"] = std::int64_t{1};
    graph.addNode(std::move(gemm));
    graph.inputs = {x};
    graph.outputs = {y};
    const auto layers = model::buildLayers(std::make_shared<const model::Graph>(std::move(graph)));
    const std::array<model::TensorId, 1> writes{y};
    return layers ? planIntegers(*layers, 0, 1, {}, writes) : std::nullopt;
}

quant::QuantParams gridOf(float scale, std::int32_t zeroPoint, std::int32_t levels)
{
    quant::QuantParams params;
    params.scales = {scale};
    params.zeroPoints = {zeroPoint};
    params.qmin = 0;
    params.qmax = levels - 1;
    return params;
}

std::int64_t outExtent(std::int64_t extent, const Geometry& g)
{
    return (extent + 2 * g.pad - g.dilation * (g.kernel - 1) - 1) / g.stride + 1;
}

/// Conv with a bias and a Clip(0, 6) behind it, and a quantizer behind that.
Case convolution(const Geometry& g, std::mt19937& random)
{
    model::Graph graph;
    graph.opsets[""] = 13;
    const auto addTensor = [&](const char* name, Shape shape) {
        model::TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        info.shape = std::move(shape);
        return graph.addTensor(std::move(info));
    };
    const Shape outShape{kDynamic, g.filters, outExtent(g.height, g), outExtent(g.width, g)};
    const auto x = addTensor("x", {kDynamic, g.channels, g.height, g.width});
    const auto sum = addTensor("sum", outShape);
    const auto y = addTensor("y", outShape);
    const auto pooled = addTensor("pooled", {kDynamic, g.filters, 1, 1});
    const Shape weightShape{g.filters, g.channels / g.group, g.kernel, g.kernel};
    std::vector<float> weights(static_cast<std::size_t>(elementCount(weightShape)));
    std::vector<float> bias(static_cast<std::size_t>(g.filters));
    std::normal_distribution<float> normal;
    std::generate(weights.begin(), weights.end(), [&] { return normal(random); });
    std::generate(bias.begin(), bias.end(), [&] { return normal(random); });
    const auto w = graph.addConstant("w", weightShape, weights);
    const auto b = graph.addConstant("b", {g.filters}, bias);
    const auto low = graph.addConstant("low", Shape{}, std::vector<float>{0.0F});
    const auto high = graph.addConstant("high", Shape{}, std::vector<float>{6.0F});
    model::Node conv{"conv", "Conv", "", {x, w, b}, {sum}, {}, {}};
    conv.attributes["group"] = g.group;
    conv.attributes["strides"] = std::vector<std::int64_t>{g.stride, g.stride};
    conv.attributes["dilations"] = std::vector<std::int64_t>{g.dilation, g.dilation};
    conv.attributes["pads"] = std::vector<std::int64_t>(4, g.pad);
    graph.addNode(std::move(conv));
    graph.addNode({"clip", "Clip", "", {sum, low, high}, {y}, {}, {}});
    graph.addNode({"pool", "GlobalAveragePool", "", {y}, {pooled}, {}, {}});
    graph.inputs = {x};
    graph.outputs = {pooled};

    Case result;
    auto layers = model::buildLayers(std::make_shared<const model::Graph>(std::move(graph)));
    if (!layers) {
        return result;
    }
    result.layers = std::make_shared<const model::LayerModel>(*std::move(layers));
    const std::array<model::TensorId, 1> reads{x};
    const std::array<model::TensorId, 1> writes{y};
    auto plan = planIntegers(*result.layers, 0, 1, reads, writes);
    if (plan) {
        result.plan = std::make_shared<const IntegerPlan>(*std::move(plan));
    }
    result.binding.activations.resize(result.layers->sites.size());
    result.binding.weights.resize(result.layers->layers.size());
    result.binding.activations[*siteBehind(*result.layers, x)] = gridOf(0.02F, 117, 256);
    result.binding.activations[*siteBehind(*result.layers, y)] = gridOf(6.0F / 255.0F, 0, 256);
    auto quantized = quant::quantizeWeights(Tensor{weightShape, weights}, {}, 0);
    result.binding.weights[0].values = std::make_shared<const Tensor>(quantized->values);
    result.binding.weights[0].grid = std::make_shared<const quant::QuantParams>(quantized->params);
    result.binding.weights[0].bias = std::make_shared<const Tensor>(Tensor{{g.filters}, bias});
    result.codes.resize(
        static_cast<std::size_t>(g.channels * g.height * g.width)); // [height, width, channels]
    std::generate(result.codes.begin(), result.codes.end(),
                  [&] { return static_cast<std::uint8_t>(random()); });
    return result;
}

/// What one output should be, from the definition of a convolution, in doubles; before rounding.
double expectedAt(const Case& c, const Geometry& g, std::int64_t y, std::int64_t x,
                  std::int64_t filter)
{
    const Tensor& weights = *c.binding.weights[0].values;
    const model::Layer& layer = c.layers->layers.front();
    const auto bias = model::floatValues(*c.layers->graph->tensor(layer.bias).constant);
    // Runtimes keep biases as multiples of input scale * weight scale.
    const double unit =
        double{0.02F} * double{c.binding.weights[0].grid->scales[static_cast<std::size_t>(filter)]};
    double sum = std::nearbyint(double{bias[static_cast<std::size_t>(filter)]} / unit) * unit;
    const std::int64_t inner = g.channels / g.group;
    const std::int64_t first = filter / (g.filters / g.group) * inner;
    for (std::int64_t i = 0; i < inner; ++i) {
        for (std::int64_t ky = 0; ky < g.kernel; ++ky) {
            for (std::int64_t kx = 0; kx < g.kernel; ++kx) {
                const std::int64_t row = y * g.stride - g.pad + ky * g.dilation;
                const std::int64_t column = x * g.stride - g.pad + kx * g.dilation;
                if (row < 0 || row >= g.height || column < 0 || column >= g.width) {
                    continue;
                }
                const auto code = c.codes[static_cast<std::size_t>(
                    (row * g.width + column) * g.channels + first + i)];
                const auto at = ((filter * inner + i) * g.kernel + ky) * g.kernel + kx;
                sum += double{0.02F} * (code - 117.0) *
                       double{weights.values[static_cast<std::size_t>(at)]};
            }
        }
    }
    return std::clamp(sum, 0.0, 6.0) / double{6.0F / 255.0F};
}

} // namespace

/// Portable ones, and those of this processor.
std::vector<const IntegerKernels*> allKernels()
{
    std::vector<const IntegerKernels*> all{&portableKernels()};
    if (hasIntegerKernels()) {
        all.push_back(&vectorKernels());
    }
    return all;
}

std::vector<std::uint8_t> outputs(const Case& c, const IntegerKernels& kernels,
                                  quant::MultiplierKind multipliers, std::size_t pictures)
{
    IntegerProgram program(c.layers, c.plan, kernels);
    ModelBinding binding = c.binding;
    binding.requantization = multipliers;
    program.apply(binding);
    std::vector<std::uint8_t> in;
    for (std::size_t i = 0; i < pictures; ++i) {
        in.insert(in.end(), c.codes.begin(), c.codes.end());
    }
    const IntegerStep& step = c.plan->steps.front();
    std::vector<std::uint8_t> out(step.pixels() * step.channels * pictures, 77);
    program.run({{in.data()}, {out.data()}, nullptr, nullptr}, pictures);
    return out;
}

/// Convolutions on codes against the definition, computed with doubles.
class TestIntegerKernels : public QObject
{
    Q_OBJECT

private slots:
    void convolutions_data();
    void convolutions();
    void sums();
    void sumsWithFixedPoint();
    void averagesWithFixedPoint();
    void wideGridsDoNotFit();
    void longSumsAreLeftToFloats_data();
    void longSumsAreLeftToFloats();
};

void TestIntegerKernels::convolutions_data()
{
    QTest::addColumn<std::vector<std::int64_t>>("numbers");
    const auto row = [](const char* name, const Geometry& g) {
        QTest::newRow(name) << std::vector<std::int64_t>{g.channels, g.height, g.width,
                                                         g.filters,  g.group,  g.kernel,
                                                         g.stride,   g.pad,    g.dilation};
    };
    row("pointwise", {16, 7, 5, 24, 1, 1, 1, 0, 1});
    row("pointwise, 64 filters", {32, 9, 9, 64, 1, 1, 1, 0, 1});
    row("pointwise, many filters", {112, 7, 7, 200, 1, 1, 1, 0, 1});
    row("pointwise, 5 channels", {5, 7, 7, 40, 1, 1, 1, 0, 1});
    row("pointwise, stride 2", {16, 8, 8, 16, 1, 1, 2, 0, 1});
    row("one pixel", {1280, 1, 1, 100, 1, 1, 1, 0, 1});
    row("stem", {3, 32, 31, 32, 1, 3, 2, 1, 1});
    row("dense 3x3", {24, 11, 7, 48, 1, 3, 1, 1, 1});
    row("dense, dilated", {8, 13, 12, 17, 1, 3, 1, 2, 2});
    row("depthwise 3x3", {32, 9, 8, 32, 32, 3, 1, 1, 1});
    row("depthwise 3x3, stride 2", {96, 9, 8, 96, 96, 3, 2, 1, 1});
    row("depthwise 5x5", {144, 14, 14, 144, 144, 5, 1, 2, 1});
    row("depthwise 5x5, 7 channels", {7, 10, 6, 7, 7, 5, 2, 2, 1});
    row("depthwise 7x7, dilated", {64, 12, 12, 64, 64, 7, 1, 3, 2});
}

void TestIntegerKernels::convolutions()
{
    QFETCH(std::vector<std::int64_t>, numbers);
    const Geometry g{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
                     numbers[5], numbers[6], numbers[7], numbers[8]};
    std::mt19937 random(7);
    const Case c = convolution(g, random);
    QVERIFY(c.plan);
    QVERIFY(IntegerProgram(c.layers, c.plan).fits(c.binding));
    const std::int64_t width = outExtent(g.width, g);
    const std::vector<const IntegerKernels*> kernels = allKernels();
    for (const auto multipliers :
         {quant::MultiplierKind::Float, quant::MultiplierKind::FixedPoint}) {
        const auto one = outputs(c, *kernels.front(), multipliers, 1);
        for (std::size_t i = 0; i < one.size(); ++i) {
            const auto at = static_cast<std::int64_t>(i);
            const double expected =
                expectedAt(c, g, at / g.filters / width, at / g.filters % width, at % g.filters);
            // Rounded to the nearest; only a float's last places from a tie either may come.
            // Fixed-point multipliers round twice, here first to a 16th or less.
            const double slack = multipliers == quant::MultiplierKind::Float ? 1e-3 : 1.0 / 32.0;
            QVERIFY2(
                std::abs(one[i] - expected) <= 0.5 + slack,
                qPrintable(QStringLiteral("%1: %2, expected %3").arg(i).arg(one[i]).arg(expected)));
        }
        // Bit for bit on all kernels, however the work is shared out.
        for (const IntegerKernels* each : kernels) {
            for (const std::size_t pictures : {std::size_t{1}, std::size_t{8}}) {
                const auto all = outputs(c, *each, multipliers, pictures);
                for (std::size_t i = 0; i < all.size(); i += one.size()) {
                    QVERIFY(std::equal(one.begin(), one.end(),
                                       all.begin() + static_cast<std::ptrdiff_t>(i)));
                }
            }
        }
    }
}

/// Sums against their definition, in doubles.
void TestIntegerKernels::sums()
{
    std::mt19937 random(3);
    std::vector<std::uint8_t> a(1003);
    std::vector<std::uint8_t> b(a.size());
    std::vector<std::uint8_t> out(a.size());
    std::generate(a.begin(), a.end(), [&] { return static_cast<std::uint8_t>(random()); });
    std::generate(b.begin(), b.end(), [&] { return static_cast<std::uint8_t>(random()); });
    const IntegerSum sum{a.data(), b.data(), 0.31F, 0.7F, 12.5F, 200.0F, a.size(), out.data()};
    std::vector<std::uint8_t> former;
    for (const IntegerKernels* kernels : allKernels()) {
        kernels->add(sum);
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double expected =
                std::clamp(double{0.31F} * a[i] + double{0.7F} * b[i] + 12.5, 0.0, 200.0);
            QVERIFY(std::abs(out[i] - expected) <= 0.5 + 1e-3);
        }
        QVERIFY(former.empty() || former == out);
        former = out;
    }
}

/// Within a rounding of the definition; bit for bit see peer_fixed_point.
void TestIntegerKernels::sumsWithFixedPoint()
{
    const FixedPointGrids grids{{0.02F, -117.0F, 138.0F}, {0.05F, 0.0F, 255.0F}, {0.04F, -30, 225}};
    std::vector<std::uint8_t> a;
    std::vector<std::uint8_t> b;
    for (int i = 0; i < 256 * 16; ++i) {
        a.push_back(static_cast<std::uint8_t>(i));
        b.push_back(static_cast<std::uint8_t>(i / 256 * 17));
    }
    std::vector<std::uint8_t> out(a.size());
    addFixedPoint(a.data(), b.data(), a.size(), grids, out.data());
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double sum = double{0.02F} * (a[i] - 117.0) + double{0.05F} * b[i];
        const double expected = std::clamp(sum / double{0.04F} + 30.0, 0.0, 255.0);
        QVERIFY(std::abs(out[i] - expected) <= 0.5 + 1e-3);
    }
}

/// 49 codes 3 above zero: 147 times 0.5 is 73.5, which becomes 74, a 49th of it 1.51, which becomes
/// 2; below zero -73.5 becomes -73 (the product's tie goes up), then -1.49, which becomes -1.
void TestIntegerKernels::averagesWithFixedPoint()
{
    const FixedPointGrids grids{{0.5F, -10.0F, 245.0F}, {}, {1.0F, -100.0F, 155.0F}};
    const std::array<std::int32_t, 3> sums{49 * 13, 49 * 7, 49 * 10};
    std::array<std::uint8_t, 3> out{};
    averageFixedPoint(sums, 49, grids, out.data());
    QCOMPARE(out, (std::array<std::uint8_t, 3>{102, 99, 100}));
}

void TestIntegerKernels::wideGridsDoNotFit()
{
    std::mt19937 random(1);
    const Case c = convolution({}, random);
    const IntegerProgram program(c.layers, c.plan);
    QVERIFY(program.fits(c.binding));
    ModelBinding wide = c.binding;
    wide.activations[1]->qmax = 256;
    QVERIFY(!program.fits(wide));
    ModelBinding floats = c.binding;
    floats.activations[0].reset();
    QVERIFY(!program.fits(floats));
    ModelBinding plain = c.binding;
    plain.weights[0].grid.reset();
    QVERIFY(!program.fits(plain));
    ModelBinding skewed = c.binding;
    auto grid = *skewed.weights[0].grid;
    grid.qmin = 0;
    grid.qmax = 255;
    grid.zeroPoints.assign(grid.zeroPoints.size(), 3);
    skewed.weights[0].grid = std::make_shared<const quant::QuantParams>(grid);
    QVERIFY(!program.fits(skewed));
}

void TestIntegerKernels::longSumsAreLeftToFloats_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isPlanned");
    QTest::newRow("longest") << 32768 << true;
    QTest::newRow("too long") << 32769 << false;
}

/// 255 * 128 a product: more of them than kLongestSum and a bias could leave int32.
void TestIntegerKernels::longSumsAreLeftToFloats()
{
    QFETCH(int, depth);
    QFETCH(bool, isPlanned);
    QCOMPARE(planOfGemm(depth).has_value(), isPlanned);
}

QTEST_GUILESS_MAIN(TestIntegerKernels)
#include "tst_integer_kernels.moc"
