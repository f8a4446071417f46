// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"
#include "core/session/sensitivity_file.h"
#include "core/session/session.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <random>
#include <set>
#include <thread>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

const std::filesystem::path kSample = std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs";

/// One random edit of a layer's weights or of a tensor.
void editRandomly(quant::Configuration& configuration, const model::LayerModel& layers,
                  std::mt19937& random)
{
    constexpr int kBits[] = {2, 3, 4, 6, 8};
    if (random() % 3 == 0) {
        const auto& site = layers.sites[random() % layers.sites.size()];
        configuration.activations[site.name] = {quant::Precision::integer(kBits[random() % 5]),
                                                random() % 2 == 0};
        return;
    }
    const auto& layer = layers.layers[random() % layers.layers.size()];
    if (layer.hasWeights()) {
        auto& scheme = configuration.weights[layer.name];
        scheme = quant::withPrecision(scheme, quant::Precision::integer(kBits[random() % 5]));
    }
}

} // namespace

/// Edits, estimates and sweeps at once, on the bundled sample.
class TestLiveSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void estimatesHoldTheExactFigure();
    void editsOverASweep();
    void sweepGoesOnFromWhereItStopped();
    void racingFindsTheSameLayers();
    void sweepEqualsEvaluations();
    void everyFormatTakesEdits_data();
    void everyFormatTakesEdits();
    void smallBudgetGivesTheSameFigures();
    void preparingMakesTheNextEditStartLate();
    void sweepSurvivesItsFile();

private:
    [[nodiscard]] const model::LayerModel& layers() const
    {
        return *m_session->modelInfo()->layers;
    }
    void openPictures(std::int64_t limit);
    std::unique_ptr<Session> m_session;
};

void TestLiveSession::init()
{
    m_session = std::make_unique<Session>(std::make_shared<eval::QtImageDecoder>());
    const auto model = m_session->openModel({kSample / "model.onnx", {}}, {});
    QVERIFY2(model, model ? "" : toString(model.error()).c_str());
}

void TestLiveSession::openPictures(std::int64_t limit)
{
    DataRequest request;
    request.validation.images = kSample / "val";
    request.validation.limit = limit;
    request.calibrationImages = kSample / "calib";
    request.calibrationLimit = 16;
    const auto data = m_session->openData(request, {});
    QVERIFY2(data, data ? "" : toString(data.error()).c_str());
}

/// The 95 % intervals told after the first batch hold the figure the pass ends with.
void TestLiveSession::estimatesHoldTheExactFigure()
{
    openPictures(0);
    quant::Configuration configuration = *m_session->uniform({});
    std::mt19937 random(3);
    int held = 0;
    int count = 0;
    for (int edit = 0; edit < 60; ++edit) {
        std::vector<std::pair<search::Interval, search::Interval>> told;
        const auto done = m_session->evaluate(configuration, {}, [&](const auto& partial) {
            if (partial.againstPrevious) {
                told.emplace_back(*partial.againstFloat, *partial.againstPrevious);
            }
        });
        QVERIFY2(done, done ? "" : toString(done.error()).c_str());
        if (!told.empty()) {
            const auto& [first, firstStep] = told.front();
            const auto& [exact, exactStep] = told.back();
            QCOMPARE(exact.low, exact.high);
            held += first.low <= exact.value && exact.value <= first.high ? 1 : 0;
            held += firstStep.low <= exactStep.value && exactStep.value <= firstStep.high ? 1 : 0;
            count += 2;
        }
        editRandomly(configuration, layers(), random);
        if (edit % 10 == 9) {
            configuration = *m_session->uniform({});
        }
    }
    QVERIFY2(count >= 60, qPrintable(QString::number(count)));
    QVERIFY2(held >= 0.93 * count,
             qPrintable(QStringLiteral("%1 of %2 intervals").arg(held).arg(count)));
}

