// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"
#include "core/model/onnx_io.h"
#include "core/quant/equalization.h"
#include "core/session/configuration_file.h"
#include "core/session/session.h"
#include "tests/core/model/graph_making.h"
#include "tests/core/session/high_bias_network.h"
#include "tests/core/session/network_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

/// An edge filter with a bias of 8, which the layer behind takes off again: all that the outputs
/// hold are the rare values that absorption would cut.
model::Graph edges()
{
    std::vector<float> filter(27, -0.125F);
    std::fill(filter.begin() + 9, filter.end(), 0.0F);
    filter[4] = 1.0F;
    model::GraphMaker maker;
    maker.input("x", {-1, 3, 16, 16})
        .weights("w1", {1, 3, 3, 3}, filter)
        .weights("b1", {1}, {8.0F})
        .weights("w2", {1, 1, 1, 1}, {1.0F})
        .weights("b2", {1}, {-8.0F})
        .node("Conv", {"x", "w1", "b1"}, {"c1"})
        .node("Relu", {"c1"}, {"r1"})
        .node("Conv", {"r1", "w2", "b2"}, {"y"})
        .shape("y", {-1, 1, 14, 14})
        .output("y");
    return maker.graph();
}

double sqnrOf(Session& session, const quant::Configuration& configuration)
{
    const auto evaluation = session.evaluate(configuration, {});
    if (!evaluation) {
        qWarning("%s", toString(evaluation.error()).c_str());
    }
    return evaluation ? (*evaluation)->comparison.sqnrDb : 0.0;
}

} // namespace

/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.1.3. The formula is compared with NumPy in tests/peers.
class TestAbsorption : public QObject
{
    Q_OBJECT

private slots:
    void absorbsAndTellsWhatItSkips();
    void helpsFewBits();
    void survivesAFileAndRuns();
    void othersAreRefused();
    void refusesWhereOutputsChange();
    void sampleHasNothingToAbsorb();

private:
    std::unique_ptr<Session> open(const model::Graph& graph, int side = 16);

    QTemporaryDir m_folder;
};

std::unique_ptr<Session> TestAbsorption::open(const model::Graph& graph, int side)
{
    return openNetwork(graph, m_folder.filePath("net.onnx").toStdString(), side);
}

