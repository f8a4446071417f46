// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/appearance.h"
#include "gui/app/desk.h"
#include "gui/app/workbench.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <memory>

class QAction;
class QActionGroup;
class QDockWidget;
class QMenu;
class QToolBar;

namespace quantoscope::gui {

class FiguresStrip;
class GraphPanel;
class ImagesPanel;
class InspectorPanel;
class LayerPanel;
class MessageBar;
class MethodsPanel;
class NoisePanel;
class ProgressArea;
class RulesPanel;
class SearchPanel;
class SensitivityPanel;
class SessionKeeper;
class Tour;
class WelcomePage;
class TradeOffPanel;
class TriedPanel;

/// The window: menus, docks and what connects the workbench with the panels.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// \param persistent remember geometry, models and configurations between runs
    explicit MainWindow(bool persistent, QWidget* parent = nullptr);
    /// Another window, in the language that is set now, on what the former one worked with.
    explicit MainWindow(std::shared_ptr<Desk> desk, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] const std::shared_ptr<Desk>& desk() const { return m_desk; }
    /// Looks like the window before it on the same desk: places, choices, selections, rules.
    void takeOver(MainWindow& former);

    void open(const OpenRequest& request);
    /// False, with a message, when the sample is not installed.
    bool openSample();
    /// Opens a model or a session by its file name, after asking about unsaved changes.
    void openFile(const QString& file);
    /// Reopens the model or session of the last run, if there is one.
    void openLast();
    /// Says where there are changes that a crash left behind.
    void offerRecovery();
    /// Null while there is nothing to show.
    Tour* startTour();

    [[nodiscard]] Workbench& workbench() { return m_workbench; }
    [[nodiscard]] FiguresStrip& figures() { return *m_figures; }
    [[nodiscard]] GraphPanel& graph() { return *m_graph; }
    [[nodiscard]] ImagesPanel& images() { return *m_images; }
    [[nodiscard]] InspectorPanel& inspector() { return *m_inspector; }
    [[nodiscard]] LayerPanel& layers() { return *m_layers; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }
    [[nodiscard]] MethodsPanel& methods() { return *m_methodsPanel; }
    [[nodiscard]] NoisePanel& noise() { return *m_noise; }
    [[nodiscard]] RulesPanel& rules() { return *m_rules; }
    [[nodiscard]] SearchPanel& search() { return *m_search; }
    [[nodiscard]] SessionKeeper& keeper() { return *m_keeper; }
    [[nodiscard]] WelcomePage& welcome() { return *m_welcome; }
    [[nodiscard]] SensitivityPanel& sensitivity() { return *m_sensitivity; }
    [[nodiscard]] TradeOffPanel& tradeOff() { return *m_tradeOff; }
    [[nodiscard]] TriedPanel& tried() { return *m_tried; }
    /// Raises one of the tabs: "layers", "images", "sensitivity", "search", "methods", "rules",
    /// "tried". False for any other name.
    bool showTab(const QString& name);
    /// "weights", "errors", "channels", "weight-map", "output", "feature-maps", "calibration" of
    /// the selected layer. False for any other name.
    bool showLayerView(const QString& name);
    /// Selects a layer by its name, once a model with one is open.
    void selectLayer(const QString& name);

