// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the files about scheme fields: how parts of schemes are spelled as values.
#pragma once

#include "core/quant/scheme.h"

#include <QString>

#include <optional>

namespace quantoscope::gui {

inline constexpr QLatin1StringView kGroupPrefix("per-group-"); ///< before the size of the groups

[[nodiscard]] QString granularityValue(const quant::WeightScheme& scheme);
/// -1, the output channels, is a word.
[[nodiscard]] QString axisValue(int axis);
[[nodiscard]] std::optional<int> axisFrom(const QString& value);
[[nodiscard]] QString pruningValue(const quant::Pruning& pruning);
[[nodiscard]] QString splittingValue(double share);
/// How a calibrated range is found; words of their own where the model's calibration counts, where
/// it is set by hand and where it is not calibrated at all.
[[nodiscard]] QString calibrationValue(const quant::ActivationScheme& scheme);
inline constexpr QLatin1StringView kAsTheModel("model"), kByHand("by-hand"),
    kNotCalibrated("not-calibrated");
/// Whether channels or groups have scales, which lie along an axis.
[[nodiscard]] bool hasAxis(const quant::WeightScheme& scheme);

} // namespace quantoscope::gui
