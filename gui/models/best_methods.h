// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"

#include <memory>

namespace quantoscope::gui {

class ConfigurationDocument;

/// Chooses post-training methods for the configuration, beside edits. The outcome is one undoable
/// step; nothing changes where the configuration was edited meanwhile.
class BestMethods : public BackgroundWork
{
    Q_OBJECT

public:
    BestMethods(session::Session& session, ConfigurationDocument& document,
                QObject* parent = nullptr);

    /// \param seconds that it may take
    void start(double seconds);
    /// Stops; what was tried so far is dropped.
    void stop() override;

Q_SIGNALS:
    /// \param isApplied false: the configuration had been edited
    void finished(const quantoscope::session::BestReportPtr& report, bool isApplied);

private:
    void done(const Result<session::BestReportPtr>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    std::shared_ptr<const quant::Configuration> m_base;
    Job<session::BestReportPtr> m_job; // last: ends before what it reads
};

/// Name of the method tried, and what became of it, for people.
[[nodiscard]] QString bestMethodText(const session::BestTrial& trial);
[[nodiscard]] QString bestOutcomeText(const session::BestTrial& trial);
/// What was gained, in a sentence or two.
[[nodiscard]] QString bestSummaryText(const session::BestReport& report);

} // namespace quantoscope::gui
