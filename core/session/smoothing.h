// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/equalization.h"

#include <cstdint>
#include <vector>

namespace quantoscope::session {

/// Settings of SmoothQuant.
struct SmoothingRequest
{
    quant::Configuration base; ///< its ranges set by hand count; its equalization is replaced
    double alpha = 0.5;        ///< 0 to 1; the larger, the more goes to the weights
};

/// What became of the channels between layers: EqualizedStream, whose spreads are those of the
/// largest magnitudes of the activations, over the calibration pictures.
struct SmoothingReport
{
    /// The base with the scales as its equalization, without corrected weights, which were made for
    /// others. The base itself where no stream could be scaled.
    quant::Configuration configuration;
    /// Those that only MatMul and Gemm read; writers are layers with weights and the affine parts
    /// of normalizations.
    std::vector<EqualizedStream> streams;
    double alpha = 0.5;
    std::int64_t images = 0; ///< calibration pictures

    [[nodiscard]] std::int64_t smoothedStreams() const;
};

} // namespace quantoscope::session