/// 500 edits, most of them cancelled soon, while a sweep runs; afterwards resumed figures are
/// those from scratch and the sweep is complete.
void TestLiveSession::editsOverASweep()
{
    openPictures(32);
    quant::Configuration configuration = *m_session->uniform({});
    QVERIFY(m_session->evaluate(configuration, {}));
    SensitivityRequest request;
    request.images = 32;
    std::atomic<int> reports{0};
    Result<SensitivityPtr> swept = fail(ErrorCode::Cancelled, "not run");
    std::stop_source stopSweep;
    std::jthread sweeper([&] {
        while (!stopSweep.stop_requested()) {
            swept = m_session->measureSensitivity(request, nullptr, {stopSweep.get_token(), {}},
                                                  [&](const SensitivityPtr&) { ++reports; });
        }
    });
    std::mt19937 random(11);
    int exact = 0;
    for (int edit = 0; edit < 500; ++edit) {
        editRandomly(configuration, layers(), random);
        std::stop_source stop;
        std::optional<std::jthread> canceller;
        if (edit % 5 != 0) {
            canceller.emplace([&stop, wait = random() % 3000] {
                std::this_thread::sleep_for(std::chrono::microseconds(wait));
                stop.request_stop();
            });
        }
        const auto done = m_session->evaluate(configuration, {stop.get_token(), {}});
        QVERIFY(done || done.error().code == ErrorCode::Cancelled);
        exact += done ? 1 : 0;
    }
    QVERIFY2(exact >= 50, qPrintable(QString::number(exact)));
    const int reportsDuringEdits = reports;
    QTRY_VERIFY_WITH_TIMEOUT(reports > reportsDuringEdits + 5, 60000);
    stopSweep.request_stop();
    sweeper.join();
    const auto same = m_session->resumedEqualsScratch(configuration, {});
    QVERIFY2(same, same ? "" : toString(same.error()).c_str());
    QVERIFY(*same);
}

void TestLiveSession::sweepGoesOnFromWhereItStopped()
{
    openPictures(48);
    SensitivityRequest request;
    request.images = 48;
    request.effort = search::SensitivityEffort::Exact;
    const auto whole = m_session->measureSensitivity(request, nullptr, {});
    QVERIFY2(whole, whole ? "" : toString(whole.error()).c_str());
    QVERIFY((*whole)->isFinished);
    std::stop_source stop;
    SensitivityPtr last;
    const auto cut = m_session->measureSensitivity(request, nullptr, {stop.get_token(), {}},
                                                   [&](const SensitivityPtr& report) {
                                                       last = report;
                                                       if (report->passes > 2.0) {
                                                           stop.request_stop();
                                                       }
                                                   });
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::Cancelled);
    QVERIFY(last && !last->isFinished);
    const auto finished = m_session->measureSensitivity(request, last, {});
    QVERIFY(finished);
    QVERIFY((*finished)->state == (*whole)->state);
}

void TestLiveSession::racingFindsTheSameLayers()
{
    openPictures(0);
    SensitivityRequest request;
    request.effort = search::SensitivityEffort::Exact;
    const auto exact = m_session->measureSensitivity(request, nullptr, {});
    request.effort = search::SensitivityEffort::Racing;
    const auto racing = m_session->measureSensitivity(request, nullptr, {});
    QVERIFY(exact && racing);
    const auto top = [](const SensitivityReport& report) {
        return std::set<std::size_t>(report.ranking.begin(), report.ranking.begin() + 10);
    };
    QVERIFY(top(**exact) == top(**racing));
    QVERIFY((*racing)->passes < 0.6 * (*exact)->passes);
}

