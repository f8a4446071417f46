// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/equalization.h"

#include <cstdint>
#include <vector>

namespace quantoscope::session {

/// Settings of SmoothQuant.
struct SmoothingRequest
{
    quant::Configuration base; ///< its ranges set by hand count
    double alpha = 0.5;        ///< 0 to 1; the larger, the more goes to the weights
    /// MatMul and Gemm layers; what others read stays as the base's equalization has it. Empty: all
    /// of them, and nothing of that stays.
    LayerChoice layers = {};
};

/// What became of the channels between layers: EqualizedStream, whose spreads are those of the
/// largest magnitudes of the activations, over the calibration pictures.
struct SmoothingReport
{
    /// The base with the scales in its equalization, without corrected weights of layers that these
    /// change, which were made for others. The base itself where no stream could be scaled.
    quant::Configuration configuration;
    /// Those that only MatMul and Gemm, and chosen ones, read; writers are layers with weights and
    /// the affine parts of normalizations.
    std::vector<EqualizedStream> streams;
    double alpha = 0.5;
    std::int64_t images = 0; ///< calibration pictures
    double seconds = 0.0;
    /// The base had scales of these or, where all layers are chosen, of any channels, which are
    /// gone: those of two equalizations do not add up.
    bool replacesEqualization = false;

    [[nodiscard]] std::int64_t smoothedStreams() const;
};

/// What SmoothQuant may scale: what only MatMul and Gemm layers read, and chosen ones.
[[nodiscard]] std::vector<model::ChannelStream> smoothedBy(const LayerChoice& choice,
                                                           const model::LayerModel& layers);
/// An equalization (may be null) without the scales of what such layers read; null where nothing is
/// left.
[[nodiscard]] std::shared_ptr<const quant::Equalization>
unsmoothed(const std::shared_ptr<const quant::Equalization>& equalization,
           const model::LayerModel& layers, const LayerChoice& choice);

} // namespace quantoscope::session
