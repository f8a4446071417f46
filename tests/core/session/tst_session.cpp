// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"
#include "core/session/session.h"

#include <QTest>

#include <cmath>
#include <filesystem>
#include <thread>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

const std::filesystem::path kSample = std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs";

DataRequest sampleData(std::int64_t limit)
{
    DataRequest request;
    request.validation.images = kSample / "val";
    request.validation.limit = limit;
    request.calibrationImages = kSample / "calib";
    request.calibrationLimit = 32;
    return request;
}

UniformSettings settingsFor(const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    return settings;
}

} // namespace

/// The session on the bundled sample: what a person does in the window, without one.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsTheModelsLayers();
    void fp32ConfigurationEqualsFp32();
    void fewerBitsMakeMoreNoise();
    void partialFiguresEndInTheExactOnes();
    void editsCompileNothing();
    void evaluatedConfigurationsComeBackAtOnce();
    void cancelledRunLeavesTheSessionUsable();
    void failedOpeningKeepsTheModel();
    void noiseIsMeasuredForEveryLayer();
    void inspectionCountsEveryWeight();
    void sizeIsWeightsAtTheirBits();
    void unknownNamesAreRefused();
    void callsFromSeveralThreadsWait();
    void bopsAreMacsTimesBits();
    void timesAreThoseOfTheLayers();

private:
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_session = std::make_unique<Session>(std::make_shared<eval::QtImageDecoder>());
    const auto model = m_session->openModel({kSample / "model.onnx", {}}, {});
    QVERIFY2(model, model ? "" : toString(model.error()).c_str());
    const auto data = m_session->openData(sampleData(64), {});
    QVERIFY2(data, data ? "" : toString(data.error()).c_str());
}

void TestSession::findsTheModelsLayers()
{
    const auto model = m_session->modelInfo();
    QCOMPARE(model->classCount, 16);
    QVERIFY(model->task == TaskKind::Classification);
    QVERIFY(model->simplification.batchNormCount(model::BatchNormOutcome::Folded) > 0);
    QVERIFY(model->simplificationDifference < 1e-4);
    for (const model::Node& node : model->layers->graph->nodes) {
        QVERIFY(node.opType != "BatchNormalization");
    }
}

void TestSession::fp32ConfigurationEqualsFp32()
{
    const auto floats = m_session->evaluateFloat({});
    QVERIFY(floats);
    const auto evaluated = m_session->evaluate({}, {});
    QVERIFY(evaluated);
    QCOMPARE((*evaluated)->comparison.sqnrDb, quant::kNoNoiseDb);
    QCOMPARE(*(*evaluated)->comparison.agreement, 1.0);
    QCOMPARE(*(*evaluated)->accuracy.top1, *(*floats)->accuracy.top1);
    QCOMPARE((*evaluated)->sizeBytes, (*floats)->sizeBytes);
}

void TestSession::fewerBitsMakeMoreNoise()
{
    double former = quant::kNoNoiseDb;
    for (const char* bits : {"W8A8", "W4A8", "W2A8"}) {
        const auto evaluated =
            m_session->evaluate(m_session->uniform(settingsFor(bits)).value(), {});
        QVERIFY2(evaluated, evaluated ? "" : toString(evaluated.error()).c_str());
        QVERIFY((*evaluated)->comparison.sqnrDb < former - 5.0);
        former = (*evaluated)->comparison.sqnrDb;
    }
}

void TestSession::partialFiguresEndInTheExactOnes()
{
    std::vector<PartialEvaluation> partials;
    const auto evaluated =
        m_session->evaluate(m_session->uniform(settingsFor("W4A8")).value(), {},
                            [&](const PartialEvaluation& each) { partials.push_back(each); });
    QVERIFY(evaluated);
    QVERIFY(partials.size() >= 2);
    for (std::size_t i = 1; i < partials.size(); ++i) {
        QVERIFY(partials[i].images > partials[i - 1].images);
    }
    QCOMPARE(partials.back().images, partials.back().totalImages);
    QCOMPARE(*partials.back().accuracy.top1, *(*evaluated)->accuracy.top1);
    QCOMPARE(partials.back().comparison.sqnrDb, (*evaluated)->comparison.sqnrDb);
}

