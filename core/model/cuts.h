// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantoscope::model {

/// A place between two layers where the model can be cut in two.
struct Cut
{
    std::size_t layer = 0; ///< layers [0, layer) lie before it, the others behind
    /// What layers behind it read of what layers before it made, and outputs of the model that are
    /// made already. The model's inputs are not listed: they can be had at any time.
    std::vector<TensorId> tensors;
    std::int64_t valuesPerPicture = 0; ///< of all these tensors
};

/// Every place where all that crosses is float32 with the batch on axis 0 and known extents.
[[nodiscard]] std::vector<Cut> possibleCuts(const LayerModel& layers);

/// Rough time a layer takes in the instrumented model, in multiply-accumulates of a dense
/// convolution: its own MACs, more for depthwise ones, and the walks over its outputs.
[[nodiscard]] double layerCost(const LayerModel& layers, std::size_t layer);

/// At most `count` of the possible cuts, in order, such that rerunning from the nearest one before
/// a weight layer costs as little as it can on average over these layers. A cut's own cost (copies
/// of what crosses it) counts too.
[[nodiscard]] std::vector<Cut> chooseCuts(const LayerModel& layers, std::size_t count);

} // namespace quantoscope::model
