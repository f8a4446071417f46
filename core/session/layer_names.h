// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::session {

/// Names of the layers that a method may change; empty: all of them.
using LayerChoice = std::set<std::string>;

/// Whether a method may change a layer.
[[nodiscard]] bool isChosen(const LayerChoice& choice, const std::string& layer);
/// Whether it may change all of some layers, by index. Without any index: whether all are chosen.
[[nodiscard]] bool areChosen(const LayerChoice& choice, const model::LayerModel& layers,
                             const std::vector<std::size_t>& indices);

/// Whether a pattern stands for the whole of a text: * for any characters, ? for one.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view text);

/// Names of the layers with weights that a pattern stands for, in graph order: one by its exact
/// name, else all whose whole name it matches, where * stands for any characters and ? for one.
/// Error: InvalidArgument where there is none.
[[nodiscard]] Result<std::vector<std::string>> layersNamed(const model::LayerModel& layers,
                                                           std::string_view pattern);

} // namespace quantoscope::session