void TestSession::editsCompileNothing()
{
    QVERIFY(m_session->evaluate(m_session->uniform(settingsFor("W8A8")).value(), {}));
    const std::int64_t compiles = m_session->compileCount();
    auto configuration = m_session->uniform(settingsFor("W4A4")).value();
    for (const auto method :
         {quant::CalibrationMethod::MinMax, quant::CalibrationMethod::Percentile,
          quant::CalibrationMethod::Mse, quant::CalibrationMethod::Entropy}) {
        configuration.calibration.method = method;
        QVERIFY(m_session->evaluate(configuration, {}));
    }
    QCOMPARE(m_session->compileCount(), compiles);
}

void TestSession::evaluatedConfigurationsComeBackAtOnce()
{
    const auto configuration = m_session->uniform(settingsFor("W4A8")).value();
    const auto first = m_session->evaluate(configuration, {});
    QVERIFY(first);
    bool ran = false;
    const auto again =
        m_session->evaluate(configuration, {}, [&](const PartialEvaluation&) { ran = true; });
    QVERIFY(again);
    QVERIFY(!ran);
    QCOMPARE(*first, *again);
}

void TestSession::cancelledRunLeavesTheSessionUsable()
{
    const auto configuration = m_session->uniform(settingsFor("W4A8")).value();
    std::stop_source stop;
    std::int64_t images = 0;
    const auto cancelled = m_session->evaluate(configuration, {stop.get_token(), {}},
                                               [&](const PartialEvaluation& each) {
                                                   images = each.images;
                                                   stop.request_stop();
                                               });
    QVERIFY(!cancelled);
    QVERIFY(cancelled.error().code == ErrorCode::Cancelled);
    QVERIFY(images > 0 && images < 64); // stopped after the batch it was in
    QVERIFY(m_session->evaluate(configuration, {}));
}

void TestSession::failedOpeningKeepsTheModel()
{
    const auto before = m_session->modelInfo();
    const auto missing = m_session->openModel({kSample / "missing.onnx", {}}, {});
    QVERIFY(!missing);
    QVERIFY(missing.error().code == ErrorCode::FileNotFound);
    QVERIFY(missing.error().where.find("missing.onnx") != std::string::npos);
    QCOMPARE(m_session->modelInfo(), before);
    QVERIFY(m_session->evaluate(m_session->uniform(settingsFor("W8A8")).value(), {}));
}

void TestSession::noiseIsMeasuredForEveryLayer()
{
    const auto report =
        m_session->measureNoise(m_session->uniform(settingsFor("W4A8")).value(), 10, {});
    QVERIFY(report);
    QCOMPARE((*report)->images, 10);
    QCOMPARE((*report)->activationSqnrDb.size(), m_session->modelInfo()->layers->layers.size());
    for (const auto& [name, sqnr] : (*report)->activationSqnrDb) {
        QVERIFY2(std::isfinite(sqnr) && sqnr < 100.0,
                 name.c_str()); // every layer lies behind a quantizer
    }
    const auto clean = m_session->measureNoise({}, 10, {});
    QVERIFY(clean);
    for (const auto& [name, sqnr] : (*clean)->activationSqnrDb) {
        QVERIFY2(sqnr == quant::kNoNoiseDb, name.c_str());
    }
}

void TestSession::inspectionCountsEveryWeight()
{
    const auto inspection = m_session->inspectWeights(
        "stem/Conv", {quant::Precision::integer(3), true, quant::Granularity::PerTensor}, 40);
    QVERIFY(inspection);
    const auto sum = [](const std::vector<double>& counts) {
        double total = 0.0;
        for (const double count : counts) {
            total += count;
        }
        return total;
    };
    const model::Layer* layer = m_session->modelInfo()->layers->findLayer("stem/Conv");
    const auto& weights = m_session->modelInfo()->layers->graph->tensor(layer->weight);
    const auto count = static_cast<double>(elementCount(weights.constant->shape));
    QCOMPARE(sum(inspection->floatCounts), count);
    QCOMPARE(sum(inspection->levelCounts), count);
    QCOMPARE(sum(inspection->errorCounts), count);
    QVERIFY(inspection->levels.size() <= 7); // 3 bits symmetric: -3..3
    QCOMPARE(inspection->binEdges.size(), std::size_t(41));
}

