// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/open_images_dialog.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/panels/cascade_dialog.h"
#include "gui/panels/course_view.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/tried_panel.h"
#include "gui/plots/cascade_plot.h"
#include "gui/plots/course_plot.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

/// Chooses calibration images, asks how many are enough, and makes a cascade, in the window.
class CalibratingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dialogChoosesImages();
    void imagesAreBalanced();
    void courseOfTheSelectedLayer();
    void courseGoesStale();
    void courseCanBeStopped();
    void cascadeOfTwoTried();
    void dropMovesTheThreshold();
    void cascadeIsExported();
    void cascadeNeedsTwo();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    CourseView& view() { return m_window->inspector().views().course(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    QAction* action(const QString& text) { return namedAction(*m_window, text); }
    void apply(const char* bits)
    {
        session::UniformSettings settings;
        settings.bits = quant::parseBits(bits).value();
        bench().applyUniform(settings);
    }
    CascadeDialog* dialog() { return m_window->findChild<CascadeDialog*>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void CalibratingTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    OpenRequest request;
    const std::filesystem::path sample = toPath(sampleFolder());
    request.model.file = sample / "model.onnx";
    request.data.emplace();
    request.data->validation.images = sample / "val";
    request.data->validation.limit = 64;
    request.data->calibrationImages = sample / "calib";
    request.data->calibrationLimit = 6;
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    bench().openModel(request);
    QVERIFY(eventually([&] { return bench().outline() != nullptr; }));
    QVERIFY(settles());
}

void CalibratingTest::dialogChoosesImages()
{
    session::DataRequest request = bench().session().dataInfo()->request;
    request.calibrationChoice = eval::SampleChoice::Random;
    request.calibrationSeed = 9;
    OpenImagesDialog dialog(request, bench().session().modelInfo()->imageInputShape);
    QVERIFY(dialog.request().calibrationChoice == eval::SampleChoice::Random);
    QCOMPARE(dialog.request().calibrationSeed, 9U);
    QVERIFY(dialog.calibrationSeed().isEnabled());
    dialog.calibrationChoice().setCurrentIndex(0);
    QVERIFY(dialog.request().calibrationChoice == eval::SampleChoice::First);
    QVERIFY(!dialog.calibrationSeed().isEnabled());
    QCOMPARE(dialog.calibrationChoice().count(), 3);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!dialog.calibrationChoice().itemData(i, Qt::ToolTipRole).toString().isEmpty());
    }
}

void CalibratingTest::imagesAreBalanced()
{
    session::DataRequest request = bench().session().dataInfo()->request;
    request.calibrationChoice = eval::SampleChoice::ClassBalanced;
    request.calibrationLimit = 16;
    bench().openData(request);
    QVERIFY(eventually([&] { return bench().session().dataInfo()->calibrationClasses == 16; }));
    QVERIFY(settles());
    QCOMPARE(bench().session().dataInfo()->calibration->size(), 16);
}

void CalibratingTest::courseOfTheSelectedLayer()
{
    QVERIFY(view().measureButton().isEnabled());
    QAction* measure = action(u"Number of Images"_s);
    QVERIFY(measure && measure->isEnabled());
    QVERIFY(view().withResults().isEnabled() && view().withResults().isChecked());
    measure->trigger();
    QVERIFY(m_window->inspector().views().view() == LayerView::Calibration);
    QVERIFY(bench().course().isRunning());
    QVERIFY(eventually([&] { return !bench().course().isRunning(); }));
    const auto& course = bench().course().course();
    QVERIFY(course);
    QCOMPARE(course->counts.size(), std::size_t{5}); // 1, 2, 4, 8, 16
    QCOMPARE(course->results.size(), std::size_t{5});
    QVERIFY(view().ranges().isVisible());
    view().shown().setCurrentIndex(1);
    QVERIFY(view().results().isVisible());
    QCOMPARE(view().ranges().graphCount(), 12); // two limits of six methods
    QCOMPARE(view().ranges().graph(0)->dataCount(), 5);
    QVERIFY(view().ranges().accessibleDescription().contains(u"16 calibration images"_s));
    QVERIFY(view().results().accessibleDescription().contains(u"Top-1"_s));
    QCOMPARE(view().measureButton().text(), u"Measure"_s);
}

