// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_file.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

quant::Configuration uniform(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    return session.uniform(settings).value();
}

const model::Layer& someWeightLayer(const Session& session)
{
    const auto& layers = session.modelInfo()->layers->layers;
    std::size_t seen = 0;
    return *std::ranges::find_if(
        layers, [&](const auto& each) { return each.hasWeights() && ++seen == 3; });
}

std::string siteOf(const Session& session, const std::string& layer)
{
    const auto& model = *session.modelInfo()->layers;
    for (const model::ActivationSite& site : model.sites) {
        if (site.layer && model.layers[static_cast<std::size_t>(*site.layer)].name == layer) {
            return site.name;
        }
    }
    return {};
}

} // namespace

/// Looks into the layers of the bundled sample.
class TestInspection : public QObject
{
    Q_OBJECT

private slots:
    void rangesSetByHandAreObeyed();
    void clippingMoreCostsMore();
    void illegalRangesAreRefused_data();
    void illegalRangesAreRefused();
    void featureMapsAgreeWithTheNoise();
    void aLayerAloneInheritsNothing();
    void ownNoiseIsAPartOfTheWhole();
    void channelsTellTheirRanges();
    void whatIsNotThereIsNamed();
};

void TestInspection::rangesSetByHandAreObeyed()
{
    const auto session = openSample(16, 16);
    QVERIFY(session && session->calibrate({}));
    quant::Configuration configuration = uniform(*session, "W8A8");
    const std::string site = siteOf(*session, someWeightLayer(*session).name);
    const auto calibrated = session->inspectActivation(site, configuration, 64);
    QVERIFY(calibrated && !calibrated->isSetByHand);
    QVERIFY(calibrated->clippedShare < 0.01);
    configuration.activations[site].range = quant::Range{0.0F, 0.75F};
    const auto clipped = session->inspectActivation(site, configuration, 64);
    QVERIFY(clipped && clipped->isSetByHand);
    QCOMPARE(clipped->params.scales.front(), 0.75F / 255.0F);
    QCOMPARE(clipped->params.zeroPoints.front(), 0);
    QCOMPARE(clipped->clipping.high, 0.75F);
    const double total = std::accumulate(clipped->counts.begin(), clipped->counts.end(), 0.0);
    const auto count = session->calibration()->histograms.at(site).count();
    QVERIFY(std::abs(total - static_cast<double>(count)) < 1e-6 * total);
    const std::string json = toJson(configuration);
    const auto read = configurationFromJson(json, "memory");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QVERIFY(*read == configuration);
    QVERIFY(!(uniform(*session, "W8A8") == configuration));
}

void TestInspection::clippingMoreCostsMore()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    quant::Configuration configuration = uniform(*session, "W8A8");
    const std::string site = siteOf(*session, someWeightLayer(*session).name);
    const auto whole = session->evaluate(configuration, {});
    QVERIFY(whole);
    const double most = session->inspectActivation(site, configuration, 8)->maximum;
    double former = (*whole)->comparison.sqnrDb;
    double formerShare = session->inspectActivation(site, configuration, 8)->clippedShare;
    for (const double share : {0.3, 0.05}) {
        configuration.activations[site].range =
            quant::Range{0.0F, static_cast<float>(share * most)};
        const auto clipped = session->evaluate(configuration, {});
        QVERIFY(clipped);
        QVERIFY2((*clipped)->comparison.sqnrDb < former, "clipping more must cost more");
        former = (*clipped)->comparison.sqnrDb;
        const auto seen = session->inspectActivation(site, configuration, 8);
        QVERIFY(seen->clippedShare > formerShare);
        formerShare = seen->clippedShare;
        QVERIFY(session->resumedEqualsScratch(configuration, {}).value_or(false));
    }
}

void TestInspection::illegalRangesAreRefused_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::newRow("no zero inside") << QByteArray("[0.5, 1.0]");
    QTest::newRow("the wrong way round") << QByteArray("[1.0, -1.0]");
    QTest::newRow("nothing between") << QByteArray("[0.0, 0.0]");
    QTest::newRow("one number") << QByteArray("[1.0]");
    QTest::newRow("words") << QByteArray("\"wide\"");
    QTest::newRow("too large") << QByteArray("[0.0, 1e60]");
}

