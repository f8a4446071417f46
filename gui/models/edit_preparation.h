// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <string>

namespace quantoscope::gui {

/// Runs in the background what an edit of the selected layer will need. Whatever is asked for
/// replaces what was asked before.
class EditPreparation : public QObject
{
    Q_OBJECT

public:
    explicit EditPreparation(session::Session& session, QObject* parent = nullptr);

    /// Starts when the selection has rested for a moment.
    void prepare(std::shared_ptr<const quant::Configuration> configuration, std::string layer);
    void stop();

Q_SIGNALS:
    void prepared(); ///< to the end, or as far as an edit let it

private:
    void start();

    session::Session& m_session;
    std::shared_ptr<const quant::Configuration> m_configuration;
    std::string m_layer;
    QTimer m_rest;
    Job<void> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
