// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/action_text.h"
#include "gui/app/command_palette.h"
#include "gui/app/main_window.h"
#include "gui/app/whole_model_dialog.h"
#include "gui/graph/graph_view.h"
#include "gui/models/calibration_text.h"
#include "gui/panels/graph_finder.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/methods_panel.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/sensitivity_panel.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QIcon>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

#include <initializer_list>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr std::initializer_list<const char*> kPresets = {
    "W8A8", "W8A32", "W6A8", "W4A8", "W4A32", "W3A32", "W2A8", "W2A32", "WFP16A32", "W32A32"};
}

void MainWindow::setUpActions()
{
    setUpFileMenu();
    setUpEditMenu();
    setUpQuantizeMenu();
    setUpViewMenu();
    setUpHelpMenu();
}

QAction* MainWindow::addAction(QMenu& menu, const QString& text, const QString& icon,
                               const QKeySequence& shortcut, const QString& toolTip)
{
    QAction* action = menu.addAction(text);
    action->setIconText(actionText(text));
    if (!icon.isEmpty()) {
        action->setIcon(QIcon(u":/icons/"_s % icon % u".svg"_s));
    }
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? toolTip : QString(toolTip % u" ("_s % keys % u')'));
    action->setStatusTip(toolTip);
    return action;
}

