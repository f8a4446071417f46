// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/runner.h"
#include "core/quant/float_format.h"
#include "tests/core/exec/sample_model.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace quantoscope;
using namespace quantoscope::exec;

namespace {

void fillRandom(std::span<float> values, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    for (float& value : values) {
        value = normal(generator);
    }
}

std::vector<float> outputOf(Runner& runner, unsigned seed)
{
    fillRandom(runner.input(0), seed);
    if (!runner.run()) {
        return {};
    }
    const auto values = runner.output(0).values;
    return {values.begin(), values.end()};
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && !a.empty() &&
           std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

} // namespace

/// The instrumented model on real networks: off it is FP32 to the last bit, on it is QuantizeLinear
/// followed by DequantizeLinear, and no change of settings compiles anything.
class TestInstrumentedRun : public QObject
{
    Q_OBJECT

private slots:
    void switchedOffItEqualsThePlainModel_data();
    void switchedOffItEqualsThePlainModel();
    void quantizesLikeTheKernel_data();
    void quantizesLikeTheKernel();
    void emulatesEveryKind_data();
    void emulatesEveryKind();
    void emulatedFormIsFloatWhenOff();
    void editsCompileNothing();
    void bindingNamesWhatHasNoRange();
    void biasNeverOverflowsInt32();
    void weightsInUseAreKept();

private:
    Engine m_engine;
};

void TestInstrumentedRun::switchedOffItEqualsThePlainModel_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("road-signs") << QString::fromStdString(tests::sampleModelFile().string());
    for (const char* name : {"efficientnet-lite0", "yolox_nano", "ultraface"}) {
        QTest::newRow(name)
            << QStringLiteral(QUANTOSCOPE_SHARED_DATA "/models/%1.onnx").arg(QLatin1String(name));
    }
}

void TestInstrumentedRun::switchedOffItEqualsThePlainModel()
{
    QFETCH(QString, file);
    if (!std::filesystem::exists(file.toStdString())) {
        QSKIP(qPrintable(file + QStringLiteral(" is not there")));
    }
    const auto layers = tests::openLayers(m_engine, file.toStdString());
    QVERIFY2(layers, layers ? "" : toString(layers.error()).c_str());
    const auto plain = compilePlain(m_engine, **layers, 2);
    QVERIFY2(plain, plain ? "" : toString(plain.error()).c_str());
    const auto instrumented = compileInstrumented(m_engine, **layers, 2, Observe::Nothing);
    QVERIFY2(instrumented, instrumented ? "" : toString(instrumented.error()).c_str());
    const auto plainRunner = Runner::create(*plain);
    const auto runner = Runner::create(*instrumented);
    QVERIFY(plainRunner && runner);
    ConfiguredModel configured(*layers);
    const auto binding = configured.bind({}, nullptr);
    QVERIFY(binding);
    QVERIFY((*runner)->apply(*binding));
    QVERIFY(sameBits(outputOf(**plainRunner, 7), outputOf(**runner, 7)));
}

void TestInstrumentedRun::quantizesLikeTheKernel_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    for (const int bits : {2, 3, 4, 8, 16}) {
        for (const bool symmetric : {false, true}) {
            QTest::addRow("%d bits %s", bits, symmetric ? "symmetric" : "asymmetric")
                << bits << symmetric;
        }
    }
}

/// Every observed site of a quantized run equals the quantize room's own QuantizeLinear and
/// DequantizeLinear of its FP32 input, for the model's input (whose FP32 value is known).
void TestInstrumentedRun::quantizesLikeTheKernel()
{
    QFETCH(int, bits);
    QFETCH(bool, symmetric);
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    const auto compiled = compileInstrumented(m_engine, **layers, 2, Observe::LayersAndSites);
    QVERIFY(compiled);
    const auto runner = Runner::create(*compiled);
    QVERIFY(runner);
    const auto& sites = (*layers)->sites;
    const auto input = std::find_if(sites.begin(), sites.end(),
                                    [](const auto& site) { return !site.layer.has_value(); });
    QVERIFY(input != sites.end());

    fillRandom((*runner)->input(0), 3);
    const std::vector<float> values((*runner)->input(0).begin(), (*runner)->input(0).end());
    quant::StreamingHistogram histogram;
    histogram.add(values);
    const SiteHistograms histograms{{input->name, histogram}};
    quant::Configuration configuration;
    configuration.activations[input->name] = {quant::Precision::integer(bits), symmetric};
    configuration.calibration = {quant::CalibrationMethod::Percentile, 99.0}; // some saturate

    ConfiguredModel configured(*layers);
    const auto binding = configured.bind(configuration, &histograms);
    QVERIFY2(binding, binding ? "" : toString(binding.error()).c_str());
    QVERIFY((*runner)->apply(*binding));
    QVERIFY((*runner)->run());
    const auto index = static_cast<std::size_t>(input - sites.begin());
    const auto& observed = (*runner)->instrumented().observedSites;
    const auto place = std::find_if(observed.begin(), observed.end(),
                                    [&](const auto& each) { return each.index == index; });
    QVERIFY(place != observed.end());
    const TensorView seen = (*runner)->output(place->output);
    const auto expected =
        quant::fakeQuantize(TensorView(seen.shape, values), *binding->activations[index]);
    QVERIFY(expected);
    QCOMPARE(seen.values.size(), expected->values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        QCOMPARE(seen.values[i], expected->values[i]);
    }
}

