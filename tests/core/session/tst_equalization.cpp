// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/quant/equalization.h"
#include "core/session/configuration_file.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

quant::Configuration perTensor(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    settings.granularity = quant::Granularity::PerTensor;
    return session.uniform(settings).value();
}

double klOf(Session& session, const quant::Configuration& configuration)
{
    const auto evaluation = session.evaluate(configuration, {});
    if (!evaluation) {
        qWarning("%s", toString(evaluation.error()).c_str());
    }
    return evaluation ? evaluation.value()->comparison.kl.value_or(1e9) : 1e9;
}

} // namespace

/// Equalizes the bundled sample, whose channels between blocks were scaled apart.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.1.
class TestEqualization : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsSkipped();
    void floatOutputsStay();
    void helpsScalesPerTensor_data();
    void helpsScalesPerTensor();
    void goesWithCorrection();
    void survivesAFile();
    void oneSidedScalesAreRefused();
    void exportedModelIsEqualized();
    void sweepsKeepIt();
    void searchesKeepIt();
};

void TestEqualization::tellsWhatIsSkipped()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->equalize({perTensor(*session, "W4")}, {});
    QVERIFY(report);
    const auto done = std::ranges::count_if(report->streams, &EqualizedStream::isEqualized);
    QCOMPARE(done, 5); // the linear bottlenecks, samples/road-signs/make/spread.py
    for (const EqualizedStream& stream : report->streams) {
        if (stream.isEqualized()) {
            QVERIFY(stream.spreadAfter < stream.spreadBefore);
        } else { // ReLU6 scales with nothing
            QVERIFY(stream.obstacle == model::StreamObstacle::ClippedActivation);
            QVERIFY(!stream.where.empty());
        }
    }
    QVERIFY(std::ssize(report->streams) > done);
    QVERIFY(!report->layers.empty());
}

void TestEqualization::floatOutputsStay()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->equalize({}, {});
    QVERIFY(report && report->configuration.equalization);
    const auto evaluation = session->evaluate(report->configuration, {});
    QVERIFY2(evaluation, evaluation ? "" : toString(evaluation.error()).c_str());
    QVERIFY((*evaluation)->comparison.sqnrDb > 100.0);
    QVERIFY((*evaluation)->comparison.kl.value() < 1e-9);
    const auto noise = session->measureNoise(report->configuration, 8, {});
    QVERIFY(noise);
    for (const auto& [layer, sqnrDb] : (*noise)->activationSqnrDb) {
        QVERIFY2(sqnrDb > 80.0, layer.c_str()); // beside FP32 as equalized
    }
    const auto equal = session->resumedEqualsScratch(report->configuration, {});
    QVERIFY(equal && *equal);
}

void TestEqualization::helpsScalesPerTensor_data()
{
    QTest::addColumn<QByteArray>("bits");
    for (const char* bits : {"W4", "W6", "W8A8"}) {
        QTest::newRow(bits) << QByteArray(bits);
    }
}

void TestEqualization::helpsScalesPerTensor()
{
    QFETCH(QByteArray, bits);
    const auto session = openSample();
    QVERIFY(session);
    const quant::Configuration base = perTensor(*session, bits.constData());
    const auto report = session->equalize({base}, {});
    QVERIFY(report);
    const double before = klOf(*session, base);
    const double after = klOf(*session, report->configuration);
    qInfo("KL %.5f -> %.5f", before, after);
    QVERIFY(after < before);
    const auto equal = session->resumedEqualsScratch(report->configuration, {});
    QVERIFY(equal && *equal);
}

void TestEqualization::goesWithCorrection()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto equalized = session->equalize({perTensor(*session, "W4A8")}, {});
    QVERIFY(equalized);
    CorrectionRequest request;
    request.base = equalized->configuration;
    const auto corrected = session->correctWeights(request, {});
    QVERIFY2(corrected, corrected ? "" : toString(corrected.error()).c_str());
    const quant::Configuration& both = (*corrected)->configuration;
    QVERIFY(klOf(*session, both) < klOf(*session, equalized->configuration));
    quant::Configuration without = both;
    without.equalization = nullptr; // what is scaled was corrected for other weights
    std::size_t kept = 0;
    for (const auto& [layer, unused] : both.corrected) {
        const bool isScaled = both.equalization->layers.contains(layer);
        QVERIFY(quant::correctedWeights(both, layer));
        QCOMPARE(quant::correctedWeights(without, layer) == nullptr, isScaled);
        kept += isScaled ? 0 : 1;
    }
    QVERIFY(kept > 0 && kept < both.corrected.size());
    QCOMPARE(quant::withoutStaleCorrections(without).corrected.size(), kept);
    const auto read = configurationFromJson(toJson(both), "test");
    QVERIFY(read);
    QVERIFY(*read == both);
}

void TestEqualization::survivesAFile()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->equalize({perTensor(*session, "W4")}, {});
    QVERIFY(report);
    const auto read = configurationFromJson(toJson(report->configuration), "test");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(*read == report->configuration);
    QVERIFY(session->check(*read));
}

