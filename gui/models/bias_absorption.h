// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"

namespace quantoscope::gui {

class ConfigurationDocument;

/// Moves high biases of the configuration's equalized model to the layers behind, beside edits, or
/// lets them be again; either is one undoable step. Nothing changes where the channels were
/// equalized otherwise meanwhile.
class BiasAbsorption : public BackgroundWork
{
    Q_OBJECT

public:
    BiasAbsorption(session::Session& session, ConfigurationDocument& document,
                   QObject* parent = nullptr);

    /// \param layers that it works on; empty: all, anew
    void start(const session::LayerChoice& layers = {});
    void stop() override;
    /// Back to the biases as equalization leaves them, of the chosen layers alone; empty: all.
    void remove(const session::LayerChoice& layers = {});

Q_SIGNALS:
    void finished(const quantoscope::session::AbsorptionReport& report);

private:
    void done(const quant::Configuration& base, const Result<session::AbsorptionReport>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<session::AbsorptionReport> m_job; // last: ends before what it reads
};

/// Why the biases of one pair of layers were left as they are.
[[nodiscard]] QString obstacleText(session::AbsorptionObstacle obstacle);

/// What was absorbed, what that does to FP32, and how many pairs of layers were not for which
/// reason.
[[nodiscard]] QString absorptionText(const session::AbsorptionReport& report);

} // namespace quantoscope::gui
