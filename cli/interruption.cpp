// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <csignal>
#include <cstdlib>
#include <ctime>

namespace quantoscope::cli {

namespace {

constexpr int kInterruptedExit = 130; // what shells show for SIGINT
constexpr long kPollNanoseconds = 100'000'000;

sigset_t watchedSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void watch(const std::stop_token& programEnds, std::stop_source stop)
{
    const sigset_t signals = watchedSignals();
    const timespec pause{0, kPollNanoseconds};
    while (!programEnds.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &pause) <= 0) {
            continue;
        }
        if (!stop.request_stop()) {
            std::_Exit(kInterruptedExit);
        }
    }
}

} // namespace

Interruption::Interruption()
{
    const sigset_t signals = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_watcher = std::jthread(watch, m_stop);
}

} // namespace quantoscope::cli
