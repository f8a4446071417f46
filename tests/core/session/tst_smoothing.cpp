// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/channel_streams.h"
#include "core/model/onnx_io.h"
#include "core/quant/equalization.h"
#include "core/session/configuration_file.h"
#include "core/session/configuration_summary.h"
#include "core/session/session.h"
#include "tests/core/model/graph_making.h"
#include "tests/core/session/high_bias_network.h"
#include "tests/core/session/network_session.h"
#include "tests/core/session/token_network.h"

#include <QTemporaryDir>
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

double sqnrOf(Session& session, const quant::Configuration& configuration)
{
    const auto evaluation = session.evaluate(configuration, {});
    if (!evaluation) {
        qWarning("%s", toString(evaluation.error()).c_str());
    }
    return evaluation ? (*evaluation)->comparison.sqnrDb : 0.0;
}

} // namespace

/// Source: Xiao et al. 2023, "SmoothQuant: Accurate and Efficient Post-Training Quantization for
/// Large Language Models". tests/peers/smooth_quant.py compares the scales with NumPy.
class TestSmoothing : public QObject
{
    Q_OBJECT

private slots:
    void findsNormalizations();
    void formulaByHand();
    void floatOutputsStay();
    void helpsPerTensorActivations();
    void isAmongTheBestMethods();
    void resumedRunsEqualRunsFromScratch();
    void survivesAFile();
    void replacesAnEqualization();
    void oneSidedScalesAreRefused();
    void exportedModelIsSmoothed();
    void equalizationLeavesNormalizations();
    void seesThroughMovedRows();
    void otherModelsStay();
    void refusesOtherAlphas();

private:
    std::unique_ptr<Session> open(const model::Graph& graph);
    Result<SmoothingReport> smoothed(Session& session, const quant::Configuration& base)
    {
        return session.smoothActivations({base}, {});
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<Session> TestSmoothing::open(const model::Graph& graph)
{
    return openNetwork(graph, m_folder.filePath("net.onnx").toStdString());
}

void TestSmoothing::findsNormalizations()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = smoothed(*session, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE(report->images, 40);
    using Names = std::vector<std::string>;
    QCOMPARE(report->streams.size(), std::size_t{3});
    const Names writers[]{{"n_node"}, {"m1_node"}, {"g_node", "o_node"}};
    const Names readers[]{{"m1_node"}, {"m2_node"}, {"y_node"}};
    for (std::size_t i = 0; i < 3; ++i) {
        const EqualizedStream& stream = report->streams[i];
        QVERIFY(stream.writers == writers[i]);
        QVERIFY(stream.readers == readers[i]);
        QVERIFY2(stream.isEqualized(), stream.where.c_str());
        qInfo("%s: %.1f : 1 -> %.1f : 1", stream.readers.front().c_str(), stream.spreadBefore,
              stream.spreadAfter);
        QVERIFY(stream.spreadAfter < 0.5 * stream.spreadBefore);
    }
    const auto& layers = report->configuration.equalization->layers;
    QVERIFY(layers.at("n_node").outputScales == layers.at("m1_node").inputScales);
    QVERIFY(layers.at("g_node").outputScales == layers.at("o_node").outputScales);
}

/// 16^0.5 / 4^0.5 = 2; alpha 1 moves all, alpha 0 only evens the weights.
void TestSmoothing::formulaByHand()
{
    const std::vector<float> activations{16.0F, 1.0F, 0.0F, 3.0F};
    const std::vector<float> weights{4.0F, 0.25F, 1.0F, 0.0F};
    using Floats = std::vector<float>;
    QCOMPARE(quant::smoothingScales(activations, weights, 0.5), (Floats{2.0F, 2.0F, 1.0F, 1.0F}));
    QCOMPARE(quant::smoothingScales(activations, weights, 1.0), (Floats{16.0F, 1.0F, 1.0F, 1.0F}));
    QCOMPARE(quant::smoothingScales(activations, weights, 0.0), (Floats{0.25F, 4.0F, 1.0F, 1.0F}));
    const auto other = quant::smoothingScales(activations, weights, 0.75);
    QVERIFY(std::abs(other[0] - 8.0F / std::sqrt(2.0F)) < 1e-6F);
}

void TestSmoothing::floatOutputsStay()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = smoothed(*session, {});
    QVERIFY(report && report->configuration.equalization);
    QVERIFY(session->check(report->configuration));
    const double sqnr = sqnrOf(*session, report->configuration);
    qInfo("%.1f dB", sqnr);
    QVERIFY(sqnr > 100.0);
    const auto noise = session->measureNoise(report->configuration, 8, {});
    QVERIFY(noise);
    for (const auto& [layer, sqnrDb] : (*noise)->activationSqnrDb) {
        QVERIFY2(sqnrDb > 80.0, layer.c_str()); // beside FP32 as smoothed
    }
}

void TestSmoothing::helpsPerTensorActivations()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const quant::Configuration base = perTensor(*session, "W8A8");
    const auto report = smoothed(*session, base);
    QVERIFY(report);
    const double before = sqnrOf(*session, base);
    const double after = sqnrOf(*session, report->configuration);
    qInfo("SQNR %.1f -> %.1f dB", before, after);
    QVERIFY(after > before + 2.0);
}

