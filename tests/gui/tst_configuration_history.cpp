// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_difference.h"
#include "gui/models/configuration_history.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

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
        QUndoStack undo;
        ConfigurationHistory history(undo);
        const QAbstractItemModelTester tester(&history);
        QSignalSpy inserted(&history, &QAbstractItemModel::rowsInserted);
        history.add(evaluation(8, 8, 0.95));
        history.add(evaluation(4, 8, 0.80));
        history.add(evaluation(8, 8, 0.95));
        QCOMPARE(history.rowCount(), 2);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(history.rowOf(evaluation(4, 8, 0.80)->configuration), 1);
        QCOMPARE(history.rowOf({}), -1);
        const auto sortValue = [&](int column) {
            return history.index(1, column).data(ConfigurationHistory::SortRole);
        };
        QCOMPARE(history.index(1, 0).data().toString(), QStringLiteral("W4A8"));
        QCOMPARE(sortValue(ConfigurationHistory::Top1Column).toDouble(), 0.80);
        QCOMPARE(sortValue(ConfigurationHistory::SizeColumn).toLongLong(), 4000);
        QVERIFY(!sortValue(ConfigurationHistory::AgreementColumn).isValid());
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

    void namesAndNotesAreUndone()
    {
        QUndoStack undo;
        ConfigurationHistory history(undo);
        const QAbstractItemModelTester tester(&history);
        history.add(evaluation(8, 8, 0.95));
        const QModelIndex name = history.index(0, ConfigurationHistory::NameColumn);
        const QModelIndex note = history.index(0, ConfigurationHistory::NoteColumn);
        QVERIFY(history.setData(name, QStringLiteral(" the first ")));
        QVERIFY(history.setData(note, QStringLiteral("as they ship it")));
        QVERIFY(!history.setData(history.index(0, ConfigurationHistory::SizeColumn), 3));
        QCOMPARE(name.data().toString(), QStringLiteral("the first"));
        QCOMPARE(note.data().toString(), QStringLiteral("as they ship it"));
        undo.undo();
        QCOMPARE(note.data().toString(), QString());
        undo.undo();
        QCOMPARE(name.data().toString(), QStringLiteral("W8A8"));
        undo.redo();
        QCOMPARE(name.data().toString(), QStringLiteral("the first"));
        QVERIFY(history.setData(name, QString())); // back to what it is
        QCOMPARE(name.data().toString(), QStringLiteral("W8A8"));
    }

    void removedRowsComeBack()
    {
        QUndoStack undo;
        ConfigurationHistory history(undo);
        const QAbstractItemModelTester tester(&history);
        for (const int bits : {8, 6, 4, 2}) {
            history.add(evaluation(bits, 8, 0.1 * bits));
        }
        history.remove({3, 1});
        QCOMPARE(history.rowCount(), 2);
        QCOMPARE(history.index(1, 0).data().toString(), QStringLiteral("W4A8"));
        history.add(evaluation(2, 8, 0.2)); // tried again meanwhile
        undo.undo();
        QCOMPARE(history.rowCount(), 4);
        QCOMPARE(history.index(1, 0).data().toString(), QStringLiteral("W6A8"));
        history.clear(); // other pictures
        undo.redo();
        undo.undo();
        QCOMPARE(history.rowCount(), 0);
    }

    void writesCsv()
    {
        QUndoStack undo;
        ConfigurationHistory history(undo);
        history.add(evaluation(8, 8, 0.95));
        history.setData(history.index(0, ConfigurationHistory::NoteColumn),
                        QStringLiteral("a, \"b\""));
        QCOMPARE(history.toCsv(),
                 QByteArray("name,bits,top1,agreement,sqnr_db,size_bytes,average_weight_bits,bops,"
                            "milliseconds,note"
                            "\r\nW8A8,W8A8,0.95,,0,8000,8,,,\"a, \"\"b\"\"\"\r\n"));
    }

    void listsWhatDiffers()
    {
        session::Evaluation first = *evaluation(8, 8, 0.95);
        session::Evaluation second = *evaluation(8, 8, 0.90);
        for (session::Evaluation* each : {&first, &second}) {
            each->layers.resize(2);
            each->layers[0].name = "b";
            each->layers[1].name = "a";
        }
        second.configuration.weights["a"].precision = quant::Precision::integer(4);
        second.configuration.activations.erase("x");
        const auto tried = [](const session::Evaluation& evaluation, const char* name) {
            return TriedConfiguration{std::make_shared<const session::Evaluation>(evaluation),
                                      {},
                                      QString::fromLatin1(name),
                                      {}};
        };
        ConfigurationDifference difference(tried(first, "one"), tried(second, "two"));
        const QAbstractItemModelTester tester(&difference);
        QCOMPARE(difference.differences(), 2);
        const int last = difference.rowCount() - 1;
        const auto text = [&](int row, int column) {
            return difference.index(row, column).data().toString();
        };
        QCOMPARE(difference.headerData(1, Qt::Horizontal).toString(), QStringLiteral("one"));
        QCOMPARE(text(0, 1), QStringLiteral("95.0 %"));
        QVERIFY(text(last - 1, 0).contains(QStringLiteral(" a")));
        QVERIFY(text(last - 1, 1).startsWith(QStringLiteral("INT8")));
        QVERIFY(text(last - 1, 2).startsWith(QStringLiteral("INT4")));
        QVERIFY(text(last, 0).contains(QStringLiteral(" x")));
        QCOMPARE(text(last, 2), QStringLiteral("FP32"));
    }

    void badIndexesGiveNothing()
    {
        QUndoStack undo;
        const ConfigurationHistory history(undo);
        QVERIFY(!history.data({}, Qt::DisplayRole).isValid());
        QVERIFY(!history.data(history.index(3, 0), Qt::DisplayRole).isValid());
    }
};

QTEST_GUILESS_MAIN(ConfigurationHistoryTest)
#include "tst_configuration_history.moc"
