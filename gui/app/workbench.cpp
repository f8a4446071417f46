// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workbench.h"

#include "core/eval/qt_image_decoder.h"
#include "core/session/configuration_file.h"
#include "gui/app/path_text.h"
#include "gui/models/layer_fields.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {

/// Enough to gather what one turn of the wheel or one macro changes; an estimate follows at once.
constexpr int kEditDelayMs = 10;
constexpr std::int64_t kNoiseImages = 64;

/// The first input that stands in the way of opening a model.
std::optional<session::OpenInput> firstOpenInput(const session::ModelRequest& request)
{
    const Result<std::vector<session::OpenInput>> inputs = session::openInputs(request);
    return inputs && !inputs->empty() ? std::optional(inputs->front()) : std::nullopt;
}

} // namespace

Workbench::Workbench(bool persistent, QObject* parent)
    : QObject(parent), m_session(std::make_shared<eval::QtImageDecoder>()), m_memory(persistent),
      m_history(m_document.undoStack()), m_rules(m_document.undoStack()), m_layers(m_document),
      m_sensitivity(m_session), m_search(m_session), m_correction(m_session, m_document),
      m_equalization(m_session, m_document), m_absorption(m_session, m_document),
      m_smoothing(m_session, m_document), m_folding(m_session, m_document),
      m_methodOutcomes(m_correction, m_equalization, m_absorption, m_smoothing, m_folding),
      m_best(m_session, m_document), m_pruningSweep(m_session, m_document),
      m_course(m_session, m_document), m_timing(m_session, m_document),
      m_tracing(m_session, m_document), m_sweepMemory(m_session, m_memory, m_sensitivity),
      m_historyMemory(m_session, m_memory, m_history), m_preparation(m_session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kEditDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &Workbench::evaluate);
    connect(&m_document, &ConfigurationDocument::changed, this, &Workbench::configurationChanged);
    for (JobBase* job : {static_cast<JobBase*>(&m_openJob), static_cast<JobBase*>(&m_dataJob),
                         static_cast<JobBase*>(&m_evaluateJob), static_cast<JobBase*>(&m_noiseJob),
                         static_cast<JobBase*>(&m_fileJob), static_cast<JobBase*>(&m_closeJob),
                         static_cast<JobBase*>(&m_tryJob), &m_timing.job()}) {
        watch(*job);
    }
    for (JobBase* job : m_tracing.jobs()) {
        watch(*job);
    }
    connect(&m_hardware, &HardwareProfiles::chosenChanged, this, [this] {
        const session::HardwareProfile* profile = m_hardware.at(m_hardware.chosen());
        m_layers.setProfile(profile ? std::optional(*profile) : std::nullopt);
    });
    connect(&m_timing, &Timing::failed, this, &Workbench::failed);
    connect(&m_timing, &Timing::measured, this,
            [this](const ConfigurationPtr& configuration, const Timing::Report& report) {
                m_history.setTime(*configuration, report->quantizedMs);
                if (*configuration == *m_document.configuration()) {
                    m_layers.setTimes(report, configuration);
                }
            });
    connect(&m_tracing, &NoiseTracing::failed, this, &Workbench::failed);
    connect(&m_sensitivity, &SensitivityJob::failed, this, &Workbench::failed);
    connect(&m_sweepMemory, &SweepMemory::failed, this, &Workbench::failed);
    connect(&m_historyMemory, &HistoryMemory::failed, this, &Workbench::failed);
    connect(&m_selection, &LayerSelection::currentChanged, this, &Workbench::prepareEdit);
    connect(&m_search, &SearchJob::failed, this, &Workbench::failed);
    connect(&m_correction, &WeightCorrection::failed, this, &Workbench::failed);
    connect(&m_equalization, &ChannelEqualization::failed, this, &Workbench::failed);
    connect(&m_absorption, &BiasAbsorption::failed, this, &Workbench::failed);
    connect(&m_smoothing, &ActivationSmoothing::failed, this, &Workbench::failed);
    connect(&m_best, &BestMethods::failed, this, &Workbench::failed);
    connectFolding();
    connect(&m_pruningSweep, &PruningSweep::failed, this, &Workbench::failed);
    connect(&m_pruningSweep, &PruningSweep::measured, &m_history, &ConfigurationHistory::add);
    connect(&m_course, &CalibrationCourseJob::failed, this, &Workbench::failed);
    connect(&m_document, &ConfigurationDocument::pinsChanged, this, &Workbench::rememberPins);
}

