// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/methods_panel.h"
#include "tests/gui/eventually.h"
#include "tests/gui/settings_in_folder.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kAllLayers = 0;
constexpr int kSelectedLayers = 1;

} // namespace

/// Runs post-training methods on the bundled sample in the window, on all layers and on some.
class MethodsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyMethodSaysWhatItIs();
    void runsOnTheSelection();
    void runsAllMethods_data();
    void runsAllMethods();
    void removesFromTheSelection();
    void scalesBetweenTheSelection();
    void saysWhyItCannot();
    void stops();
    void rowsSelectLayers();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    MethodsPanel& panel() { return m_window->methods(); }
    const quant::Configuration& configuration() { return *bench().document().configuration(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    /// Selects layers with weights by their places among them; returns their names.
    session::LayerChoice selectLayers(std::initializer_list<std::size_t> places);
    void choose(PostTrainingMethod method, int scope);
    QString cell(int row, int column)
    {
        return panel().table().model()->index(row, column).data().toString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void MethodsPanelTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(!panel().problem().isEmpty()); // no model
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
    QVERIFY(m_window->showTab(u"methods"_s));
}

void MethodsPanelTest::init()
{
    while (bench().document().undoStack().canUndo()) {
        bench().document().undoStack().undo();
    }
    QVERIFY(settles());
}

session::LayerChoice MethodsPanelTest::selectLayers(std::initializer_list<std::size_t> places)
{
    std::vector<OutlineId> layers;
    const auto& entries = bench().outline()->entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].hasWeights) {
            layers.push_back(static_cast<OutlineId>(i));
        }
    }
    std::vector<OutlineId> chosen;
    session::LayerChoice names;
    for (const std::size_t place : places) {
        chosen.push_back(layers[place]);
        names.insert(entries[static_cast<std::size_t>(layers[place])].name);
    }
    bench().selection().choose(chosen, chosen.front());
    return names;
}

void MethodsPanelTest::choose(PostTrainingMethod method, int scope)
{
    const auto place = std::ranges::find(kPostTrainingMethods, method);
    panel().methods().setCurrentIndex(static_cast<int>(place - kPostTrainingMethods.begin()));
    panel().scope().setCurrentIndex(scope);
}

void MethodsPanelTest::everyMethodSaysWhatItIs()
{
    QCOMPARE(panel().methods().count(), static_cast<int>(kPostTrainingMethods.size()));
    for (const PostTrainingMethod method : kPostTrainingMethods) {
        QVERIFY2(methodHelp(method).contains(u" et al. 20"_s), qPrintable(methodName(method)));
        choose(method, kAllLayers);
        QCOMPARE(panel().alpha().isVisible(), method == PostTrainingMethod::Smoothing);
    }
}

void MethodsPanelTest::runsOnTheSelection()
{
    const auto names = selectLayers({2, 5});
    choose(PostTrainingMethod::Gptq, kSelectedLayers);
    QCOMPARE(panel().scope().currentText(), u"Selected layers (2)"_s);
    QVERIFY(panel().problem().isEmpty());
    panel().runButton().click();
    QVERIFY(eventually([&] { return configuration().corrected.size() == 2; }));
    QVERIFY(settles());
    for (const auto& [name, weights] : configuration().corrected) {
        QVERIFY(names.contains(name));
        QCOMPARE(weights->method, quant::toString(quant::CorrectionMethod::Gptq));
    }
    QCOMPARE(panel().table().model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const auto figure = [&](int column) {
            return panel()
                .table()
                .model()
                ->index(row, column)
                .data(MethodOutcomeModel::SortRole)
                .toDouble();
        };
        QVERIFY(figure(MethodOutcomeModel::AfterColumn) > 0.0);
        QVERIFY(figure(MethodOutcomeModel::AfterColumn) < figure(MethodOutcomeModel::BeforeColumn));
        QVERIFY(cell(row, MethodOutcomeModel::RemarkColumn).contains(u"GPTQ"_s));
    }
    QVERIFY2(panel().outcomes().currentText().contains(u"GPTQ"_s),
             qPrintable(panel().outcomes().currentText()));
    bench().document().undoStack().undo();
    QVERIFY(configuration().corrected.empty());
}

void MethodsPanelTest::runsAllMethods_data()
{
    QTest::addColumn<int>("method");
    for (const PostTrainingMethod method : kPostTrainingMethods) {
        if (method != PostTrainingMethod::BiasAbsorption &&
            method != PostTrainingMethod::BatchNormFolding &&
            method != PostTrainingMethod::Smoothing) { // the sample gives these nothing to do
            QTest::newRow(qPrintable(methodName(method))) << static_cast<int>(method);
        }
    }
}

