// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/multiplier_effect.h"
#include "core/session/open_inputs.h"
#include "core/session/session.h"
#include "core/session/session_file.h"
#include "gui/app/history_memory.h"
#include "gui/app/model_memory.h"
#include "gui/app/sweep_memory.h"
#include "gui/graph/graph_picture.h"
#include "gui/jobs/background_work.h"
#include "gui/jobs/job.h"
#include "gui/models/activation_smoothing.h"
#include "gui/models/batch_norm_folding.h"
#include "gui/models/best_methods.h"
#include "gui/models/bias_absorption.h"
#include "gui/models/calibration_course_job.h"
#include "gui/models/channel_equalization.h"
#include "gui/models/configuration_document.h"
#include "gui/models/configuration_history.h"
#include "gui/models/edit_preparation.h"
#include "gui/models/hardware_profiles.h"
#include "gui/models/image_list_model.h"
#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/models/method_outcomes.h"
#include "gui/models/noise_tracing.h"
#include "gui/models/pruning_sweep.h"
#include "gui/models/rule_list_model.h"
#include "gui/models/search_job.h"
#include "gui/models/search_model.h"
#include "gui/models/sensitivity_job.h"
#include "gui/models/sensitivity_model.h"
#include "gui/models/timing.h"
#include "gui/models/weight_correction.h"

#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace quantoscope::gui {

/// What to open.
struct OpenRequest
{
    session::ModelRequest model;
    std::optional<session::DataRequest> data; ///< empty: those last used with the model
    std::filesystem::path configuration;      ///< empty: the one last used with the model
    std::filesystem::path session;            ///< a session file: says all of the above itself
    bool isRecovery = false; ///< that file is a copy that a crash left: not to be offered again
};