Workbench::~Workbench()
{
    if (m_delay.isActive()) { // an edit made just before closing is not lost
        rememberConfiguration();
    }
    m_delay.stop();
    saveRunningSweep();
}

void Workbench::watch(JobBase& job)
{
    connect(&job, &JobBase::started, this, &Workbench::busyChanged);
    connect(&job, &JobBase::ended, this, &Workbench::busyChanged);
    connect(&job, &JobBase::progressChanged, this, &Workbench::progressChanged);
}

void Workbench::connectFolding()
{
    connect(&m_folding, &BatchNormFolding::failed, this, &Workbench::failed);
    connect(&m_folding, &BatchNormFolding::openingStarted, this, [this] {
        stopEvaluation();
        stopExploring();
    });
    connect(&m_folding, &BatchNormFolding::opened, this, &Workbench::modelFoldedAnew);
    connect(&m_folding, &BatchNormFolding::openingEnded, this, &Workbench::evaluate);
    connect(&m_folding, &BatchNormFolding::runningChanged, this, &Workbench::busyChanged);
    connect(&m_folding, &BatchNormFolding::progressChanged, this, &Workbench::progressChanged);
}

void Workbench::openModel(const OpenRequest& request)
{
    if (m_delay.isActive()) { // nor one made just before opening something else
        rememberConfiguration();
    }
    stopEvaluation();
    stopExploring();
    m_dataJob.abandon();
    m_folding.reset();
    m_closeJob.abandon();
    m_openJob.start([this, request](const JobContext& context,
                                    const JobPort&) { return openInBackground(request, context); },
                    [this](const Result<Opened>& opened) { modelDone(opened); });
}

Result<Workbench::Opened> Workbench::openInBackground(const OpenRequest& request,
                                                      const JobContext& context) const
{
    Opened opened;
    opened.request = request;
    if (!request.session.empty()) {
        auto read = session::readSession(request.session);
        if (!read) {
            return failFrom(read);
        }
        opened.request.model = read->model;
        opened.request.data = read->data;
        opened.session = std::make_shared<const session::SessionFile>(*std::move(read));
    }
    model::FixedDimensions& fixed = opened.request.model.fixed;
    if (fixed.byInput.empty() && fixed.byName.empty()) {
        fixed = m_memory.dimensions(opened.request.model.file);
    }
    const auto info = openModelOf(opened, context);
    if (!info) {
        if (info.error().code == ErrorCode::Unsupported) {
            opened.openInput = firstOpenInput(opened.request.model);
        }
        return opened.openInput ? Result<Opened>(std::move(opened)) : failFrom(info);
    }
    opened.info = *info;
    opened.outline = std::make_shared<const ModelOutline>(makeOutline(*(*info)->layers));
    auto configuration = configurationFor(opened);
    if (!configuration) {
        return failFrom(configuration);
    }
    opened.configuration = *std::move(configuration);
    opened.pinned =
        opened.session ? opened.session->pinned : m_memory.pins(opened.request.model.file);
    std::erase_if(opened.pinned, [&](const std::string& layer) {
        const OutlineId id = opened.outline->find(layer);
        return id == kNoOutlineId ||
               !opened.outline->entries[static_cast<std::size_t>(id)].hasWeights;
    });
    return opened;
}

/// With the batch normalizations kept that were kept when the model was last used, where nothing
/// says otherwise and it still has them.
Result<std::shared_ptr<const session::ModelInfo>>
Workbench::openModelOf(Opened& opened, const JobContext& context) const
{
    session::ModelRequest& request = opened.request.model;
    if (opened.session || !request.keptBatchNorms.empty()) {
        return m_session.openModel(request, context);
    }
    request.keptBatchNorms = m_memory.keptBatchNorms(request.file);
    auto info = m_session.openModel(request, context);
    if (!info && info.error().code == ErrorCode::InvalidArgument &&
        !request.keptBatchNorms.empty()) {
        request.keptBatchNorms.clear();
        info = m_session.openModel(request, context);
    }
    return info;
}

