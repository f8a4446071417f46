// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/scheme_field.h"

#include <optional>
#include <string>

namespace quantoscope::gui {

struct OutlineEntry;
/// Sets those of the fields that a layer has. Layers that write the same channels are pruned by
/// channels together; where a layer's channels cannot be removed, its pruning stays as it is, where
/// they cannot be split none is, scales are those of the outputs where there is no such axis, and
/// ranges stay as they are where there are none to choose or to calibrate.
/// Whether it has any; empty, with the configuration half changed, where a scheme would not be
/// legal.
[[nodiscard]] std::optional<bool> setFieldsOf(quant::Configuration& configuration,
                                              const OutlineEntry& layer, const FieldValues& values);

/// Scheme of a layer or tensor; what a configuration leaves out is FP32.
[[nodiscard]] quant::WeightScheme weightScheme(const quant::Configuration& configuration,
                                               const std::string& layer);
[[nodiscard]] quant::ActivationScheme activationScheme(const quant::Configuration& configuration,
                                                       const std::string& tensor);

} // namespace quantoscope::gui
