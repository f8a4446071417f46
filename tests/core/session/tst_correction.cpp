// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/configuration_file.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <filesystem>
#include <map>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

CorrectionRequest requestFor(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    CorrectionRequest request;
    request.base = session.uniform(settings).value();
    return request;
}

double klOf(Session& session, const quant::Configuration& configuration)
{
    const auto evaluation = session.evaluate(configuration, {});
    return evaluation ? evaluation.value()->comparison.kl.value_or(1e9) : 1e9;
}

} // namespace

/// Corrects the weights of the bundled sample.
class TestCorrection : public QObject
{
    Q_OBJECT

private slots:
    void beatsRoundingToNearest_data();
    void beatsRoundingToNearest();
    void everyMethodHelps_data();
    void everyMethodHelps();
    void adaRoundLowersItsLoss_data();
    void adaRoundLowersItsLoss();
    void nearestChangesNothing();
    void eachStepHelps();
    void resumedRunsEqualRunsFromScratch();
    void otherSchemesGoBackToNearest();
    void survivesAFile();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void givesTheSameTwice();
    void canBeCancelled();
};

void TestCorrection::beatsRoundingToNearest_data()
{
    QTest::addColumn<QByteArray>("bits");
    QTest::addColumn<double>("atMost"); // of the KL divergence of rounding to nearest
    QTest::newRow("W4") << QByteArray("W4") << 0.3;
    QTest::newRow("W4A8") << QByteArray("W4A8") << 0.3;
    QTest::newRow("W3") << QByteArray("W3") << 0.2;
    QTest::newRow("W2") << QByteArray("W2") << 0.3;
}

void TestCorrection::beatsRoundingToNearest()
{
    QFETCH(QByteArray, bits);
    QFETCH(double, atMost);
    const auto session = openSample();
    QVERIFY(session);
    const CorrectionRequest request = requestFor(*session, bits.constData());
    std::size_t reports = 0;
    const auto report =
        session->correctWeights(request, {}, [&](const CorrectionReportPtr& partial) {
            QCOMPARE(partial->layers.size(), ++reports);
        });
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE((*report)->layers.size(), request.base.weights.size());
    QCOMPARE(reports, (*report)->layers.size());
    for (const CorrectedLayer& layer : (*report)->layers) {
        QVERIFY2(layer.isCorrected, layer.name.c_str());
        QVERIFY2(layer.error.reconstructed < layer.error.nearest, layer.name.c_str());
    }
    const double before = klOf(*session, request.base);
    const double after = klOf(*session, (*report)->configuration);
    qInfo("KL %.4f -> %.4f", before, after);
    QVERIFY(after < atMost * before);
    QCOMPARE(session->sizeBytes((*report)->configuration).value(),
             session->sizeBytes(request.base).value());
}

void TestCorrection::everyMethodHelps_data()
{
    QTest::addColumn<int>("method");
    for (const quant::CorrectionMethod method : quant::kCorrectionMethods) {
        if (method != quant::CorrectionMethod::Nearest) {
            QTest::newRow(quant::toString(method).c_str()) << static_cast<int>(method);
        }
    }
}

void TestCorrection::everyMethodHelps()
{
    QFETCH(int, method);
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W3");
    request.method = static_cast<quant::CorrectionMethod>(method);
    const auto report = session->correctWeights(request, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QVERIFY((*report)->method == request.method);
    QVERIFY((*report)->correctedLayers() > 0);
    for (const CorrectedLayer& layer : (*report)->layers) {
        QVERIFY2(!layer.isCorrected || layer.error.reconstructed < layer.error.nearest,
                 layer.name.c_str());
    }
    const auto& corrected = (*report)->configuration.corrected;
    QCOMPARE(corrected.begin()->second->method, quant::toString(request.method));
    const double before = klOf(*session, request.base);
    const double after = klOf(*session, (*report)->configuration);
    qInfo("KL %.4f -> %.4f in %.2f s", before, after, (*report)->seconds);
    QVERIFY(after < before);
}

void TestCorrection::adaRoundLowersItsLoss_data()
{
    QTest::addColumn<QByteArray>("bits");
    for (const char* bits : {"W2", "W3", "W4", "W4A8"}) {
        QTest::newRow(bits) << QByteArray(bits);
    }
}

/// The error is what it minimises, E|W f - Q a|^2, beside that of rounding to nearest on its grid.
void TestCorrection::adaRoundLowersItsLoss()
{
    QFETCH(QByteArray, bits);
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, bits.constData());
    request.method = quant::CorrectionMethod::AdaRound;
    const auto report = session->correctWeights(request, {});
    QVERIFY2(report, report ? "" : toString(report.error()).c_str());
    QCOMPARE((*report)->layers.size(), request.base.weights.size());
    for (const CorrectedLayer& layer : (*report)->layers) {
        QVERIFY(layer.isCorrected);
        qInfo("%s %g -> %g", layer.name.c_str(), layer.error.nearest, layer.error.reconstructed);
        QVERIFY2(layer.error.reconstructed < layer.error.nearest, layer.name.c_str());
    }
}

void TestCorrection::nearestChangesNothing()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W4");
    request.method = quant::CorrectionMethod::Nearest;
    const auto report = session->correctWeights(request, {});
    QVERIFY(report);
    QVERIFY((*report)->configuration == request.base);
    for (const CorrectedLayer& layer : (*report)->layers) {
        QVERIFY(layer.error.nearest > 0.0);
        QCOMPARE(layer.error.reconstructed, layer.error.nearest);
    }
}

