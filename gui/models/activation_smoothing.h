// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"

namespace quantoscope::gui {

class ConfigurationDocument;

/// Scales channels by the magnitudes of activations (SmoothQuant), beside edits, as one undoable
/// step. Nothing changes where the channels were equalized otherwise meanwhile.
class ActivationSmoothing : public BackgroundWork
{
    Q_OBJECT

public:
    ActivationSmoothing(session::Session& session, ConfigurationDocument& document,
                        QObject* parent = nullptr);

    /// \param layers that it works on; empty: all, anew
    void start(double alpha, const session::LayerChoice& layers = {});
    void stop() override;
    /// Back to the channels that MatMul and Gemm read as they are in the model, of the chosen
    /// layers alone; empty: all.
    void remove(const session::LayerChoice& layers = {});

Q_SIGNALS:
    void finished(const quantoscope::session::SmoothingReport& report);

private:
    void done(const quant::Configuration& base, const Result<session::SmoothingReport>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<session::SmoothingReport> m_job; // last: ends before what it reads
};

/// What was smoothed with the ranges of its activations, and how many groups of layers were not for
/// which reason.
[[nodiscard]] QString smoothingText(const session::SmoothingReport& report);

} // namespace quantoscope::gui
