// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_file.h"
#include "core/session/splitting.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

constexpr const char* kExpand = "block5/expand/Conv";
constexpr const char* kDepthwise = "block5/depthwise/Conv";
constexpr const char* kProject = "block5/project/Conv";

const model::LayerModel& layersOf(const Session& session)
{
    return *session.modelInfo()->layers;
}

quant::Configuration fourBits(const Session& session)
{
    UniformSettings settings;
    settings.bits.weights = quant::Precision::integer(4);
    settings.bits.activations = quant::Precision::float32();
    settings.granularity = quant::Granularity::PerTensor;
    return session.uniform(settings).value();
}

const LayerFigures& rowOf(const Evaluation& evaluation, const std::string& layer)
{
    return *std::ranges::find(evaluation.layers, layer, &LayerFigures::name);
}

} // namespace

/// Splits channels of the bundled sample: convolutions, depthwise ones and a Gemm.
class TestSplitting : public QObject
{
    Q_OBJECT

private slots:
    void obstaclesAreNamed();
    void sizesCountAddedChannels();
    void weightsAreCloserToFloat();
    void survivesAFile();
    void oldFilesAreReadUnchanged();
    void splitLayersAreNotCorrected();
    void uniformSettingsSplit();
};

void TestSplitting::obstaclesAreNamed()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const model::LayerModel& layers = layersOf(*session);
    QVERIFY(splittingObstacle(layers, *layers.findLayer(kDepthwise)) == SplittingObstacle::Groups);
    QVERIFY(!splittingObstacle(layers, *layers.findLayer(kExpand)));
    QVERIFY(!splittingObstacle(layers, *layers.findLayer("classifier/Gemm")));
    const quant::Configuration base = fourBits(*session);
    const auto whole = withSplitting(layers, base, 0.05);
    QVERIFY(whole);
    for (const SkippedLayer& skipped : whole->skipped) {
        QVERIFY(layers.findLayer(skipped.name)->kind == model::LayerKind::DepthwiseConv);
        QVERIFY(skipped.reason.find("groups") != std::string::npos);
    }
    QCOMPARE(whole->configuration.weights.at(kDepthwise).split, 0.0);
    QCOMPARE(whole->configuration.weights.at(kExpand).split, 0.05);
    QVERIFY(session->check(whole->configuration));
    const auto back = withSplitting(layers, whole->configuration, 0.0);
    QVERIFY(back && back->configuration == base);
    QVERIFY(!withSplitting(layers, base, 0.05, {kDepthwise}));
    QVERIFY(!withSplitting(layers, base, 0.05, {"nothing"}));
    QVERIFY(!withSplitting(layers, {}, 0.05, {kExpand})); // FP32
    quant::Configuration wrong = base;
    wrong.weights.at(kDepthwise).split = 0.05;
    const Status checked = session->check(wrong);
    QVERIFY(!checked && QByteArray(toString(checked.error()).c_str()).contains(kDepthwise));
}

/// ceil(0.05 * C) channels more: weights and MACs go up as the channels do, scales and biases stay.
void TestSplitting::sizesCountAddedChannels()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const model::LayerModel& layers = layersOf(*session);
    const quant::Configuration base = fourBits(*session);
    const auto split = withSplitting(layers, base, 0.05, {kProject});
    QVERIFY(split);
    const auto before = session->evaluate(base, {});
    const auto after = session->evaluate(split->configuration, {});
    QVERIFY(before && after);
    const Shape shape = *layers.graph->tensor(layers.findLayer(kProject)->weight).shape;
    const std::int64_t channels = shape[1];
    const std::int64_t added = (channels * 5 + 99) / 100;
    const LayerFigures& whole = rowOf(**before, kProject);
    const LayerFigures& grown = rowOf(**after, kProject);
    QCOMPARE(whole.addedChannels, 0);
    QCOMPARE(grown.addedChannels, added);
    QCOMPARE(grown.macs * channels, whole.macs * (channels + added));
    QCOMPARE(grown.sizeBytes - whole.sizeBytes, (shape[0] * added * 4 + 7) / 8);
    QCOMPARE(grown.keptShare, 1.0);
    QCOMPARE((*after)->sizeBytes - (*before)->sizeBytes, grown.sizeBytes - whole.sizeBytes);
    QCOMPARE((*after)->bops - (*before)->bops,
             static_cast<double>((grown.macs - whole.macs) * 4 * 32));
    QVERIFY(*grown.weightSqnrDb > *whole.weightSqnrDb);
}

