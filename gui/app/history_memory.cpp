// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/history_memory.h"

#include "gui/app/model_memory.h"
#include "gui/models/configuration_history.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace quantoscope::gui {

namespace {
/// Gathers what one edit changes; a crash loses no more than this.
constexpr int kDelayMs = 400;
} // namespace

HistoryMemory::HistoryMemory(session::Session& session, const ModelMemory& memory,
                             ConfigurationHistory& history, QObject* parent)
    : QObject(parent), m_session(session), m_memory(memory), m_history(history)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &HistoryMemory::save);
    connect(&history, &QAbstractItemModel::rowsInserted, this, &HistoryMemory::changed);
    connect(&history, &QAbstractItemModel::rowsRemoved, this, &HistoryMemory::changed);
    connect(&history, &QAbstractItemModel::dataChanged, this, &HistoryMemory::changed);
}

HistoryMemory::~HistoryMemory()
{
    flush();
}

void HistoryMemory::changed()
{
    if (m_hasRead) {
        m_delay.start();
    }
}

void HistoryMemory::flush()
{
    if (m_delay.isActive()) {
        m_delay.stop();
        save();
    }
    m_hasRead = false;
    m_restored.reset();
}

HistoryMemory::Records HistoryMemory::records() const
{
    Records records;
    for (const TriedConfiguration& each : m_history.tried()) {
        records.push_back(
            {each.evaluation, each.name.toStdString(), each.note.toStdString(), each.milliseconds});
    }
    return records;
}

std::function<std::string()> HistoryMemory::snapshot() const
{
    return [records = records(), reference = m_session.floatReference()] {
        return reference ? session::historyJson(records, *reference) : std::string();
    };
}

void HistoryMemory::save()
{
    if (!m_hasRead || !m_memory.isPersistent()) {
        return;
    }
    m_memory.write(
        [self = QPointer(this), records = records(), reference = m_restored, file = m_file] {
            const Status written = session::writeHistory(records, *reference, file);
            if (!written) { // this object may be gone by now
                QMetaObject::invokeMethod(
                    qApp,
                    [self, error = written.error()] {
                        if (self) {
                            Q_EMIT self->failed(error);
                        }
                    },
                    Qt::QueuedConnection);
            }
        });
}

void HistoryMemory::restore()
{
    const auto model = m_session.modelInfo();
    const auto reference = m_session.floatReference();
    if (!model || !reference || m_restored == reference ||
        (!m_memory.isPersistent() && m_brought.empty())) {
        return;
    }
    m_restored = reference;
    m_hasRead = false;
    m_file = m_memory.historyFile(model->file);
    m_reading.start(
        [this, reference, file = m_file, brought = std::exchange(m_brought, {})](const JobContext&,
                                                                                 const JobPort&) {
            m_memory.waitUntilWritten();
            return brought.empty() ? session::readHistory(file, *reference)
                                   : session::historyFromJson(brought, *reference, "the session");
        },
        [this, reference](const Result<Records>& read) {
            if (m_restored != reference) {
                return; // something else was opened
            }
            m_hasRead = true;
            // None, or one of other images: nothing to show, and nothing anybody asked for.
            std::vector<TriedConfiguration> tried;
            for (const session::TriedRecord& each : read.value_or(Records{})) {
                if (m_session.check(each.evaluation->configuration)) {
                    tried.push_back({each.evaluation,
                                     {},
                                     QString::fromStdString(each.name),
                                     QString::fromStdString(each.note),
                                     each.msPerPicture});
                }
            }
            m_history.restore(std::move(tried));
            changed();
        });
}

} // namespace quantoscope::gui
