// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/feature_map_view.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/noise_panel.h"
#include "gui/panels/output_range_view.h"
#include "gui/panels/weight_map_view.h"
#include "gui/plots/activation_plot.h"
#include "gui/plots/channel_ranges_plot.h"
#include "gui/plots/heat_map_plot.h"
#include "gui/plots/noise_plot.h"
#include "tests/gui/eventually.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

void dragTo(ActivationPlot& plot, double from, double to)
{
    const int y = plot.axisRect()->center().y();
    const auto at = [&](double value) {
        return QPoint(static_cast<int>(plot.xAxis->coordToPixel(value)), y);
    };
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(from));
    for (int step = 1; step <= 4; ++step) {
        QTest::mouseMove(&plot, at(from + (to - from) * step / 4.0));
        QTest::qWait(20);
    }
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(to));
}

/// As a user picks an entry of a list.
void choose(QComboBox& combo, const QString& value)
{
    combo.setCurrentIndex(combo.findData(value));
    Q_EMIT combo.activated(combo.currentIndex());
}

} // namespace

/// Looks at a layer of the sample in the real window.
class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QStandardPaths::setTestModeEnabled(true);
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        m_window = std::make_unique<MainWindow>(false);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(m_window->openSample());
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
    }

    void cleanupTestCase() { m_window.reset(); }

    void dragsAClippingLimit()
    {
        Workbench& bench = m_window->workbench();
        LayerViews& views = m_window->inspector().views();
        views.showView(LayerView::Output);
        QTest::qWait(50); // laid out and drawn
        const OutlineEntry& layer =
            bench.outline()->entries[static_cast<std::size_t>(bench.selection().current())];
        QVERIFY(layer.hasSite());
        const std::string site = layer.sites.front();
        const auto before = bench.document().configuration();
        QVERIFY(!before->activations.at(site).range);
        const double high = views.output().high().value();
        const int steps = bench.document().undoStack().index();

        dragTo(views.output().plot(), high, high / 2.0);
        const auto range = bench.document().configuration()->activations.at(site).range;
        QVERIFY(range);
        QVERIFY(std::abs(static_cast<double>(range->high) - high / 2.0) < 0.05 * high);
        QCOMPARE(bench.document().undoStack().index(), steps + 1); // one step for the whole drag
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        const auto params =
            bench.session().activationParams(site, *bench.document().configuration());
        QVERIFY(params);
        QVERIFY(std::abs(views.output().high().value() -
                         static_cast<double>(params->scales.front()) *
                             (params->qmax - params->zeroPoints.front())) < 1e-3);
        QComboBox& calibration = views.output().calibration();
        QCOMPARE(calibration.currentIndex(), -1);
        QCOMPARE(calibration.placeholderText(), QStringLiteral("by hand"));

        bench.document().undoStack().undo();
        QVERIFY(*bench.document().configuration() == *before);
        bench.document().undoStack().redo();
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        choose(calibration, QStringLiteral("model"));
        QVERIFY(*bench.document().configuration() == *before);
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        QCOMPARE(calibration.currentData().toString(), QStringLiteral("model"));

        choose(calibration, QStringLiteral("mse"));
        QVERIFY(bench.document().configuration()->activations.at(site).calibration ==
                quant::Calibration{quant::CalibrationMethod::Mse});
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        QVERIFY(views.output().high().value() < 0.999 * high); // MSE clips
        bench.document().undoStack().undo();
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        QCOMPARE(calibration.currentData().toString(), QStringLiteral("model"));

        views.output().high().setValue(high / 4.0); // typed
        QCOMPARE(bench.document().configuration()->activations.at(site).range->high,
                 static_cast<float>(high / 4.0));
        bench.document().undoStack().undo();
        QVERIFY(*bench.document().configuration() == *before);
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
    }

    void ordersChannels()
    {
        LayerViews& views = m_window->inspector().views();
        views.showView(LayerView::Channels);
        ChannelRangesPlot& plot = views.channels();
        const std::vector<std::size_t> natural = plot.order();
        QVERIFY(std::ranges::is_sorted(natural) && natural.size() > 1);
        plot.setOrder(ChannelOrder::Range);
        QVERIFY(plot.order() != natural);
        QVERIFY(std::ranges::is_permutation(plot.order(), natural));
        plot.setOrder(ChannelOrder::Model);
        QCOMPARE(plot.order(), natural);
    }

    void mapsWeights()
    {
        LayerViews& views = m_window->inspector().views();
        views.showView(LayerView::WeightMap);
        WeightMapView& map = views.weightMap();
        map.values().setCurrentIndex(2); // the difference
        const int filters = map.filter().maximum() + 1;
        QVERIFY(filters > 1);
        QCOMPARE(map.plot().map().rows, filters);
        map.filter().setValue(1);
        QVERIFY(map.plot().map().tilesPerRow > 0);
        map.filter().setValue(-1);
        QCOMPARE(map.plot().map().rows, filters);
    }

    void showsFeatureMaps()
    {
        LayerViews& views = m_window->inspector().views();
        views.showView(LayerView::FeatureMaps);
        QVERIFY(eventually([&] { return !m_window->inspector().isBusy(); }));
        FeatureMapView& maps = views.featureMaps();
        QVERIFY(maps.plot(0).map().rows > 1);
        QCOMPARE(maps.plot(0).map().rows, maps.plot(2).map().rows);
        QVERIFY(maps.plot(0).map().values != maps.plot(1).map().values);
        const auto former = maps.plot(0).map().values;
        m_window->images().table().selectRow(3);
        QVERIFY(eventually([&] { return !m_window->inspector().isBusy(); }));
        const auto isOther = [&] { return maps.plot(0).map().values != former; };
        QVERIFY(eventually(isOther)); // of another image
    }

    void tellsWhereNoiseComesFrom()
    {
        Workbench& bench = m_window->workbench();
        NoisePanel& noise = m_window->noise();
        QVERIFY(noise.ownButton().isEnabled());
        noise.ownButton().click();
        QVERIFY(eventually([&] { return bench.tracing().own() != nullptr; }));
        QVERIFY(eventually([&] { return noise.plot().graph(0)->visible(); }));
        QVERIFY(noise.plot().graph(0)->dataCount() > 5);
        Q_EMIT m_window->images().traceRequested(2, QStringLiteral("picture"));
        QVERIFY(eventually([&] { return noise.plot().graph(1)->visible(); }));
        QCOMPARE(noise.plot().graph(1)->name(), QStringLiteral("picture"));

        UniformSettingsOf four{"W4A8"};
        bench.applyUniform(four.settings); // what was measured does not hold any more
        QVERIFY(bench.tracing().own() == nullptr);
        QVERIFY(eventually([&] { return !noise.plot().graph(0)->visible(); }));
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
        bench.document().undoStack().undo();
        QVERIFY(eventually([&] { return m_window->isSettled(); }));
    }

private:
    struct UniformSettingsOf
    {
        explicit UniformSettingsOf(const char* bits) { settings.bits = *quant::parseBits(bits); }
        session::UniformSettings settings;
    };

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
