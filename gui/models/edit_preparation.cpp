// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/edit_preparation.h"

#include <utility>

namespace quantoscope::gui {

namespace {

/// Somebody who walks through the table with the arrow keys selects faster than this.
constexpr int kRestMs = 150;

} // namespace

EditPreparation::EditPreparation(session::Session& session, QObject* parent)
    : QObject(parent), m_session(session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &EditPreparation::start);
}

void EditPreparation::prepare(std::shared_ptr<const quant::Configuration> configuration,
                              std::string layer)
{
    stop();
    m_configuration = std::move(configuration);
    m_layer = std::move(layer);
    m_rest.start();
}

void EditPreparation::stop()
{
    m_rest.stop();
    m_job.abandon();
}

void EditPreparation::start()
{
    m_job.start(
        [this, configuration = m_configuration, layer = m_layer](const JobContext& context,
                                                                 const JobPort&) -> Result<void> {
            return m_session.prepareEdit(*configuration, layer, context);
        },
        // A failure shows itself, with its reason, when the edit runs.
        [this](const Result<void>&) { Q_EMIT prepared(); });
}

} // namespace quantoscope::gui
