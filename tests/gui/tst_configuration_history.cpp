// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_history.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

std::shared_ptr<const session::Evaluation> evaluation(int weightBits, int activationBits,
                                                      double top1)
{
    session::Evaluation result;
    result.configuration.weights["a"].precision = quant::Precision::integer(weightBits);
    result.configuration.weights["b"].precision = quant::Precision::integer(weightBits);
    result.configuration.activations["x"].precision = quant::Precision::integer(activationBits);
    result.accuracy.top1 = top1;
    result.sizeBytes = 1000 * weightBits;
    result.averageWeightBits = weightBits;
    return std::make_shared<const session::Evaluation>(std::move(result));
}

} // namespace

class ConfigurationHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOneRowPerConfiguration()
    {
        ConfigurationHistory history;
        const QAbstractItemModelTester tester(&history);
        QSignalSpy inserted(&history, &QAbstractItemModel::rowsInserted);
        history.add(evaluation(8, 8, 0.95));
        history.add(evaluation(4, 8, 0.80));
        history.add(evaluation(8, 8, 0.95));
        QCOMPARE(history.rowCount(), 2);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(history.rowOf(evaluation(4, 8, 0.80)->configuration), 1);
        QCOMPARE(history.rowOf({}), -1);
        const QModelIndex row = history.index(1);
        QCOMPARE(row.data().toString(), QStringLiteral("W4A8"));
        QCOMPARE(row.data(ConfigurationHistory::Top1Role).toDouble(), 0.80);
        QCOMPARE(row.data(ConfigurationHistory::SizeBytesRole).toLongLong(), 4000);
        history.clear();
        QCOMPARE(history.rowCount(), 0);
    }

    void saysWhenLayersDiffer()
    {
        session::Evaluation mixed = *evaluation(8, 8, 0.9);
        mixed.configuration.weights["b"].precision = quant::Precision::integer(2);
        mixed.averageWeightBits = 5.0;
        QCOMPARE(configurationLabel(mixed), QStringLiteral("mixed, 5.00 weight bits on average"));
    }

    void badIndexesGiveNothing()
    {
        const ConfigurationHistory history;
        QVERIFY(!history.data({}, Qt::DisplayRole).isValid());
        QVERIFY(!history.data(history.index(3), Qt::DisplayRole).isValid());
    }
};

QTEST_GUILESS_MAIN(ConfigurationHistoryTest)
#include "tst_configuration_history.moc"