/// Trying all methods keeps it on outliers that no calibration method takes away.
void TestSmoothing::isAmongTheBestMethods()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const quant::Configuration base = perTensor(*session, "W8A8");
    const auto report = session->findBestMethods({base, 600.0}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    const auto trial =
        std::ranges::find((*report)->trials, BestMethod::Smoothing, &BestTrial::method);
    QVERIFY(trial != (*report)->trials.end());
    QVERIFY(trial->wasJudged());
    QVERIFY((*report)->lossAfter < (*report)->lossBefore);
    QVERIFY(sqnrOf(*session, (*report)->configuration) > sqnrOf(*session, base));
}

void TestSmoothing::resumedRunsEqualRunsFromScratch()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const quant::Configuration base = perTensor(*session, "W8A8");
    QVERIFY(session->evaluate(base, {}));
    const auto report = smoothed(*session, base);
    QVERIFY(report);
    QVERIFY(session->evaluate(report->configuration, {}));
    quant::Configuration edited = report->configuration;
    edited.weights["y_node"].precision = quant::Precision::integer(4);
    for (const quant::Configuration& each : {report->configuration, edited, base}) {
        QVERIFY(session->evaluate(each, {}));
        const auto equal = session->resumedEqualsScratch(each, {});
        QVERIFY(equal && *equal);
    }
}

void TestSmoothing::survivesAFile()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = smoothed(*session, perTensor(*session, "W8A8"));
    QVERIFY(report);
    const auto read = configurationFromJson(toJson(report->configuration), "test");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(*read == report->configuration);
    QVERIFY(session->check(*read));
    QCOMPARE(read->equalization->layers.at("m1_node").smoothingAlpha.value_or(0.0), 0.5);
    QVERIFY(summary(*read).ends_with("; activations smoothed, alpha 0.5"));
    std::string wrong = toJson(report->configuration);
    const std::string alpha = "\"smoothQuantAlpha\": 0.5";
    wrong.replace(wrong.find(alpha), alpha.size(), "\"smoothQuantAlpha\": 1.5");
    const auto refused = configurationFromJson(wrong, "test");
    QVERIFY(!refused && refused.error().message.find("from 0 to 1") != std::string::npos);
}

/// Its scales do not come on top of those of cross-layer equalization.
void TestSmoothing::replacesAnEqualization()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto equalized = session->equalize({}, {});
    QVERIFY(equalized && equalized->configuration.equalization);
    QVERIFY(summary(equalized->configuration).ends_with("; channels equalized"));
    const auto alone = smoothed(*session, {});
    const auto after = smoothed(*session, equalized->configuration);
    QVERIFY(alone && after);
    QVERIFY(!alone->replacesEqualization && after->replacesEqualization);
    QVERIFY(*after->configuration.equalization == *alone->configuration.equalization);
}

void TestSmoothing::oneSidedScalesAreRefused()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = smoothed(*session, {});
    QVERIFY(report);
    for (const auto& [name, layer] : report->configuration.equalization->layers) {
        auto wrong = std::make_shared<quant::Equalization>(*report->configuration.equalization);
        auto& scales = layer.outputScales.empty() ? wrong->layers[name].inputScales
                                                  : wrong->layers[name].outputScales;
        scales.front() *= 2.0F;
        quant::Configuration configuration;
        configuration.equalization = wrong;
        QVERIFY2(!session->check(configuration), name.c_str());
    }
    auto wrong = std::make_shared<quant::Equalization>(*report->configuration.equalization);
    wrong->layers["n_node"].inputScales = std::vector<float>(16, 2.0F);
    quant::Configuration configuration;
    configuration.equalization = wrong;
    QVERIFY(!session->check(configuration));
}

