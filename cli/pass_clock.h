// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <cstddef>
#include <numeric>
#include <vector>

namespace quantoscope::cli {

/// A machine is not equally fast all the time: what is compared runs within seconds.
class PassClock
{
public:
    PassClock(session::Session& session, const JobContext& context)
        : m_session(session), m_context(context)
    {
    }
    /// Runs a plain pass; the mean of this one and the one before.
    Result<double> measure()
    {
        const auto seconds = m_session.measurePlainPass(m_context);
        if (!seconds) {
            return failFrom(seconds);
        }
        m_seconds.push_back(*seconds);
        const std::size_t count = m_seconds.size();
        return count < 2 ? *seconds : 0.5 * (m_seconds[count - 2] + m_seconds[count - 1]);
    }
    /// Of all passes so far, of which there are some.
    [[nodiscard]] double mean() const
    {
        return std::accumulate(m_seconds.begin(), m_seconds.end(), 0.0) /
               static_cast<double>(m_seconds.size());
    }

private:
    session::Session& m_session;
    const JobContext& m_context;
    std::vector<double> m_seconds;
};

} // namespace quantoscope::cli
