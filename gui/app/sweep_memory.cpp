// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sweep_memory.h"

#include "core/session/sensitivity_file.h"
#include "gui/app/model_memory.h"
#include "gui/models/sensitivity_job.h"

namespace quantoscope::gui {

SweepMemory::SweepMemory(session::Session& session, const ModelMemory& memory,
                         SensitivityJob& sweep, QObject* parent)
    : QObject(parent), m_session(session), m_memory(memory), m_sweep(sweep)
{
    connect(&sweep, &SensitivityJob::runningChanged, this, [this](bool isRunning) {
        if (!isRunning) {
            save();
        }
    });
}

void SweepMemory::save()
{
    const auto model = m_session.modelInfo();
    const auto report = m_sweep.report();
    const session::SweptMaterial material{m_session.floatReference(), m_session.calibration()};
    if (!model || !report || !material.reference || !m_memory.isPersistent()) {
        return;
    }
    m_writing.start(
        [report, material, file = m_memory.sweepFile(model->file)](const JobContext&,
                                                                   const JobPort&) -> Result<void> {
            return session::writeSensitivity(*report, material, file);
        },
        [this](const Result<void>& written) {
            if (!written) {
                Q_EMIT failed(written.error());
            }
        });
}

void SweepMemory::restore()
{
    const auto model = m_session.modelInfo();
    const session::SweptMaterial material{m_session.floatReference(), m_session.calibration()};
    if (!model || !material.reference || m_sweep.report() || m_sweep.isRunning() ||
        !m_memory.isPersistent()) {
        return;
    }
    m_reading.start(
        [material, file = m_memory.sweepFile(model->file)](const JobContext&, const JobPort&) {
            return session::readSensitivity(file, material);
        },
        [this, reference = material.reference](const Result<session::SensitivityPtr>& read) {
            // None, or one of other images: nothing to show, and nothing anybody asked for.
            if (read && m_session.floatReference() == reference) {
                m_sweep.adopt(*read);
            }
        });
}

} // namespace quantoscope::gui
