// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "core/quant/corrected_weights.h"
#include "core/quant/normal_mean.h"
#include "core/session/channel_means.h"
#include "core/session/configuration_file.h"
#include "core/session/session.h"
#include "tests/core/model/graph_making.h"
#include "tests/core/session/high_bias_network.h"
#include "tests/core/session/sample_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

/// [N, 2, 4, 4] behind a batch normalization: means 0.5 and 2, deviations 3 and 1.
model::GraphMaker normalized()
{
    model::GraphMaker maker;
    maker.input("x", {1, 2, 4, 4})
        .weights("scale", {2}, {3.0F, -1.0F})
        .weights("shift", {2}, {0.5F, 2.0F})
        .weights("mean", {2}, {4.0F, -8.0F})
        .weights("variance", {2}, {3.0F, 15.0F})
        .node("BatchNormalization", {"x", "scale", "shift", "mean", "variance"}, {"n"})
        .shape("n", {1, 2, 4, 4});
    return maker;
}

std::vector<double> meansOf(const model::Graph& graph, const std::string& tensor)
{
    const auto all = channelMeans(graph);
    const auto& known = all[static_cast<std::size_t>(*graph.findTensor(tensor))];
    return known ? known->means : std::vector<double>{};
}

bool areClose(const std::vector<double>& a, const std::vector<double>& b)
{
    bool close = a.size() == b.size();
    for (std::size_t i = 0; close && i < a.size(); ++i) {
        close = std::abs(a[i] - b[i]) < 1e-4;
    }
    return close;
}

CorrectionRequest requestFor(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    CorrectionRequest request;
    request.base = session.uniform(settings).value();
    request.method = quant::CorrectionMethod::BiasCorrectionAnalytic;
    return request;
}

} // namespace

/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.2.1. tests/peers/analytic_bias.py compares the outcome with NumPy.
class TestAnalyticCorrection : public QObject
{
    Q_OBJECT

private slots:
    void followsFunctions_data();
    void followsFunctions();
    void followsOperators();
    void saysWhatItDoesNotKnow();
    void needsNoPictures();
    void helpsTheSample();
    void goesWithEqualization();
    void survivesAFile();
    void needsBatchNormalization();
};

void TestAnalyticCorrection::followsFunctions_data()
{
    QTest::addColumn<QByteArray>("opType");
    QTest::addColumn<double>("first");  // of N(0.5, 3), tests/data/normal_mean_make_golden.py's way
    QTest::addColumn<double>("second"); // of N(2, 1)
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("Relu") << QByteArray("Relu") << quant::clippedNormalMean(0.5, 3.0, 0.0, infinity)
                          << quant::clippedNormalMean(2.0, 1.0, 0.0, infinity);
    QTest::newRow("Sigmoid") << QByteArray("Sigmoid") << 0.5572182 << 0.8445375;
    QTest::newRow("HardSwish") << QByteArray("HardSwish") << 1.2923510 << 1.7791189;
}

void TestAnalyticCorrection::followsFunctions()
{
    QFETCH(QByteArray, opType);
    QFETCH(double, first);
    QFETCH(double, second);
    model::GraphMaker maker = normalized();
    maker.node(opType.toStdString(), {"n"}, {"y"}).shape("y", {1, 2, 4, 4}).output("y");
    const auto means = meansOf(maker.graph(), "y");
    for (const double mean : means) {
        qInfo("%.7f", mean);
    }
    QVERIFY(areClose(means, {first, second}));
}

