// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/configured_model.h"
#include "core/session/configurations.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

constexpr const char* kConv = "block5/project/Conv";
constexpr const char* kGemm = "classifier/Gemm";

UniformSettings settingsOf(const char* bits)
{
    UniformSettings settings;
    settings.bits = *quant::parseBits(bits);
    return settings;
}

} // namespace

class TestWeightAxis : public QObject
{
    Q_OBJECT

private slots:
    void uniformSettingsTakeItWhereItIs();
    void missingAxesAreNamed();
    void onlyScalesOfOutputsFactorOut();
};

void TestWeightAxis::uniformSettingsTakeItWhereItIs()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto configuration = session->uniform(settingsOf("W4g32x3A8"));
    QVERIFY(configuration);
    QCOMPARE(configuration->weights.at(kConv).axis, 3);
    QCOMPARE(configuration->weights.at(kGemm).axis, -1);
    UniformSettings settings = settingsOf("W8A8");
    settings.weightAxis = 1;
    QCOMPARE(session->uniform(settings)->weights.at(kGemm).axis, 1);
    settings.bits.axis = 0; // says it first
    QCOMPARE(session->uniform(settings)->weights.at(kGemm).axis, 0);
    settings = settingsOf("W8A8");
    settings.granularity = quant::Granularity::PerTensor;
    settings.weightAxis = 1;
    QVERIFY(!session->uniform(settings));
}

void TestWeightAxis::missingAxesAreNamed()
{
    const auto session = openSample();
    QVERIFY(session);
    const model::LayerModel& layers = *session->modelInfo()->layers;
    quant::Configuration configuration = *session->uniform(settingsOf("W8x1"));
    QVERIFY(checkConfiguration(layers, configuration));
    configuration.weights.at(kGemm).axis = 2;
    const Status missing = checkConfiguration(layers, configuration);
    QVERIFY(!missing && missing.error().code == ErrorCode::InvalidArgument);
    QVERIFY(missing.error().where.find(kGemm) != std::string::npos);
    QVERIFY(missing.error().message.find("no axis 2") != std::string::npos);
    exec::ConfiguredModel model(session->modelInfo()->layers);
    const auto bound = model.bind(configuration, nullptr);
    QVERIFY(!bound && bound.error().where.find(kGemm) != std::string::npos);
}

/// Integer kernels, integer biases and accumulators need a scale an output channel.
void TestWeightAxis::onlyScalesOfOutputsFactorOut()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto layers = session->modelInfo()->layers;
    const auto place = std::ranges::find(layers->layers, kConv, &model::Layer::name);
    const auto index = static_cast<std::size_t>(place - layers->layers.begin());
    exec::ConfiguredModel model(layers);
    const quant::QuantParams input{{0.1F}, {0}, 0, 255};
    const auto boundFor = [&](const char* bits) {
        const auto configuration = session->uniform(settingsOf(bits));
        return *model.boundWeights(index, model.settingOf(index, *configuration, input), input);
    };
    const auto plain = boundFor("W8");
    const auto named = boundFor("W8x0");
    QVERIFY(named.values->values == plain.values->values);
    QVERIFY(*named.grid == *plain.grid && named.sums);
    for (const char* bits : {"W8x1", "W8x2", "W8g32x0", "W8g32x1"}) {
        const auto other = boundFor(bits);
        QVERIFY(other.values->values != plain.values->values);
        QVERIFY(other.grid && other.grid->scales.empty() && !other.sums);
    }
}

QTEST_GUILESS_MAIN(TestWeightAxis)
#include "tst_weight_axis.moc"
