// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"

#include "gui/app/path_text.h"
#include "gui/app/progress_area.h"
#include "gui/app/sample_location.h"
#include "gui/app/session_keeper.h"
#include "gui/jobs/error_text.h"
#include "gui/models/quantity_text.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/methods_panel.h"
#include "gui/panels/noise_panel.h"
#include "gui/panels/rules_panel.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/sensitivity_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/panels/tried_panel.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize kDefaultSize(1440, 900);
} // namespace

MainWindow::MainWindow(bool persistent, QWidget* parent)
    : MainWindow(std::make_shared<Desk>(persistent), parent)
{
}

MainWindow::MainWindow(std::shared_ptr<Desk> desk, QWidget* parent)
    : QMainWindow(parent), m_desk(std::move(desk)), m_workbench(m_desk->workbench)
{
    setWindowTitle(tr("Quantoscope"));
    setAcceptDrops(true);
    resize(kDefaultSize);
    setUpTop();
    setUpDocks();
    setUpActions();
    m_progress = new ProgressArea;
    statusBar()->addPermanentWidget(m_progress);
    connectWorkbench();
    setUpSessions();
    m_defaultState = saveState(kStateVersion);
    restoreSettings();
    updateActions();
    showKnown();
}

MainWindow::~MainWindow()
{
    // The panels go before the workbench whose models and session they use.
    qDeleteAll(m_docks);
}

void MainWindow::setUpTop()
{
    auto* top = new QWidget;
    auto* layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_menus = new QMenuBar;
    m_toolBar = new QToolBar(tr("Main"));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({18, 18});
    m_figures = new FiguresStrip;
    m_messages = new MessageBar;
    layout->addWidget(m_menus);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_figures);
    layout->addWidget(m_messages);
    setMenuWidget(top);
}

void MainWindow::connectWorkbench()
{
    Workbench& bench = m_workbench;
    connect(&bench, &Workbench::modelOpened, this, &MainWindow::modelOpened);
    connect(&bench, &Workbench::modelFolded, this, &MainWindow::modelFolded);
    connect(&bench, &Workbench::dataOpened, this, [this] {
        m_messages->dismiss();
        m_figures->clear();
        m_figures->setPictures(m_workbench.session().dataInfo()->validation->size());
        m_tradeOff->setFloatReference(nullptr);
        showModelSize();
        showCourse();
        showCalibrationSet();
    });
    connect(&bench, &Workbench::stale, this, &MainWindow::configurationStale);
    connect(&bench, &Workbench::floatReady, this, [this](const auto& reference) {
        m_figures->setFloatReference(reference);
        m_tradeOff->setFloatReference(reference);
        showFloatCosts();
        showModelSize();
    });
    connect(&bench, &Workbench::partialReady, this, [this](const auto& partial) {
        m_figures->setPartial(partial);
        const session::Session& session = m_workbench.session();
        const quant::Configuration& configuration = *m_workbench.document().configuration();
        const Result<std::int64_t> bytes = session.sizeBytes(configuration);
        const Result<double> bops = session.bops(configuration);
        if (bytes && bops) {
            m_tradeOff->setPartial(partial, static_cast<double>(*bytes), *bops);
        }
    });
    connect(&bench, &Workbench::evaluated, this, [this](const auto& evaluation) {
        m_figures->setEvaluation(evaluation);
        m_tradeOff->clearPartial();
        m_inspector->setEvaluated();
        m_noise->setRemark(tr("Measuring the noise of the outputs…"));
        updateActions();
    });
    connect(&bench, &Workbench::multipliersCompared, this, &MainWindow::showMultiplierEffect);
    connect(&bench, &Workbench::noiseReady, this,
            [this](const auto& noise) { m_noise->setImages(noise->images); });
    connect(&bench, &Workbench::imagesNeeded, this, &MainWindow::showImagesNeeded);
    connect(&bench, &Workbench::evaluationStopped, this, [this] {
        m_tradeOff->clearPartial();
        statusBar()->showMessage(tr("Stopped: the figures are incomplete. F5 evaluates again."));
    });
    connect(&bench, &Workbench::fileWritten, this, [this](const QString& message) {
        m_messages->showMessage(MessageBar::Kind::Information, message);
    });
    connect(&bench, &Workbench::failed, this, &MainWindow::showFailure);
    connect(&bench, &Workbench::dimensionsNeeded, this, &MainWindow::askForDimensions);
    connect(&bench, &Workbench::progressChanged, m_progress, &ProgressArea::setProgress);
    connect(&bench, &Workbench::busyChanged, this, &MainWindow::showBusy);
    connectExploring();
    connect(m_progress, &ProgressArea::cancelRequested, &bench, &Workbench::cancel);
    connectGraph();
    connectRules();
    connectCorrection();
    connectAbsorption();
    connectPruning();
    connectFolding();
    connectCourse();
    connectTiming();
}

