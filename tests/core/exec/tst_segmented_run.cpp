// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/activation_cache.h"
#include "core/exec/runner.h"
#include "core/exec/segmented_runner.h"
#include "tests/core/exec/sample_model.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace quantoscope;
using namespace quantoscope::exec;

namespace {

constexpr std::int64_t kBatch = 4;
constexpr std::size_t kBatches = 3;
constexpr std::size_t kCuts = 12;
constexpr std::size_t kPlenty = std::size_t{1} << 30;

using Outputs = std::vector<std::vector<float>>; // by batch, all outputs of it

/// A network with a chain, as every test here needs it.
struct Network
{
    std::shared_ptr<const model::LayerModel> layers;
    std::shared_ptr<const SegmentedModel> chain;
    std::unique_ptr<SegmentedRunner> runner;
    std::unique_ptr<ConfiguredModel> configured;
    SiteHistograms histograms;
};

void fillRandom(std::span<float> values, std::size_t seed)
{
    std::mt19937 generator(static_cast<unsigned>(seed));
    std::normal_distribution<float> normal;
    for (float& value : values) {
        value = normal(generator);
    }
}

/// Runs batches [0, end) from wherever the cache allows.
Outputs run(Network& network, ActivationCache& cache,
            const std::shared_ptr<const ModelBinding>& binding, std::size_t end, bool keep)
{
    Outputs outputs;
    cache.plan(binding);
    if (!network.runner->apply(*binding)) {
        return outputs;
    }
    for (std::size_t batch = 0; batch < end; ++batch) {
        const std::size_t first = cache.resumeSegment(batch);
        for (std::size_t i = 0; i < network.chain->inputShapes.size(); ++i) {
            fillRandom(network.runner->input(i), batch);
        }
        cache.load(batch, first, *network.runner);
        for (std::size_t s = first; s < network.chain->segments.size(); ++s) {
            if (!network.runner->runSegment(s, network.chain->batch)) {
                return {};
            }
            if (keep) {
                cache.store(batch, s, *network.runner);
            }
        }
        outputs.emplace_back();
        for (std::size_t i = 0; i < network.chain->outputs.size(); ++i) {
            const auto values = network.runner->output(i).values;
            outputs.back().insert(outputs.back().end(), values.begin(), values.end());
        }
    }
    return outputs;
}

bool sameBits(const Outputs& a, const Outputs& b)
{
    return a.size() == b.size() && !a.empty() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.size() == y.size() && !x.empty() &&
                      std::memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0;
           });
}

/// One random change of one layer or site, as people make them.
void editRandomly(quant::Configuration& configuration, const Network& network, std::mt19937& random)
{
    const auto pick = [&](std::size_t count) { return random() % count; };
    if (pick(2) == 0) {
        const auto& site = network.layers->sites[pick(network.layers->sites.size())];
        constexpr int kBits[] = {2, 4, 8, 16, 32};
        const int bits = kBits[pick(5)];
        configuration.activations[site.name] = {bits == 32 ? quant::Precision::float32()
                                                           : quant::Precision::integer(bits),
                                                pick(2) == 0};
        return;
    }
    std::vector<const model::Layer*> weighted;
    for (const model::Layer& layer : network.layers->layers) {
        if (layer.hasWeights()) {
            weighted.push_back(&layer);
        }
    }
    quant::WeightScheme scheme;
    scheme.precision = quant::Precision::integer(static_cast<int>(1 + pick(8)));
    scheme.symmetric = pick(2) == 0 || scheme.precision.bits() == 1;
    configuration.weights[weighted[pick(weighted.size())]->name] = scheme;
}

quant::Configuration eightBits(const Network& network)
{
    quant::Configuration configuration;
    for (const auto& site : network.layers->sites) {
        configuration.activations[site.name] = {};
    }
    for (const model::Layer& layer : network.layers->layers) {
        if (layer.hasWeights()) {
            configuration.weights[layer.name] = {};
        }
    }
    return configuration;
}

} // namespace

/// The chain of segments: same figures as the whole, and from kept values the same bits as from
/// scratch.
class TestSegmentedRun : public QObject
{
    Q_OBJECT

private slots:
    void inFloatItEqualsTheWholeModel_data() { networks(); }
    void inFloatItEqualsTheWholeModel();
    void resumedEqualsFromScratch_data() { networks(); }
    void resumedEqualsFromScratch();
    void editsRunOnlyWhatLiesBehind();
    void budgetIsObeyed();
    void codesAgreeWithFloats_data();
    void codesAgreeWithFloats();

private:
    static void networks();
    Result<Network> open(const QString& file, Integers integers = Integers::WherePossible);
    Engine m_engine;
};

void TestSegmentedRun::networks()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("road-signs") << QString::fromStdString(tests::sampleModelFile().string());
    for (const char* name : {"efficientnet-lite0", "yolox_nano", "ultraface"}) {
        QTest::newRow(name)
            << QStringLiteral(QUANTOSCOPE_SHARED_DATA "/models/%1.onnx").arg(QLatin1String(name));
    }
}

