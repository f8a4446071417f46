// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/timing.h"

#include <utility>

namespace quantoscope::gui {

Timing::Timing(session::Session& session, ConfigurationDocument& document, QObject* parent)
    : QObject(parent), m_session(session), m_document(document)
{
}

void Timing::measure(std::vector<ConfigurationPtr> configurations)
{
    m_job.start(
        [this, configurations = std::move(configurations)](const JobContext& context,
                                                           const JobPort& port) -> Status {
            for (const ConfigurationPtr& configuration : configurations) {
                const Result<Report> report = m_session.measureTime(*configuration, context);
                if (!report && report.error().code == ErrorCode::Cancelled) {
                    return failFrom(report);
                }
                port.post([this, configuration, report] {
                    if (report) {
                        m_floatMs = (*report)->floatMs;
                        Q_EMIT measured(configuration, *report);
                    } else {
                        Q_EMIT failed(report.error());
                    }
                });
            }
            return {};
        },
        [](const Status&) {});
}

void Timing::forget()
{
    m_job.abandon();
    m_floatMs.reset();
}

} // namespace quantoscope::gui
