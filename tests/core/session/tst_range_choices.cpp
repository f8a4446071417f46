// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"
#include "core/session/configuration_file.h"
#include "core/session/range_choices.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::session;
using quant::Calibration;
using quant::CalibrationMethod;

namespace {

constexpr const char* kConvolution = "stem/Conv";

quant::Configuration eightBits(const Session& session)
{
    return session.uniform({}).value();
}

/// The one tensor that a layer's name stands for.
std::string outputOf(const Session& session, const std::string& layer)
{
    return tensorsNamed(*session.modelInfo()->layers, layer).value().front();
}

} // namespace

/// Calibration methods of single tensors and weight ranges of single layers.
class TestRangeChoices : public QObject
{
    Q_OBJECT

private slots:
    void namesStandForTensors();
    void tensorsHaveMethodsOfTheirOwn();
    void rangesByHandComeBeforeThem();
    void weightRangesOfSomeLayers();
};

void TestRangeChoices::namesStandForTensors()
{
    const auto session = openSample();
    QVERIFY(session);
    const model::LayerModel& layers = *session->modelInfo()->layers;
    const std::string output = outputOf(*session, kConvolution);
    QVERIFY(layers.findSite(output) != nullptr);
    QCOMPARE(tensorsNamed(layers, output).value(), std::vector{output});
    QCOMPARE(tensorsNamed(layers, "*").value().size(), layers.sites.size());
    const auto some = tensorsNamed(layers, "block1/*");
    QVERIFY(some && some->size() > 1 && some->size() < layers.sites.size());
    const auto nobody = tensorsNamed(layers, "nobo*dy");
    QVERIFY(!nobody);
    QVERIFY(toString(nobody.error()).find("nobo*dy") != std::string::npos);
}

/// Each tensor gets the range that its own method finds, whatever the others have.
void TestRangeChoices::tensorsHaveMethodsOfTheirOwn()
{
    const auto session = openSample(8, 12);
    QVERIFY(session);
    const std::vector<Calibration> methods{{CalibrationMethod::Mse},
                                           {CalibrationMethod::Percentile, 99.0},
                                           {CalibrationMethod::Entropy},
                                           {CalibrationMethod::MinMax}};
    quant::Configuration mixed = eightBits(*session);
    mixed.calibration = {CalibrationMethod::PNorm};
    std::vector<std::string> tensors;
    for (const auto& [tensor, scheme] : mixed.activations) {
        tensors.push_back(tensor);
    }
    QVERIFY(tensors.size() > methods.size());
    for (std::size_t i = 0; i < methods.size(); ++i) {
        mixed = withCalibration(std::move(mixed), methods[i], {tensors[i]});
    }
    QVERIFY(session->check(mixed));
    QVERIFY(session->evaluate(mixed, {}));
    const auto calibration = session->calibration(mixed);
    QVERIFY(calibration);
    int different = 0;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const Calibration own = i < methods.size() ? methods[i] : mixed.calibration;
        quant::ActivationScheme scheme = mixed.activations.at(tensors[i]);
        scheme.calibration.reset();
        const auto range =
            quant::calibratedRange(calibration->histograms.at(tensors[i]), own, scheme);
        QVERIFY(range);
        const auto params = session->activationParams(tensors[i], mixed);
        QVERIFY(params);
        QVERIFY(*params == quant::activationParams(*range, scheme));
        const auto usual = quant::calibratedRange(calibration->histograms.at(tensors[i]),
                                                  mixed.calibration, scheme);
        different += *usual != *range;
    }
    QVERIFY(different >= 3);
    const std::string said = toJson(mixed);
    const auto read = configurationFromJson(said, "a.json");
    QVERIFY(read && *read == mixed);
}

void TestRangeChoices::rangesByHandComeBeforeThem()
{
    const auto session = openSample(8, 4);
    QVERIFY(session);
    const std::string tensor = outputOf(*session, kConvolution);
    quant::Configuration configuration = eightBits(*session);
    quant::ActivationScheme& scheme = configuration.activations.at(tensor);
    scheme.calibration = Calibration{CalibrationMethod::Mse};
    scheme.range = quant::Range{0.0F, 0.5F};
    QVERIFY(session->evaluate(configuration, {}));
    QVERIFY(*session->activationParams(tensor, configuration) ==
            quant::activationParams({0.0F, 0.5F}, scheme));

    const auto calibrated = withCalibration(configuration, {CalibrationMethod::MinMax}, {tensor});
    QVERIFY(!calibrated.activations.at(tensor).range);
    configuration.activations.at(tensor) = {quant::Precision::float32()};
    const auto kept = withCalibration(configuration, {CalibrationMethod::Mse}, {tensor});
    QVERIFY(kept == configuration); // nothing is calibrated there
    scheme.calibration = Calibration{CalibrationMethod::Percentile, 20.0};
    QVERIFY(!session->check(configuration));
}

void TestRangeChoices::weightRangesOfSomeLayers()
{
    const auto session = openSample();
    QVERIFY(session);
    quant::Configuration configuration = eightBits(*session);
    const std::string other = configuration.weights.begin()->first;
    QVERIFY(other != kConvolution);
    configuration.weights.at(other).precision = quant::Precision::integer(1);
    const auto one = withWeightRange(configuration, "percentile:99.5", {kConvolution});
    QVERIFY(one);
    QVERIFY(one->weights.at(kConvolution).range == quant::WeightRange::Percentile);
    QCOMPARE(one->weights.at(kConvolution).percentile, 99.5);
    QCOMPARE(quant::rangeText(one->weights.at(kConvolution)), std::string("percentile:99.5"));
    QVERIFY(one->weights.at(other) == configuration.weights.at(other));
    const auto refused = withWeightRange(configuration, "mse", {other});
    QVERIFY(!refused);
    QVERIFY(toString(refused.error()).find(other) != std::string::npos);
    const auto all = withWeightRange(configuration, "mse", {});
    QVERIFY(all);
    QVERIFY(all->weights.at(other).range == quant::WeightRange::MinMax);
    QVERIFY(all->weights.at(kConvolution).range == quant::WeightRange::Mse);
    for (const char* wrong : {"mse:99", "percentile:20", "percentile:x", "kl"}) {
        QVERIFY(!withWeightRange(configuration, wrong, {kConvolution}));
    }
}

QTEST_GUILESS_MAIN(TestRangeChoices)
#include "tst_range_choices.moc"