void TestInstrumentedRun::emulatesEveryKind_data()
{
    QTest::addColumn<quant::ActivationScheme>("scheme");
    using quant::Precision;
    using quant::RangeSource;
    const auto row = [](const char* name, Precision precision, RangeSource source, bool symmetric) {
        QTest::newRow(name) << quant::ActivationScheme{precision, symmetric, std::nullopt, source};
    };
    row("INT8", Precision::integer(8), RangeSource::Static, false);
    row("FP16", Precision::float16(), RangeSource::Static, true);
    row("FP8E4M3", Precision::float8E4M3(), RangeSource::Static, true);
    row("FP8E5M2", Precision::float8E5M2(), RangeSource::Static, true);
    row("FP8E4M3 dynamic", Precision::float8E4M3(), RangeSource::Dynamic, true);
    row("INT8 dynamic", Precision::integer(8), RangeSource::Dynamic, false);
    row("INT8 dynamic symmetric", Precision::integer(8), RangeSource::Dynamic, true);
    row("INT4 of each token, and there are none", Precision::integer(4),
        RangeSource::DynamicPerToken, false);
}

/// What the engine makes of the model's input, of which each picture has a range of its own, equals
/// the plain arithmetic of the quant room on each picture, bit for bit.
void TestInstrumentedRun::emulatesEveryKind()
{
    QFETCH(quant::ActivationScheme, scheme);
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    const auto compiled = compileInstrumented(m_engine, **layers, 2, Observe::LayersAndSites,
                                              Biases::Constant, Quantizers::Emulated);
    QVERIFY2(compiled, compiled ? "" : toString(compiled.error()).c_str());
    const auto runner = Runner::create(*compiled);
    QVERIFY(runner);
    const std::span<float> input = (*runner)->input(0);
    fillRandom(input, 3);
    for (float& value : input.first(input.size() / 2)) {
        value *= 0.37F;
    }
    const std::vector<float> values(input.begin(), input.end());
    quant::StreamingHistogram histogram;
    histogram.add(values);
    const auto& sites = (*layers)->sites;
    const auto isInput = [](const auto& site) { return !site.layer.has_value(); };
    const auto index =
        static_cast<std::size_t>(std::ranges::find_if(sites, isInput) - sites.begin());
    const SiteHistograms histograms{{sites[index].name, histogram}};
    quant::Configuration configuration;
    configuration.activations[sites[index].name] = scheme;
    ConfiguredModel configured(*layers);
    const auto binding = configured.bind(configuration, &histograms);
    QVERIFY2(binding, binding ? "" : toString(binding.error()).c_str());
    QVERIFY((*runner)->apply(*binding));
    QVERIFY((*runner)->run());
    const auto& observed = (*runner)->instrumented().observedSites;
    const auto place =
        std::ranges::find_if(observed, [&](const auto& each) { return each.index == index; });
    const TensorView seen = (*runner)->output(place->output);
    std::vector<float> expected = values;
    const std::size_t half = values.size() / 2;
    for (const std::size_t start : {std::size_t{0}, half}) {
        const auto picture = std::span(expected).subspan(start, half);
        quant::emulateQuantizer(picture, *quantizerAt(*binding, index), picture);
    }
    QVERIFY(sameBits({seen.values.begin(), seen.values.end()}, expected));
    QVERIFY(!sameBits(values, expected));
    if (scheme.precision == quant::Precision::float16()) {
        const quant::FloatFormat format = quant::floatFormat(scheme.precision.format);
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(seen.values[i], quant::roundToFormat(values[i], format));
        }
    }
}

