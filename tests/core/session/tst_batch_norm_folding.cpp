// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/batch_norm_folding.h"
#include "core/session/configuration_file.h"
#include "core/session/pruning.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

constexpr const char* kProject = "block5/project/Conv";
constexpr const char* kExpand = "block5/expand/Conv";

quant::Configuration uniform(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    return session.uniform(settings).value();
}

double largest(const std::vector<float>& values)
{
    double most = 0.0;
    for (const float value : values) {
        most = std::max(most, std::abs(double{value}));
    }
    return most;
}

} // namespace

/// BatchNormalization of the bundled sample kept apart, and folded again (Jacob et al. 2018,
/// section 3.2): FP32 outputs are the same, and everything else gets along with it.
class TestBatchNormFolding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void floatOutputsStay();
    void layersStayTheSame();
    void namesAndPatterns();
    void weightsAreThoseOfTheModel();
    void quantizesAndResumes();
    void fixedPointRunsTheRest();
    void equalizationStopsAtIt();
    void channelsAreNotRemoved();
    void correctsWeights_data();
    void correctsWeights();
    void analyticMeansComeFromIt();
    void reportComparesBoth();
    void whatDoesNotFitGoes();
    void failureLeavesTheModel();

private:
    void keep(const std::vector<std::string>& layers)
    {
        const auto kept = m_session->keepBatchNorms(layers, {});
        QVERIFY2(kept, kept ? "" : toString(kept.error()).c_str());
    }
    const ModelInfo& info() { return *m_session->modelInfo(); }
    const model::Layer& layer(const char* name) { return *info().layers->findLayer(name); }

    std::unique_ptr<Session> m_session;
    std::size_t m_all = 0; ///< BatchNormalizations
    Tensor m_outputs;      ///< in FP32, all folded
};

void TestBatchNormFolding::initTestCase()
{
    m_session = openSample(32, 16);
    QVERIFY(m_session);
    m_all = info().simplification.batchNorms.size();
    QVERIFY(m_all > 10);
    const auto reference = m_session->evaluateFloat({});
    QVERIFY(reference);
    m_outputs = (*reference)->outputs;
}

void TestBatchNormFolding::init()
{
    keep({});
}

void TestBatchNormFolding::floatOutputsStay()
{
    for (const std::vector<std::string>& kept :
         {std::vector<std::string>{"*"}, {kProject}, {"block5/*", "block7/*"}}) {
        keep(kept);
        QVERIFY(info().simplificationDifference < 1e-4);
        const auto reference = m_session->evaluateFloat({});
        QVERIFY2(reference, reference ? "" : toString(reference.error()).c_str());
        const std::vector<float>& values = (*reference)->outputs.values;
        QCOMPARE(values.size(), m_outputs.values.size());
        double difference = 0.0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            difference =
                std::max(difference, std::abs(double{values[i]} - double{m_outputs.values[i]}));
        }
        QVERIFY2(difference < 1e-5 * largest(m_outputs.values),
                 qPrintable(QString::number(difference)));
    }
}

void TestBatchNormFolding::layersStayTheSame()
{
    const auto folded = m_session->modelInfo();
    keep({"*"});
    const model::LayerModel& before = *folded->layers;
    const model::LayerModel& after = *info().layers;
    QCOMPARE(after.layers.size(), before.layers.size());
    for (std::size_t i = 0; i < before.layers.size(); ++i) {
        QCOMPARE(after.layers[i].name, before.layers[i].name);
        QCOMPARE(after.layers[i].absorbed.size(), before.layers[i].absorbed.size());
        QVERIFY(before.layers[i].batchNorm == model::kNoNode);
    }
    QCOMPARE(after.sites.size(), before.sites.size());
    for (std::size_t i = 0; i < before.sites.size(); ++i) {
        QCOMPARE(after.sites[i].name, before.sites[i].name);
    }
    QCOMPARE(std::ranges::count_if(
                 after.layers,
                 [](const model::Layer& each) { return each.batchNorm != model::kNoNode; }),
             std::ptrdiff_t(m_all));
}

