// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/pruning_sweep.h"

#include "gui/models/configuration_document.h"

#include <utility>

namespace quantoscope::gui {

PruningSweep::PruningSweep(session::Session& session, ConfigurationDocument& document,
                           QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void PruningSweep::start()
{
    session::PruningSweepRequest request;
    request.base = *m_document.configuration();
    request.correctWeights = !request.base.corrected.empty();
    m_job.start(
        [this, request = std::move(request)](const JobContext& context, const JobPort& port) {
            return session::sweepPruning(
                m_session, request, context, [this, port](const session::PruningPoint& point) {
                    port.post([this, point] { Q_EMIT measured(point.evaluation); });
                });
        },
        [this](const Result<Points>& result) { done(result); });
}

void PruningSweep::stop()
{
    m_job.abandon();
}

void PruningSweep::done(const Result<Points>& result)
{
    if (isDone(result)) {
        Q_EMIT finished(static_cast<int>(result->size()));
    }
}

} // namespace quantoscope::gui
