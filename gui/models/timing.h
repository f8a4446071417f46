// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"
#include "gui/models/configuration_document.h"

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// Measures on request how long configurations take as they ship, layer by layer.
class Timing : public QObject
{
    Q_OBJECT

public:
    using Report = std::shared_ptr<const session::TimeReport>;

    Timing(session::Session& session, ConfigurationDocument& document, QObject* parent = nullptr);

    /// One after the other; those done stay when it is cancelled, and ones that cannot be exported
    /// are named and left out.
    void measure(std::vector<ConfigurationPtr> configurations);
    void measureCurrent() { measure({m_document.configuration()}); }
    void cancel() { m_job.cancel(); }
    void forget(); ///< what was measured on another model
    /// FP32's time for one image, where any configuration has been measured.
    [[nodiscard]] std::optional<double> floatMs() const { return m_floatMs; }
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }
    [[nodiscard]] JobBase& job() { return m_job; }

Q_SIGNALS:
    void measured(const quantoscope::gui::ConfigurationPtr& configuration,
                  const std::shared_ptr<const quantoscope::session::TimeReport>& report);
    void failed(const quantoscope::Error& error);

private:
    session::Session& m_session;
    ConfigurationDocument& m_document;
    std::optional<double> m_floatMs;
    Job<void> m_job;
};

} // namespace quantoscope::gui
