// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/configuration_file.h"
#include "core/session/pruning.h"
#include "core/session/pruning_sweep.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

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

quant::Configuration eightBits(const Session& session)
{
    return session.uniform({}).value();
}

const LayerFigures& rowOf(const Evaluation& evaluation, const std::string& layer)
{
    return *std::ranges::find(evaluation.layers, layer, &LayerFigures::name);
}

} // namespace

/// Prunes the bundled sample: ReLU6 networks with depthwise layers and shortcuts.
class TestChannelPruning : public QObject
{
    Q_OBJECT

private slots:
    void groupsFollowTheGraph();
    void writersGoTogether();
    void obstaclesAreNamed();
    void sizesAreThoseOfWhatIsLeft();
    void correctionRecoversAccuracy();
    void otherFormatsRecover();
    void survivesAFile();
    void halfAGroupIsRefused();
    void sweepTellsEveryShare();
    void sweepGivesWay();
};

void TestChannelPruning::groupsFollowTheGraph()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const auto groups = channelGroups(layersOf(*session));
    const ChannelGroup& inner = groups.at(kExpand);
    QVERIFY(!inner.obstacle);
    QCOMPARE(inner.writers, (std::vector<std::string>{kExpand}));
    QCOMPARE(inner.others, (std::vector<std::string>{kDepthwise, kProject}));
    QVERIFY(groups.at(kDepthwise).obstacle == ChannelObstacle::FollowsItsInput);
    QCOMPARE(groups.at(kDepthwise).where, std::string(kExpand));
    // block5 adds its input: what block4 and block5 project goes together.
    QCOMPARE(groups.at(kProject).writers,
             (std::vector<std::string>{"block4/project/Conv", "block5/project/Conv"}));
    QVERIFY(groups.at("classifier/Gemm").obstacle == ChannelObstacle::ModelOutput);
}

void TestChannelPruning::writersGoTogether()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const auto pruned = withPruning(layersOf(*session), eightBits(*session),
                                    quant::channelPruning(0.25), {kProject});
    QVERIFY(pruned);
    QVERIFY(pruned->configuration.weights.at("block4/project/Conv").pruning ==
            quant::channelPruning(0.25));
    QVERIFY(session->check(pruned->configuration));
    const auto back =
        withPruning(layersOf(*session), pruned->configuration, {}, {"block4/project/Conv"});
    QVERIFY(back);
    QVERIFY(back->configuration == eightBits(*session));
}

void TestChannelPruning::obstaclesAreNamed()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const auto refused = [&](const quant::Configuration& base, const char* layer) {
        const auto pruned =
            withPruning(layersOf(*session), base, quant::channelPruning(0.25), {layer});
        return pruned ? std::string() : toString(pruned.error());
    };
    const quant::Configuration base = eightBits(*session);
    QVERIFY(QByteArray(refused(base, kDepthwise).c_str()).contains(kExpand));
    QVERIFY(QByteArray(refused(base, "classifier/Gemm").c_str()).contains("output of the model"));
    QVERIFY(QByteArray(refused(base, "nothing").c_str()).contains("nothing"));
    quant::Configuration grouped = base;
    grouped.weights[kProject].granularity = quant::Granularity::PerGroup;
    grouped.weights[kProject].groupSize = 32;
    QVERIFY(QByteArray(refused(grouped, kExpand).c_str()).contains(kProject));
    quant::Configuration binary = base;
    binary.weights[kProject] =
        quant::withPrecision(quant::WeightScheme{}, quant::Precision::integer(1));
    QVERIFY(QByteArray(refused(binary, kExpand).c_str()).contains("1-bit"));
    const auto whole = withPruning(layersOf(*session), base, quant::channelPruning(0.25));
    QVERIFY(whole);
    QCOMPARE(whole->skipped.size(), std::size_t{1});
    QCOMPARE(whole->skipped.front().name, std::string("classifier/Gemm"));
}