/// A trial's figures are those of an evaluation of the same configuration.
void TestLiveSession::sweepEqualsEvaluations()
{
    openPictures(48);
    const auto& weighted = *std::find_if(layers().layers.begin(), layers().layers.end(),
                                         [](const auto& layer) { return layer.hasWeights(); });
    for (const auto mode : {search::SensitivityMode::Alone, search::SensitivityMode::LeaveOneOut}) {
        SensitivityRequest request;
        request.images = 0;
        request.bits = {3};
        request.effort = search::SensitivityEffort::Exact;
        request.mode = mode;
        request.layers = {weighted.name};
        const auto swept = m_session->measureSensitivity(request, nullptr, {});
        QVERIFY2(swept, swept ? "" : toString(swept.error()).c_str());
        quant::Configuration configuration;
        if (mode == search::SensitivityMode::LeaveOneOut) {
            UniformSettings settings;
            settings.bits = quant::parseBits("W3").value();
            configuration = *m_session->uniform(settings);
            configuration.weights.erase(weighted.name);
        } else {
            configuration.weights[weighted.name].precision = quant::Precision::integer(3);
        }
        const auto evaluation = m_session->evaluate(configuration, {});
        QVERIFY(evaluation);
        const search::TrialSums& sums = (*swept)->state.trials.front().sums;
        QCOMPARE(sums.images, std::int64_t{48});
        QVERIFY(std::abs(sums.logitSqnrDb() - (*evaluation)->comparison.sqnrDb) < 1e-6);
        QVERIFY(std::abs(sums.meanKl() - *(*evaluation)->comparison.kl) < 1e-9);
        const double difference =
            *(*evaluation)->accuracy.top1 - *m_session->floatReference()->accuracy.top1;
        QVERIFY(std::abs(sums.top1Difference() - difference) < 1e-9);
    }
}

void TestLiveSession::everyFormatTakesEdits_data()
{
    QTest::addColumn<QByteArray>("bits");
    for (const char* bits :
         {"WBF16A8", "WFP8E4M3AFP8E4M3", "WFP8E5M2AFP8E5M2", "WFP4AFP16", "WTERNARYA8dyn",
          "W4g32A8tok", "WMX8A4dyn", "WMXFP8AFP8dyn", "WMXFP4A16"}) {
        QTest::newRow(bits) << QByteArray(bits);
    }
}

/// Edits from and to every format, late and early ones: what was kept gives the figures of a run
/// from scratch, and noise and sensitivity are measured beside it.
void TestLiveSession::everyFormatTakesEdits()
{
    QFETCH(QByteArray, bits);
    openPictures(24);
    UniformSettings settings;
    settings.bits = *quant::parseBits(bits.toStdString());
    quant::Configuration configuration = *m_session->uniform(settings);
    std::mt19937 random(4);
    for (int edit = 0; edit < 3; ++edit) {
        const auto evaluated = m_session->evaluate(configuration, {});
        QVERIFY2(evaluated, evaluated ? "" : toString(evaluated.error()).c_str());
        QVERIFY(std::isfinite((*evaluated)->comparison.sqnrDb));
        const auto same = m_session->resumedEqualsScratch(configuration, {});
        QVERIFY(same && *same);
        editRandomly(configuration, layers(), random);
    }
    const auto noise = m_session->measureNoise(configuration, 8, {});
    QVERIFY2(noise, noise ? "" : toString(noise.error()).c_str());
    SensitivityRequest request;
    request.images = 8;
    request.bits = {4};
    request.mode = search::SensitivityMode::LeaveOneOut;
    request.layers = {configuration.weights.begin()->first};
    request.weightSchemes = configuration.weights;
    const auto swept = m_session->measureSensitivity(request, nullptr, {});
    QVERIFY2(swept, swept ? "" : toString(swept.error()).c_str());
}

void TestLiveSession::smallBudgetGivesTheSameFigures()
{
    openPictures(48);
    quant::Configuration configuration = *m_session->uniform({});
    std::mt19937 random(2);
    m_session->setMemoryBudget(std::size_t{1} << 20);
    for (int edit = 0; edit < 4; ++edit) {
        QVERIFY(m_session->evaluate(configuration, {}));
        const auto same = m_session->resumedEqualsScratch(configuration, {});
        QVERIFY(same && *same);
        editRandomly(configuration, layers(), random);
    }
}

