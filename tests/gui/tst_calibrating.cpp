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
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

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
    void choiceIsUndone();
    void choicesAndEditsAreUndoneInOrder();
    void overtakenChoicesLeaveTheLast();
    void unopenedChoiceLeavesNoStep();
    void undoOfLostImagesSaysSo();
    void otherImagesAreNoStep();
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
    std::int64_t calibrationImages() { return bench().session().dataInfo()->calibration->size(); }
    QUndoStack& stack() { return bench().document().undoStack(); }
    void choose(std::int64_t limit, const std::filesystem::path& folder = {})
    {
        session::DataRequest request = bench().session().dataInfo()->request;
        request.calibrationLimit = limit;
        if (!folder.empty()) {
            request.calibrationImages = folder;
        }
        bench().openData(request);
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

void CalibratingTest::choiceIsUndone()
{
    const auto evaluation = bench().evaluation();
    const auto calibration = bench().session().calibration();
    choose(3);
    QVERIFY(stack().undoText().contains(u"calibration images"_s));
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 3);
    QVERIFY(bench().evaluation()->comparison.sqnrDb != evaluation->comparison.sqnrDb);
    stack().undo();
    QVERIFY(bench().isBusy()); // opened in the background
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
    QCOMPARE(bench().session().dataInfo()->calibrationClasses, 16);
    QVERIFY(bench().evaluation()->comparison.sqnrDb == evaluation->comparison.sqnrDb);
    const auto& histograms = bench().session().calibration()->histograms;
    for (const auto& [tensor, histogram] : calibration->histograms) {
        QCOMPARE(histograms.at(tensor).maximum(), histogram.maximum());
    }
    stack().redo();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 3);
    stack().undo();
    QVERIFY(settles());
}

void CalibratingTest::choicesAndEditsAreUndoneInOrder()
{
    const ConfigurationPtr first = bench().document().configuration();
    choose(5);
    apply("W6A8"); // while the images are opened
    choose(7);
    const ConfigurationPtr second = bench().document().configuration();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 7);
    stack().undo();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 5);
    QVERIFY(*bench().document().configuration() == *second);
    stack().undo();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 5);
    QVERIFY(*bench().document().configuration() == *first);
    stack().undo();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
    for (int i = 0; i < 3; ++i) {
        stack().redo();
    }
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 7);
    QVERIFY(bench().evaluation()->configuration == *second);
    for (int i = 0; i < 3; ++i) {
        stack().undo();
    }
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
    QVERIFY(bench().evaluation()->configuration == *first);
}

void CalibratingTest::overtakenChoicesLeaveTheLast()
{
    for (int i = 0; i < 10; ++i) {
        stack().redo();
        stack().undo();
    }
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
    QCOMPARE(m_window->messages().text(), QString());
}

void CalibratingTest::unopenedChoiceLeavesNoStep()
{
    const int steps = stack().index();
    choose(4, toPath(m_folder.filePath(u"missing"_s)));
    QCOMPARE(stack().index(), steps + 1);
    QVERIFY(eventually([&] { return !bench().isBusy(); }));
    QVERIFY(settles());
    QVERIFY(!m_window->messages().text().isEmpty());
    QCOMPARE(stack().index(), steps);
    QVERIFY(!stack().canRedo());
    QCOMPARE(calibrationImages(), 16);
    m_window->messages().dismiss();
}

void CalibratingTest::undoOfLostImagesSaysSo()
{
    const QString folder = m_folder.filePath(u"calib"_s);
    const QDir sample(sampleFolder() % u"/calib"_s);
    QVERIFY(QDir().mkpath(folder));
    const QStringList names = sample.entryList(QDir::Files).first(2);
    for (const QString& name : names) {
        QVERIFY(QFile::copy(sample.filePath(name), QDir(folder).filePath(name)));
    }
    session::DataRequest other = bench().session().dataInfo()->request;
    other.calibrationChoice = eval::SampleChoice::First;
    other.calibrationImages = toPath(folder);
    bench().openData(other);
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 2);
    stack().undo();
    QVERIFY(settles());
    QVERIFY(QDir(folder).removeRecursively());
    stack().redo();
    QVERIFY(eventually([&] { return !bench().isBusy(); }));
    QVERIFY(!m_window->messages().text().isEmpty());
    QVERIFY(settles()); // with the images that are open still
    QCOMPARE(calibrationImages(), 16);
    stack().undo();
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
    m_window->messages().dismiss();
}

void CalibratingTest::otherImagesAreNoStep()
{
    const session::DataRequest former = bench().session().dataInfo()->request;
    choose(6);
    QVERIFY(settles());
    session::DataRequest other = bench().session().dataInfo()->request;
    other.validation.limit = 32;
    const int steps = stack().count();
    bench().openData(other);
    QVERIFY(settles());
    QCOMPARE(stack().count(), steps);
    stack().undo(); // of pictures that are gone: nothing is to be done, and the step goes
    QVERIFY(!bench().isBusy());
    QCOMPARE(stack().count(), steps - 1);
    QCOMPARE(calibrationImages(), 6);
    bench().openData(former);
    QVERIFY(settles());
    QCOMPARE(calibrationImages(), 16);
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