/// A finer grid in every layer that is split: at most 5 % of channels more, and less rounding
/// error.
void TestSplitting::weightsAreCloserToFloat()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const quant::Configuration base = fourBits(*session);
    const auto split = withSplitting(layersOf(*session), base, 0.05);
    QVERIFY(split);
    const auto before = session->evaluate(base, {});
    const auto after = session->evaluate(split->configuration, {});
    QVERIFY(before && after);
    double gain = 0.0;
    int layers = 0;
    for (const LayerFigures& layer : (*after)->layers) {
        const double difference =
            layer.weightBits ? *layer.weightSqnrDb - *rowOf(**before, layer.name).weightSqnrDb
                             : 0.0;
        if (layer.addedChannels > 0) {
            gain += difference;
            ++layers;
        } else {
            QCOMPARE(difference, 0.0);
        }
    }
    QCOMPARE(layers, 20);
    qInfo("weight SQNR +%.2f dB on average", gain / layers);
    QVERIFY(gain / layers > 1.0);
}

void TestSplitting::survivesAFile()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const auto split = withSplitting(layersOf(*session), fourBits(*session), 0.05);
    QVERIFY(split);
    const auto again = configurationFromJson(toJson(split->configuration), "file");
    QVERIFY2(again, again ? "" : toString(again.error()).c_str());
    QVERIFY(*again == split->configuration);
    std::string text = toJson(split->configuration);
    const std::string right = "\"split\": 0.05";
    QVERIFY(text.find(right) != std::string::npos);
    text.replace(text.find(right), right.size(), "\"split\": \"half\"");
    QVERIFY(!configurationFromJson(text, "file"));
}

void TestSplitting::oldFilesAreReadUnchanged()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const quant::Configuration base = fourBits(*session);
    const std::string text = toJson(base);
    QVERIFY(text.find("split") == std::string::npos);
    const auto again = configurationFromJson(text, "file");
    QVERIFY(again && *again == base);
}

void TestSplitting::splitLayersAreNotCorrected()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const auto split =
        withSplitting(layersOf(*session), fourBits(*session), 0.05, {kExpand, kProject});
    QVERIFY(split);
    const auto all = correctableLayers(fourBits(*session));
    QCOMPARE(correctableLayers(split->configuration), all - 2);
    CorrectionRequest request;
    request.base = split->configuration;
    request.method = quant::CorrectionMethod::BiasCorrection;
    const auto report = session->correctWeights(request, {});
    QVERIFY(report);
    QCOMPARE(std::ssize((*report)->layers), all);
    for (const CorrectedLayer& layer : (*report)->layers) {
        QVERIFY(!layer.isCorrected || (layer.name != kExpand && layer.name != kProject));
    }
    QVERIFY(!correctionMethod((*report)->configuration, kExpand));
}

void TestSplitting::uniformSettingsSplit()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    UniformSettings settings;
    settings.split = 0.05;
    const auto configuration = session->uniform(settings);
    QVERIFY(configuration);
    QCOMPARE(configuration->weights.at(kExpand).split, 0.05);
    QCOMPARE(configuration->weights.at(kDepthwise).split, 0.0);
    settings.setWeights(configuration->weights.at(kExpand));
    QCOMPARE(settings.weights().split, 0.05);
    settings.bits.weights = quant::Precision::float16();
    QVERIFY(!session->uniform(settings));
}

QTEST_GUILESS_MAIN(TestSplitting)
#include "tst_splitting.moc"