void TestSession::sizeIsWeightsAtTheirBits()
{
    const auto& layers = *m_session->modelInfo()->layers;
    std::int64_t expected = layers.parameterCount * 4;
    for (const model::Layer& layer : layers.layers) {
        if (layer.hasWeights()) {
            const Shape& shape = layers.graph->tensor(layer.weight).constant->shape;
            const std::int64_t channels = shape[static_cast<std::size_t>(layer.channelAxis)];
            expected -= elementCount(shape) * 4;
            expected += (elementCount(shape) * 4 + 7) / 8 + channels * 4; // 4 bits, float scales
        }
    }
    QCOMPARE(m_session->sizeBytes(m_session->uniform(settingsFor("W4A32")).value()).value(),
             expected);
}

void TestSession::unknownNamesAreRefused()
{
    quant::Configuration configuration;
    configuration.weights["no such layer"] = {};
    const auto evaluated = m_session->evaluate(configuration, {});
    QVERIFY(!evaluated);
    QVERIFY(evaluated.error().where.find("no such layer") != std::string::npos);
}

void TestSession::callsFromSeveralThreadsWait()
{
    const auto w8 = m_session->uniform(settingsFor("W8A8")).value();
    const auto w4 = m_session->uniform(settingsFor("W4A8")).value();
    bool first = false;
    bool second = false;
    {
        const std::jthread one([&] { first = m_session->evaluate(w8, {}).has_value(); });
        const std::jthread two([&] { second = m_session->measureNoise(w4, 8, {}).has_value(); });
        QVERIFY(m_session->inspectWeights("stem/Conv", {}, 10));
    }
    QVERIFY(first && second);
}

/// BOPs = MACs * weight bits * bits of the input.
void TestSession::bopsAreMacsTimesBits()
{
    double macs = 0.0;
    const model::Layer* first = nullptr;
    const auto model = m_session->modelInfo();
    for (const model::Layer& layer : model->layers->layers) {
        if (layer.hasWeights()) {
            first = first != nullptr ? first : &layer;
            macs += static_cast<double>(layer.macs);
        }
    }
    QVERIFY(first != nullptr);
    QCOMPARE(m_session->bops({}).value(), macs * 32 * 32);
    auto configuration = m_session->uniform(settingsFor("W4A8")).value();
    QCOMPARE(m_session->bops(configuration).value(), macs * 4 * 8);
    const auto evaluation = m_session->evaluate(configuration, {});
    QVERIFY(evaluation);
    QCOMPARE((*evaluation)->bops, macs * 4 * 8);
    configuration.weights.at(first->name).precision = quant::Precision::integer(8);
    QCOMPARE(m_session->bops(configuration).value(),
             macs * 4 * 8 + static_cast<double>(first->macs) * 4 * 8);
}

void TestSession::timesAreThoseOfTheLayers()
{
    const auto configuration = m_session->uniform(settingsFor("W8A8")).value();
    const auto measured = m_session->measureTime(configuration, {});
    QVERIFY2(measured, measured ? "" : toString(measured.error()).c_str());
    const TimeReport& report = **measured;
    QVERIFY(report.runs >= 10 && report.floatMs > 0.0 && report.quantizedMs > 0.0);
    double floatMs = 0.0;
    double quantizedMs = 0.0;
    for (const model::Layer& layer : m_session->modelInfo()->layers->layers) {
        const LayerTime& time = report.layers.at(layer.name);
        // The engine counts whole microseconds.
        const bool isLarge = layer.macs * 50 > m_session->modelInfo()->layers->macs;
        QVERIFY2(!isLarge || (time.floatMs > 0.0 && time.quantizedMs > 0.0), layer.name.c_str());
        floatMs += time.floatMs;
        quantizedMs += time.quantizedMs;
    }
    // Layers make up the run, but for starting it and reordering; means stand beside medians.
    QVERIFY2(floatMs > 0.3 * report.floatMs && floatMs < 3.0 * report.floatMs,
             qPrintable(QStringLiteral("%1 of %2 ms").arg(floatMs).arg(report.floatMs)));
    QVERIFY2(quantizedMs > 0.2 * report.quantizedMs && quantizedMs < 3.0 * report.quantizedMs,
             qPrintable(QStringLiteral("%1 of %2 ms").arg(quantizedMs).arg(report.quantizedMs)));

    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = m_session->measureTime(configuration, {stop.get_token(), {}});
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
