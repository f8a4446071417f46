// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <cstdint>

namespace quantoscope::session {

/// FNV-1a over 64-bit words (Fowler, Noll and Vo 1991).
class Hash
{
public:
    void add(std::uint64_t word) { m_value = (m_value ^ word) * 0x100000001b3ULL; }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

/// Of the FP32 outputs and the labels: what was measured beside other ones must not be shown with
/// these.
[[nodiscard]] Hash hashOf(const FloatReference& reference);

} // namespace quantoscope::session
