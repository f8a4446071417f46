// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <chrono>
#include <optional>

namespace quantoscope::cli {

/// One line on standard error that tells how far a job is; silent when that is no terminal.
class ProgressBar
{
public:
    ProgressBar();
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(const Progress& progress);
    /// Removes the line, so that something else can be printed.
    void clear();

private:
    bool m_isTerminal;
    bool m_isShown = false;
    std::optional<Stage> m_stage;
    std::chrono::steady_clock::time_point m_lastDrawn;
};

} // namespace quantoscope::cli