void MainWindow::showFloatCosts()
{
    m_tradeOff->setFloatCosts(m_workbench.session().bops({}).value_or(0.0),
                              m_workbench.timing().floatMs());
}

void MainWindow::connectTiming()
{
    Timing& timing = m_workbench.timing();
    connect(m_graph, &GraphPanel::timesWanted, &timing, &Timing::measureCurrent);
    connect(m_tradeOff, &TradeOffPanel::timesWanted, &timing, &Timing::measure);
    connect(&timing, &Timing::measured, this, [this](const auto&, const Timing::Report& report) {
        m_layers->table().setColumnHidden(LayerTableModel::TimeColumn, false);
        showFloatCosts();
        statusBar()->showMessage(
            tr("One image takes %1 in FP32 and %2 quantized (OpenVINO's "
               "kernels, median of %n runs)",
               nullptr, static_cast<int>(report->runs))
                .arg(millisecondsText(report->floatMs), millisecondsText(report->quantizedMs)));
    });
}

void MainWindow::connectExploring()
{
    for (const BackgroundWork* work : m_workbench.explorations()) {
        connect(work, &BackgroundWork::runningChanged, this, &MainWindow::showBusy);
        connect(work, &BackgroundWork::progressChanged, this, &MainWindow::showBackgroundProgress);
    }
    connect(&m_workbench.search(), &SearchJob::reportChanged, m_tradeOff,
            &TradeOffPanel::setSearch);
    connect(m_search, &SearchPanel::pointSelected, m_tradeOff,
            &TradeOffPanel::setSelectedSearchPoint);
    connect(m_tradeOff, &TradeOffPanel::searchPointClicked, m_search, &SearchPanel::take);
    connect(&m_workbench, &Workbench::pictureTried, m_images, &ImagesPanel::showTried);
    connect(m_images, &ImagesPanel::imageShown, m_inspector, &InspectorPanel::setPicture);
    connect(m_images, &ImagesPanel::traceRequested, this, [this](int row, const QString& name) {
        m_workbench.tracing().tracePicture(row, name);
        m_docks[u"noise"_s]->show();
        m_docks[u"noise"_s]->raise();
    });
    connect(m_tried, &TriedPanel::exportRequested, this, &MainWindow::chooseHistoryTarget);
}

void MainWindow::modelOpened()
{
    m_messages->dismiss();
    showTitle();
    showModelFacts();
    m_figures->clear();
    showOutline();
    showModelSize();
    updateActions();
    m_layers->table().setFocus();
    if (m_rules->appliesToNewModels().isChecked() && m_workbench.isNewModel()) {
        m_rules->apply();
    }
}

void MainWindow::showModelFacts()
{
    const auto info = m_workbench.session().modelInfo();
    statusBar()->showMessage(tr("%1: %2 parameters, %3 MACs, opset %4")
                                 .arg(pathText(info->file.filename()),
                                      countText(info->layers->parameterCount),
                                      countText(info->layers->macs))
                                 .arg(info->opset));
}

void MainWindow::showImagesNeeded()
{
    m_messages->showMessage(MessageBar::Kind::Information,
                            tr("No images are known for this model. Open a folder of images "
                               "(Ctrl+I) to see what quantization does to its answers."));
}

