// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/bits_list.h"
#include "gui/models/sensitivity_model.h"
#include "tests/gui/small_outline.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

using Model = SensitivityModel;

class SensitivityModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsLayersByBits()
    {
        Model model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setOutline(smallOutline());
        model.setReport(sweep(search::SensitivityMode::Alone));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), Model::FirstBitsColumn + 2);
        QCOMPARE(header(model, kEight), QStringLiteral("8 bit"));
        QCOMPARE(header(model, kFour), QStringLiteral("4 bit"));
        // 10 log10(signal / noise): 1000 / 1 and 1000 / 100.
        QCOMPARE(text(model, 0, kEight), QStringLiteral("30.0"));
        QCOMPARE(text(model, 0, kFour), QStringLiteral("10.0"));
        QCOMPARE(text(model, 1, kEight), QStringLiteral("20.0"));
        QCOMPARE(text(model, 0, Model::NameColumn), QStringLiteral("stem"));
        QCOMPARE(text(model, 1, Model::RankColumn), QStringLiteral("1"));
        QCOMPARE(text(model, 0, Model::RankColumn), QStringLiteral("2"));
        QCOMPARE(model.index(1, 0).data(Model::OutlineIdRole).toInt(), 2);
        QCOMPARE(model.rowOf(3), 2);
        QCOMPARE(model.rowOf(kNoOutlineId), -1);
    }

    void cellsNotMeasuredAreEmpty()
    {
        Model model;
        model.setOutline(smallOutline());
        model.setReport(sweep(search::SensitivityMode::Alone));
        QCOMPARE(text(model, 2, kFour), QString());
        QCOMPARE(text(model, 2, Model::RankColumn), QString());
        QVERIFY(!model.index(2, kFour).data(Model::ShareRole).isValid());
        QCOMPARE(model.shareAtLowestBits(3), std::nullopt);
        QVERIFY(model.index(0, kFour)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("20 of 100 images")));
    }

    void harmRunsFromZeroToOne()
    {
        Model model;
        model.setOutline(smallOutline());
        model.setReport(sweep(search::SensitivityMode::Alone));
        QCOMPARE(share(model, 0, kEight), 0.0); // 30 dB, the best
        QCOMPARE(share(model, 1, kFour), 1.0);  // 0 dB
        QCOMPARE(share(model, 0, kFour), 20.0 / 30.0);
        QCOMPARE(model.shareAtLowestBits(1), std::optional(0.0)); // 10 dB, the better of two
        QCOMPARE(model.shareAtLowestBits(2), std::optional(1.0));
        QCOMPARE(model.rangeAtLowestBits().first, QStringLiteral("10.0 dB"));
        QCOMPARE(model.rangeAtLowestBits().second, QStringLiteral("0.0 dB"));
        // Left out, the layer without which the rest does best is the harmful one.
        model.setReport(sweep(search::SensitivityMode::LeaveOneOut));
        QCOMPARE(share(model, 0, kEight), 1.0);
        QCOMPARE(share(model, 1, kFour), 0.0);
    }

    void otherFiguresChangeTheCells()
    {
        Model model;
        model.setOutline(smallOutline());
        model.setReport(sweep(search::SensitivityMode::Alone));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setFigure(SensitivityFigure::Top1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(text(model, 1, kFour), QStringLiteral("−15.0")); // 3 of 20
        QCOMPARE(text(model, 0, kEight), QStringLiteral("0.0"));
        QCOMPARE(share(model, 1, kFour), 1.0);
        model.setFigure(SensitivityFigure::Kl);
        QCOMPARE(text(model, 1, kFour), QStringLiteral("0.250")); // 5 nats over 20 pictures
    }

    void growsWithoutReset()
    {
        Model model;
        model.setOutline(smallOutline());
        model.setReport(sweep(search::SensitivityMode::Alone));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto more =
            std::make_shared<session::SensitivityReport>(*sweep(search::SensitivityMode::Alone));
        search::TrialSums& sums = more->state.trials[2].sums;
        sums.images = 20;
        sums.signal = 1000.0;
        sums.noise = 10.0;
        model.setReport(more);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(text(model, 2, kFour), QStringLiteral("20.0"));
        model.setReport(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.index(0, 0).isValid());
    }

    void readsBitsLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("bits");
        QTest::newRow("commas") << "8, 4" << QList<int>{8, 4};
        QTest::newRow("any order, twice") << " 2 8;2,16 " << QList<int>{16, 8, 2};
        QTest::newRow("none") << "" << QList<int>{};
        QTest::newRow("not a width") << "8, 9" << QList<int>{};
        QTest::newRow("not a number") << "8, x" << QList<int>{};
        QTest::newRow("zero") << "0" << QList<int>{};
    }
    void readsBitsLists()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, bits);
        const std::vector<int> read = parseBitsList(text);
        QCOMPARE(QList<int>(read.begin(), read.end()), bits);
    }

private:
    static constexpr int kEight = Model::FirstBitsColumn;
    static constexpr int kFour = Model::FirstBitsColumn + 1;

    static QString text(const Model& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static QString header(const Model& model, int column)
    {
        return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    static double share(const Model& model, int row, int column)
    {
        return model.index(row, column).data(Model::ShareRole).toDouble();
    }

    /// Layers "stem", "left" and "right"; "right" is not measured at 4 bits.
    static session::SensitivityPtr sweep(search::SensitivityMode mode)
    {
        auto report = std::make_shared<session::SensitivityReport>();
        search::SensitivityPlan& plan = report->state.plan;
        plan.mode = mode;
        plan.layers = {"stem", "left", "right"};
        plan.costs = {1.0, 0.5, 0.5};
        plan.bits = {8, 4};
        plan.pictures = 100;
        report->ranking = {1, 0, 2};
        const auto sums = [](double noise, double kl, std::int64_t top1) {
            search::TrialSums result;
            result.images = 20;
            result.signal = 1000.0;
            result.noise = noise;
            result.kl = kl;
            result.top1 = top1;
            return result;
        };
        report->state.trials = {{0, 4, 1, sums(100.0, 1.0, -1)},
                                {1, 4, 1, sums(1000.0, 5.0, -3)},
                                {2, 4, 0, {}},
                                {0, 8, 1, sums(1.0, 0.0, 0)},
                                {1, 8, 1, sums(10.0, 0.1, 0)},
                                {2, 8, 1, sums(10.0, 0.1, 0)}};
        return report;
    }
};

QTEST_MAIN(SensitivityModelTest)
#include "tst_sensitivity_model.moc"
