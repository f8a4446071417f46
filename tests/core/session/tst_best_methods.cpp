// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

quant::Configuration uniform(const Session& session, const char* bits,
                             quant::Granularity granularity = quant::Granularity::PerTensor)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    settings.granularity = granularity;
    return session.uniform(settings).value();
}

const BestTrial* find(const BestReport& report, BestMethod method)
{
    const auto found = std::ranges::find(report.trials, method, &BestTrial::method);
    return found == report.trials.end() ? nullptr : &*found;
}

} // namespace

/// Lets methods be chosen for the bundled sample, whose channels are scaled apart.
class TestBestMethods : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatHelps();
    void saysWhatHasNothingToDo();
    void keepsToTheTime();
    void stopsWhenCancelled();
    void refusesNoTimeAtAll();
};

/// On validation pictures, which took no part in it, what comes out is far better; what is kept
/// loses less each time, and what is left out would have lost more.
void TestBestMethods::keepsWhatHelps()
{
    const auto session = openSample();
    QVERIFY(session);
    const quant::Configuration base = uniform(*session, "W4A8");
    const auto before = session->evaluate(base, {});
    const auto report = session->findBestMethods({base, 600.0}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    double loss = (*report)->lossBefore;
    for (const BestTrial& trial : (*report)->trials) {
        QVERIFY(trial.outcome != BestOutcome::NoTime);
        if (trial.outcome == BestOutcome::Kept) {
            QVERIFY(trial.loss < loss);
            loss = trial.loss;
        } else if (trial.outcome == BestOutcome::NotBetter) {
            QVERIFY(trial.loss >= loss);
        }
    }
    QCOMPARE((*report)->lossAfter, loss);
    QVERIFY((*report)->isKl);
    QCOMPARE(find(**report, BestMethod::Equalization)->outcome, BestOutcome::Kept);
    QCOMPARE(find(**report, BestMethod::Reconstruction)->outcome, BestOutcome::Kept);
    QVERIFY((*report)->configuration.equalization);
    QVERIFY(!(*report)->configuration.corrected.empty());
    for (const auto& [layer, scheme] : (*report)->configuration.weights) {
        QVERIFY(scheme.precision == base.weights.at(layer).precision); // bits stay
        QVERIFY(scheme.granularity == base.weights.at(layer).granularity);
    }
    const auto after = session->evaluate((*report)->configuration, {});
    QVERIFY(before && after);
    QVERIFY((*after)->comparison.kl.value() < 0.1 * (*before)->comparison.kl.value());
    QVERIFY((*after)->accuracy.top1.value() > (*before)->accuracy.top1.value() + 0.3);
}

void TestBestMethods::saysWhatHasNothingToDo()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->findBestMethods({uniform(*session, "W32A32"), 600.0}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    for (const BestMethod method :
         {BestMethod::CalibrationMethod, BestMethod::WeightRange, BestMethod::Smoothing,
          BestMethod::BiasCorrectionAnalytic, BestMethod::BiasCorrection,
          BestMethod::Reconstruction, BestMethod::AdaRound}) {
        QVERIFY(find(**report, method));
        QCOMPARE(find(**report, method)->outcome, BestOutcome::NothingToDo);
    }
}

void TestBestMethods::keepsToTheTime()
{
    const auto session = openSample();
    QVERIFY(session);
    const quant::Configuration base = uniform(*session, "W4A8");
    QVERIFY(session->evaluate(base, {})); // compiled and calibrated
    const auto report = session->findBestMethods({base, 1e-3}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE(find(**report, BestMethod::Reconstruction)->outcome, BestOutcome::NoTime);
    QVERIFY(find(**report, BestMethod::Reconstruction)->seconds > 1e-3);
    QVERIFY((*report)->configuration.corrected.empty());
    QVERIFY((*report)->configuration == base);
}

void TestBestMethods::stopsWhenCancelled()
{
    const auto session = openSample();
    QVERIFY(session);
    std::stop_source stop;
    int trials = 0;
    const auto report =
        session->findBestMethods({uniform(*session, "W4A8"), 600.0}, {stop.get_token(), {}},
                                 [&](const BestReportPtr& partial) {
                                     trials = static_cast<int>(partial->trials.size());
                                     if (trials == 2) {
                                         stop.request_stop();
                                     }
                                 });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(trials, 2);
}

void TestBestMethods::refusesNoTimeAtAll()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->findBestMethods({uniform(*session, "W4A8"), 0.0}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestBestMethods)
#include "tst_best_methods.moc"