/// Off, the emulated form is FP32 but for the order of sums: the engine lays tensors out otherwise
/// round operators it does not know, and then adds up means in another order.
void TestInstrumentedRun::emulatedFormIsFloatWhenOff()
{
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    const auto plain = compilePlain(m_engine, **layers, 2);
    const auto emulated = compileInstrumented(m_engine, **layers, 2, Observe::Nothing,
                                              Biases::Constant, Quantizers::Emulated);
    QVERIFY(plain && emulated);
    const auto a = Runner::create(*plain);
    const auto b = Runner::create(*emulated);
    QVERIFY(a && b);
    ConfiguredModel configured(*layers);
    QVERIFY((*b)->apply(*configured.bind({}, nullptr)));
    const std::vector<float> expected = outputOf(**a, 5);
    const std::vector<float> seen = outputOf(**b, 5);
    QCOMPARE(seen.size(), expected.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        QVERIFY(std::abs(seen[i] - expected[i]) <= 1e-5F * (1.0F + std::abs(expected[i])));
    }
}

void TestInstrumentedRun::editsCompileNothing()
{
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    const auto compiled = compileInstrumented(m_engine, **layers, 2, Observe::Nothing);
    QVERIFY(compiled);
    const auto runner = Runner::create(*compiled);
    QVERIFY(runner);
    ConfiguredModel configured(*layers);
    const std::int64_t compiles = m_engine.compileCount();
    std::vector<std::vector<float>> outputs;
    for (const int bits : {8, 4, 2, 1}) {
        quant::Configuration configuration;
        for (const model::Layer& layer : (*layers)->layers) {
            if (layer.hasWeights()) {
                configuration.weights[layer.name].precision = quant::Precision::integer(bits);
            }
        }
        const auto binding = configured.bind(configuration, nullptr);
        QVERIFY2(binding, binding ? "" : toString(binding.error()).c_str());
        QVERIFY((*runner)->apply(*binding));
        outputs.push_back(outputOf(**runner, 5));
    }
    QCOMPARE(m_engine.compileCount(), compiles);
    for (std::size_t i = 1; i < outputs.size(); ++i) {
        QVERIFY(!sameBits(outputs[i - 1], outputs[i]));
    }
}

void TestInstrumentedRun::bindingNamesWhatHasNoRange()
{
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    ConfiguredModel configured(*layers);
    quant::Configuration configuration;
    const std::string name = (*layers)->sites.front().name;
    configuration.activations[name] = {};
    const auto binding = configured.bind(configuration, nullptr);
    QVERIFY(!binding);
    QVERIFY(binding.error().code == ErrorCode::InvalidArgument);
    QVERIFY(binding.error().where.find(name) != std::string::npos);
}

void TestInstrumentedRun::biasNeverOverflowsInt32()
{
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    ConfiguredModel configured(*layers);
    quant::QuantParams inputGrid;
    inputGrid.scales = {1e-9F}; // far finer than any real input: every bias would overflow
    inputGrid.zeroPoints = {0};
    for (std::size_t i = 0; i < (*layers)->layers.size(); ++i) {
        const model::Layer& layer = (*layers)->layers[i];
        if (layer.bias == model::kNoTensor) {
            continue;
        }
        const auto weights =
            configured.quantizedWeights(i, {quant::WeightScheme{}, nullptr}, inputGrid);
        QVERIFY(weights);
        const auto bias = model::floatValues(*(*layers)->graph->tensor(layer.bias).constant);
        QCOMPARE(bias.size(), weights->params.scales.size());
        for (std::size_t c = 0; c < bias.size(); ++c) {
            const double code = std::abs(static_cast<double>(bias[c])) /
                                (static_cast<double>(inputGrid.scales.front()) *
                                 static_cast<double>(weights->params.scales[c]));
            QVERIFY(code <= 1073741824.0 * (1.0 + 1e-6));
        }
    }
}

/// What somebody holds comes back as the same values however many others were made since; of what
/// nobody holds only a few are kept.
void TestInstrumentedRun::weightsInUseAreKept()
{
    const auto layers = tests::openLayers(m_engine, tests::sampleModelFile());
    QVERIFY(layers);
    ConfiguredModel configured(*layers);
    const auto& all = (*layers)->layers;
    const auto layer = static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [](const auto& each) { return each.hasWeights(); }) -
        all.begin());
    const auto valuesAt = [&](int bits) {
        quant::Configuration configuration;
        configuration.weights[all[layer].name].precision = quant::Precision::integer(bits);
        return configured.bind(configuration, nullptr)->weights[layer].values;
    };
    const auto held = valuesAt(8);
    std::vector<std::weak_ptr<const Tensor>> others;
    for (const int bits : {2, 3, 4, 5, 6, 7}) {
        others.emplace_back(valuesAt(bits));
    }
    QVERIFY(valuesAt(8) == held);
    const auto kept = std::count_if(others.begin(), others.end(),
                                    [](const auto& each) { return !each.expired(); });
    QCOMPARE(kept, std::ptrdiff_t{3});
}

QTEST_GUILESS_MAIN(TestInstrumentedRun)
#include "tst_instrumented_run.moc"
