// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_loop_watch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <time.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace quantoscope::gui {

namespace {

constexpr std::size_t kKeptStretches = 12;
constexpr std::size_t kKeptEvents = 4;

/// Processor time of the calling thread.
double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

QString describe(const EventLoopWatch::Handled& handled)
{
    const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(handled.type);
    return QStringLiteral("%1 ms %2 to %3 %4")
        .arg(handled.ms, 0, 'f', 1)
        .arg(type != nullptr ? QLatin1String(type) : QStringLiteral("event %1").arg(handled.type),
             QLatin1String(handled.receiver), handled.name);
}

} // namespace

EventLoopWatch::EventLoopWatch(int& argc, char** argv) : QApplication(argc, argv)
{
    const QAbstractEventDispatcher* dispatcher = eventDispatcher();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { turn(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { turn(); });
}

void EventLoopWatch::start()
{
    m_longest.clear();
    m_handled.clear();
    m_watching = true;
    m_since = threadMs();
}

bool EventLoopWatch::notify(QObject* receiver, QEvent* event)
{
    if (!m_watching || m_depth > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    // Read before: the receiver may not outlive the event.
    Handled handled{0.0, receiver->metaObject()->className(), receiver->objectName(),
                    event->type()};
    ++m_depth;
    const double before = threadMs();
    const bool result = QApplication::notify(receiver, event);
    handled.ms = threadMs() - before;
    --m_depth;
    m_handled.push_back(std::move(handled));
    return result;
}

void EventLoopWatch::turn()
{
    if (!m_watching || m_depth > 0) {
        return; // a loop within an event: the stretch goes on
    }
    const double now = threadMs();
    const double ms = now - std::exchange(m_since, now);
    std::vector<Handled> handled = std::exchange(m_handled, {});
    if (m_longest.size() >= kKeptStretches && ms <= m_longest.back().ms) {
        return;
    }
    std::ranges::sort(handled, std::greater{}, &Handled::ms);
    handled.resize(std::min(handled.size(), kKeptEvents));
    m_longest.push_back({ms, m_step, std::move(handled)});
    std::ranges::stable_sort(m_longest, std::greater{}, &Stretch::ms);
    m_longest.resize(std::min(m_longest.size(), kKeptStretches));
    m_since = threadMs(); // our own work is not the window's
}

QString EventLoopWatch::report(double atLeastMs) const
{
    QStringList lines;
    for (const Stretch& stretch : m_longest) {
        if (stretch.ms < atLeastMs) {
            break;
        }
        lines << QStringLiteral("%1 ms without a turn of the event loop, during: %2")
                     .arg(stretch.ms, 0, 'f', 1)
                     .arg(stretch.during);
        for (const Handled& handled : stretch.worst) {
            lines << QStringLiteral("    ") + describe(handled);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace quantoscope::gui