void TestBatchNormFolding::namesAndPatterns()
{
    using enum model::BatchNormOutcome;
    const auto count = [this](model::BatchNormOutcome outcome) {
        return static_cast<std::size_t>(info().simplification.batchNormCount(outcome));
    };
    QCOMPARE(count(Folded), m_all);
    keep({kProject});
    QCOMPARE(count(Kept), std::size_t{1});
    QCOMPARE(count(Folded), m_all - 1);
    QVERIFY(keptBatchNorms(info()) == LayerChoice{kProject});
    QCOMPARE(foldableLayers(info()).size(), m_all);
    QVERIFY(layer(kProject).batchNorm != model::kNoNode);
    QVERIFY(layer(kExpand).batchNorm == model::kNoNode);
    keep({"block5/*"});
    QCOMPARE(count(Kept), std::size_t{3});
    keep({"*"});
    QCOMPARE(count(Kept), m_all);
}

void TestBatchNormFolding::weightsAreThoseOfTheModel()
{
    const auto folded = m_session->modelInfo();
    keep({kProject});
    const auto& records = folded->simplification.batchNorms;
    const auto record = std::ranges::find(records, kProject, &model::BatchNormFolding::layer);
    QVERIFY(record != records.end());
    const model::Constant& kept = *info().layers->graph->tensor(layer(kProject).weight).constant;
    QCOMPARE(model::floatValues(kept), model::floatValues(*record->unfolded));
    QVERIFY(model::floatValues(kept) != model::floatValues(*record->folded));
}

void TestBatchNormFolding::quantizesAndResumes()
{
    keep({"*"});
    for (const char* bits : {"W8A8", "W4A8", "W4"}) {
        const quant::Configuration configuration = uniform(*m_session, bits);
        QVERIFY(m_session->check(configuration));
        const auto done = m_session->evaluate(configuration, {});
        QVERIFY2(done, done ? "" : toString(done.error()).c_str());
        QVERIFY2((*done)->comparison.sqnrDb > (bits[1] == '8' ? 15.0 : 0.0),
                 qPrintable(QString::number((*done)->comparison.sqnrDb)));
        const auto same = m_session->resumedEqualsScratch(configuration, {});
        QVERIFY(same && *same);
    }
    const auto noise = m_session->measureNoise(uniform(*m_session, "W8A8"), 16, {});
    QVERIFY(noise);
    QVERIFY((*noise)->activationSqnrDb.contains(info().layers->sites.back().name));
}

/// Segments with a BatchNormalization in them run in floats.
void TestBatchNormFolding::fixedPointRunsTheRest()
{
    const auto share = [this](const std::vector<std::string>& kept) {
        keep(kept);
        quant::Configuration configuration = uniform(*m_session, "W8A8");
        configuration.requantization = quant::MultiplierKind::FixedPoint;
        const auto done = m_session->evaluate(configuration, {});
        return done ? (*done)->fixedPointShare.value_or(-1.0) : -2.0;
    };
    const double whole = share({});
    const double rest = share({kProject});
    QVERIFY2(rest >= 0.0 && rest < whole, qPrintable(QString::number(rest)));
    QCOMPARE(share({"*"}) < rest, true);
}

void TestBatchNormFolding::equalizationStopsAtIt()
{
    const EqualizationRequest whole{uniform(*m_session, "W8A8")};
    const auto before = m_session->equalize(whole, {});
    QVERIFY(before);
    const auto writes = [](const EqualizedStream& stream) {
        return std::ranges::find(stream.writers, kProject) != stream.writers.end();
    };
    const auto first = std::ranges::find_if(before->streams, writes);
    QVERIFY(first != before->streams.end() && first->isEqualized());
    keep({kProject});
    QVERIFY(!m_session->check(before->configuration)); // its scales cannot pass
    const auto after = m_session->equalize(whole, {});
    QVERIFY(after);
    const auto stream = std::ranges::find_if(after->streams, writes);
    QVERIFY(stream != after->streams.end());
    QVERIFY(stream->obstacle == model::StreamObstacle::BatchNorm);
    QCOMPARE(stream->where, std::string(kProject));
    const auto floats = m_session->evaluateFloat({});
    QVERIFY(floats);
    quant::Configuration equalized;
    equalized.equalization = after->configuration.equalization;
    const auto done = m_session->evaluate(equalized, {});
    QVERIFY2(done, done ? "" : toString(done.error()).c_str());
    QVERIFY2((*done)->comparison.sqnrDb > 90.0, "FP32 outputs stay");
}

