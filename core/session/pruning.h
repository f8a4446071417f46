// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/scheme.h"

#include <string>
#include <vector>

namespace quantoscope::session {

/// A layer that was to be pruned and stays as it is.
struct UnprunedLayer
{
    std::string name;
    std::string reason; ///< what is in the way
};

struct PruningReport
{
    quant::Configuration configuration; ///< the base with the layers' pruning
    std::vector<UnprunedLayer> skipped;
};

/// Prunes some layers of a configuration (all that have weights where `names` is empty) in the same
/// way; where the configuration says nothing of a layer, its FP32 weights. Layers named one by one
/// must all take it: InvalidArgument names the first that does not. Of a whole model, those that
/// cannot are skipped. Corrected weights count for a layer's old pruning only.
[[nodiscard]] Result<PruningReport> withPruning(const model::LayerModel& layers,
                                                const quant::Configuration& base,
                                                const quant::Pruning& pruning,
                                                const std::vector<std::string>& names = {});

} // namespace quantoscope::session