/// Coming back to an earlier configuration runs nothing, so an edit of a late layer would have to
/// start at the first difference; prepared, it starts at that layer.
void TestLiveSession::preparingMakesTheNextEditStartLate()
{
    openPictures(96);
    const auto weightLayer = [this](bool isLast) {
        const model::Layer* found = nullptr;
        for (const model::Layer& layer : layers().layers) {
            found = layer.hasWeights() && (found == nullptr || isLast) ? &layer : found;
        }
        return found->name;
    };
    const quant::Configuration base = *m_session->uniform({});
    quant::Configuration other = base;
    other.weights[weightLayer(false)].precision = quant::Precision::integer(4);
    const auto secondsOfLateEdit = [&](int bits, bool isPrepared) {
        const bool visited = m_session->evaluate(other, {}) && m_session->evaluate(base, {});
        if (!visited || (isPrepared && !m_session->prepareEdit(base, weightLayer(true), {}))) {
            return -1.0;
        }
        quant::Configuration edited = base;
        edited.weights[weightLayer(true)].precision = quant::Precision::integer(bits);
        const auto done = m_session->evaluate(edited, {});
        const auto same = m_session->resumedEqualsScratch(edited, {});
        // Makes the cache that of the other configuration again.
        auto& scheme = other.activations.begin()->second;
        scheme.symmetric = !scheme.symmetric;
        return done && same && *same ? (*done)->seconds : -1.0;
    };
    QVERIFY(m_session->evaluate(base, {}));
    const double unprepared = secondsOfLateEdit(7, false);
    const double prepared = secondsOfLateEdit(6, true);
    QVERIFY(unprepared > 0.0 && prepared > 0.0);
    QVERIFY2(prepared < 0.6 * unprepared,
             qPrintable(QStringLiteral("%1 s against %2 s").arg(prepared).arg(unprepared)));
    const auto unknown = m_session->prepareEdit(base, "no such layer", {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InvalidArgument);
}

/// A stopped sweep goes on from its file; beside other pictures the file is refused.
void TestLiveSession::sweepSurvivesItsFile()
{
    openPictures(32);
    SensitivityRequest request;
    request.images = 32;
    request.target = search::SensitivityTarget::Both;
    request.bits = {4};
    request.weightSchemes[layers().layers.front().name] = {quant::Precision::integer(8), false,
                                                           quant::Granularity::PerTensor};
    std::stop_source stop;
    SensitivityPtr last;
    (void)m_session->measureSensitivity(request, nullptr, {stop.get_token(), {}},
                                        [&](const SensitivityPtr& report) {
                                            last = report;
                                            stop.request_stop();
                                        });
    QVERIFY(last && !last->isFinished);
    const QTemporaryDir folder;
    const std::filesystem::path file =
        std::filesystem::path(folder.path().toStdString()) / "sweep.json";
    const SweptMaterial material{m_session->floatReference(), m_session->calibration()};
    const Status written = writeSensitivity(*last, material, file);
    QVERIFY2(written, written ? "" : toString(written.error()).c_str());
    const auto read = readSensitivity(file, material);
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY((*read)->state == last->state);
    QVERIFY((*read)->request.bits == request.bits && (*read)->request.images == request.images);
    QVERIFY((*read)->request.weightSchemes == request.weightSchemes);
    QVERIFY(!(*read)->isFinished);
    const auto whole = m_session->measureSensitivity(request, nullptr, {});
    const auto resumed = m_session->measureSensitivity((*read)->request, *read, {});
    QVERIFY(whole && resumed);
    QVERIFY((*resumed)->state == (*whole)->state);

    QVERIFY(!readSensitivity(file, {material.reference, nullptr}));
    openPictures(16);
    QVERIFY(m_session->evaluateFloat({}) && m_session->calibrate({}));
    const auto elsewhere =
        readSensitivity(file, {m_session->floatReference(), m_session->calibration()});
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().code, ErrorCode::InvalidData);
    QCOMPARE(elsewhere.error().where, file.string());
    QCOMPARE(readSensitivity(file.string() + ".gone", material).error().code,
             ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestLiveSession)
#include "tst_live_session.moc"
