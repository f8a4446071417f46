// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace quantoscope::cli {

/// Turns Ctrl+C (SIGINT) and SIGTERM into a stop request; a second one ends the program at once.
/// Make it before any other thread starts: they inherit its signal mask.
class Interruption
{
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_watcher; ///< last: it ends before the rest does
};

} // namespace quantoscope::cli
