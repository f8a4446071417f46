// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/accumulators.h"
#include "core/session/multiplier_effect.h"
#include "sample_session.h"

#include <QTest>

#include <cmath>

using namespace quantoscope;
using namespace quantoscope::session;
using quant::MultiplierKind;

/// Fixed-point multipliers and accumulators on the bundled sample; figures of single layers are
/// checked by peer_accumulators, outputs by peer_fixed_point.
class TestMultipliers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nearlyTheSameAnswers();
    void resumedEqualsScratch();
    void wideLayersStayInFloats();
    void accumulatorsOfLayers();
    void effectNeedsTheSameConfiguration();

private:
    [[nodiscard]] quant::Configuration configurationOf(const char* bits, MultiplierKind kind) const;

    std::unique_ptr<Session> m_session;
};

void TestMultipliers::initTestCase()
{
    m_session = openSample(128, 50);
    QVERIFY(m_session);
}

quant::Configuration TestMultipliers::configurationOf(const char* bits, MultiplierKind kind) const
{
    UniformSettings settings;
    settings.bits = *quant::parseBits(bits);
    quant::Configuration configuration = *m_session->uniform(settings);
    configuration.requantization = kind;
    return configuration;
}

void TestMultipliers::nearlyTheSameAnswers()
{
    const auto floats = m_session->evaluate(configurationOf("W8A8", MultiplierKind::Float), {});
    const auto fixedPoint =
        m_session->evaluate(configurationOf("W8A8", MultiplierKind::FixedPoint), {});
    QVERIFY(floats && fixedPoint);
    QVERIFY(!(*floats)->fixedPointShare);
    QCOMPARE((*fixedPoint)->fixedPointShare.value_or(0.0), 1.0);
    const auto effect = multiplierEffect(**floats, **fixedPoint);
    QVERIFY(effect && effect->changed && effect->top1Difference);
    QCOMPARE(effect->images, 128);
    QVERIFY(*effect->changed <= 3);
    QVERIFY(effect->floatSqnrDb != effect->fixedSqnrDb);
    QVERIFY(std::abs(effect->floatSqnrDb - effect->fixedSqnrDb) < 3.0);
    const auto mirrored = multiplierEffect(**fixedPoint, **floats);
    QVERIFY(mirrored);
    QCOMPARE(mirrored->fixedSqnrDb, effect->fixedSqnrDb);
    QCOMPARE(effectText(*mirrored), effectText(*effect));
}

/// What is kept of a run with the other multipliers must not be gone on from.
void TestMultipliers::resumedEqualsScratch()
{
    for (const MultiplierKind kind :
         {MultiplierKind::FixedPoint, MultiplierKind::Float, MultiplierKind::FixedPoint}) {
        quant::Configuration configuration = configurationOf("W7A8", kind);
        QVERIFY(m_session->evaluate(configuration, {}));
        configuration.weights.rbegin()->second.precision = quant::Precision::integer(5);
        const auto same = m_session->resumedEqualsScratch(configuration, {});
        QVERIFY(same && *same);
    }
}

void TestMultipliers::wideLayersStayInFloats()
{
    quant::Configuration configuration = configurationOf("W8A8", MultiplierKind::FixedPoint);
    configuration.activations.begin()->second.precision = quant::Precision::integer(16);
    const auto mixed = m_session->evaluate(configuration, {});
    QVERIFY(mixed && (*mixed)->fixedPointShare);
    QVERIFY(*(*mixed)->fixedPointShare > 0.0 && *(*mixed)->fixedPointShare < 1.0);
    const auto none = m_session->evaluate(configurationOf("W8A16", MultiplierKind::FixedPoint), {});
    QVERIFY(none);
    QCOMPARE((*none)->fixedPointShare.value_or(1.0), 0.0);
}

void TestMultipliers::accumulatorsOfLayers()
{
    const auto floats = m_session->evaluate(configurationOf("W8A32", MultiplierKind::Float), {});
    QVERIFY(floats);
    QCOMPARE(accumulatorTotals(**floats).layers, 0);
    QCOMPARE(accumulatorSummary(**floats), std::string());
    const quant::Configuration configuration = configurationOf("W8A8", MultiplierKind::Float);
    const auto evaluation = m_session->evaluate(configuration, {});
    QVERIFY(evaluation);
    const AccumulatorTotals totals = accumulatorTotals(**evaluation);
    QCOMPARE(totals.layers, static_cast<int>(configuration.weights.size()));
    QVERIFY(totals.over16 > 0 && totals.over32 == 0 && totals.mostBits <= 32);
    for (const LayerFigures& layer : (*evaluation)->layers) {
        if (layer.weightBits) {
            const auto looked = m_session->inspectAccumulator(layer.name, configuration);
            QVERIFY(looked && *looked == layer.accumulator);
        }
    }
    QVERIFY(!m_session->inspectAccumulator("no such layer", configuration));
}

void TestMultipliers::effectNeedsTheSameConfiguration()
{
    Evaluation a;
    Evaluation b;
    QVERIFY(!multiplierEffect(a, b));
    b.configuration.requantization = MultiplierKind::FixedPoint;
    QVERIFY(multiplierEffect(a, b));
    b.configuration.calibration.percentile = 99.0;
    QVERIFY(!multiplierEffect(a, b));
}

QTEST_GUILESS_MAIN(TestMultipliers)
#include "tst_multipliers.moc"
