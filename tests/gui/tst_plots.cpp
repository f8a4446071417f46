// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"
#include "gui/plots/noise_plot.h"
#include "gui/plots/trade_off_plot.h"
#include "gui/plots/weight_histogram_plot.h"

#include <QSignalSpy>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

class PlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clickOnAPointChoosesIt()
    {
        TradeOffPlot plot;
        plot.resize(400, 300);
        plot.setPoints({{1.0e6, 90.0, {}}, {2.0e6, 95.0, {}}}, 0, TradeOffPoint{4.0e6, 96.0, {}});
        plot.replot();
        QSignalSpy clicked(&plot, &TradeOffPlot::pointClicked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf(1).toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.front().front().toInt(), 1);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf(1).toPoint() + QPoint(60, 0));
        QCOMPARE(clicked.count(), 1);
        QVERIFY(plot.xAxis->label().contains(QStringLiteral("MB")));
    }

    void clickOnAMarkOfTheSearchTakesIt()
    {
        TradeOffPlot plot;
        plot.resize(500, 400);
        plot.setPoints({{4.0e6, 90.0, {}}}, 0, TradeOffPoint{16.0e6, 92.0, {}});
        SearchCurves curves;
        curves.tried = {{.cost = 2.0e6, .quality = 60.0, .low = 55.0, .high = 65.0},
                        {.cost = 2.5e6, .quality = 85.0, .low = 80.0, .high = 88.0}};
        curves.tried[0].isFront = curves.tried[1].isFront = curves.tried[1].isBest = true;
        curves.predicted = {{1.5e6, 10.0}, {5.0e6, 91.0}};
        curves.budgetCost = 2.6e6;
        curves.budgetLabel = QStringLiteral("4 bits on average");
        curves.floatQuality = 92.0;
        plot.setSearch(curves);
        plot.replot();
        // What was run is in view with its bars, beside FP32's accuracy but not its size.
        QVERIFY(plot.xAxis->range().contains(1.5) && plot.xAxis->range().contains(5.0));
        QVERIFY(!plot.xAxis->range().contains(16.0));
        QVERIFY(plot.yAxis->range().contains(55.0) && plot.yAxis->range().contains(92.0));
        QSignalSpy clicked(&plot, &TradeOffPlot::markClicked);
        QSignalSpy others(&plot, &TradeOffPlot::pointClicked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.search().pixelOf(1).toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.front().front().toInt(), 1);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf(0).toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(others.count(), 1);
        // The legend lies above the axes and within the widget, in as many rows as it takes.
        QVERIFY(plot.legend->itemCount() >= 5);
        plot.show();
        for (const int width : {220, 500, 900}) {
            plot.resize(width, 400);
            plot.replot();
            QVERIFY(plot.legend->outerRect().bottom() <= plot.axisRect()->rect().top());
            QVERIFY(plot.legend->outerRect().right() <= width);
        }
        // The budget's name goes with its line.
        const auto* label = plot.findChild<QCPItemText*>();
        for (const QCPItemText* text : plot.findChildren<QCPItemText*>()) {
            label = text->text() == curves.budgetLabel ? text : label;
        }
        QVERIFY(label->visible());
        plot.xAxis->setRange(3.0, 4.0);
        QVERIFY(!label->visible());
        plot.setSearch({});
        QVERIFY(!label->visible());
        plot.replot();
        QVERIFY(plot.xAxis->range().contains(16.0));
    }

    void draggingIsNoClick()
    {
        TradeOffPlot plot;
        plot.resize(400, 300);
        plot.setPoints({{1.0e6, 90.0, {}}, {2.0e6, 95.0, {}}}, 0, std::nullopt);
        plot.replot();
        QSignalSpy clicked(&plot, &TradeOffPlot::pointClicked);
        const QPoint at = plot.pixelOf(1).toPoint();
        QTest::mousePress(&plot, Qt::LeftButton, {}, at);
        QTest::mouseMove(&plot, at + QPoint(40, 5));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, at + QPoint(40, 5));
        QCOMPARE(clicked.count(), 0);
    }

    void smallModelsAreMeasuredInKilobytes()
    {
        TradeOffPlot plot;
        plot.setPoints({{40.0e3, 90.0, {}}}, -1, std::nullopt);
        QVERIFY(plot.xAxis->label().contains(QStringLiteral("kB")));
        QVERIFY(plot.xAxis->range().contains(40.0));
    }

    void clickOnABarSelectsItsLayer()
    {
        NoisePlot plot;
        plot.resize(400, 300);
        plot.setLayers({{QStringLiteral("a"), 30.0, 20.0},
                        {QStringLiteral("b"), std::nullopt, 10.0},
                        {QStringLiteral("c"), quant::kNoNoiseDb, std::nullopt}});
        plot.replot();
        // Without noise there is no bar, and the axis does not reach to its stand-in for infinity.
        QVERIFY(plot.yAxis->range().upper < 60.0);
        QSignalSpy clicked(&plot, &NoisePlot::layerClicked);
        const QPoint second(static_cast<int>(plot.xAxis->coordToPixel(2.0)),
                            plot.axisRect()->center().y());
        QTest::mouseClick(&plot, Qt::LeftButton, {}, second);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.front().front().toInt(), 1);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(clicked.count(), 1);
    }

    void histogramShowsLevels_data()
    {
        QTest::addColumn<int>("levels");
        QTest::addColumn<bool>("asStems");
        QTest::newRow("few levels are stems") << 15 << true;
        QTest::newRow("many are counted in bins") << 5000 << false;
    }
    void histogramShowsLevels()
    {
        QFETCH(int, levels);
        QFETCH(bool, asStems);
        session::WeightInspection inspection;
        for (int i = 0; i <= 10; ++i) {
            inspection.binEdges.push_back(-1.0 + 0.2 * i);
        }
        inspection.floatCounts.assign(10, 500.0);
        for (int i = 0; i < levels; ++i) {
            inspection.levels.push_back(-1.0 + 2.0 * i / (levels - 1));
            inspection.levelCounts.push_back(5000.0 / levels);
        }
        inspection.quantizedCounts.assign(10, 500.0);
        inspection.minimum = -1.0;
        inspection.maximum = 1.0;
        WeightHistogramPlot plot;
        plot.setInspection(inspection);
        QCOMPARE(plot.graph(1)->visible(), asStems);
        QCOMPARE(plot.graph(2)->visible(), !asStems);
        QCOMPARE(plot.yAxis2->visible(), asStems);
        QVERIFY(plot.xAxis->range().contains(-1.0) && plot.xAxis->range().contains(1.0));
        double total = 0.0;
        for (const QCPGraphData& point : *plot.graph(asStems ? 1 : 2)->data()) {
            total += point.value;
        }
        QVERIFY(std::abs(total - 5000.0) < 1e-6); // no weight is lost in binning
        QVERIFY(!plot.xAxis->label().isEmpty() && !plot.yAxis->label().isEmpty());
    }
};

QTEST_MAIN(PlotsTest)
#include "tst_plots.moc"