/// The one that was asked for, that of the session, the one last used, or the default.
Result<ConfigurationPtr> Workbench::configurationFor(Opened& opened) const
{
    std::optional<Result<quant::Configuration>> wanted;
    if (opened.session) {
        wanted = *opened.session->configuration;
    } else if (!opened.request.configuration.empty()) {
        wanted = session::readConfiguration(opened.request.configuration);
    }
    if (wanted) {
        const Status checked = *wanted ? m_session.check(**wanted) : Status(failFrom(*wanted));
        if (checked) {
            opened.isNew = false;
            return std::make_shared<const quant::Configuration>(**wanted);
        }
        opened.configurationProblem = checked.error();
    } else if (auto remembered = m_memory.configuration(opened.request.model.file);
               remembered && m_session.check(*remembered)) {
        opened.isNew = false;
        return std::make_shared<const quant::Configuration>(*std::move(remembered));
    }
    auto uniform = m_session.uniform({});
    return uniform ? Result<ConfigurationPtr>(
                         std::make_shared<const quant::Configuration>(*std::move(uniform)))
                   : failFrom(uniform);
}

void Workbench::modelDone(const Result<Opened>& opened)
{
    if (!opened || opened->openInput) {
        if (!opened) {
            report(opened.error());
        } else {
            Q_EMIT dimensionsNeeded(opened->request, *opened->openInput);
        }
        evaluate(); // of the former model, which stays
        return;
    }
    const OpenRequest& request = opened->request;
    m_outline = opened->outline;
    m_isNewModel = opened->isNew;
    forgetResults();
    m_selection.select(kNoOutlineId);
    m_images.setData(nullptr);
    m_layers.setOutline(m_outline);
    m_wantedData.reset();
    m_methodOutcomes.clear();
    m_document.reset(opened->configuration, opened->pinned);
    m_historyMemory.setBrought(opened->session ? opened->session->tried : std::string());
    if (!request.isRecovery) {
        m_memory.addRecentModel(opened->session ? request.session : request.model.file);
    }
    m_memory.saveDimensions(request.model.file, request.model.fixed);
    m_memory.saveKeptBatchNorms(request.model.file, request.model.keptBatchNorms);
    Q_EMIT modelOpened();
    if (opened->session) {
        m_rules.readJson(QByteArray::fromStdString(opened->session->rules));
        Q_EMIT sessionOpened(pathText(request.session));
    }
    selectFirst(opened->session ? opened->session->layer : std::string());
    if (opened->configurationProblem) {
        report(*opened->configurationProblem);
    }
    if (const std::optional<session::DataRequest> data = dataFor(request)) {
        m_waitingData.reset();
        openData(*data);
    } else {
        Q_EMIT imagesNeeded();
    }
}

/// Layers are the same ones, of perhaps other numbers.
void Workbench::modelFoldedAnew(const std::shared_ptr<const ModelOutline>& outline)
{
    std::vector<std::string> chosen;
    for (const OutlineId id : m_selection.chosen()) {
        chosen.push_back(m_outline->entries[static_cast<std::size_t>(id)].name);
    }
    const OutlineId current = m_selection.current();
    const std::string name =
        current == kNoOutlineId ? "" : m_outline->entries[static_cast<std::size_t>(current)].name;
    m_outline = outline;
    forgetResults();
    m_selection.select(kNoOutlineId);
    m_images.setData(m_session.dataInfo());
    m_layers.setOutline(m_outline);
    const auto info = m_session.modelInfo();
    m_memory.saveKeptBatchNorms(info->file, info->keptBatchNorms);
    Q_EMIT modelFolded();
    std::vector<OutlineId> ids;
    for (const std::string& layer : chosen) {
        if (const OutlineId id = m_outline->find(layer); id != kNoOutlineId) {
            ids.push_back(id);
        }
    }
    m_selection.choose(std::move(ids), m_outline->find(name));
}

