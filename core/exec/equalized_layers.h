// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/model/linear_geometry.h"
#include "core/quant/equalization.h"

#include <memory>

namespace quantoscope::exec {

/// Where a weight layer has its channels.
[[nodiscard]] quant::WeightLayout layoutOf(const model::LinearGeometry& geometry);

/// The same layers with the weights, biases and statistics of an equalization; ids, names and
/// whatever it does not change are those of `layers`. Errors: InvalidArgument naming the layer
/// where there is none of a name or it cannot be scaled, ShapeMismatch where scales do not fit it.
[[nodiscard]] Result<std::shared_ptr<const model::LayerModel>>
equalizedLayers(const model::LayerModel& layers, const quant::Equalization& equalization);

} // namespace quantoscope::exec