/// Hands the outline of what is open, or none, to the panels.
void MainWindow::showOutline()
{
    m_noise->setRemark({});
    m_tradeOff->setFloatReference(nullptr);
    m_graph->setOutline(m_workbench.outline());
    m_inspector->setOutline(m_workbench.outline());
    m_sensitivity->setOutline(m_workbench.outline());
    m_rules->setOutline(m_workbench.outline());
    m_methodsPanel->setOutline(m_workbench.outline());
    m_search->setOutline(m_workbench.outline(),
                         m_workbench.session().sizeBytes({}).value_or(std::int64_t{0}));
}

void MainWindow::configurationStale()
{
    m_figures->setStale();
    m_tradeOff->clearPartial();
    m_noise->setRemark({});
    showModelSize();
    updateCalibrationMenu();
}

void MainWindow::showBusy()
{
    m_progress->setBusy(m_workbench.isBusy() || std::ranges::any_of(m_workbench.explorations(),
                                                                    &BackgroundWork::isRunning));
    updateActions();
}

void MainWindow::showBackgroundProgress(const Progress& progress)
{
    if (!m_workbench.isBusy()) { // what the user waits for comes first
        m_progress->setProgress(progress);
    }
}

void MainWindow::showModelSize()
{
    const session::Session& session = m_workbench.session();
    const Result<std::int64_t> bytes = session.sizeBytes(*m_workbench.document().configuration());
    const Result<std::int64_t> floatBytes = session.sizeBytes({});
    m_figures->setModelSize(floatBytes ? std::optional(*floatBytes) : std::nullopt,
                            bytes ? std::optional(*bytes) : std::nullopt,
                            m_workbench.averageWeightBits());
}

void MainWindow::showFailure(const Error& error)
{
    m_messages->showMessage(MessageBar::Kind::Failure, errorText(error));
}

void MainWindow::open(const OpenRequest& request)
{
    m_workbench.openModel(request);
}

bool MainWindow::openSample()
{
    const QString folder = sampleFolder();
    if (folder.isEmpty()) {
        m_messages->showMessage(
            MessageBar::Kind::Failure,
            tr("The sample was not found: samples/road-signs is neither beside the program nor "
               "where it was built."));
        return false;
    }
    OpenRequest request;
    request.model.file = toPath(folder % u"/model.onnx"_s);
    request.data.emplace();
    request.data->validation.images = toPath(folder % u"/val"_s);
    request.data->calibrationImages = toPath(folder % u"/calib"_s);
    open(request);
    return true;
}

void MainWindow::openLast()
{
    const QStringList recent = m_workbench.memory().recentModels();
    if (!recent.isEmpty()) {
        openFile(recent.front());
    }
}

void MainWindow::selectLayer(const QString& name)
{
    connect(&m_workbench, &Workbench::modelOpened, this, [this, name] {
        QMetaObject::invokeMethod(
            this,
            [this, name] {
                m_workbench.selection().select(m_workbench.outline()->find(name.toStdString()));
            },
            Qt::QueuedConnection);
    });
}

bool MainWindow::isSettled() const
{
    return m_workbench.isSettled() && !m_graph->isLayingOut() && !m_inspector->isBusy();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    placeWelcome();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    placeWelcome();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && m_workbench.memory().isPersistent() && m_keeper->isModified()) {
        event->ignore();
        leaveSession([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreSettings()
{
    if (!m_workbench.memory().isPersistent()) {
        return;
    }
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    restoreState(settings.value(u"window/state"_s).toByteArray(), kStateVersion);
    const QByteArray columns = settings.value(u"window/layerColumnState"_s).toByteArray();
    if (!columns.isEmpty()) {
        m_layers->restoreColumnState(columns);
    }
    restoreRules();
    restoreHardware();
    m_miniMap->setChecked(settings.value(u"window/graphMap"_s, true).toBool());
}

void MainWindow::saveSettings()
{
    if (!m_workbench.memory().isPersistent()) {
        return;
    }
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState(kStateVersion));
    settings.setValue(u"window/layerColumnState"_s, m_layers->columnState());
    settings.setValue(u"window/graphMap"_s, m_miniMap->isChecked());
}

} // namespace quantoscope::gui
