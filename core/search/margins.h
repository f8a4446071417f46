// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"

#include <cstddef>
#include <span>
#include <vector>

namespace quantoscope::search {

/// By how much a picture's score for `label` beats the best other class; >= 0 exactly when `label`
/// is the top-1 class (ties go to the lower index, so a lost tie is the smallest negative number).
/// Finite: differences past the range of float are cut to it, NaN scores count as the lowest.
/// \param scores at least two classes; label: below scores.size()
[[nodiscard]] float marginOf(std::span<const float> scores, std::size_t label);

/// marginOf of every picture for a label of its own.
/// \param scores [pictures, classes]; labels: one a picture
[[nodiscard]] std::vector<float> margins(const TensorView& scores,
                                         std::span<const std::size_t> labels);

/// The top-1 class of every picture, ties to the lower index: the labels to use where there are
/// none, which makes "correct" mean "agrees with these scores".
/// \param scores [pictures, classes]
[[nodiscard]] std::vector<std::size_t> topClasses(const TensorView& scores);

} // namespace quantoscope::search