void TestBatchNormFolding::channelsAreNotRemoved()
{
    keep({kProject});
    const auto pruned = withPruning(*info().layers, uniform(*m_session, "W8A8"),
                                    quant::channelPruning(0.25), {kProject});
    const bool isLeft =
        !pruned || pruned->configuration.weights.at(kProject).pruning == quant::Pruning{};
    QVERIFY(isLeft);
    quant::Configuration forced = uniform(*m_session, "W8A8");
    forced.weights[kProject].pruning = quant::channelPruning(0.25);
    const Status checked = m_session->check(forced);
    QVERIFY(!checked);
    QVERIFY2(QByteArray(toString(checked.error()).c_str()).contains("kept apart"),
             toString(checked.error()).c_str());
}

void TestBatchNormFolding::correctsWeights_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("worksWithoutBias");
    using enum quant::CorrectionMethod;
    QTest::newRow("reconstruction") << static_cast<int>(Reconstruction) << true;
    QTest::newRow("gptq") << static_cast<int>(Gptq) << true;
    QTest::newRow("adaround") << static_cast<int>(AdaRound) << true;
    QTest::newRow("bias correction") << static_cast<int>(BiasCorrection) << false;
    QTest::newRow("analytic") << static_cast<int>(BiasCorrectionAnalytic) << false;
}