void MethodsPanelTest::runsAllMethods()
{
    QFETCH(int, method);
    const auto before = bench().methodOutcomes().all().size();
    choose(static_cast<PostTrainingMethod>(method), kAllLayers);
    panel().runButton().click();
    QVERIFY(eventually([&] { return bench().methodOutcomes().all().size() > before; }));
    QVERIFY(settles());
    QVERIFY(bench().document().undoStack().canUndo());
    QVERIFY(panel().table().model()->rowCount() > 5);
    QVERIFY(panel().removeButton().isEnabled());
    panel().removeButton().click();
    QVERIFY(configuration().corrected.empty() && !configuration().equalization);
}

void MethodsPanelTest::removesFromTheSelection()
{
    choose(PostTrainingMethod::BiasCorrection, kAllLayers);
    panel().runButton().click();
    QVERIFY(eventually([&] { return configuration().corrected.size() > 10; }));
    const auto all = configuration().corrected.size();
    const auto names = selectLayers({1, 3, 4});
    panel().scope().setCurrentIndex(kSelectedLayers);
    panel().removeButton().click();
    QCOMPARE(configuration().corrected.size(), all - 3);
    for (const std::string& name : names) {
        QVERIFY(!configuration().corrected.contains(name));
    }
    QVERIFY(settles());
}

void MethodsPanelTest::scalesBetweenTheSelection()
{
    const auto report = bench().session().equalize({configuration()}, {});
    QVERIFY(report);
    const auto stream =
        std::ranges::find_if(report->streams, &session::EqualizedStream::isEqualized);
    QVERIFY(stream != report->streams.end());
    session::LayerChoice names(stream->writers.begin(), stream->writers.end());
    names.insert(stream->readers.begin(), stream->readers.end());
    std::vector<OutlineId> ids;
    for (const std::string& name : names) {
        ids.push_back(bench().outline()->find(name));
    }
    std::ranges::sort(ids);
    bench().selection().choose(ids, ids.front());
    choose(PostTrainingMethod::Equalization, kSelectedLayers);
    panel().runButton().click();
    QVERIFY(eventually([&] { return configuration().equalization != nullptr; }));
    for (const auto& [name, layer] : configuration().equalization->layers) {
        QVERIFY(names.contains(name));
    }
    QVERIFY(settles());
    panel().removeButton().click();
    QVERIFY(!configuration().equalization);
    QVERIFY(settles());
}

void MethodsPanelTest::saysWhyItCannot()
{
    choose(PostTrainingMethod::BiasAbsorption, kAllLayers);
    QVERIFY(panel().problem().contains(u"Equalize"_s));
    QVERIFY(!panel().runButton().isEnabled());
    bench().selection().select(kNoOutlineId);
    choose(PostTrainingMethod::Gptq, kSelectedLayers);
    QVERIFY(panel().problem().contains(u"Select layers"_s));
    QVERIFY(!panel().runButton().isEnabled());
    panel().scope().setCurrentIndex(kAllLayers);
    QVERIFY(panel().runButton().isEnabled());
}

void MethodsPanelTest::stops()
{
    choose(PostTrainingMethod::AdaRound, kAllLayers);
    const auto before = bench().methodOutcomes().all().size();
    panel().runButton().click();
    QVERIFY(bench().correction().isRunning());
    QCOMPARE(panel().runButton().text(), u"Stop"_s);
    panel().runButton().click();
    QVERIFY(eventually([&] { return !bench().correction().isRunning(); }));
    QVERIFY(configuration().corrected.empty());
    QCOMPARE(bench().methodOutcomes().all().size(), before);
    QCOMPARE(panel().runButton().text(), u"Run"_s);
}

void MethodsPanelTest::rowsSelectLayers()
{
    QVERIFY(!bench().methodOutcomes().all().empty());
    panel().scope().setCurrentIndex(kAllLayers);
    QAbstractItemModel& model = *panel().table().model();
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    panel().table().setCurrentIndex(last);
    const QString name = last.data(MethodOutcomeModel::LayerRole).toString();
    const OutlineId selected = bench().selection().current();
    QVERIFY(selected != kNoOutlineId);
    QCOMPARE(bench().outline()->entries[static_cast<std::size_t>(selected)].name,
             name.toStdString());
}

QTEST_MAIN(MethodsPanelTest)
#include "tst_methods_panel.moc"