    /// Everything is computed and drawn.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void languageChosen(const QString& code);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    // main_window.cpp
    void setUpTop();
    void setUpDocks();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* widget);
    void arrangeDocks();
    void bringUp(const QString& dock, QWidget& focus);
    void connectWorkbench();
    void connectExploring();
    void connectTiming();
    void showFloatCosts();
    void modelOpened();
    void modelFolded();
    void connectFolding();
    void showModelFacts();
    void showImagesNeeded();
    void showOutline();
    void configurationStale();
    void showModelSize();
    void showBusy();
    /// Of work that goes on beside edits.
    void showBackgroundProgress(const Progress& progress);
    void showFailure(const Error& error);
    void updateActions();
    void restoreSettings();
    void saveSettings();

    // main_window_actions.cpp
    void setUpActions();
    void setUpFileMenu();
    void setUpEditMenu();
    void setUpQuantizeMenu();
    void addSearchAction(QMenu& menu);
    void addRulesAction(QMenu& menu);
    void addCorrectionActions(QMenu& menu);
    void addMethodActions(QMenu& menu); ///< other ways to correct weights
    void addEqualizationAction(QMenu& menu);
    void addAbsorptionAction(QMenu& menu);
    void connectAbsorption();
    void addSmoothingAction(QMenu& menu);
    void correctBy(quant::CorrectionMethod method);
    void addBestAction(QMenu& menu);
    void showBest(const session::BestReportPtr& report, bool isApplied);
    void addPruningAction(QMenu& menu);
    void updatePruningAction(bool hasImages);
    void connectPruning();

    // main_window_calibration.cpp
    void addCourseAction(QMenu& menu);
    void addCascadeAction(QMenu& menu);
    void connectCourse();
    void showCourse();
    void showCascade(int first, int second);
    void showCalibrationSet();

    // main_window_actions.cpp
    void addMultiplierAction(QMenu& menu);
    void showMultiplierEffect(const session::MultiplierEffect& effect, double fixedPointShare);
    void updateCorrectionActions(bool hasImages);
    void setUpCalibrationMenu(QMenu& menu);
    void setUpViewMenu();
    void addLayerViewActions(QMenu& menu);
    void setUpHelpMenu();
    QAction* addAction(QMenu& menu, const QString& text, const QString& icon,
                       const QKeySequence& shortcut, const QString& toolTip);
    void applyPreset(const quant::BitsPreset& preset);
    void updateCalibrationMenu();
    [[nodiscard]] session::UniformSettings currentSettings() const;

    // main_window_graph.cpp
    void setUpGraphMenu(QMenu& menu);
    void connectGraph();
    void addGraphExport(QMenu& menu);
    void chooseGraphTarget();
    void showRow(OutlineId id);
    void connectRules();
    void connectCorrection();
    void addHardwareAction(QMenu& menu);
    void showHardware();
    void restoreHardware();
    void saveHardware();
    void restoreRules();
    void saveRules();

    // main_window_session.cpp
    void addSessionActions(QMenu& menu);
    void setUpSessions();
    void showWelcome();
    void placeWelcome();
    void modelClosed();
    void showTitle();
    void chooseSession();
    void saveSession();
    void chooseSessionTarget();
    void leaveSession(std::function<void()> then);
    void addTourAction(QMenu& menu);
    void offerTour();

    // main_window_language.cpp
    void addLanguageMenu(QMenu& menu);
    void showKnown();
    void takeOverMessage(const MainWindow& former);

    // main_window_files.cpp
    void chooseModel();
    void chooseImages();
    void chooseConfiguration();
    void chooseConfigurationTarget();
    void chooseExportTarget();
    void chooseHistoryTarget();
    void chooseReportTarget();
    void askForDimensions(const OpenRequest& request, const session::OpenInput& input);
    void openDroppedFolder(const QString& folder);
    void chooseTriedPicture();
    void tryPicture(const QString& file);
    void fillRecentMenu();
    [[nodiscard]] static QString withSuffix(const QString& file, const QString& filter,
                                            const QString& usual);
    [[nodiscard]] QString suggestedFile(const QString& suffix) const;

    std::shared_ptr<Desk> m_desk;
    Workbench& m_workbench;
    FiguresStrip* m_figures = nullptr;
    MessageBar* m_messages = nullptr;
    MethodsPanel* m_methodsPanel = nullptr;
    ProgressArea* m_progress = nullptr;
    GraphPanel* m_graph = nullptr;
    LayerPanel* m_layers = nullptr;
    ImagesPanel* m_images = nullptr;
    InspectorPanel* m_inspector = nullptr;
    NoisePanel* m_noise = nullptr;
    RulesPanel* m_rules = nullptr;
    SearchPanel* m_search = nullptr;
    SensitivityPanel* m_sensitivity = nullptr;
    TradeOffPanel* m_tradeOff = nullptr;
    TriedPanel* m_tried = nullptr;
    QMenuBar* m_menus = nullptr;
    QToolBar* m_toolBar = nullptr;
    QMenu* m_recentMenu = nullptr;
    QActionGroup* m_calibrations = nullptr;
    SessionKeeper* m_keeper = nullptr;
    WelcomePage* m_welcome = nullptr;
    QAction* m_openModel = nullptr;
    QAction* m_openSample = nullptr;
    QAction* m_openSession = nullptr;
    std::function<void()> m_afterSave; ///< what waits for the session to be saved
    bool m_mayClose = false;           ///< the user was asked
    QAction* m_miniMap = nullptr;
    QAction* m_correct = nullptr;
    QList<QAction*> m_methods;            ///< other ways to correct weights
    QAction* m_correctAnalytic = nullptr; ///< among them
    QAction* m_roundToNearest = nullptr;
    QAction* m_equalize = nullptr;
    QAction* m_sweepPruning = nullptr;
    QAction* m_absorb = nullptr;
    QAction* m_smooth = nullptr;
    QAction* m_best = nullptr;
    QAction* m_measureCourse = nullptr;
    QAction* m_cascade = nullptr;
    QAction* m_fixedPoint = nullptr;
    QHash<QString, QDockWidget*> m_docks;
    QByteArray m_defaultState;
    QList<QAction*> m_modelActions;  ///< need a model
    QList<QWidget*> m_modelButtons;  ///< need a model
    QList<QAction*> m_resultActions; ///< need figures
    Appearance m_appearance = Appearance::System;
    /// Raised whenever docks are added, so that old saved layouts are not applied to new ones.
    static constexpr int kStateVersion = 6;
};

/// By its suffix.
[[nodiscard]] bool isSessionFile(const QString& file);

} // namespace quantoscope::gui