void TestAbsorption::absorbsAndTellsWhatItSkips()
{
    const auto session = open(tests::highBiasNetwork());
    QVERIFY(session);
    const auto equalized = session->equalize({}, {});
    QVERIFY(equalized);
    const auto report = session->absorbBiases({equalized->configuration}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE(report->pairs.size(), std::size_t{3});
    QVERIFY(!report->pairs[0].obstacle);
    QVERIFY(report->pairs[0].channels > 0);
    QVERIFY(report->pairs[1].obstacle == AbsorptionObstacle::Padding);
    QVERIFY(report->pairs[2].obstacle != AbsorptionObstacle::Padding); // it reads what that made
    QVERIFY(!report->isRefused);
    QCOMPARE(report->images, 40);
    QVERIFY(report->floatSqnrDb >= AbsorptionReport::kLeastSqnrDb);
    QVERIFY(hasShifts(report->configuration.equalization));
    QVERIFY(quant::isSameEqualization(withoutShifts(report->configuration.equalization),
                                      equalized->configuration.equalization));
    // Again it finds the same; and without scales it works, too.
    const auto again = session->absorbBiases({report->configuration}, {});
    QVERIFY(again && again->configuration == report->configuration);
    const auto alone = session->absorbBiases({}, {});
    QVERIFY(alone && hasShifts(alone->configuration.equalization));
    QVERIFY(!withoutShifts(alone->configuration.equalization));
}

void TestAbsorption::helpsFewBits()
{
    const auto session = open(tests::highBiasNetwork());
    QVERIFY(session);
    quant::Configuration base; // what is absorbed is seen best where it is all that is quantized
    base.activations["r1"] = {quant::Precision::integer(4)};
    const auto equalized = session->equalize({base}, {});
    QVERIFY(equalized);
    const auto absorbed = session->absorbBiases({equalized->configuration}, {});
    QVERIFY(absorbed);
    const double before = sqnrOf(*session, equalized->configuration);
    const auto rangeBefore = session->calibration(equalized->configuration);
    const double after = sqnrOf(*session, absorbed->configuration);
    const auto rangeAfter = session->calibration(absorbed->configuration);
    qInfo("SQNR %.1f -> %.1f dB, FP32 %.1f dB", before, after, absorbed->floatSqnrDb);
    QVERIFY(after > before + 2.0);
    QVERIFY(rangeBefore && rangeAfter);
    const auto high = [](const auto& info) { return info->histograms.at("r1").maximum(); };
    qInfo("range up to %.2f -> %.2f", double(high(rangeBefore)), double(high(rangeAfter)));
    QVERIFY(high(rangeAfter) < 0.75F * high(rangeBefore));
}

void TestAbsorption::survivesAFileAndRuns()
{
    const auto session = open(tests::highBiasNetwork());
    QVERIFY(session);
    UniformSettings settings;
    settings.bits = quant::parseBits("W8A8").value();
    const auto equalized = session->equalize({session->uniform(settings).value()}, {});
    const auto report = session->absorbBiases({equalized->configuration}, {});
    QVERIFY(report);
    const auto read = configurationFromJson(toJson(report->configuration), "test");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(*read == report->configuration);
    QVERIFY(session->check(*read));
    const auto equal = session->resumedEqualsScratch(*read, {});
    QVERIFY(equal && *equal);
}

void TestAbsorption::othersAreRefused()
{
    const auto session = open(tests::highBiasNetwork());
    QVERIFY(session);
    const auto report = session->absorbBiases({}, {});
    QVERIFY(report && hasShifts(report->configuration.equalization));
    const auto expectWrong = [&](const auto& change) {
        auto wrong = std::make_shared<quant::Equalization>(*report->configuration.equalization);
        change(wrong->layers);
        quant::Configuration configuration;
        configuration.equalization = wrong;
        const Status checked = session->check(configuration);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
    };
    const std::string writer = report->pairs[0].writers.front();
    const std::string reader = report->pairs[0].readers.front();
    expectWrong([&](auto& layers) { layers[writer].outputShifts.front() += 1.0F; });
    expectWrong([&](auto& layers) { layers[reader].inputShifts.clear(); });
    expectWrong([&](auto& layers) {
        layers[writer].outputShifts.front() = -1.0F;
        layers[reader].inputShifts.front() = -1.0F;
    });
    expectWrong([&](auto& layers) { // the next layer pads
        layers[report->pairs[1].writers.front()].outputShifts = std::vector<float>(8, 1.0F);
        layers[report->pairs[1].readers.front()].inputShifts = std::vector<float>(8, 1.0F);
    });
}

void TestAbsorption::refusesWhereOutputsChange()
{
    const auto session = open(edges());
    QVERIFY(session);
    const auto report = session->absorbBiases({}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    qInfo("FP32 SQNR %.1f dB", report->floatSqnrDb);
    QCOMPARE(report->absorbedChannels(), 1);
    QVERIFY(report->isRefused);
    QVERIFY(report->floatSqnrDb < AbsorptionReport::kLeastSqnrDb);
    QVERIFY(report->configuration == quant::Configuration{});
}

/// It has ReLU6 throughout.
void TestAbsorption::sampleHasNothingToAbsorb()
{
    const auto graph = model::readOnnx(kSample / "model.onnx");
    QVERIFY(graph);
    const auto session = open(*graph, 64);
    QVERIFY(session);
    const auto equalized = session->equalize({}, {});
    const auto report = session->absorbBiases({equalized->configuration}, {});
    QVERIFY(report);
    QCOMPARE(report->absorbedChannels(), 0);
    QVERIFY(report->configuration == equalized->configuration);
    for (const AbsorbedPair& pair : report->pairs) {
        QVERIFY(pair.obstacle.has_value());
    }
}

QTEST_GUILESS_MAIN(TestAbsorption)
#include "tst_absorption.moc"