void CalibratingTest::courseGoesStale()
{
    QVERIFY(bench().course().isCurrent());
    apply("W4A8");
    QVERIFY(!bench().course().isCurrent());
    QVERIFY(bench().course().course()); // still shown, and said so
    QVERIFY(settles());
    bench().document().undoStack().undo();
    QVERIFY(bench().course().isCurrent());
    QVERIFY(settles());
}

void CalibratingTest::courseCanBeStopped()
{
    view().measureButton().click();
    QVERIFY(bench().course().isRunning());
    QCOMPARE(view().measureButton().text(), u"Stop"_s);
    view().measureButton().click();
    QVERIFY(eventually([&] { return !bench().course().isRunning(); }));
    QVERIFY(settles());
    QCOMPARE(m_window->messages().text(), QString());
}

void CalibratingTest::cascadeOfTwoTried()
{
    QCOMPARE(bench().history().rowCount(), 2); // W8A8, W4A8
    TriedPanel& panel = m_window->tried();
    m_window->showTab(u"tried"_s);
    panel.table().clearSelection();
    QVERIFY(!panel.cascadeButton().isEnabled());
    panel.table().selectAll();
    QVERIFY(panel.cascadeButton().isEnabled());
    panel.cascadeButton().click();
    QVERIFY(dialog());
    QVERIFY(eventually([&] { return dialog()->report() != nullptr; }));
    const session::CascadeReport& report = *dialog()->report();
    QVERIFY(report.costs.cheap < report.costs.better); // W4A8 is the cheap one
    QCOMPARE(dialog()->plot().pointCount(), static_cast<int>(report.curve.points.size()));
    QVERIFY(dialog()->figures().text().contains(u"Threshold"_s));
    QVERIFY(dialog()->exportButton().isEnabled());
    QVERIFY(!dialog()->plot().accessibleDescription().isEmpty());
}

void CalibratingTest::dropMovesTheThreshold()
{
    dialog()->drop().setValue(0.0);
    const double strict = dialog()->report()->curve.points[dialog()->report()->chosen].cost;
    const QString text = dialog()->figures().text();
    dialog()->drop().setValue(100.0);
    QCOMPARE(dialog()->report()->chosen, std::size_t{0});
    QVERIFY(dialog()->report()->curve.points[0].cost <= strict);
    QVERIFY(dialog()->figures().text() != text);
    dialog()->cost().setCurrentIndex(1); // measured time
    QVERIFY(!dialog()->exportButton().isEnabled());
    QVERIFY(eventually([&] { return dialog()->report() != nullptr; }));
    QVERIFY(dialog()->report()->request.cost == session::CascadeCost::Time);
}

void CalibratingTest::cascadeIsExported()
{
    dialog()->exportTo(toPath(m_folder.filePath(u"cascade"_s)));
    QVERIFY(dialog()->isBusy());
    QVERIFY(eventually([&] { return !dialog()->isBusy(); }));
    for (const char* name : {"cheap.onnx", "better.onnx", "cascade.json"}) {
        QVERIFY(QFile::exists(m_folder.filePath(u"cascade/"_s + QLatin1StringView(name))));
    }
    dialog()->close();
    QVERIFY(eventually([&] { return dialog() == nullptr; }));
}

void CalibratingTest::cascadeNeedsTwo()
{
    QAction* cascade = action(u"Cascade…"_s);
    QVERIFY(cascade && cascade->isEnabled());
    m_window->tried().table().clearSelection();
    cascade->trigger();
    QVERIFY(dialog() == nullptr);
    QVERIFY(m_window->messages().text().contains(u"Select two configurations"_s));
    m_window->tried().selectRow(0); // with the current one, or alone
    const auto pair = m_window->tried().selectedPair();
    cascade->trigger();
    QCOMPARE(dialog() != nullptr, pair.has_value());
}

QTEST_MAIN(CalibratingTest)
#include "tst_calibrating.moc"