/// The life behind the window: holds the session and the models all panels show, and keeps the
/// figures up to date. Whatever changes the configuration starts an evaluation a moment later; a
/// new change stops the running one.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(bool persistent, QObject* parent = nullptr);
    ~Workbench() override;

    void openModel(const OpenRequest& request);
    /// An undoable step where only the choice of calibration images differs from what is open;
    /// other pictures have no way back.
    void openData(const session::DataRequest& request);
    /// Tells by pictureTried what FP32 and the current configuration say of any picture.
    void tryPicture(const std::filesystem::path& file);
    /// Forgets model, images and what belongs to them; nothing is lost that is remembered.
    void close();
    void evaluate();
    void cancel();

    /// Each is an undoable step.
    void applyUniform(const session::UniformSettings& settings);
    /// What the chosen hardware starts with; nothing where none is chosen.
    void applyHardwareDefaults();
    void setCalibration(const quant::Calibration& calibration);
    void loadConfiguration(const std::filesystem::path& file);

    void saveConfiguration(const std::filesystem::path& file);
    void exportQdq(const std::filesystem::path& file);
    /// SVG when it ends in .svg, else PNG.
    void saveGraph(const GraphPicture& picture, const std::filesystem::path& file);
    void saveHistory(const std::filesystem::path& file); ///< the configurations tried, as CSV
    void saveReport(const std::filesystem::path& file);  ///< by its suffix: HTML, PDF, else JSON

    /// Writes everything as a session file in the background; `done` is called on the GUI thread.
    void saveSession(const std::filesystem::path& file, std::function<void(const Status&)> done);

    [[nodiscard]] session::Session& session() { return m_session; }
    [[nodiscard]] const ModelMemory& memory() const { return m_memory; }
    [[nodiscard]] ConfigurationDocument& document() { return m_document; }
    [[nodiscard]] ConfigurationHistory& history() { return m_history; }
    [[nodiscard]] RuleListModel& rules() { return m_rules; }
    [[nodiscard]] HardwareProfiles& hardware() { return m_hardware; }
    [[nodiscard]] LayerSelection& selection() { return m_selection; }
    [[nodiscard]] LayerTableModel& layers() { return m_layers; }
    [[nodiscard]] SensitivityJob& sensitivity() { return m_sensitivity; }
    [[nodiscard]] SensitivityModel& sensitivities() { return m_sensitivities; }
    [[nodiscard]] EditPreparation& preparation() { return m_preparation; }
    [[nodiscard]] SearchJob& search() { return m_search; }
    [[nodiscard]] WeightCorrection& correction() { return m_correction; }
    [[nodiscard]] ChannelEqualization& equalization() { return m_equalization; }
    [[nodiscard]] BiasAbsorption& absorption() { return m_absorption; }
    [[nodiscard]] ActivationSmoothing& smoothing() { return m_smoothing; }
    [[nodiscard]] BatchNormFolding& folding() { return m_folding; }
    /// What these did.
    [[nodiscard]] MethodOutcomes& methodOutcomes() { return m_methodOutcomes; }
    [[nodiscard]] BestMethods& best() { return m_best; }
    [[nodiscard]] PruningSweep& pruningSweep() { return m_pruningSweep; }
    [[nodiscard]] CalibrationCourseJob& course() { return m_course; }
    /// What runs beside edits and is stopped by another model or other pictures.
    [[nodiscard]] std::array<BackgroundWork*, 9> explorations();
    [[nodiscard]] NoiseTracing& tracing() { return m_tracing; }
    [[nodiscard]] Timing& timing() { return m_timing; }
    [[nodiscard]] SearchModel& searchPoints() { return m_searchPoints; }
    [[nodiscard]] ImageListModel& images() { return m_images; }
    [[nodiscard]] std::shared_ptr<const ModelOutline> outline() const { return m_outline; }
    /// The last finished ones, perhaps of a former configuration; null: none yet.
    [[nodiscard]] const std::shared_ptr<const session::Evaluation>& evaluation() const
    {
        return m_evaluation;
    }
    [[nodiscard]] const std::shared_ptr<const session::NoiseReport>& noise() const
    {
        return m_noise;
    }
    [[nodiscard]] double averageWeightBits() const;
    /// The model was opened without a configuration of its own, given or remembered.
    [[nodiscard]] bool isNewModel() const { return m_isNewModel; }

    /// Something is running or about to; sweeps, a search and a correction, which edits interrupt,
    /// do not count.
    [[nodiscard]] bool isBusy() const;
    /// The current configuration has its figures and its noise.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void modelOpened();
    void modelClosed();
    /// The open model was opened anew with other batch normalizations folded; images and
    /// configuration stay, what was measured does not.
    void modelFolded();
    /// After modelOpened, where a session file was opened.
    void sessionOpened(const QString& file);
    void dataOpened();
    void pictureTried(const std::shared_ptr<const session::TriedPicture>& tried);
    void imagesNeeded(); ///< no images are known for the model just opened
    void stale();        ///< the configuration changed
    void floatReady(const std::shared_ptr<const session::FloatReference>& reference);
    void partialReady(const quantoscope::session::PartialEvaluation& partial);
    void evaluated(const std::shared_ptr<const session::Evaluation>& evaluation);
    /// After evaluated, where the same configuration was evaluated with the other multipliers, too.
    void multipliersCompared(const quantoscope::session::MultiplierEffect& effect,
                             double fixedPointShare);
    void noiseReady(const std::shared_ptr<const session::NoiseReport>& noise);
    void evaluationStopped(); ///< by the user; the figures are not those of the configuration
    void fileWritten(const QString& message);
    void failed(const quantoscope::Error& error);
    /// The model leaves an input's height or width open; open it again with them fixed.
    void dimensionsNeeded(const quantoscope::gui::OpenRequest& request,
                          const quantoscope::session::OpenInput& input);
    void busyChanged();
    void progressChanged(const quantoscope::Progress& progress);