/// 160 channels between the layers, of which 40 go.
void TestChannelPruning::sizesAreThoseOfWhatIsLeft()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    const quant::Configuration base = eightBits(*session);
    const auto pruned =
        withPruning(layersOf(*session), base, quant::channelPruning(0.25), {kExpand});
    QVERIFY(pruned);
    const auto before = session->evaluate(base, {});
    const auto after = session->evaluate(pruned->configuration, {});
    QVERIFY(before && after);
    const std::int64_t channels = layersOf(*session)
                                      .graph->tensor(layersOf(*session).findLayer(kExpand)->weight)
                                      .shape->front();
    const std::int64_t gone = channels / 4;
    for (const char* layer : {kExpand, kDepthwise, kProject}) {
        const LayerFigures& left = rowOf(**after, layer);
        const LayerFigures& whole = rowOf(**before, layer);
        QCOMPARE(left.macs * channels, whole.macs * (channels - gone));
        QVERIFY(left.sizeBytes < whole.sizeBytes * 4 / 5);
    }
    QVERIFY((*after)->bops < (*before)->bops);
    // per filter: a weight for each tap of the kernel, a scale and a bias of 4 bytes each
    QCOMPARE(rowOf(**before, kDepthwise).sizeBytes - rowOf(**after, kDepthwise).sizeBytes,
             gone * (rowOf(**before, kDepthwise).sizeBytes / channels));
}

void TestChannelPruning::correctionRecoversAccuracy()
{
    const auto session = openSample(128, 50);
    QVERIFY(session);
    for (const char* text : {"unstructured:0.5", "2:4", "channels:0.1"}) {
        const auto pruned =
            withPruning(layersOf(*session), eightBits(*session), quant::parsePruning(text).value());
        QVERIFY(pruned);
        CorrectionRequest request;
        request.base = pruned->configuration;
        const auto corrected = session->correctWeights(request, {});
        QVERIFY(corrected);
        const auto before = session->evaluate(pruned->configuration, {});
        const auto after = session->evaluate((*corrected)->configuration, {});
        QVERIFY(before && after);
        qInfo("%s: top-1 %.3f, corrected %.3f", text, *(*before)->accuracy.top1,
              *(*after)->accuracy.top1);
        QVERIFY(*(*after)->accuracy.top1 > *(*before)->accuracy.top1 + 0.2);
        QVERIFY((*after)->sizeBytes == (*before)->sizeBytes);
    }
}

/// Weights on no plain integer grid: pruned FP32, groups, blocks, ternary, power-of-two scales.
void TestChannelPruning::otherFormatsRecover()
{
    const auto session = openSample(64, 40);
    QVERIFY(session);
    const auto scheme = [](const char* bits, const char* pruning, quant::ScaleKind scale) {
        UniformSettings settings;
        settings.bits = quant::parseBits(bits).value();
        settings.pruning = quant::parsePruning(pruning).value();
        settings.scale = scale;
        return settings;
    };
    using enum quant::ScaleKind;
    for (const UniformSettings& settings :
         {scheme("W32A32", "2:4", Real), scheme("WFP16A8", "2:4", Real),
          scheme("W3g32A8", "none", Real), scheme("WTERNARYA8", "none", Real),
          scheme("W4A8", "none", PowerOfTwo)}) {
        CorrectionRequest request;
        request.base = session->uniform(settings).value();
        const auto corrected = session->correctWeights(request, {});
        QVERIFY2(corrected, corrected ? "" : toString(corrected.error()).c_str());
        QVERIFY((*corrected)->correctedLayers() > 20);
        for (const CorrectedLayer& layer : (*corrected)->layers) {
            QVERIFY(layer.error.reconstructed <= layer.error.nearest);
        }
        const quant::Configuration& whole = (*corrected)->configuration;
        QVERIFY(session->check(whole));
        const auto before = session->evaluate(request.base, {});
        const auto after = session->evaluate(whole, {});
        QVERIFY(before && after);
        QVERIFY(*(*after)->accuracy.top1 > *(*before)->accuracy.top1 + 0.15);
        QVERIFY((*after)->sizeBytes == (*before)->sizeBytes);
        const auto again = configurationFromJson(toJson(whole), "file");
        QVERIFY2(again, again ? "" : toString(again.error()).c_str());
        QVERIFY(*again == whole);
        request.method = quant::CorrectionMethod::AdaRound; // has no grid to learn on
        const auto nothing = session->correctWeights(request, {});
        QVERIFY(nothing && (*nothing)->correctedLayers() == 0);
    }
}

