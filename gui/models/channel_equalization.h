// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"

#include <QObject>

#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;

/// Scales the channels of the configuration between layers, or lets them be again; either is one
/// undoable step.
class ChannelEqualization : public QObject
{
    Q_OBJECT

public:
    ChannelEqualization(session::Session& session, ConfigurationDocument& document,
                        QObject* parent = nullptr);

    void start();
    void stop();
    /// Back to the channels as they are in the model.
    void remove();

Q_SIGNALS:
    void finished(const quantoscope::session::EqualizationReport& report);
    void failed(const quantoscope::Error& error);

private:
    void done(const Result<session::EqualizationReport>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<session::EqualizationReport> m_job; // last: ends before what it reads
};

/// What was equalized, and how many groups of layers were not for which reason.
[[nodiscard]] QString equalizationText(const session::EqualizationReport& report);

/// How many groups of layers were left as they are for which reason; empty: none.
[[nodiscard]] QString skippedText(const std::vector<session::EqualizedStream>& streams);

} // namespace quantoscope::gui