private:
    struct Opened
    {
        OpenRequest request;                                 ///< with what a session file said
        std::shared_ptr<const session::SessionFile> session; ///< null: none was opened
        std::shared_ptr<const session::ModelInfo> info;
        std::shared_ptr<const ModelOutline> outline;
        ConfigurationPtr configuration;
        std::set<std::string> pinned;
        bool isNew = true; ///< nothing but the default is known of its configuration
        std::optional<Error> configurationProblem;
        std::optional<session::OpenInput> openInput; ///< must be fixed first; then nothing else is
    };
    using EvaluationPtr = std::shared_ptr<const session::Evaluation>;

    Result<Opened> openInBackground(const OpenRequest& request, const JobContext& context) const;
    Result<ConfigurationPtr> configurationFor(Opened& opened) const;
    Result<std::shared_ptr<const session::ModelInfo>> openModelOf(Opened& opened,
                                                                  const JobContext& context) const;
    void modelDone(const Result<Opened>& opened);
    void connectFolding();
    void modelFoldedAnew(const std::shared_ptr<const ModelOutline>& outline);
    void selectFirst(const std::string& name);
    [[nodiscard]] std::optional<session::DataRequest> dataFor(const OpenRequest& request) const;
    void startOpening(const session::DataRequest& request, std::function<void(bool)> done);
    void dataDone(const Result<std::shared_ptr<const session::DataInfo>>& data);
    void chooseCalibration(const session::DataRequest& request);
    void configurationChanged();
    void rememberConfiguration();
    void rememberPins();
    void stopExploring();
    void forgetResults();
    void evaluationDone(const Result<EvaluationPtr>& evaluation);
    void compareMultipliers(const EvaluationPtr& former);
    void measureNoise();
    void stopEvaluation();
    void saveRunningSweep();
    void prepareEdit();
    void setAllLayers(quant::Configuration configuration, const QString& text);
    void report(const Error& error);
    void runFileJob(std::function<Status(const JobContext&)> work, const QString& message);
    void watch(JobBase& job);

    mutable session::Session m_session;
    ModelMemory m_memory;
    ConfigurationDocument m_document;
    ConfigurationHistory m_history;
    RuleListModel m_rules;
    HardwareProfiles m_hardware;
    LayerSelection m_selection;
    LayerTableModel m_layers;
    ImageListModel m_images;
    SensitivityModel m_sensitivities;
    SearchModel m_searchPoints;
    std::shared_ptr<const ModelOutline> m_outline;
    std::shared_ptr<const session::NoiseReport> m_noise;
    EvaluationPtr m_evaluation;
    std::optional<session::DataRequest> m_waitingData; ///< dropped before any model was open
    /// By the last choice of calibration images, perhaps still being opened; empty: as they are.
    std::optional<session::DataRequest> m_wantedData;
    int m_dataGeneration = 0; ///< raised with other pictures: choices of before do nothing any more
    bool m_isNewModel = true;
    QTimer m_delay;
    // Last: destroyed first, so that no job outlives what it reads.
    Job<Opened> m_openJob;
    Job<std::shared_ptr<const session::DataInfo>> m_dataJob;
    Job<EvaluationPtr> m_evaluateJob;
    Job<std::shared_ptr<const session::NoiseReport>> m_noiseJob;
    Job<void> m_fileJob;
    Job<std::shared_ptr<const session::TriedPicture>> m_tryJob;
    Job<void> m_saveJob;
    Job<void> m_closeJob;
    SensitivityJob m_sensitivity;
    SearchJob m_search;
    WeightCorrection m_correction;
    ChannelEqualization m_equalization;
    BiasAbsorption m_absorption;
    ActivationSmoothing m_smoothing;
    BatchNormFolding m_folding;
    MethodOutcomes m_methodOutcomes;
    BestMethods m_best;
    PruningSweep m_pruningSweep;
    CalibrationCourseJob m_course;
    Timing m_timing;
    NoiseTracing m_tracing;
    SweepMemory m_sweepMemory;
    HistoryMemory m_historyMemory;
    EditPreparation m_preparation;
};

} // namespace quantoscope::gui