void TestAnalyticCorrection::followsOperators()
{
    model::GraphMaker maker = normalized();
    maker.weights("zero", {1}, {0.0F})
        .weights("six", {1}, {6.0F})
        .weights("two", {1}, {2.0F})
        .weights("bias", {2, 1, 1}, {10.0F, 20.0F})
        .node("Clip", {"n", "zero", "six"}, {"clip"})
        .shape("clip", {1, 2, 4, 4})
        .node("Max", {"n", "zero"}, {"raised"})
        .shape("raised", {1, 2, 4, 4})
        .node("Min", {"raised", "six"}, {"clamped"})
        .shape("clamped", {1, 2, 4, 4})
        .node("Add", {"n", "clip"}, {"sum"})
        .shape("sum", {1, 2, 4, 4})
        .node("Mul", {"sum", "two"}, {"twice"})
        .shape("twice", {1, 2, 4, 4})
        .node("Add", {"twice", "bias"}, {"biased"})
        .shape("biased", {1, 2, 4, 4})
        .node("Concat", {"n", "biased"}, {"both"}, {{"axis", std::int64_t{1}}})
        .shape("both", {1, 4, 4, 4})
        .node("GlobalAveragePool", {"both"}, {"pool"})
        .shape("pool", {1, 4, 1, 1})
        .node("Flatten", {"pool"}, {"flat"})
        .shape("flat", {1, 4})
        .node("Flatten", {"n"}, {"places"})
        .shape("places", {1, 32})
        .node("Transpose", {"n"}, {"last"}, {{"perm", std::vector<std::int64_t>{0, 2, 3, 1}}})
        .shape("last", {1, 4, 4, 2})
        .node("Sigmoid", {"n"}, {"gate"})
        .shape("gate", {1, 2, 4, 4})
        .node("Mul", {"n", "gate"}, {"silu"})
        .shape("silu", {1, 2, 4, 4});
    const model::Graph graph = maker.graph();
    const std::vector<double> clip{quant::clippedNormalMean(0.5, 3.0, 0.0, 6.0),
                                   quant::clippedNormalMean(2.0, 1.0, 0.0, 6.0)};
    QVERIFY(areClose(meansOf(graph, "n"), {0.5, 2.0}));
    QVERIFY(areClose(meansOf(graph, "clip"), clip));
    QVERIFY(areClose(meansOf(graph, "clamped"), clip));
    QVERIFY(areClose(meansOf(graph, "sum"), {0.5 + clip[0], 2.0 + clip[1]}));
    const std::vector<double> biased{2.0 * (0.5 + clip[0]) + 10.0, 2.0 * (2.0 + clip[1]) + 20.0};
    QVERIFY(areClose(meansOf(graph, "biased"), biased));
    QVERIFY(areClose(meansOf(graph, "flat"), {0.5, 2.0, biased[0], biased[1]}));
    std::vector<double> places(16, 0.5);
    places.resize(32, 2.0);
    QVERIFY(areClose(meansOf(graph, "places"), places));
    QCOMPARE(channelMeans(graph)[static_cast<std::size_t>(*graph.findTensor("last"))]->axis,
             std::size_t{3});
    const auto silu = [](double x) { return x / (1.0 + std::exp(-x)); };
    QVERIFY(areClose(meansOf(graph, "silu"),
                     {quant::normalMean(silu, 0.5, 3.0), quant::normalMean(silu, 2.0, 1.0)}));
}

void TestAnalyticCorrection::saysWhatItDoesNotKnow()
{
    model::GraphMaker maker = normalized();
    maker.node("MaxPool", {"n"}, {"pool"}, {{"kernel_shape", std::vector<std::int64_t>{2, 2}}})
        .shape("pool", {1, 2, 3, 3})
        .node("Relu", {"n"}, {"relu"})
        .shape("relu", {1, 2, 4, 4})
        .node("Add", {"n", "relu"}, {"sum"})
        .shape("sum", {1, 2, 4, 4})
        .node("Relu", {"sum"}, {"behind"}) // no longer a function of a normal distribution
        .shape("behind", {1, 2, 4, 4})
        .node("Mul", {"sum", "relu"}, {"product"})
        .shape("product", {1, 2, 4, 4});
    const model::Graph graph = maker.graph();
    QVERIFY(!meansOf(graph, "sum").empty());
    for (const char* unknown : {"x", "pool", "behind", "product"}) {
        QVERIFY2(meansOf(graph, unknown).empty(), unknown);
    }
}

