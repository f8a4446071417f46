// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_document.h"
#include "gui/models/hardware_profiles.h"
#include "gui/models/search_job.h"
#include "gui/models/search_model.h"
#include "gui/models/search_text.h"
#include "gui/panels/search_choices.h"
#include "gui/panels/search_curves.h"
#include "gui/panels/search_panel.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/small_outline.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

#include <cmath>

using namespace quantoscope;
using namespace quantoscope::gui;

using Budget = SearchChoices::Budget;
using Model = SearchModel;
using Origin = session::SearchPoint::Origin;

namespace {

quant::Configuration bitsOfStem(int bits)
{
    quant::Configuration configuration;
    configuration.weights["stem"].precision = quant::Precision::integer(bits);
    return configuration;
}

session::SearchPoint pointOf(Origin origin, int bits, double difference)
{
    session::SearchPoint point;
    point.origin = origin;
    point.configuration = bitsOfStem(bits);
    point.sizeBytes = 1000 + 500 * bits;
    point.averageWeightBits = bits;
    point.bops = 8.0e6 * bits;
    point.top1 = 0.9 + difference;
    point.sqnrDb = 6.0 * bits;
    point.againstFloat = search::Interval{difference, difference - 0.02, difference + 0.01};
    return point;
}

/// A uniform point at 4 bits, then found ones at 4 and 5 bits; a budget of 5 bits on average.
std::shared_ptr<session::SearchReport> handMadeReport()
{
    auto report = std::make_shared<session::SearchReport>();
    report->request.budget.averageBits = 5.0;
    report->phase = session::SearchPhase::Evaluating;
    report->tried = {pointOf(Origin::Uniform, 4, -0.4), pointOf(Origin::Search, 4, -0.1),
                     pointOf(Origin::Search, 5, -0.05)};
    report->front = {1, 2};
    report->best = 2;
    report->images = 120;
    for (const int bits : {2, 3, 4, 5, 6}) {
        report->predicted.push_back(
            {.sizeBytes = 1000 + 500 * bits,
             .averageWeightBits = static_cast<double>(bits),
             .bops = 8.0e6 * bits,
             .top1Difference = bits == 2 ? std::nullopt : std::optional(-0.3 / bits),
             .sqnrDb = 5.0 * bits});
    }
    return report;
}

template <typename T>
session::SearchBudget budgetOf(std::optional<T> session::SearchBudget::* kind, T amount)
{
    session::SearchBudget budget;
    budget.*kind = amount;
    return budget;
}

QString text(const Model& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class SearchPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsWhatWasTried()
    {
        Model model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setReport(handMadeReport());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, Model::OriginColumn), QStringLiteral("Uniform"));
        QCOMPARE(text(model, 2, Model::BitsColumn), QStringLiteral("5.00"));
        QCOMPARE(text(model, 2, Model::SizeColumn), QStringLiteral("3.50 kB"));
        QCOMPARE(text(model, 2, Model::BopsColumn), QStringLiteral("40.0 M"));
        QCOMPARE(text(model, 2, Model::Top1Column), QStringLiteral("85.0 %"));
        QCOMPARE(text(model, 2, Model::DifferenceColumn), QStringLiteral("−5.0 ± 2.0"));
        QCOMPARE(text(model, 2, Model::SqnrColumn), QStringLiteral("30.0 dB"));
        QCOMPARE(text(model, 2, Model::HeldOutColumn), QString());
        QCOMPARE(text(model, 0, Model::MarkColumn), QString());
        QCOMPARE(text(model, 1, Model::MarkColumn), QStringLiteral("●"));
        QCOMPARE(text(model, 2, Model::MarkColumn), QStringLiteral("★"));
        QVERIFY(model.index(1, 0).data(Model::FrontRole).toBool());
        QVERIFY(!model.index(1, 0).data(Model::BestRole).toBool());
        QVERIFY(model.index(2, 0).data(Qt::BackgroundRole).isValid());
        QVERIFY(!model.index(1, 0).data(Qt::BackgroundRole).isValid());
    }

    void growsWithoutReset()
    {
        Model model;
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model);
        const QAbstractItemModelTester sortedTester(&sorted);
        model.setReport(handMadeReport());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        auto more = handMadeReport();
        more->tried.push_back(pointOf(Origin::Search, 6, 0.0));
        more->tried.back().heldOutTop1 = 0.875;
        more->front = {1, 2, 3};
        model.setReport(more);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(text(model, 3, Model::MarkColumn), QStringLiteral("●"));
        QCOMPARE(text(model, 3, Model::HeldOutColumn), QStringLiteral("87.5 %"));
        model.setReport(handMadeReport()); // fewer: another search
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.rowCount(), 3);
        model.setReport(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void sortsByNumbers()
    {
        Model model;
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(Model::SortRole);
        auto report = handMadeReport();
        report->tried.push_back(pointOf(Origin::Search, 16, -0.01));
        report->tried.back().top1.reset();
        model.setReport(report);
        sorted.sort(Model::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(sorted.mapToSource(sorted.index(0, 0)).row(), 3); // 9.00 kB before 3.50 kB
        sorted.sort(Model::Top1Column, Qt::AscendingOrder);
        QCOMPARE(sorted.mapToSource(sorted.index(0, 0)).row(), 3); // none is below all
        sorted.sort(Model::MarkColumn, Qt::DescendingOrder);
        QCOMPARE(sorted.mapToSource(sorted.index(0, 0)).row(), 2);
    }

    void withoutLabelsTheAgreementCounts()
    {
        auto report = handMadeReport();
        for (session::SearchPoint& point : report->tried) {
            point.top1.reset();
        }
        Model model;
        model.setReport(report);
        QCOMPARE(model.headerData(Model::DifferenceColumn, Qt::Horizontal, Qt::DisplayRole),
                 QVariant(QStringLiteral("Agreement")));
        QCOMPARE(text(model, 2, Model::DifferenceColumn), QStringLiteral("95.0 % ± 2.0"));
    }

    void fillsABudgetOfEachKind()
    {
        HardwareProfiles profiles;
        SearchChoices choices(profiles);
        choices.setModel(16'000'000, 1'000'000'000);
        choices.amount(Budget::AverageBits).setValue(3.5);
        choices.amount(Budget::Drop).setValue(2.0);
        session::SearchRequest request;
        const auto budget = [&](Budget kind) {
            choices.budgets().setCurrentIndex(static_cast<int>(kind));
            choices.fill(request);
            return request.budget;
        };
        QCOMPARE(budget(Budget::AverageBits), budgetOf(&session::SearchBudget::averageBits, 3.5));
        // An eighth of FP32 is 4 bits a weight; 1 G MACs at W4A8 are 32 G bit operations.
        QCOMPARE(budget(Budget::Size),
                 budgetOf(&session::SearchBudget::sizeBytes, std::int64_t{2'000'000}));
        QCOMPARE(budget(Budget::Bops), budgetOf(&session::SearchBudget::bops, 32.0e9));
        QCOMPARE(budget(Budget::Drop), budgetOf(&session::SearchBudget::drop, 0.02));
        choices.amount(Budget::Size).setValue(2.25);
        QCOMPARE(budget(Budget::Size),
                 budgetOf(&session::SearchBudget::sizeBytes, std::int64_t{2'250'000}));
    }

    void readsBitsAndEffort()
    {
        HardwareProfiles profiles;
        SearchChoices choices(profiles);
        QSignalSpy changed(&choices, &SearchChoices::changed);
        choices.bits().setText(QStringLiteral("8, 2 4"));
        choices.evaluations().setValue(7);
        choices.heldOut().setValue(25);
        choices.profiles().setCurrentIndex(choices.profiles().findData(QStringLiteral("edge-tpu")));
        QCOMPARE(changed.count(), 4);
        session::SearchRequest request;
        choices.fill(request);
        QCOMPARE(request.bits, (std::vector<int>{2, 4, 8}));
        QCOMPARE(request.evaluations, 7);
        QCOMPARE(request.heldOut, 0.25);
        QCOMPARE(request.profile, std::string("edge-tpu"));
        QCOMPARE(choices.problem(), QString());
        choices.bits().setText(QStringLiteral("8, 9"));
        QVERIFY(!choices.problem().isEmpty());
    }

    void correctedWeightsAreChosenOnCalibrationImages()
    {
        Panel shown;
        SearchChoices& choices = shown.panel.choices();
        shown.panel.setReady(false);
        QVERIFY(!choices.correctsWeights().isEnabled());
        QVERIFY(choices.correctsWeights().toolTip().contains(QStringLiteral("calibration")));
        shown.panel.setReady(true);
        QVERIFY(choices.correctsWeights().isEnabled());
        QVERIFY(!shown.panel.request().correctWeights);
        choices.heldOut().setValue(25);
        const int usual = choices.evaluations().value();
        choices.correctsWeights().setChecked(true);
        const session::SearchRequest request = shown.panel.request();
        QVERIFY(request.correctWeights);
        QVERIFY(request.pictures == session::SearchPictures::Calibration);
        QCOMPARE(request.heldOut, 0.0);
        QVERIFY(request.evaluations < usual); // each is a correction of all layers
        QVERIFY(!choices.heldOut().isEnabled());
        choices.correctsWeights().setChecked(false);
        QCOMPARE(shown.panel.request().heldOut, 0.25);
        QCOMPARE(choices.evaluations().value(), usual);
    }

    void startNeedsImagesAndLegalChoices()
    {
        Panel shown;
        QVERIFY(!shown.panel.startButton().isEnabled());
        shown.panel.setReady(true);
        QVERIFY(shown.panel.startButton().isEnabled());
        shown.panel.choices().bits().setText(QStringLiteral("none"));
        QVERIFY(!shown.panel.startButton().isEnabled());
        QVERIFY(shown.panel.status().contains(QStringLiteral("1 to 8")));
        QVERIFY(!shown.panel.takeButton().isEnabled());
    }

    void pinnedLayersKeepTheirBits()
    {
        Panel shown;
        shown.document.reset(std::make_shared<const quant::Configuration>(bitsOfStem(6)));
        shown.panel.setOutline(smallOutline(), 100'000);
        shown.document.setPinned({"stem", "left"}, true);
        const std::map<std::string, int> expected{{"stem", 6}, {"left", 32}};
        QCOMPARE(shown.panel.request().pinnedBits, expected);
        shown.document.undoStack().undo();
        QVERIFY(shown.panel.request().pinnedBits.empty());
    }

    void otherBitsAreTheSameSearch()
    {
        Panel shown;
        shown.panel.setOutline(smallOutline(), 100'000);
        shown.document.reset(std::make_shared<const quant::Configuration>(bitsOfStem(6)));
        const session::SearchRequest before = shown.panel.request();
        shown.document.reset(std::make_shared<const quant::Configuration>(bitsOfStem(3)));
        QVERIFY(shown.panel.request() == before); // a search chooses the bits itself
        quant::Configuration asymmetric = bitsOfStem(3);
        asymmetric.weights["stem"].symmetric = false;
        shown.document.reset(std::make_shared<const quant::Configuration>(asymmetric));
        QVERIFY(!(shown.panel.request() == before));
    }

    void curvesFollowTheReport()
    {
        session::FloatReference reference;
        reference.accuracy.top1 = 0.9;
        const SearchCurves curves = searchCurves(*handMadeReport(), &reference);
        QCOMPARE(curves.tried.size(), std::size_t{3});
        QCOMPARE(curves.tried[0].kind, SearchMark::Kind::Uniform);
        QCOMPARE(curves.tried[0].quality, 50.0);
        QCOMPARE(curves.tried[2].low, 83.0);
        QCOMPARE(curves.tried[2].high, 86.0);
        QVERIFY(curves.tried[2].isBest && curves.tried[1].isFront && !curves.tried[0].isFront);
        // 2 bits have no predicted top-1; 5 bits on average are 3500 bytes here.
        QCOMPARE(curves.predicted.size(), std::size_t{4});
        QCOMPARE(curves.predicted.front(), QPointF(2500.0, 80.0));
        QCOMPARE(curves.budgetCost, std::optional(3500.0));
        QVERIFY(!curves.budgetQuality);
        QCOMPARE(curves.floatQuality, std::optional(90.0));
    }

    void budgetsAreLinesInTheirPlace()
    {
        session::FloatReference reference;
        reference.accuracy.top1 = 0.9;
        auto report = handMadeReport();
        report->request.budget =
            budgetOf(&session::SearchBudget::bops, 36.0e6); // half way between 4 and 5 bits
        QCOMPARE(searchCurves(*report, &reference).budgetCost, std::optional(3250.0));
        report->request.budget = budgetOf(&session::SearchBudget::sizeBytes, std::int64_t{2222});
        QCOMPARE(searchCurves(*report, &reference).budgetCost, std::optional(2222.0));
        report->request.budget = budgetOf(&session::SearchBudget::drop, 0.015);
        const SearchCurves drop = searchCurves(*report, &reference);
        QVERIFY(!drop.budgetCost);
        QCOMPARE(drop.budgetQuality, std::optional(88.5));
        // Without labels the axis is the SQNR, on which a drop has no place.
        const SearchCurves noise = searchCurves(*report, nullptr);
        QVERIFY(!noise.budgetQuality && !noise.floatQuality);
        QCOMPARE(noise.tried[2].quality, 30.0);
    }

    /// The axis is about validation pictures; figures of the few that judge have no place on it.
    void calibrationFiguresStayOffTheAxis()
    {
        session::FloatReference reference;
        reference.accuracy.top1 = 0.9;
        auto report = handMadeReport();
        report->request.pictures = session::SearchPictures::Calibration;
        report->heldOutImages = 500;
        report->heldOutFloatTop1 = 0.9;
        report->tried[2].heldOutTop1 = 0.875;
        report->tried[2].heldOutSqnrDb = 21.0;
        const SearchCurves curves = searchCurves(*report, &reference);
        QVERIFY(std::isnan(curves.tried[0].quality) && std::isnan(curves.tried[1].quality));
        QCOMPARE(curves.tried[2].quality, 87.5);
        QCOMPARE(curves.tried[2].low, curves.tried[2].high);
        QVERIFY(curves.predicted.empty());
        const SearchCurves noise = searchCurves(*report, nullptr);
        QVERIFY(std::isnan(noise.tried[1].quality));
        QCOMPARE(noise.tried[2].quality, 21.0);
        QVERIFY(pointToolTip(*report, 2).contains(QStringLiteral("Validation: 87.5")));
        QVERIFY(pointToolTip(*report, 1).contains(QStringLiteral("calibration images")));
        SearchModel model;
        model.setReport(report);
        const auto title = [&](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(title(SearchModel::Top1Column), QStringLiteral("Calibration"));
        QCOMPARE(title(SearchModel::HeldOutColumn), QStringLiteral("Validation"));

        TradeOffPlot plot;
        plot.setSearch(curves);
        QCOMPARE(plot.search().markAt(plot.search().pixelOf(2), 2.0), 2);
        QVERIFY(plot.yAxis->range().lower > 80.0 && plot.yAxis->range().upper < 95.0);
    }

    void saysWhatRuns()
    {
        auto report = handMadeReport();
        report->passes = 3.2;
        report->seconds = 2.0;
        report->request.evaluations = 8;
        QCOMPARE(
            searchStatus(*report, true),
            QStringLiteral("Evaluating: 3 of 8 configurations on 120 images, 3.2 passes, 2.0 s"));
        QVERIFY(searchStatus(*report, false).startsWith(QStringLiteral("Stopped")));
        report->phase = session::SearchPhase::MeasuringSensitivity;
        QVERIFY(searchStatus(*report, true).contains(QStringLiteral("64 images")));
        report->phase = session::SearchPhase::Finished;
        QVERIFY(searchStatus(*report, false).startsWith(QStringLiteral("Done")));
    }

private:
    /// A panel with nothing to search in.
    struct Panel
    {
        session::Session session{nullptr};
        SearchJob job{session};
        Model model;
        ConfigurationDocument document;
        HardwareProfiles profiles;
        SearchPanel panel{job, model, document, profiles};
    };
};

QTEST_MAIN(SearchPanelTest)
#include "tst_search_panel.moc"
