// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/eval/dataset.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::eval {

/// Which pictures of a folder are taken.
enum class SampleChoice {
    First,        ///< in the order of their names
    Random,       ///< drawn without putting back
    ClassBalanced ///< the same number of every class, drawn at random
};

[[nodiscard]] std::string toString(SampleChoice choice); ///< "first", "random", "balanced"
/// Reads what toString writes. Error InvalidArgument lists the choices.
[[nodiscard]] Result<SampleChoice> parseSampleChoice(std::string_view text);

/// Positions of the samples taken, at most `limit` of them (0: all). The same seed gives the same
/// pictures everywhere. Balanced ones are as many of each class as its scarcest class and the limit
/// allow, and come in turns, one of every class, so that their beginnings are balanced too; where
/// there are more classes than `limit`, one picture of so many classes drawn at random. Errors:
/// InvalidArgument for a balanced choice of samples that are not all labelled.
[[nodiscard]] Result<std::vector<std::int32_t>> chooseSamples(const DatasetIndex& index,
                                                              SampleChoice choice,
                                                              std::int64_t limit,
                                                              std::uint32_t seed);

} // namespace quantoscope::eval
