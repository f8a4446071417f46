// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace quantoscope::model {

/// The site whose quantizer each layer's first input passes, looking through layers that only move
/// values; by layer index, empty: none.
[[nodiscard]] std::vector<std::optional<std::size_t>> inputSites(const LayerModel& layers);

} // namespace quantoscope::model