/// The layer of this name, or the first with weights.
void Workbench::selectFirst(const std::string& name)
{
    OutlineId id = m_outline->find(name);
    if (id == kNoOutlineId) {
        const auto first = std::ranges::find_if(m_outline->entries, &OutlineEntry::hasWeights);
        id = first == m_outline->entries.end()
                 ? kNoOutlineId
                 : static_cast<OutlineId>(first - m_outline->entries.begin());
    }
    m_selection.select(id);
}

std::optional<session::DataRequest> Workbench::dataFor(const OpenRequest& request) const
{
    if (request.data) {
        return request.data;
    }
    if (m_waitingData) {
        return m_waitingData;
    }
    if (auto remembered = m_memory.data(request.model.file)) {
        return remembered;
    }
    const std::filesystem::path folder = request.model.file.parent_path();
    if (QFileInfo(pathText(folder / "val")).isDir()) {
        session::DataRequest beside;
        beside.validation.images = folder / "val";
        if (QFileInfo(pathText(folder / "calib")).isDir()) {
            beside.calibrationImages = folder / "calib";
        }
        return beside;
    }
    return std::nullopt;
}

void Workbench::configurationChanged()
{
    if (!m_outline) {
        return;
    }
    stopEvaluation();
    Q_EMIT stale();
    m_delay.start();
    Q_EMIT busyChanged();
}

/// What was measured on another model or other pictures.
void Workbench::forgetResults()
{
    m_evaluation.reset();
    m_noise.reset();
    m_timing.forget();
    m_historyMemory.flush();
    m_history.clear();
    m_sensitivity.reset();
    m_search.reset();
    m_course.reset();
}

void Workbench::stopExploring()
{
    saveRunningSweep();
    m_sensitivity.stop();
    m_search.stop();
    m_correction.stop();
    m_equalization.stop();
    m_absorption.stop();
    m_smoothing.stop();
    m_best.stop();
    m_pruningSweep.stop();
    m_course.stop();
}

void Workbench::stopEvaluation()
{
    m_delay.stop();
    m_evaluateJob.abandon();
    m_noiseJob.abandon();
    m_tracing.forget();
    m_preparation.stop();
}

/// Before what it was measured on is replaced.
void Workbench::saveRunningSweep()
{
    if (m_sensitivity.isRunning()) {
        m_sweepMemory.save();
    }
}

/// Once nothing else is to be done for the configuration.
void Workbench::prepareEdit()
{
    const OutlineId current = m_selection.current();
    if (isSettled() && current != kNoOutlineId) {
        m_preparation.prepare(m_document.configuration(),
                              m_outline->entries[static_cast<std::size_t>(current)].name);
    }
}

void Workbench::rememberConfiguration()
{
    const auto info = m_session.modelInfo();
    if (!info || !m_outline) {
        return;
    }
    m_memory.saveConfiguration(info->file, m_document.configuration(), [this](const Error& error) {
        QMetaObject::invokeMethod(this, [this, error] { report(error); }, Qt::QueuedConnection);
    });
}

void Workbench::rememberPins()
{
    if (const auto info = m_session.modelInfo(); info && !m_openJob.isRunning()) {
        m_memory.savePins(info->file, m_document.pinned());
    }
}

void Workbench::evaluate()
{
    m_delay.stop();
    const ConfigurationPtr configuration = m_document.configuration();
    rememberConfiguration();
    if (!m_session.dataInfo() || m_openJob.isRunning() || m_dataJob.isRunning() ||
        m_folding.isRunning()) {
        Q_EMIT busyChanged();
        return;
    }
    m_noiseJob.abandon();
    m_evaluateJob.start(
        [this, configuration](const JobContext& context,
                              const JobPort& port) -> Result<EvaluationPtr> {
            const auto reference = m_session.evaluateFloat(context);
            if (!reference) {
                return failFrom(reference);
            }
            port.post([this, shown = *reference] {
                m_images.setFloatReference(shown);
                Q_EMIT floatReady(shown);
            });
            return m_session.evaluate(*configuration, context,
                                      [this, port](const session::PartialEvaluation& partial) {
                                          session::PartialEvaluation shown = partial;
                                          shown.pictures = {}; // views that end with this call
                                          shown.outputs = {};
                                          port.post([this, shown] { Q_EMIT partialReady(shown); });
                                      });
        },
        [this](const Result<EvaluationPtr>& evaluation) { evaluationDone(evaluation); });
}

