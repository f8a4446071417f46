// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/scheme.h"

#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::session {

/// Tensors with an activation quantizer that a pattern stands for, in graph order: the one of
/// exactly this name; else what the layer of exactly this name makes; else all whose name, or whose
/// layer's name, it matches as in layersNamed(). Error: InvalidArgument where there is none.
[[nodiscard]] Result<std::vector<std::string>> tensorsNamed(const model::LayerModel& layers,
                                                            std::string_view pattern);

/// The configuration with some tensors calibrated by a method of their own, in place of a range set
/// by hand. Tensors that no calibration gives a range (FP32, dynamic ranges) stay as they are.
[[nodiscard]] quant::Configuration withCalibration(quant::Configuration configuration,
                                                   const quant::Calibration& calibration,
                                                   const std::vector<std::string>& tensors);

/// The configuration with weight ranges found as `range` says (quant::rangeText()) in some layers.
/// Error: InvalidArgument, naming the layer, where its weights have no range to choose. Without any
/// name: in all layers that have one.
[[nodiscard]] Result<quant::Configuration> withWeightRange(quant::Configuration configuration,
                                                           std::string_view range,
                                                           const std::vector<std::string>& layers);

} // namespace quantoscope::session