void MainWindow::setUpFileMenu()
{
    QMenu& menu = *m_menus->addMenu(tr("&File"));
    m_openModel = addAction(menu, tr("&Open Model…"), u"open"_s, QKeySequence::Open,
                            tr("Open an ONNX model"));
    connect(m_openModel, &QAction::triggered, this, &MainWindow::chooseModel);
    QAction* images =
        addAction(menu, tr("Open &Images…"), u"images"_s, QKeySequence(Qt::CTRL | Qt::Key_I),
                  tr("Choose validation and calibration images"));
    connect(images, &QAction::triggered, this, &MainWindow::chooseImages);
    m_openSample = addAction(menu, tr("Open Sa&mple"), u"images"_s,
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                             tr("Open the bundled road-sign model with its images"));
    connect(m_openSample, &QAction::triggered, this, &MainWindow::openSample);
    QAction* picture =
        addAction(menu, tr("Tr&y Picture…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                  tr("Run any picture through FP32 and the quantized model"));
    connect(picture, &QAction::triggered, this, &MainWindow::chooseTriedPicture);
    m_resultActions << picture;
    m_recentMenu = menu.addMenu(tr("Open &Recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu.addSeparator();
    addSessionActions(menu);
    menu.addSeparator();
    QAction* load = addAction(menu, tr("&Load Configuration…"), {},
                              QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
                              tr("Read the bits and schemes of all layers from a JSON file"));
    connect(load, &QAction::triggered, this, &MainWindow::chooseConfiguration);
    QAction* save = addAction(menu, tr("Save &Configuration…"), {},
                              QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S),
                              tr("Write the bits and schemes of all layers to a JSON file"));
    connect(save, &QAction::triggered, this, &MainWindow::chooseConfigurationTarget);
    menu.addSeparator();
    QAction* qdq =
        addAction(menu, tr("E&xport QDQ ONNX…"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E),
                  tr("Write the model with QuantizeLinear/DequantizeLinear pairs, for "
                     "ONNX Runtime and OpenVINO"));
    connect(qdq, &QAction::triggered, this, &MainWindow::chooseExportTarget);
    QAction* reportAction =
        addAction(menu, tr("Save Re&port…"), {}, QKeySequence(Qt::CTRL | Qt::Key_P),
                  tr("Write figures, plots and changed images as a web page, PDF or JSON"));
    connect(reportAction, &QAction::triggered, this, &MainWindow::chooseReportTarget);
    QAction* tried = addAction(menu, tr("Export Configurations &Tried…"), {},
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                               tr("Write the configurations tried and their figures as CSV"));
    connect(tried, &QAction::triggered, this, &MainWindow::chooseHistoryTarget);
    addGraphExport(menu);
    menu.addSeparator();
    QAction* quit = addAction(menu, tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q),
                              tr("Close the window"));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    m_modelActions << images << load << save;
    m_resultActions << qdq << reportAction << tried;
    m_toolBar->addActions({m_openModel, images, qdq});
}

void MainWindow::setUpEditMenu()
{
    QMenu& menu = *m_menus->addMenu(tr("&Edit"));
    QUndoStack& stack = m_workbench.document().undoStack();
    QAction* undo = stack.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    undo->setIcon(QIcon(u":/icons/undo.svg"_s));
    QAction* redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setIcon(QIcon(u":/icons/redo.svg"_s));
    // The stack puts the step's name into the text, which would make the toolbar jump.
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
    menu.addActions({undo, redo});
    menu.addSeparator();
    QAction* find = addAction(menu, tr("&Find Layer…"), u"find"_s, QKeySequence::Find,
                              tr("Find layers by name, operator, attribute or weight shape"));
    connect(find, &QAction::triggered, m_graph, [this] {
        m_docks[u"graph"_s]->show();
        m_graph->focusSearch();
    });
    QAction* next = addAction(menu, tr("Find &Next"), {}, QKeySequence(Qt::Key_F3),
                              tr("Select the next match"));
    connect(next, &QAction::triggered, m_graph, [this] { m_graph->finder().findNext(1); });
    QAction* previous =
        addAction(menu, tr("Find &Previous"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F3),
                  tr("Select the previous match"));
    connect(previous, &QAction::triggered, m_graph, [this] { m_graph->finder().findNext(-1); });
    m_modelActions << find << next << previous;
    m_toolBar->addSeparator();
    for (QAction* action : {undo, redo}) {
        m_toolBar->addAction(action);
        auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(action));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::setUpQuantizeMenu()
{
    QMenu& menu = *m_menus->addMenu(tr("&Quantize"));
    auto* presets = new QMenu(tr("&Whole Model"), this);
    presets->setToolTipsVisible(true);
    int number = 0;
    for (const char* name : kPresets) {
        const quant::BitsPreset preset = *quant::parseBits(name);
        const QString text = preset == *quant::parseBits("W32A32") ? tr("FP32 (not quantized)")
                                                                   : QString::fromLatin1(name);
        QAction* action = presets->addAction(text);
        // Ctrl+Alt+1 and on, 0 for the tenth.
        action->setShortcut(
            QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + (++number % 10))));
        action->setToolTip(tr("Weights %1, activations %2, in all layers")
                               .arg(QString::fromStdString(toString(preset.weights)),
                                    QString::fromStdString(toString(preset.activations))));
        connect(action, &QAction::triggered, this, [this, preset] { applyPreset(preset); });
        m_modelActions << action;
    }
    menu.addMenu(presets);
    QAction* all = addAction(menu, tr("&Set All Layers…"), {}, QKeySequence(Qt::CTRL | Qt::Key_L),
                             tr("Choose bits, schemes and calibration for all layers"));
    connect(all, &QAction::triggered, this, [this] {
        auto* dialog = new WholeModelDialog(currentSettings(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { m_workbench.applyUniform(dialog->settings()); });
        dialog->open();
    });
    auto* calibration = new QMenu(tr("&Calibration"), this);
    setUpCalibrationMenu(*calibration);
    menu.addMenu(calibration);
    addHardwareAction(menu);
    addSearchAction(menu);
    addRulesAction(menu);
    addCorrectionActions(menu);
    addPruningAction(menu);
    menu.addSeparator();
    QAction* evaluate = addAction(menu, tr("&Evaluate Now"), u"run"_s, QKeySequence(Qt::Key_F5),
                                  tr("Run the validation images through the configuration"));
    connect(evaluate, &QAction::triggered, &m_workbench, &Workbench::evaluate);
    QAction* stop = addAction(menu, tr("S&top"), u"stop"_s, QKeySequence(Qt::Key_Escape),
                              tr("Stop what is running"));
    connect(stop, &QAction::triggered, &m_workbench, &Workbench::cancel);
    QAction* time = addAction(menu, tr("Measure T&ime"), {}, QKeySequence(Qt::Key_F6),
                              tr("Measure how long one image takes in FP32 and in the exported "
                                 "model, layer by layer"));
    connect(time, &QAction::triggered, &m_workbench.timing(), &Timing::measureCurrent);
    m_modelActions << all << evaluate;
    m_resultActions << time;

    m_toolBar->addSeparator();
    auto* button = new QToolButton;
    button->setText(tr("Whole Model"));
    button->setIcon(QIcon(u":/icons/bits.svg"_s));
    button->setToolTip(tr("Give all layers the same bits"));
    button->setMenu(presets);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addWidget(button);
    auto* calibrationButton = new QToolButton;
    calibrationButton->setText(tr("Calibration"));
    calibrationButton->setToolTip(tr("How the ranges of the activations are chosen"));
    calibrationButton->setMenu(calibration);
    calibrationButton->setPopupMode(QToolButton::InstantPopup);
    m_toolBar->addWidget(calibrationButton);
    m_modelButtons << button << calibrationButton;
    m_toolBar->addAction(evaluate);
}

void MainWindow::addSearchAction(QMenu& menu)
{
    QAction* search =
        addAction(menu, tr("Search &Mixed Precision…"), {}, QKeySequence(Qt::CTRL | Qt::Key_M),
                  tr("Look for the best bits of every layer within a budget"));
    connect(search, &QAction::triggered, this,
            [this] { bringUp(u"search"_s, m_search->startButton()); });
    m_modelActions << search;
}

void MainWindow::setUpCalibrationMenu(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    m_calibrations = new QActionGroup(this);
    for (const quant::CalibrationMethod method : session::calibrationMethods()) {
        QAction* action = m_calibrations->addAction(calibrationText(method));
        action->setShortcut(chord(Qt::CTRL | Qt::Key_K, m_calibrations->actions().size()));
        action->setCheckable(true);
        action->setData(static_cast<int>(method));
        action->setToolTip(calibrationHelp(method));
        m_modelActions << action;
    }
    menu.addActions(m_calibrations->actions());
    connect(m_calibrations, &QActionGroup::triggered, this, [this](const QAction* action) {
        quant::Calibration chosen = m_workbench.document().configuration()->calibration;
        chosen.method = static_cast<quant::CalibrationMethod>(action->data().toInt());
        m_workbench.setCalibration(chosen);
    });
    menu.addSeparator();
    QAction* percentile =
        addAction(menu, tr("Set &Percentile…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
                  tr("Share of the values the percentile method keeps"));
    connect(percentile, &QAction::triggered, this, [this] {
        bool accepted = false;
        const double value = QInputDialog::getDouble(
            this, tr("Percentile"), tr("Percentile of the values to keep, 50 to 100"),
            m_workbench.document().configuration()->calibration.percentile, 50.0001, 100.0, 4,
            &accepted, Qt::WindowFlags(), 0.01);
        if (accepted) {
            m_workbench.setCalibration({quant::CalibrationMethod::Percentile, value});
        }
    });
    m_modelActions << percentile;
    addCourseAction(menu);
}

void MainWindow::setUpViewMenu()
{
    QMenu& menu = *m_menus->addMenu(tr("&View"));
    qsizetype place = 0;
    for (const QString& name :
         {u"graph"_s, u"layers"_s, u"images"_s, u"sensitivity"_s, u"search"_s, u"rules"_s,
          u"tried"_s, u"inspector"_s, u"noise"_s, u"tradeoff"_s}) {
        QAction* panel = m_docks[name]->toggleViewAction();
        panel->setShortcut(chord(Qt::CTRL | Qt::Key_T, ++place));
        menu.addAction(panel);
    }
    QAction* methods = m_docks[u"methods"_s]->toggleViewAction();
    methods->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T, QKeyCombination(Qt::Key_M)));
    menu.addAction(methods);
    addLayerViewActions(*menu.addMenu(tr("&Selected Layer")));
    menu.addSeparator();
    QAction* fit = addAction(menu, tr("&Fit Graph"), u"zoom-fit"_s,
                             QKeySequence(Qt::CTRL | Qt::Key_0), tr("Show the whole graph"));
    connect(fit, &QAction::triggered, &m_graph->view(), &GraphView::fitAll);
    m_modelActions << fit;
    setUpGraphMenu(menu);
    menu.addSeparator();
    QAction* reset =
        addAction(menu, tr("&Reset Layout"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_0),
                  tr("Put all panels back to where they were at first"));
    connect(reset, &QAction::triggered, this,
            [this] { restoreState(m_defaultState, kStateVersion); });
    addLanguageMenu(menu);
    QMenu* appearances = menu.addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& text, Appearance appearance) {
        QAction* action = group->addAction(text);
        action->setShortcut(chord(Qt::CTRL | Qt::Key_D, group->actions().size()));
        action->setCheckable(true);
        action->setChecked(storedAppearance() == appearance);
        connect(action, &QAction::triggered, this, [appearance] {
            storeAppearance(appearance);
            applyAppearance(appearance);
        });
        appearances->addAction(action);
    };
    add(tr("As the &System"), Appearance::System);
    add(tr("&Light"), Appearance::Light);
    add(tr("&Dark"), Appearance::Dark);
}