/// In front of a BatchNormalization no layer has a bias: what needs one leaves them, and says so.
void TestBatchNormFolding::correctsWeights()
{
    QFETCH(int, method);
    QFETCH(bool, worksWithoutBias);
    keep({"*"});
    CorrectionRequest request;
    request.base = uniform(*m_session, "W4");
    request.method = static_cast<quant::CorrectionMethod>(method);
    request.adaRound.iterations = 100;
    const auto report = m_session->correctWeights(request, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    for (const CorrectedLayer& each : (*report)->layers) {
        const bool hasBias = layer(each.name.c_str()).bias != model::kNoTensor;
        if (!worksWithoutBias && !hasBias) {
            QVERIFY(!each.isCorrected);
            QVERIFY(each.reason == UncorrectedReason::NothingToDo);
        }
        QVERIFY2(each.error.reconstructed <= each.error.nearest * 1.0001, each.name.c_str());
    }
    const auto nearest = m_session->evaluate(request.base, {});
    const auto corrected = m_session->evaluate((*report)->configuration, {});
    QVERIFY(nearest && corrected);
    if (worksWithoutBias) {
        QCOMPARE((*report)->correctedLayers(), std::ssize((*report)->layers));
        QVERIFY2((*corrected)->comparison.sqnrDb > (*nearest)->comparison.sqnrDb + 1.0,
                 qPrintable(QString::number((*corrected)->comparison.sqnrDb)));
    }
}

/// Layers whose own BatchNormalization is folded correct their biases by the means that one kept
/// before them tells.
void TestBatchNormFolding::analyticMeansComeFromIt()
{
    CorrectionRequest request;
    request.base = uniform(*m_session, "W4");
    request.method = quant::CorrectionMethod::BiasCorrectionAnalytic;
    const auto folded = m_session->correctWeights(request, {});
    keep({kExpand});
    const auto kept = m_session->correctWeights(request, {});
    QVERIFY(folded && kept);
    const char* behind = "block5/depthwise/Conv";
    const auto one = quant::correctedWeights((*folded)->configuration, behind);
    const auto other = quant::correctedWeights((*kept)->configuration, behind);
    QVERIFY(one && other);
    QCOMPARE(other->bias.size(), one->bias.size());
    // What was made for the weights of one folding is refused beside those of the other.
    QVERIFY(!one->batchNormKept && m_session->check((*kept)->configuration));
    request.method = quant::CorrectionMethod::Gptq;
    const auto inFront = m_session->correctWeights(request, {});
    QVERIFY(inFront && (*inFront)->configuration.corrected.at(kExpand)->batchNormKept);
    const auto again = configurationFromJson(toJson((*inFront)->configuration), "file");
    QVERIFY(again && *again == (*inFront)->configuration);
    keep({});
    const Status refused = m_session->check(*again);
    QVERIFY(!refused && toString(refused.error()).find(kExpand) != std::string::npos);
    keep({kExpand});
    quant::Configuration ofOther = *again;
    auto wrong = std::make_shared<quant::CorrectedWeights>(*ofOther.corrected.at(kExpand));
    wrong->batchNormKept = false;
    ofOther.corrected[kExpand] = wrong;
    QVERIFY(!m_session->check(ofOther));
    for (std::size_t i = 0; i < one->bias.size(); ++i) {
        QVERIFY(std::abs(one->bias[i] - other->bias[i]) <= 1e-4F + 1e-4F * std::abs(one->bias[i]));
    }
}

void TestBatchNormFolding::reportComparesBoth()
{
    UniformSettings settings;
    settings.bits = quant::parseBits("W4").value();
    settings.granularity = quant::Granularity::PerTensor;
    const quant::Configuration configuration = m_session->uniform(settings).value();
    const auto sqnr = [&] {
        return m_session->inspectWeights(kProject, configuration.weights.at(kProject), 16)->sqnrDb;
    };
    const auto folded = foldingReport(info(), configuration, {kProject}, {});
    const double foldedDb = sqnr();
    keep({"*"});
    const double keptDb = sqnr();
    const auto kept = foldingReport(info(), configuration, {}, {});
    QVERIFY(folded && kept);
    QCOMPARE(folded->layers.size(), std::size_t{1});
    QCOMPARE(kept->layers.size(), m_all);
    const FoldedLayer& one = folded->layers.front();
    const auto other = std::ranges::find(kept->layers, kProject, &FoldedLayer::layer);
    QVERIFY(one.outcome == model::BatchNormOutcome::Folded);
    QVERIFY(other->outcome == model::BatchNormOutcome::Kept);
    QVERIFY(std::abs(*one.sqnrFoldedDb - foldedDb) < 1e-6);
    QVERIFY(std::abs(*one.sqnrUnfoldedDb - keptDb) < 1e-6);
    QCOMPARE(*other->sqnrFoldedDb, *one.sqnrFoldedDb);
    QCOMPARE(*other->sqnrUnfoldedDb, *one.sqnrUnfoldedDb);
    QCOMPARE(other->spreadFolded, one.spreadFolded);
    QVERIFY(one.spreadFolded >= 1.0 && one.spreadUnfolded >= 1.0);
    QVERIFY(one.spreadFolded != one.spreadUnfolded);
    const auto floats = foldingReport(info(), {}, {kProject}, {});
    QVERIFY(floats && !floats->layers.front().sqnrFoldedDb);
}

void TestBatchNormFolding::whatDoesNotFitGoes()
{
    CorrectionRequest request;
    request.base = uniform(*m_session, "W4");
    request.method = quant::CorrectionMethod::Gptq;
    request.layers = {{kProject, request.method}, {kExpand, request.method}};
    const auto corrected = m_session->correctWeights(request, {});
    QVERIFY(corrected);
    const auto equalized = m_session->equalize({uniform(*m_session, "W4")}, {});
    QVERIFY(equalized);
    quant::Configuration scaled = equalized->configuration;
    for (const auto& [base, isScaled] :
         {std::pair{(*corrected)->configuration, false}, std::pair{scaled, true}}) {
        const RefittedConfiguration fitted = refitted(info(), {kProject}, base);
        QVERIFY(!fitted.isWhole());
        QCOMPARE(fitted.corrections, isScaled ? 0 : 1);
        QCOMPARE(fitted.equalized > 0, isScaled);
        QCOMPARE(fitted.configuration.corrected.contains(kExpand), !isScaled);
        keep({kProject});
        const Status fits = m_session->check(fitted.configuration);
        QVERIFY2(fits, fits ? "" : toString(fits.error()).c_str());
        keep({});
        QVERIFY(m_session->check(base));
        QVERIFY(m_session->check(fitted.configuration));
    }
    const auto pruned = withPruning(*info().layers, uniform(*m_session, "W8A8"),
                                    quant::channelPruning(0.25), {kProject});
    QVERIFY(pruned);
    const RefittedConfiguration fitted = refitted(info(), {kProject}, pruned->configuration);
    QVERIFY(fitted.pruned > 0);
    keep({kProject});
    QVERIFY(m_session->check(fitted.configuration));
    QVERIFY(refitted(info(), {kProject}, uniform(*m_session, "W8A8")).isWhole());
}

void TestBatchNormFolding::failureLeavesTheModel()
{
    const auto before = m_session->modelInfo();
    const auto wrong = m_session->keepBatchNorms({"no such layer"}, {});
    QVERIFY(!wrong);
    QVERIFY(QByteArray(toString(wrong.error()).c_str()).contains("no such layer"));
    QVERIFY(m_session->modelInfo() == before);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = m_session->keepBatchNorms({"*"}, {stop.get_token(), {}});
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    QVERIFY(m_session->modelInfo() == before);
    QVERIFY(m_session->dataInfo());
}

QTEST_GUILESS_MAIN(TestBatchNormFolding)
#include "tst_batch_norm_folding.moc"
