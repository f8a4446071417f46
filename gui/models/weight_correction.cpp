// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/weight_correction.h"

#include "gui/models/configuration_document.h"

#include <memory>
#include <utility>

namespace quantoscope::gui {

WeightCorrection::WeightCorrection(session::Session& session, ConfigurationDocument& document,
                                   QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void WeightCorrection::start(quant::CorrectionMethod method, const session::LayerChoice& layers)
{
    session::CorrectionRequest request;
    request.base = *m_document.configuration();
    request.method = method;
    for (const std::string& layer : layers) {
        request.layers[layer] = method;
    }
    m_job.start(
        [this, request = std::move(request)](const JobContext& context, const JobPort&) {
            return m_session.correctWeights(request, context);
        },
        [this](const Result<session::CorrectionReportPtr>& result) { done(result); });
}

void WeightCorrection::stop()
{
    m_job.abandon();
}

void WeightCorrection::remove(const session::LayerChoice& layers)
{
    quant::Configuration plain = *m_document.configuration();
    std::erase_if(plain.corrected,
                  [&](const auto& entry) { return session::isChosen(layers, entry.first); });
    m_document.edit(tr("Round to nearest"),
                    std::make_shared<const quant::Configuration>(std::move(plain)));
}

void WeightCorrection::done(const Result<session::CorrectionReportPtr>& result)
{
    if (!isDone(result)) {
        return;
    }
    m_document.edit(tr("Correct weights"),
                    std::make_shared<const quant::Configuration>(
                        session::withOutcome(*m_document.configuration(), **result)));
    Q_EMIT finished(*result);
}

} // namespace quantoscope::gui