/// In FP32 the file has the scaled constants and the same outputs.
void TestSmoothing::exportedModelIsSmoothed()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = smoothed(*session, {});
    QVERIFY(report);
    const auto floats = session->evaluateFloat({});
    QVERIFY(floats);
    const auto file = std::filesystem::path(m_folder.filePath("smooth.onnx").toStdString());
    QVERIFY(session->exportQdq(report->configuration, file, {}));
    const auto other = openNetwork(file);
    QVERIFY(other);
    const auto exported = other->evaluateFloat({});
    QVERIFY(exported);
    const auto& expected = (*floats)->outputs.values;
    const auto& got = (*exported)->outputs.values;
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        QVERIFY(std::abs(got[i] - expected[i]) < 1e-3F * (1.0F + std::abs(expected[i])));
    }
    const auto again = smoothed(*other, {});
    QVERIFY(again);
    // Of a stream that shares no layer with another one nothing is left to do with alpha 0.5.
    for (const float scale : again->configuration.equalization->layers.at("g_node").outputScales) {
        QVERIFY(std::abs(scale - 1.0F) < 1e-3F);
    }
}

/// Cross-layer equalization knows layers with weights alone.
void TestSmoothing::equalizationLeavesNormalizations()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    const auto report = session->equalize({}, {});
    QVERIFY(report);
    for (const EqualizedStream& stream : report->streams) {
        if (stream.isEqualized()) {
            QVERIFY(stream.writers == std::vector<std::string>{"m1_node"});
        }
    }
}

/// Attention puts tokens first or takes windows: Reshape, Transpose and Slice of whole tokens stand
/// between a normalization and the layer that reads it. A Transpose of the channels ends a stream.
void TestSmoothing::seesThroughMovedRows()
{
    using Ints = std::vector<std::int64_t>;
    for (const bool keepsRows : {true, false}) {
        model::Graph graph = tests::tokenNetwork();
        const auto add = [&](const char* opType, const std::string& input,
                             const std::string& output,
                             std::map<std::string, model::Attribute> attributes) {
            model::Node node;
            node.name = output + "_node";
            node.opType = opType;
            node.inputs = {*graph.findTensor(input)};
            model::TensorInfo info;
            info.name = output;
            info.type = model::ElementType::Float32;
            node.outputs = {graph.addTensor(info)};
            node.attributes = std::move(attributes);
            graph.addNode(std::move(node));
        };
        add("Transpose", "n", "first", {{"perm", keepsRows ? Ints{1, 0, 2} : Ints{0, 2, 1}}});
        add("Transpose", "first", "second", {{"perm", keepsRows ? Ints{1, 0, 2} : Ints{0, 2, 1}}});
        model::Node& reader = graph.node(*graph.findNode("m1_node"));
        reader.inputs[0] = *graph.findTensor("second");
        const auto session = open(model::compacted(graph));
        QVERIFY(session);
        const auto report = smoothed(*session, {});
        QVERIFY2(report, report ? "" : toString(report.error()).c_str());
        const bool isFound =
            std::ranges::any_of(report->streams, [](const EqualizedStream& stream) {
                return stream.isEqualized() && stream.writers.front() == "n_node";
            });
        QCOMPARE(isFound, keepsRows);
        QVERIFY(session->check(report->configuration));
        QVERIFY(sqnrOf(*session, report->configuration) > 100.0);
    }
}

void TestSmoothing::otherModelsStay()
{
    const auto session = open(tests::highBiasNetwork()); // convolutions only
    QVERIFY(session);
    const auto report = smoothed(*session, perTensor(*session, "W8A8"));
    QVERIFY(report);
    QVERIFY(report->streams.empty());
    QCOMPARE(report->smoothedStreams(), 0);
    QVERIFY(report->configuration == perTensor(*session, "W8A8"));
}

void TestSmoothing::refusesOtherAlphas()
{
    const auto session = open(tests::tokenNetwork());
    QVERIFY(session);
    for (const double alpha : {-0.1, 1.5, std::nan("")}) {
        const auto report = session->smoothActivations({{}, alpha}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    }
}

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