void TestEqualization::oneSidedScalesAreRefused()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->equalize({perTensor(*session, "W4")}, {});
    QVERIFY(report);
    const quant::Equalization& right = *report->configuration.equalization;
    for (const auto& [name, layer] : right.layers) {
        auto wrong = std::make_shared<quant::Equalization>(right);
        auto& scales = layer.outputScales.empty() ? wrong->layers[name].inputScales
                                                  : wrong->layers[name].outputScales;
        scales.front() *= 2.0F;
        quant::Configuration configuration = report->configuration;
        configuration.equalization = wrong;
        const Status checked = session->check(configuration);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
    }
}

/// In FP32 too: the file has the scaled weights and the same outputs.
void TestEqualization::exportedModelIsEqualized()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->equalize({}, {});
    QVERIFY(report);
    const auto floats = session->evaluateFloat({});
    QVERIFY(floats);
    const auto file = std::filesystem::temp_directory_path() / "quantoscope_equalized.onnx";
    QVERIFY(session->exportQdq(report->configuration, file, {}));
    DataRequest data;
    data.validation.images = kSample / "val";
    data.validation.limit = 128;
    data.customPreprocess = session->dataInfo()->validation->preprocess();
    Session other(std::make_shared<eval::QtImageDecoder>());
    const auto opened = other.openModel({file, {}}, {});
    QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
    QVERIFY(other.openData(data, {}));
    const auto exported = other.evaluateFloat({});
    QVERIFY(exported);
    const auto again = other.equalize({}, {});
    QVERIFY(again);
    for (const EqualizedStream& stream : again->streams) { // nothing is left to do
        QVERIFY(std::abs(stream.spreadAfter / stream.spreadBefore - 1.0) < 0.01);
    }
    const auto& expected = (*floats)->outputs.values;
    const auto& got = (*exported)->outputs.values;
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        QVERIFY(std::abs(got[i] - expected[i]) < 1e-3F);
    }
    std::filesystem::remove(file);
}

/// A layer whose weights equalization made better is less sensitive.
void TestEqualization::sweepsKeepIt()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto equalized = session->equalize({perTensor(*session, "W4")}, {});
    QVERIFY(equalized);
    const auto most = std::ranges::max_element(equalized->layers, {}, [](const auto& layer) {
        return layer.sqnrAfterDb - layer.sqnrBeforeDb;
    });
    SensitivityRequest request;
    request.bits = {4};
    request.layers = {most->name};
    request.images = 0;
    request.effort = search::SensitivityEffort::Exact;
    request.granularity = quant::Granularity::PerTensor;
    const auto plain = session->measureSensitivity(request, nullptr, {});
    QVERIFY(plain);
    request.equalization = equalized->configuration.equalization;
    const auto kept = session->measureSensitivity(request, *plain, {}); // no part of the same
    QVERIFY2(kept, kept ? "" : toString(kept.error()).c_str());
    const double before = (*plain)->state.trials.front().sums.logitSqnrDb();
    const double after = (*kept)->state.trials.front().sums.logitSqnrDb();
    qInfo("%s at 4 bits: %.1f -> %.1f dB", most->name.c_str(), before, after);
    QVERIFY(after > before + 3.0);
    // With everything else in FP32 it is what an evaluation of that layer alone gives.
    quant::Configuration alone;
    alone.equalization = request.equalization;
    alone.weights[most->name] = equalized->configuration.weights.at(most->name);
    const double kl = (*kept)->state.trials.front().sums.meanKl();
    QVERIFY(std::abs(klOf(*session, alone) - kl) < 1e-6 + 1e-4 * kl);
    request.target = search::SensitivityTarget::Both; // needs ranges of the equalized model
    QVERIFY(session->measureSensitivity(request, nullptr, {}));
    QVERIFY(session->calibration(equalized->configuration));
}

void TestEqualization::searchesKeepIt()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto equalized = session->equalize({perTensor(*session, "W8A8")}, {});
    QVERIFY(equalized);
    SearchRequest request;
    request.base = equalized->configuration;
    request.budget.averageBits = 5.0;
    request.bits = {4, 6, 8};
    request.evaluations = 3;
    request.sensitivityImages = 16;
    request.heldOut = 0.25;
    const auto report = session->searchMixedPrecision(request, nullptr, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QVERIFY((*report)->best.has_value());
    for (const SearchPoint& point : (*report)->tried) {
        QVERIFY(
            quant::isSameEqualization(point.configuration.equalization, request.base.equalization));
    }
    const SearchPoint& best = (*report)->tried[*(*report)->best];
    quant::Configuration plain = best.configuration;
    plain.equalization = nullptr;
    QVERIFY(klOf(*session, best.configuration) < klOf(*session, plain));
}

QTEST_GUILESS_MAIN(TestEqualization)
#include "tst_equalization.moc"