void TestCorrection::eachStepHelps()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W3");
    std::map<std::string, double> kl{{"nearest", klOf(*session, request.base)}};
    const auto measure = [&](const char* name, bool target, bool secondOrder) {
        request.steps.correctTarget = target;
        request.steps.secondOrder = secondOrder;
        request.steps.descents = secondOrder ? 2 : 0;
        const auto report = session->correctWeights(request, {});
        kl[name] = report ? klOf(*session, (*report)->configuration) : 1e9;
    };
    measure("bias", false, false);
    measure("second order", false, true);
    measure("target", true, true);
    for (const auto& [name, value] : kl) {
        qInfo("%s %.4f", name.c_str(), value);
    }
    QVERIFY(kl["bias"] < kl["nearest"]);
    QVERIFY(kl["second order"] < kl["bias"]);
    QVERIFY(kl["target"] < kl["second order"]);
}

/// With replaced biases, in floats and on codes.
void TestCorrection::resumedRunsEqualRunsFromScratch()
{
    const auto session = openSample();
    QVERIFY(session);
    for (const char* bits : {"W4", "W4A8"}) {
        const auto report = session->correctWeights(requestFor(*session, bits), {});
        QVERIFY(report);
        quant::Configuration edited = (*report)->configuration;
        QVERIFY(session->evaluate(edited, {}));
        const std::string last = (*report)->layers.back().name;
        edited.weights[last].precision = quant::Precision::integer(3);
        QVERIFY(session->evaluate(edited, {}));
        const auto equal = session->resumedEqualsScratch(edited, {});
        QVERIFY(equal && *equal);
        const auto noise = session->measureNoise((*report)->configuration, 16, {});
        const auto plain = session->measureNoise(requestFor(*session, bits).base, 16, {});
        QVERIFY(noise && plain);
        QVERIFY((*noise)->activationSqnrDb.at(last) > (*plain)->activationSqnrDb.at(last) + 2.0);
    }
}

void TestCorrection::otherSchemesGoBackToNearest()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->correctWeights(requestFor(*session, "W4"), {});
    QVERIFY(report);
    quant::Configuration other = (*report)->configuration;
    for (auto& [name, scheme] : other.weights) {
        scheme.precision = quant::Precision::integer(5);
        QVERIFY(!quant::correctedWeights(other, name));
    }
    quant::Configuration plain = other;
    plain.corrected.clear();
    QCOMPARE(klOf(*session, other), klOf(*session, plain));
}

void TestCorrection::survivesAFile()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto report = session->correctWeights(requestFor(*session, "W4A8"), {});
    QVERIFY(report);
    const std::string text = toJson((*report)->configuration);
    const auto read = configurationFromJson(text, "test");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(session->check(*read));
    QCOMPARE(toJson(*read), text);
    QCOMPARE(read->corrected.size(), (*report)->configuration.corrected.size());
    QCOMPARE(klOf(*session, *read), klOf(*session, (*report)->configuration));
}

void TestCorrection::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a digit that is none")
        << QByteArray("\"codes\": \"") << QByteArray("\"codes\": \"g");
    QTest::newRow("too many codes") << QByteArray("\"codes\": \"") << QByteArray("\"codes\": \"0");
    QTest::newRow("no scales") << QByteArray("\"scales\": [")
                               << QByteArray("\"scales\": [], \"x\": [");
    QTest::newRow("a layer that is not there")
        << QByteArray("\"corrected\": {") << QByteArray("\"corrected\": {\"nobody\": {}, ");
    QTest::newRow("no grid") << QByteArray("\"qmin\": -8") << QByteArray("\"qmin\": 70000");
}

void TestCorrection::brokenFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W4");
    const auto first = *request.base.weights.begin();
    request.base.weights = {first};
    const auto report = session->correctWeights(request, {});
    QVERIFY(report);
    std::string text = toJson((*report)->configuration);
    const std::size_t place = text.find(from.toStdString());
    QVERIFY(place != std::string::npos);
    text.replace(place, static_cast<std::size_t>(from.size()), to.toStdString());
    const auto read = configurationFromJson(text, "broken.json");
    const Status checked = read ? session->check(*read) : Status(failFrom(read));
    QVERIFY(!checked);
    qInfo("%s", toString(checked.error()).c_str());
    QVERIFY(toString(checked.error()).find(first.first) != std::string::npos ||
            toString(checked.error()).find("nobody") != std::string::npos);
}

void TestCorrection::givesTheSameTwice()
{
    const auto one = openSample();
    const auto two = openSample();
    QVERIFY(one && two);
    const auto a = one->correctWeights(requestFor(*one, "W3A8"), {});
    const auto b = two->correctWeights(requestFor(*two, "W3A8"), {});
    QVERIFY(a && b);
    QCOMPARE(toJson((*a)->configuration), toJson((*b)->configuration));
}

void TestCorrection::canBeCancelled()
{
    const auto session = openSample();
    QVERIFY(session);
    std::stop_source stop;
    CorrectionReportPtr last;
    const auto report = session->correctWeights(requestFor(*session, "W4"), {stop.get_token(), {}},
                                                [&](const CorrectionReportPtr& partial) {
                                                    last = partial;
                                                    if (partial->layers.size() == 3) {
                                                        stop.request_stop();
                                                    }
                                                });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(last->layers.size(), std::size_t{3});
    QCOMPARE(last->configuration.corrected.size(), std::size_t{3});
    QVERIFY(session->evaluate(last->configuration, {}));
}

QTEST_GUILESS_MAIN(TestCorrection)
#include "tst_correction.moc"
