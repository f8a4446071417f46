// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace quantoscope::gui {

/// Hands the newest of many reports over from the thread that makes them to the one that shows
/// them; older ones are dropped.
template <typename Report>
class NewestReport
{
public:
    using Pointer = std::shared_ptr<const Report>;

    /// True when the taker does not know yet that there is one.
    bool put(Pointer next)
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_report, std::move(next)) == nullptr;
    }

    /// Null when there is none since the last one.
    Pointer take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_report, nullptr);
    }

private:
    std::mutex m_mutex;
    Pointer m_report;
};

} // namespace quantoscope::gui
