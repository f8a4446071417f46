// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/pruning_sweep.h"
#include "gui/jobs/background_work.h"

#include <memory>
#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;

/// Prunes the whole model by growing shares at the bits of the configuration and measures each;
/// with corrected weights where the configuration has some. The configuration stays; edits of it
/// meanwhile do not stop the sweep, which goes on from the one it began with.
class PruningSweep : public BackgroundWork
{
    Q_OBJECT

public:
    PruningSweep(session::Session& session, ConfigurationDocument& document,
                 QObject* parent = nullptr);

    void start();
    /// Stops; points measured so far have been told.
    void stop() override;

Q_SIGNALS:
    void measured(const std::shared_ptr<const quantoscope::session::Evaluation>& evaluation);
    void finished(int points);

private:
    using Points = std::vector<session::PruningPoint>;
    void done(const Result<Points>& result);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Job<Points> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
