// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cascade.h"
#include "core/session/configuration_file.h"
#include "tests/core/session/sample_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

quant::Configuration uniform(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    return session.uniform(settings).value();
}

} // namespace

/// A cascade of two configurations of the bundled sample.
class TestCascadeSession : public QObject
{
    Q_OBJECT

private slots:
    void figuresFollowFromBothEvaluations();
    void dropDecides();
    void timeIsAnotherCost();
    void exportsBothModels();
    void refusals();
};

void TestCascadeSession::figuresFollowFromBothEvaluations()
{
    const auto session = openSample(0, 20);
    QVERIFY(session);
    const auto cheap = uniform(*session, "W3A8");
    const auto better = uniform(*session, "W8A8");
    const auto report = session->measureCascade({cheap, better, 0.0}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    const CascadeReport& cascade = **report;
    QVERIFY(cascade.isLabelled);
    QCOMPARE(cascade.curve.cheapAccuracy, *cascade.cheap->accuracy.top1);
    QCOMPARE(cascade.curve.betterAccuracy, *cascade.better->accuracy.top1);
    QVERIFY(cascade.curve.cheapAccuracy < cascade.curve.betterAccuracy);
    QCOMPARE(cascade.costs.cheap, session->bops(cheap).value());

    const search::CascadePoint& chosen = cascade.curve.points[cascade.chosen];
    std::size_t right = 0;
    std::size_t rerun = 0;
    const auto& samples = session->dataInfo()->validation->index().samples;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto& scores = cascade.cheap->predictions[i];
        const bool isUnsure =
            static_cast<double>(scores[0].probability - scores[1].probability) < chosen.threshold;
        const auto& answer = isUnsure ? cascade.better->predictions[i] : scores;
        right += answer[0].classIndex == samples[i].label.value() ? 1 : 0;
        rerun += isUnsure ? 1 : 0;
    }
    const auto count = static_cast<double>(samples.size());
    QCOMPARE(chosen.accuracy, static_cast<double>(right) / count);
    QCOMPARE(chosen.share, static_cast<double>(rerun) / count);
    QVERIFY(chosen.accuracy >= cascade.curve.betterAccuracy);
    QVERIFY(chosen.share > 0.0 && chosen.share < 1.0);
}

void TestCascadeSession::dropDecides()
{
    const auto session = openSample(96, 20);
    const auto report =
        session->measureCascade({uniform(*session, "W3A8"), uniform(*session, "W8A8"), 0.0}, {});
    QVERIFY(report);
    const auto loose = withDrop(**report, 1.0);
    QCOMPARE(loose->chosen, std::size_t{0});
    QCOMPARE(loose->request.drop, 1.0);
    const auto& strict = (*report)->curve.points[(*report)->chosen];
    QVERIFY(loose->curve.points[loose->chosen].cost <= strict.cost);
}

void TestCascadeSession::timeIsAnotherCost()
{
    const auto session = openSample(16, 8);
    const auto report = session->measureCascade(
        {uniform(*session, "W4A8"), uniform(*session, "W8A8"), 0.0, CascadeCost::Time}, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QVERIFY((*report)->costs.cheap > 0.0 && (*report)->costs.cheap < 1000.0);
}

void TestCascadeSession::exportsBothModels()
{
    const QTemporaryDir temporary;
    const std::filesystem::path folder =
        std::filesystem::path(temporary.path().toStdString()) / "new" / "cascade";
    const auto session = openSample(48, 20);
    const auto report =
        session->measureCascade({uniform(*session, "W3A8"), uniform(*session, "W8A8"), 0.01}, {});
    QVERIFY(report);
    const Status written = session->exportCascade(**report, folder, {});
    QVERIFY2(written, written ? "" : toString(written.error()).c_str());
    const auto json = nlohmann::json::parse(std::ifstream(folder / kCascadeManifest));
    QCOMPARE(json["format"].get<std::string>(), std::string("quantoscope-cascade"));
    QCOMPARE(json["threshold"].get<double>(), (*report)->curve.points[(*report)->chosen].threshold);
    QCOMPARE(json["curve"].size(), (*report)->curve.points.size());
    for (const char* side : {"cheap", "better"}) {
        QVERIFY(std::filesystem::exists(folder / json[side]["model"].get<std::string>()));
        const auto configuration =
            readConfiguration(folder / json[side]["configuration"].get<std::string>());
        QVERIFY(configuration);
        QVERIFY(session->check(*configuration));
    }
}

void TestCascadeSession::refusals()
{
    const auto session = openSample(1, 4);
    const auto one = session->measureCascade({uniform(*session, "W3"), {}, 0.0}, {});
    QVERIFY(!one);
    QCOMPARE(one.error().code, ErrorCode::InvalidArgument);
    quant::Configuration wrong;
    wrong.weights["nobody"] = {};
    QVERIFY(!session->measureCascade({wrong, {}, 0.0}, {}));
}

QTEST_GUILESS_MAIN(TestCascadeSession)
#include "tst_cascade_session.moc"