void Workbench::evaluationDone(const Result<EvaluationPtr>& evaluation)
{
    if (!evaluation) {
        report(evaluation.error());
        if (evaluation.error().code == ErrorCode::Cancelled) {
            Q_EMIT evaluationStopped();
        }
        return;
    }
    const EvaluationPtr former = std::exchange(m_evaluation, *evaluation);
    m_layers.setEvaluation(m_evaluation);
    m_images.setEvaluation(m_evaluation);
    m_history.add(m_evaluation);
    Q_EMIT evaluated(m_evaluation);
    compareMultipliers(former);
    m_sweepMemory.restore();
    m_historyMemory.restore();
    measureNoise();
}

/// With what was shown before, where just that was switched, else with what was tried at any time.
void Workbench::compareMultipliers(const EvaluationPtr& former)
{
    EvaluationPtr other = former;
    if (!other || !session::multiplierEffect(*other, *m_evaluation)) {
        const int row = m_history.rowOf(session::withOtherMultipliers(m_evaluation->configuration));
        other = row < 0 ? nullptr : m_history.tried()[static_cast<std::size_t>(row)].evaluation;
    }
    const EvaluationPtr& fixedPoint =
        m_evaluation->configuration.requantization == quant::MultiplierKind::FixedPoint
            ? m_evaluation
            : other;
    if (other && fixedPoint->fixedPointShare) {
        Q_EMIT multipliersCompared(*session::multiplierEffect(*other, *m_evaluation),
                                   *fixedPoint->fixedPointShare);
    }
}

void Workbench::measureNoise()
{
    m_noiseJob.start(
        [this, evaluation = m_evaluation](const JobContext& context, const JobPort&) {
            return m_session.measureNoise(evaluation->configuration, kNoiseImages, context);
        },
        [this](const Result<std::shared_ptr<const session::NoiseReport>>& noise) {
            if (!noise) {
                report(noise.error());
                return;
            }
            m_noise = *noise;
            m_layers.setNoise(m_noise);
            Q_EMIT noiseReady(m_noise);
            prepareEdit();
        });
}

void Workbench::cancel()
{
    m_openJob.cancel();
    m_dataJob.cancel();
    m_evaluateJob.cancel();
    m_noiseJob.cancel();
    m_fileJob.cancel();
    m_timing.cancel();
    m_tracing.cancel();
    m_folding.stop();
    stopExploring();
}

double Workbench::averageWeightBits() const
{
    double bits = 0.0;
    double weights = 0.0;
    for (std::size_t i = 0; m_outline && i < m_outline->entries.size(); ++i) {
        const OutlineEntry& entry = m_outline->entries[i];
        if (entry.hasWeights) {
            const auto count = static_cast<double>(elementCount(entry.weightShape));
            weights += count;
            bits += count * weightScheme(*m_document.configuration(), entry.name).precision.bits();
        }
    }
    return weights > 0.0 ? bits / weights : 32.0;
}

bool Workbench::isBusy() const
{
    return m_openJob.isRunning() || m_dataJob.isRunning() || m_evaluateJob.isRunning() ||
           m_noiseJob.isRunning() || m_fileJob.isRunning() || m_closeJob.isRunning() ||
           m_tracing.isRunning() || m_timing.isRunning() || m_folding.isRunning() ||
           m_delay.isActive();
}

bool Workbench::isSettled() const
{
    return !isBusy() && m_evaluation && m_noise &&
           m_evaluation->configuration == *m_document.configuration();
}

void Workbench::report(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        Q_EMIT failed(error);
    }
}

} // namespace quantoscope::gui
