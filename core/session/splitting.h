// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/channel_splits.h"
#include "core/quant/scheme.h"
#include "core/session/pruning.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Why a layer has no input channels that could be split.
enum class SplittingObstacle {
    Groups,     ///< depthwise or grouped: all groups have equally many input channels
    Transposed, ///< a transposed convolution, or a Gemm whose input is transposed
    NoMatrix,   ///< a MatMul with something else than a constant matrix on its right
};
[[nodiscard]] std::string toString(SplittingObstacle obstacle); ///< as part of a message

/// What is in the way of splitting channels of a layer with weights; empty: nothing.
[[nodiscard]] std::optional<SplittingObstacle> splittingObstacle(const model::LayerModel& layers,
                                                                 const model::Layer& layer);

/// Checks that nothing is in the way where a configuration splits channels; the error names the
/// layer.
[[nodiscard]] Status checkSplitting(const model::LayerModel& layers,
                                    const quant::Configuration& configuration);

struct SplittingReport
{
    quant::Configuration configuration; ///< the base with the layers' shares
    std::vector<SkippedLayer> skipped;
};

/// Splits outlier channels of some layers of a configuration (all that have weights where `names`
/// is empty), by the same share of channels to add; 0 ends it. Layers named one by one must all
/// take it: InvalidArgument names the first that does not. Of a whole model, those that cannot are
/// skipped. Corrected weights do not count where channels are split.
[[nodiscard]] Result<SplittingReport> withSplitting(const model::LayerModel& layers,
                                                    const quant::Configuration& base, double share,
                                                    const std::vector<std::string>& names = {});

} // namespace quantoscope::session
