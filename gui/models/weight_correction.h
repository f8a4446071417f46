// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"

namespace quantoscope::gui {

class ConfigurationDocument;

/// Fits the integer weights of the configuration to the calibration pictures, beside edits. The
/// outcome is one undoable step; layers that were given another scheme meanwhile keep it.
class WeightCorrection : public BackgroundWork
{
    Q_OBJECT

public:
    WeightCorrection(session::Session& session, ConfigurationDocument& document,
                     QObject* parent = nullptr);

    /// \param layers that are corrected; empty: all
    void start(quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction,
               const session::LayerChoice& layers = {});
    /// Stops; layers corrected so far are dropped.
    void stop() override;
    /// Rounds layers to nearest again, as an undoable step; empty: all.
    void remove(const session::LayerChoice& layers = {});

Q_SIGNALS:
    void finished(const quantoscope::session::CorrectionReportPtr& report);

private:
    void done(const Result<session::CorrectionReportPtr>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<session::CorrectionReportPtr> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
