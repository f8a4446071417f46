// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quantoscope {

/// Extents of a tensor, outermost first. kDynamic marks an extent not known before a run.
using Shape = std::vector<std::int64_t>;

inline constexpr std::int64_t kDynamic = -1;

/// Number of elements; 1 for a scalar, kDynamic when any extent is dynamic.
[[nodiscard]] std::int64_t elementCount(const Shape& shape);

/// "1x3x224x224"; dynamic extents as "?"; "scalar" for rank 0.
[[nodiscard]] std::string toString(const Shape& shape);

} // namespace quantoscope