void TestChannelPruning::survivesAFile()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    auto pruned = withPruning(layersOf(*session), eightBits(*session), quant::channelPruning(0.25),
                              {kExpand});
    QVERIFY(pruned);
    pruned = withPruning(layersOf(*session), pruned->configuration, quant::nOfMPruning(2, 4),
                         {"head/Conv"});
    QVERIFY(pruned);
    CorrectionRequest request;
    request.base = pruned->configuration;
    const auto corrected = session->correctWeights(request, {});
    QVERIFY(corrected);
    const quant::Configuration& whole = (*corrected)->configuration;
    const auto again = configurationFromJson(toJson(whole), "file");
    QVERIFY2(again, again ? "" : toString(again.error()).c_str());
    QVERIFY(*again == whole);
    // weights that were fitted to fewer channels do not count for all of them
    const auto back = withPruning(layersOf(*session), whole, {}, {kExpand});
    QVERIFY(back);
    const auto evaluation = session->evaluate(back->configuration, {});
    quant::Configuration plain = back->configuration;
    plain.corrected.erase(kProject);
    plain.corrected.erase(kDepthwise);
    const auto without = session->evaluate(plain, {});
    QVERIFY(evaluation && without);
    QCOMPARE(*(*evaluation)->comparison.kl, *(*without)->comparison.kl);
}

void TestChannelPruning::halfAGroupIsRefused()
{
    const auto session = openSample(8, 8);
    QVERIFY(session);
    quant::Configuration configuration = eightBits(*session);
    configuration.weights[kProject].pruning = quant::channelPruning(0.25);
    const Status checked = session->check(configuration);
    QVERIFY(!checked);
    QVERIFY(QByteArray(toString(checked.error()).c_str()).contains("block4/project/Conv"));
}

void TestChannelPruning::sweepTellsEveryShare()
{
    const auto session = openSample(32, 16);
    QVERIFY(session);
    PruningSweepRequest request;
    request.base = eightBits(*session);
    request.shares = {0.0, 0.2, 0.8};
    std::vector<double> told;
    const auto points = sweepPruning(
        *session, request, {}, [&](const PruningPoint& point) { told.push_back(point.share); });
    QVERIFY(points);
    QCOMPARE(told, request.shares);
    QVERIFY(points->at(0).evaluation->configuration == request.base);
    QVERIFY(points->at(2).evaluation->sizeBytes < points->at(1).evaluation->sizeBytes);
    QVERIFY(points->at(2).evaluation->comparison.kl > points->at(1).evaluation->comparison.kl);
    request.pattern = quant::PruningPattern::NOfM;
    QVERIFY(!sweepPruning(*session, request, {}));
    request.pattern = quant::PruningPattern::Unstructured;
    request.shares = {1.0};
    QVERIFY(!sweepPruning(*session, request, {}));
}

/// Edits come in between batches of a sweep; its figures are those of evaluations.
void TestChannelPruning::sweepGivesWay()
{
    const auto session = openSample(48, 16);
    QVERIFY(session);
    const quant::Configuration base = eightBits(*session);
    PruningSweepRequest request;
    request.base = base;
    request.shares = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    QVERIFY(session->evaluate(base, {}));
    std::atomic<int> told{0};
    Result<std::vector<PruningPoint>> points = fail(ErrorCode::Cancelled, "not run");
    std::jthread sweeper([&] {
        points = sweepPruning(*session, request, {}, [&](const PruningPoint&) { ++told; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(told > 0, 60000);
    quant::Configuration edited = base;
    for (const int bits : {7, 6, 5, 4, 3}) {
        auto& scheme = edited.weights[kProject];
        scheme = quant::withPrecision(scheme, quant::Precision::integer(bits));
        const auto done = session->evaluate(edited, {});
        QVERIFY2(done, done ? "" : toString(done.error()).c_str());
    }
    const int atTheLastEdit = told;
    sweeper.join();
    QVERIFY2(points, points ? "" : toString(points.error()).c_str());
    QVERIFY2(atTheLastEdit < 9, qPrintable(QString::number(atTheLastEdit)));
    const auto other = openSample(48, 16);
    QVERIFY(other);
    for (const PruningPoint& point : *points) {
        const auto alone = other->evaluate(point.evaluation->configuration, {});
        QVERIFY(alone);
        QCOMPARE((*alone)->comparison.sqnrDb, point.evaluation->comparison.sqnrDb);
        QCOMPARE((*alone)->accuracy.top1, point.evaluation->accuracy.top1);
    }
    const auto same = session->resumedEqualsScratch(base, {});
    QVERIFY(same && *same);
}

QTEST_GUILESS_MAIN(TestChannelPruning)
#include "tst_channel_pruning.moc"
