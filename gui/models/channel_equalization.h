// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"

#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;

/// Scales the channels of the configuration between layers, or lets them be again; either is one
/// undoable step. Nothing changes where the channels were equalized otherwise meanwhile.
class ChannelEqualization : public BackgroundWork
{
    Q_OBJECT

public:
    ChannelEqualization(session::Session& session, ConfigurationDocument& document,
                        QObject* parent = nullptr);

    /// \param layers that it works on; empty: all, anew
    void start(const session::LayerChoice& layers = {});
    void stop() override;
    /// Back to the channels as they are in the model, between the chosen layers alone; empty: all.
    void remove(const session::LayerChoice& layers = {});

Q_SIGNALS:
    void finished(const quantoscope::session::EqualizationReport& report);

private:
    void done(const quant::Configuration& base, const Result<session::EqualizationReport>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<session::EqualizationReport> m_job; // last: ends before what it reads
};

/// What was equalized, and how many groups of layers were not for which reason.
[[nodiscard]] QString equalizationText(const session::EqualizationReport& report);

/// Why the channels of one group of layers were left as they are.
[[nodiscard]] QString obstacleText(const session::EqualizedStream& stream);

/// How many groups of layers were left as they are for which reason; empty: none.
[[nodiscard]] QString skippedText(const std::vector<session::EqualizedStream>& streams);

} // namespace quantoscope::gui