void MainWindow::addLayerViewActions(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    auto* group = new QActionGroup(this);
    for (int i = 0; i < kLayerViews; ++i) {
        const auto view = static_cast<LayerView>(i);
        QAction* action = addAction(menu, layerViewText(view), {},
                                    QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
                                    layerViewHelp(view));
        action->setCheckable(true);
        action->setChecked(m_inspector->views().view() == view);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, view] {
            bringUp(u"inspector"_s, *m_inspector);
            m_inspector->views().showView(view);
        });
    }
    connect(&m_inspector->views(), &LayerViews::viewChanged, this, [this, group] {
        group->actions().at(static_cast<int>(m_inspector->views().view()))->setChecked(true);
    });
}

void MainWindow::setUpHelpMenu()
{
    QMenu& menu = *m_menus->addMenu(tr("&Help"));
    QAction* commands =
        addAction(menu, tr("&Find Command…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                  tr("Find a command of the menus by words of its name"));
    connect(commands, &QAction::triggered, this,
            [this] { (new CommandPalette(*m_menus, this))->show(); });
    addTourAction(menu);
    QAction* about = menu.addAction(tr("&About Quantoscope"));
    about->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1));
    connect(about, &QAction::triggered, this, [this] {
        QMessageBox::about(
            this, tr("About Quantoscope"),
            tr("<h3>Quantoscope %1</h3><p>An instrument for neural-network quantization: turn any "
               "layer's bits, scheme and range, and see what it does to accuracy, to size and to "
               "the images.</p><p>Licensed under the GNU General Public License, version 3 or "
               "later.</p>")
                .arg(QApplication::applicationVersion()));
    });
    QAction* aboutQt = menu.addAction(tr("About &Qt"));
    aboutQt->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1));
    connect(aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::applyPreset(const quant::BitsPreset& preset)
{
    session::UniformSettings settings;
    settings.bits = preset;
    settings.calibration = m_workbench.document().configuration()->calibration;
    m_workbench.applyUniform(settings);
}

session::UniformSettings MainWindow::currentSettings() const
{
    const quant::Configuration& configuration =
        *const_cast<MainWindow*>(this)->m_workbench.document().configuration();
    session::UniformSettings settings;
    if (!configuration.weights.empty()) {
        const quant::WeightScheme& weights = configuration.weights.begin()->second;
        settings.bits.weights = weights.precision;
        settings.symmetricWeights = weights.symmetric;
        settings.granularity = weights.granularity;
    }
    if (!configuration.activations.empty()) {
        const quant::ActivationScheme& activations = configuration.activations.begin()->second;
        settings.bits.activations = activations.precision;
        settings.symmetricActivations = activations.symmetric;
    }
    settings.calibration = configuration.calibration;
    return settings;
}

void MainWindow::updateCalibrationMenu()
{
    const auto method =
        static_cast<int>(m_workbench.document().configuration()->calibration.method);
    for (QAction* action : m_calibrations->actions()) {
        action->setChecked(action->data().toInt() == method);
    }
}

void MainWindow::updateActions()
{
    const bool hasModel = m_workbench.session().modelInfo() != nullptr;
    const bool hasFigures = hasModel && m_workbench.session().floatReference() != nullptr;
    for (QAction* action : m_modelActions) {
        action->setEnabled(hasModel);
    }
    for (QWidget* button : m_modelButtons) {
        button->setEnabled(hasModel);
    }
    for (QAction* action : m_resultActions) {
        action->setEnabled(hasFigures);
    }
    const bool hasImages = hasModel && m_workbench.session().dataInfo() != nullptr;
    m_sensitivity->setReady(hasImages);
    updateCorrectionActions(hasImages);
    updatePruningAction(hasImages);
    m_search->setReady(hasImages);
    m_methodsPanel->setReady(hasImages);
    updateCalibrationMenu();
}

} // namespace quantoscope::gui