Result<Network> TestSegmentedRun::open(const QString& file, Integers integers)
{
    Network network;
    auto layers = tests::openLayers(m_engine, file.toStdString());
    if (!layers) {
        return failFrom(layers);
    }
    network.layers = *std::move(layers);
    auto chain = compileSegments(m_engine, network.layers, kBatch,
                                 model::chooseCuts(*network.layers, kCuts), integers);
    if (!chain) {
        return failFrom(chain);
    }
    network.chain = *std::move(chain);
    auto runner = SegmentedRunner::create(network.chain);
    if (!runner) {
        return failFrom(runner);
    }
    network.runner = *std::move(runner);
    network.configured = std::make_unique<ConfiguredModel>(network.layers);
    for (const auto& site : network.layers->sites) {
        network.histograms[site.name].add(std::vector<float>{-3.0F, 0.5F, 6.0F});
    }
    return network;
}

void TestSegmentedRun::inFloatItEqualsTheWholeModel()
{
    QFETCH(QString, file);
    if (!std::filesystem::exists(file.toStdString())) {
        QSKIP(qPrintable(file + QStringLiteral(" is not there")));
    }
    auto network = open(file);
    QVERIFY2(network, network ? "" : toString(network.error()).c_str());
    QVERIFY(network->chain->segments.size() > 3);
    const auto binding = network->configured->bind({}, nullptr);
    QVERIFY(binding);
    ActivationCache cache(network->chain, 1, 0);
    const Outputs outputs =
        run(*network, cache, std::make_shared<const ModelBinding>(*binding), 1, false);
    QCOMPARE(outputs.size(), std::size_t{1});
    const auto whole = compilePlain(m_engine, *network->layers, network->chain->batch);
    QVERIFY(whole);
    const auto runner = Runner::create(*whole);
    QVERIFY(runner);
    fillRandom((*runner)->input(0), 0);
    QVERIFY((*runner)->run());
    std::vector<float> expected;
    for (std::size_t i = 0; i < network->chain->outputs.size(); ++i) {
        const auto values = (*runner)->output(i).values;
        expected.insert(expected.end(), values.begin(), values.end());
    }
    QCOMPARE(outputs.front().size(), expected.size());
    double noise = 0.0;
    double signal = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        noise += std::pow(double{outputs.front()[i]} - double{expected[i]}, 2.0);
        signal += std::pow(double{expected[i]}, 2.0);
    }
    QVERIFY2(noise <= signal * 1e-10, qPrintable(QString::number(noise / signal)));
}

/// Random edits, some of whose runs are cut short: after each, outputs from kept values equal
/// those of a run that keeps nothing.
void TestSegmentedRun::resumedEqualsFromScratch()
{
    QFETCH(QString, file);
    if (!std::filesystem::exists(file.toStdString())) {
        QSKIP(qPrintable(file + QStringLiteral(" is not there")));
    }
    auto network = open(file);
    QVERIFY2(network, network ? "" : toString(network.error()).c_str());
    ActivationCache cache(network->chain, kBatches, kPlenty);
    ActivationCache none(network->chain, kBatches, 0);
    quant::Configuration configuration = eightBits(*network);
    std::mt19937 random(5);
    std::size_t resumed = 0;
    for (int edit = 0; edit < 14; ++edit) {
        const auto bound = network->configured->bind(configuration, &network->histograms);
        QVERIFY2(bound, bound ? "" : toString(bound.error()).c_str());
        const auto binding = std::make_shared<const ModelBinding>(*bound);
        const std::size_t end = 1 + random() % kBatches;
        cache.plan(binding);
        resumed += cache.resumeSegment(0) > 0 ? 1 : 0;
        const Outputs fast = run(*network, cache, binding, end, random() % 4 != 0);
        const Outputs slow = run(*network, none, binding, end, false);
        QVERIFY2(sameBits(fast, slow), qPrintable(QStringLiteral("edit %1").arg(edit)));
        editRandomly(configuration, *network, random);
    }
    QVERIFY2(resumed >= 7, qPrintable(QString::number(resumed)));
}

void TestSegmentedRun::editsRunOnlyWhatLiesBehind()
{
    auto network = open(QString::fromStdString(tests::sampleModelFile().string()));
    QVERIFY(network);
    ActivationCache cache(network->chain, kBatches, kPlenty);
    quant::Configuration configuration = eightBits(*network);
    const auto bindingOf = [&] {
        return std::make_shared<const ModelBinding>(
            *network->configured->bind(configuration, &network->histograms));
    };
    run(*network, cache, bindingOf(), kBatches, true);
    const std::int64_t compiles = m_engine.compileCount();
    for (std::size_t i = 0; i < network->layers->layers.size(); ++i) {
        const model::Layer& layer = network->layers->layers[i];
        if (!layer.hasWeights()) {
            continue;
        }
        const quant::Configuration before = configuration;
        configuration.weights[layer.name].precision = quant::Precision::integer(3);
        cache.plan(bindingOf());
        for (std::size_t batch = 0; batch < kBatches; ++batch) {
            QCOMPARE(cache.resumeSegment(batch), network->chain->segmentOf(i));
        }
        configuration = before;
    }
    cache.plan(bindingOf());
    QCOMPARE(cache.resumeSegment(0), network->chain->segments.size() - 1);
    QCOMPARE(m_engine.compileCount(), compiles);
}