void TestInspection::illegalRangesAreRefused()
{
    QFETCH(QByteArray, range);
    const std::string json = R"({"format": "quantoscope-configuration", "version": 1, "activations":
        {"some tensor": {"precision": "INT8", "symmetric": false, "range": )" +
                             range.toStdString() + "}}}";
    const auto read = configurationFromJson(json, "some file");
    QVERIFY(!read);
    const std::string message = toString(read.error());
    QVERIFY2(message.find("some file") != std::string::npos, message.c_str());
    QVERIFY2(message.find("some tensor") != std::string::npos, message.c_str());
}

void TestInspection::featureMapsAgreeWithTheNoise()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    const quant::Configuration configuration = uniform(*session, "W4A8");
    const auto noise = session->measurePictureNoise(configuration, 5, {});
    QVERIFY(noise);
    const model::Layer& layer = someWeightLayer(*session);
    const auto maps = session->featureMaps(configuration, layer.name, 5, {});
    QVERIFY2(maps, maps ? "" : toString(maps.error()).c_str());
    QVERIFY(std::abs((*maps)->sqnrDb - (*noise)->activationSqnrDb.at(layer.name)) < 1e-9);
    QCOMPARE(static_cast<std::int64_t>((*maps)->floats.size()), elementCount((*maps)->shape));
    QCOMPARE((*maps)->shape.size(), std::size_t{3});
    const auto other = session->featureMaps(configuration, layer.name, 6, {});
    QVERIFY(other && (*other)->floats != (*maps)->floats);
}

void TestInspection::aLayerAloneInheritsNothing()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    const quant::Configuration whole = uniform(*session, "W4A8");
    const std::string layer = someWeightLayer(*session).name;
    quant::Configuration alone;
    alone.weights[layer] = whole.weights.at(layer);
    const std::string site = siteOf(*session, layer);
    alone.activations[site] = whole.activations.at(site);
    const auto own = session->measureOwnNoise(alone, 1, {});
    QVERIFY2(own, own ? "" : toString(own.error()).c_str());
    QCOMPARE((*own)->activationSqnrDb.size(), std::size_t{1});
    const auto all = session->measurePictureNoise(alone, 0, {});
    QVERIFY(all);
    QVERIFY(std::abs((*own)->activationSqnrDb.at(layer) - (*all)->activationSqnrDb.at(layer)) <
            1e-9);
}

/// Noise adds up along the way: the layers together are noisier than most of them alone.
void TestInspection::ownNoiseIsAPartOfTheWhole()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    const quant::Configuration configuration = uniform(*session, "W4A8");
    const auto own = session->measureOwnNoise(configuration, 1, {});
    const auto all = session->measurePictureNoise(configuration, 0, {});
    QVERIFY(own && all);
    QVERIFY((*own)->activationSqnrDb.size() >= configuration.weights.size());
    std::size_t quieter = 0;
    for (const auto& [layer, db] : (*own)->activationSqnrDb) {
        quieter += db >= (*all)->activationSqnrDb.at(layer) - 1e-9 ? 1 : 0;
    }
    QVERIFY2(quieter * 10 >= (*own)->activationSqnrDb.size() * 9,
             qPrintable(QString::number(quieter)));
}

void TestInspection::channelsTellTheirRanges()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    const model::Layer& layer = someWeightLayer(*session);
    const auto weights = session->inspectWeights(layer.name, {quant::Precision::integer(4)}, 32);
    QVERIFY(weights);
    const auto count = static_cast<double>(weights->floats->values.size());
    QCOMPARE(std::accumulate(weights->quantizedCounts.begin(), weights->quantizedCounts.end(), 0.0),
             count);
    const auto channels = weights->floats->shape[static_cast<std::size_t>(weights->channelAxis)];
    QCOMPARE(static_cast<std::int64_t>(weights->channels.size()), channels);
    float low = 0.0F;
    float high = 0.0F;
    for (const ChannelRange& channel : weights->channels) {
        QVERIFY(channel.minimum <= channel.maximum);
        QVERIFY(channel.sqnrDb > 0.0);
        low = std::min(low, channel.minimum);
        high = std::max(high, channel.maximum);
    }
    QCOMPARE(static_cast<double>(low), weights->minimum);
    QCOMPARE(static_cast<double>(high), weights->maximum);
}

void TestInspection::whatIsNotThereIsNamed()
{
    const auto session = openSample(16, 16);
    QVERIFY(session);
    const auto maps = session->featureMaps({}, "no such layer", 0, {});
    QVERIFY(!maps);
    QVERIFY(toString(maps.error()).find("no such layer") != std::string::npos);
    const auto picture = session->measurePictureNoise({}, 99, {});
    QVERIFY(!picture);
    QVERIFY(toString(picture.error()).find("99") != std::string::npos);
    QVERIFY(!session->inspectActivation("no such tensor", {}, 8));
}

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
