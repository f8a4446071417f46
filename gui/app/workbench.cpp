// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workbench.h"

#include "core/eval/qt_image_decoder.h"
#include "gui/models/layer_fields.h"

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {

/// Enough to gather what one turn of the wheel or one macro changes; an estimate follows at once.
constexpr int kEditDelayMs = 10;
constexpr std::int64_t kNoiseImages = 64;

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
    connect(&m_sweepMemory, &SweepMemory::failed, this, &Workbench::failed);
    connect(&m_historyMemory, &HistoryMemory::failed, this, &Workbench::failed);
    connect(&m_selection, &LayerSelection::currentChanged, this, &Workbench::prepareEdit);
    for (const BackgroundWork* work : explorations()) {
        connect(work, &BackgroundWork::failed, this, &Workbench::failed);
    }
    connectFolding();
    connect(&m_pruningSweep, &PruningSweep::measured, &m_history, &ConfigurationHistory::add);
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

std::array<BackgroundWork*, 9> Workbench::explorations()
{
    return {&m_sensitivity, &m_search, &m_correction,   &m_equalization, &m_absorption,
            &m_smoothing,   &m_best,   &m_pruningSweep, &m_course};
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
    for (BackgroundWork* work : explorations()) {
        work->stop();
    }
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