void TestAnalyticCorrection::needsNoPictures()
{
    Session session(std::make_shared<const eval::QtImageDecoder>());
    QVERIFY(session.openModel({kSample / "model.onnx", {}}, {}));
    const auto report = session.correctWeights(requestFor(session, "W4"), {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE((*report)->images, 0);
    QVERIFY((*report)->method == quant::CorrectionMethod::BiasCorrectionAnalytic);
    QCOMPARE((*report)->layers.size(), (*report)->configuration.weights.size());
    QCOMPARE((*report)->correctedLayers(), std::ssize((*report)->layers) - 1);
    const CorrectedLayer& first = (*report)->layers.front(); // it reads the picture
    QVERIFY(first.reason == UncorrectedReason::UnknownInputs);
    QVERIFY(!(*report)->configuration.corrected.contains(first.name));
    // Where activations are quantized, ranges are needed, and so are pictures.
    QVERIFY(!session.correctWeights(requestFor(session, "W4A8"), {}));
}

/// Codes stay those of rounding to nearest; means come closer to FP32's.
void TestAnalyticCorrection::helpsTheSample()
{
    const auto session = openSample();
    QVERIFY(session);
    for (const char* bits : {"W3", "W4", "W4A8"}) {
        const CorrectionRequest request = requestFor(*session, bits);
        const auto report = session->correctWeights(request, {});
        QVERIFY2(report, report ? "" : toString(report.error()).c_str());
        const auto before = session->evaluate(request.base, {});
        const auto after = session->evaluate((*report)->configuration, {});
        QVERIFY(before && after);
        const double nearest = (*before)->comparison.kl.value();
        const double corrected = (*after)->comparison.kl.value();
        qInfo("%s: KL %.4f -> %.4f", bits, nearest, corrected);
        QVERIFY(corrected < 0.95 * nearest);
        for (const CorrectedLayer& layer : (*report)->layers) {
            QVERIFY(!layer.isCorrected || layer.error.reconstructed < layer.error.nearest);
        }
        const auto equal = session->resumedEqualsScratch((*report)->configuration, {});
        QVERIFY(equal && *equal);
    }
}

void TestAnalyticCorrection::goesWithEqualization()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W4");
    for (auto& [name, scheme] : request.base.weights) {
        scheme.granularity = quant::Granularity::PerTensor;
    }
    const auto equalized = session->equalize({request.base}, {});
    QVERIFY(equalized && equalized->configuration.equalization);
    request.base = equalized->configuration;
    const auto report = session->correctWeights(request, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    const auto before = session->evaluate(request.base, {});
    const auto after = session->evaluate((*report)->configuration, {});
    QVERIFY(before && after);
    qInfo("top-1 %.3f -> %.3f", *(*before)->accuracy.top1, *(*after)->accuracy.top1);
    QVERIFY(*(*after)->accuracy.top1 > *(*before)->accuracy.top1);
}

void TestAnalyticCorrection::survivesAFile()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->correctWeights(requestFor(*session, "W4"), {});
    QVERIFY(report);
    const auto read = configurationFromJson(toJson((*report)->configuration), "test");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(*read == (*report)->configuration);
    QVERIFY(session->check(*read));
    const std::string layer = read->corrected.begin()->first;
    QVERIFY(correctionMethod(*read, layer) == quant::CorrectionMethod::BiasCorrectionAnalytic);
}

void TestAnalyticCorrection::needsBatchNormalization()
{
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.filePath("net.onnx").toStdString());
    QVERIFY(model::writeOnnx(tests::highBiasNetwork(), file));
    Session session(std::make_shared<const eval::QtImageDecoder>());
    const auto model = session.openModel({file, {}}, {});
    QVERIFY(model);
    QVERIFY(!hasNormalStatistics(*(*model)->layers));
    const auto report = session.correctWeights(requestFor(session, "W4"), {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    QVERIFY(report.error().message.find("bias-correction") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestAnalyticCorrection)
#include "tst_analytic_correction.moc"
