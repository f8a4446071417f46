// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/hardware_check.h"
#include "core/session/report.h"
#include "gui/app/path_text.h"
#include "gui/app/report_pdf.h"
#include "gui/app/workbench.h"
#include "gui/models/calibration_text.h"

#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kReportThumbnail = 96;
}

void Workbench::tryPicture(const std::filesystem::path& file)
{
    m_tryJob.start(
        [this, file, configuration = m_document.configuration()](const JobContext& context,
                                                                 const JobPort&) {
            return m_session.tryPicture(*configuration, file, context);
        },
        [this](const Result<std::shared_ptr<const session::TriedPicture>>& tried) {
            if (tried) {
                Q_EMIT pictureTried(*tried);
            } else {
                report(tried.error());
            }
        });
}

void Workbench::close()
{
    if (m_delay.isActive()) {
        rememberConfiguration();
    }
    stopEvaluation();
    stopExploring();
    m_dataJob.abandon();
    m_folding.reset();
    forgetResults();
    m_methodOutcomes.clear();
    m_selection.select(kNoOutlineId);
    m_outline.reset();
    m_images.setData(nullptr);
    m_layers.setOutline(nullptr);
    m_wantedData.reset();
    m_document.reset(std::make_shared<const quant::Configuration>());
    // In the background, because what runs has to notice first that it is to stop.
    m_closeJob.start(
        [this](const JobContext&, const JobPort&) -> Status {
            m_session.close();
            return {};
        },
        [this](const Status&) { Q_EMIT modelClosed(); });
}

void Workbench::saveSession(const std::filesystem::path& file,
                            std::function<void(const Status&)> done)
{
    const auto model = m_session.modelInfo();
    if (!model || !m_outline) {
        return;
    }
    session::SessionFile snapshot;
    snapshot.model.file = model->file;
    snapshot.model.fixed = model->fixed;
    snapshot.model.keptBatchNorms = model->keptBatchNorms;
    if (const auto data = m_session.dataInfo()) {
        snapshot.data = data->request;
    }
    snapshot.configuration = m_document.configuration();
    snapshot.pinned = m_document.pinned();
    if (m_selection.current() != kNoOutlineId) {
        snapshot.layer = m_outline->entries[static_cast<std::size_t>(m_selection.current())].name;
    }
    snapshot.rules = m_rules.toJson().toStdString();
    m_saveJob.start(
        [snapshot, tried = m_historyMemory.snapshot(), file](const JobContext&, const JobPort&) {
            session::SessionFile whole = snapshot;
            whole.tried = tried();
            return session::writeSession(whole, file);
        },
        [done = std::move(done)](const Status& written) { done(written); });
}

void Workbench::applyUniform(const session::UniformSettings& settings)
{
    const Result<quant::Configuration> uniform = m_session.uniform(settings);
    if (!uniform) {
        report(uniform.error());
        return;
    }
    setAllLayers(*uniform,
                 tr("Set all layers to %1").arg(QString::fromStdString(toString(settings.bits))));
}

void Workbench::applyHardwareDefaults()
{
    const session::HardwareProfile* profile = m_hardware.at(m_hardware.chosen());
    const auto info = m_session.modelInfo();
    if (profile == nullptr || !info) {
        return;
    }
    session::UniformSettings settings;
    settings.calibration = m_document.configuration()->calibration;
    const auto uniform = m_session.uniform(session::withDefaults(settings, profile->defaults));
    if (!uniform) {
        report(uniform.error());
        return;
    }
    setAllLayers(session::keepingInFloat(*profile, *info->layers, *uniform),
                 tr("Use the defaults of %1").arg(QString::fromStdString(profile->name)));
}

void Workbench::setAllLayers(quant::Configuration configuration, const QString& text)
{
    configuration.requantization = m_document.configuration()->requantization;
    m_document.edit(text, std::make_shared<const quant::Configuration>(std::move(configuration)));
}

void Workbench::setCalibration(const quant::Calibration& calibration)
{
    auto edited = std::make_shared<quant::Configuration>(*m_document.configuration());
    edited->calibration = calibration;
    m_document.edit(tr("Calibrate by %1").arg(calibrationText(calibration)), std::move(edited));
}

void Workbench::loadConfiguration(const std::filesystem::path& file)
{
    const Result<quant::Configuration> read = session::readConfiguration(file);
    if (!read) {
        report(read.error());
        return;
    }
    if (const Status checked = m_session.check(*read); !checked) {
        Error error = checked.error();
        error.message += tr(" (in %1)").arg(pathText(file)).toStdString();
        report(error);
        return;
    }
    m_document.edit(tr("Load %1").arg(pathText(file.filename())),
                    std::make_shared<const quant::Configuration>(*read));
}

void Workbench::saveConfiguration(const std::filesystem::path& file)
{
    runFileJob([configuration = m_document.configuration(), file](
                   const JobContext&) { return session::writeConfiguration(*configuration, file); },
               tr("Configuration saved as %1").arg(pathText(file)));
}

void Workbench::exportQdq(const std::filesystem::path& file)
{
    runFileJob(
        [this, configuration = m_document.configuration(), file](const JobContext& context) {
            return m_session.exportQdq(*configuration, file, context);
        },
        tr("QDQ model exported as %1").arg(pathText(file)));
}

void Workbench::saveHistory(const std::filesystem::path& file)
{
    runFileJob([csv = m_history.toCsv().toStdString(),
                file](const JobContext&) { return writeFile(file, csv); },
               tr("Configurations tried saved as %1").arg(pathText(file)));
}

void Workbench::saveReport(const std::filesystem::path& file)
{
    session::Report contents;
    contents.model = m_session.modelInfo();
    contents.data = m_session.dataInfo();
    contents.calibration = m_session.calibration();
    contents.floatReference = m_session.floatReference();
    contents.evaluation = m_evaluation;
    contents.noise = m_noise;
    contents.withPredictions = true;
    contents.tried = m_historyMemory.records();
    contents.thumbnail = [](const std::filesystem::path& picture) {
        return thumbnailAddress(picture, kReportThumbnail);
    };
    if (!contents.evaluation || !contents.floatReference || !contents.data) {
        report(
            {ErrorCode::InvalidArgument,
             tr("there is nothing to report yet; wait for the evaluation to finish").toStdString(),
             {}});
        return;
    }
    runFileJob(
        [contents, file](const JobContext&) {
            if (file.extension() == ".pdf") {
                return writePdfReport(contents, file);
            }
            const bool asPage = file.extension() == ".html" || file.extension() == ".htm";
            return writeFile(file, asPage ? session::toHtml(contents) : session::toJson(contents));
        },
        tr("Report saved as %1").arg(pathText(file)));
}

void Workbench::saveGraph(const GraphPicture& picture, const std::filesystem::path& file)
{
    runFileJob([picture, file](
                   const JobContext& context) { return writeGraphPicture(picture, file, context); },
               tr("Graph saved as %1").arg(pathText(file)));
}

void Workbench::runFileJob(std::function<Status(const JobContext&)> work, const QString& message)
{
    m_fileJob.start([work = std::move(work)](const JobContext& context,
                                             const JobPort&) { return work(context); },
                    [this, message](const Status& written) {
                        if (written) {
                            Q_EMIT fileWritten(message);
                        } else {
                            report(written.error());
                        }
                    });
}

} // namespace quantoscope::gui