void TestSegmentedRun::budgetIsObeyed()
{
    auto network = open(QString::fromStdString(tests::sampleModelFile().string()));
    QVERIFY(network);
    ActivationCache plenty(network->chain, kBatches, kPlenty);
    const auto floats =
        std::make_shared<const ModelBinding>(*network->configured->bind({}, nullptr));
    const Outputs expected = run(*network, plenty, floats, kBatches, true);
    for (const std::size_t budget : {plenty.bytes() / 2, plenty.bytes() / 10, std::size_t{100}}) {
        ActivationCache small(network->chain, kBatches, budget);
        QVERIFY(sameBits(run(*network, small, floats, kBatches, true), expected));
        QVERIFY(small.bytes() <= budget);
        QVERIFY(sameBits(run(*network, small, floats, kBatches, true), expected));
        if (budget > 1000) {
            QVERIFY(small.bytes() > 0);
            QVERIFY(small.resumeSegment(0) > 0);
        }
    }
}

void TestSegmentedRun::codesAgreeWithFloats_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("weightBits");
    QTest::addColumn<int>("activationBits");
    QTest::addColumn<bool>("symmetric");
    const QString real = QStringLiteral(QUANTOSCOPE_SHARED_DATA "/models/efficientnet-lite0.onnx");
    const QString sample = QString::fromStdString(tests::sampleModelFile().string());
    QTest::newRow("road-signs W8A8") << sample << 8 << 8 << true;
    QTest::newRow("road-signs W4A6, asymmetric weights") << sample << 4 << 6 << false;
    QTest::newRow("road-signs W1A8") << sample << 1 << 8 << true;
    QTest::newRow("efficientnet-lite0 W8A8") << real << 8 << 8 << true;
    QTest::newRow("efficientnet-lite0 W6A8, asymmetric weights") << real << 6 << 8 << false;
}

/// Sums of codes are exact, those of the emulation rounded floats, so that a few values next to a
/// tie fall to the other side: the outputs differ by much less than quantization itself moves them.
void TestSegmentedRun::codesAgreeWithFloats()
{
    QFETCH(QString, file);
    QFETCH(int, weightBits);
    QFETCH(int, activationBits);
    QFETCH(bool, symmetric);
    if (!std::filesystem::exists(file.toStdString())) {
        QSKIP(qPrintable(file + QStringLiteral(" is not there")));
    }
    if (!hasIntegerKernels()) {
        QSKIP("this processor has no AVX-512 VNNI, so that everything runs in floats");
    }
    auto network = open(file);
    auto floating = open(file, Integers::Never);
    QVERIFY(network && floating);
    quant::Configuration configuration = eightBits(*network);
    for (auto& [layer, scheme] : configuration.weights) {
        scheme.precision = quant::Precision::integer(weightBits);
        scheme.symmetric = symmetric;
    }
    for (auto& [tensor, scheme] : configuration.activations) {
        scheme.precision = quant::Precision::integer(activationBits);
    }
    std::array<Outputs, 3> outputs; // on codes, emulated, FP32
    Network* const networks[] = {&*network, &*floating, &*floating};
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto bound = networks[i]->configured->bind(
            i < 2 ? configuration : quant::Configuration{}, &network->histograms);
        QVERIFY(bound);
        ActivationCache none(networks[i]->chain, kBatches, 0);
        outputs[i] =
            run(*networks[i], none, std::make_shared<const ModelBinding>(*bound), kBatches, false);
        QVERIFY(!outputs[i].empty());
    }
    std::size_t onCodes = 0;
    for (std::size_t s = 0; s < network->chain->segments.size(); ++s) {
        onCodes += network->runner->runsOnCodes(s) ? 1 : 0;
        QVERIFY(!floating->runner->runsOnCodes(s));
    }
    QCOMPARE(onCodes, network->chain->segments.size());
    double difference = 0.0;
    double moved = 0.0;
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        for (std::size_t i = 0; i < outputs[0][batch].size(); ++i) {
            difference += std::pow(double{outputs[0][batch][i]} - double{outputs[1][batch][i]}, 2);
            moved += std::pow(double{outputs[1][batch][i]} - double{outputs[2][batch][i]}, 2);
        }
    }
    const double ratio = 10.0 * std::log10(moved / difference);
    qInfo("noise of quantization over difference of the two: %.1f dB", ratio);
    QVERIFY2(ratio > 10.0, qPrintable(QString::number(ratio)));
}

QTEST_GUILESS_MAIN(TestSegmentedRun)
#include "tst_segmented_run.moc"
