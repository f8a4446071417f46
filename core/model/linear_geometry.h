// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <cstddef>
#include <optional>

namespace quantoscope::model {

/// A weight layer as a linear map: every output value is a sum of products of one filter with one
/// window of the input. Gemm and MatMul have windows of one place.
struct LinearGeometry
{
    std::int64_t groups = 1;
    std::int64_t inChannels = 1, outChannels = 1; ///< of all groups
    std::int64_t kernelHeight = 1, kernelWidth = 1, strideY = 1, strideX = 1;
    std::int64_t top = 0, left = 0, dilationY = 1, dilationX = 1;
    std::int64_t inHeight = 1, inWidth = 1, outHeight = 1, outWidth = 1;
    /// Whether channels are the input's last axis with any number of rows before it (Gemm, MatMul),
    /// not [N, C, H, W].
    bool isChannelsLast = false;
    std::int64_t rows = 1;     ///< of one picture, channels last only
    bool isTransposed = false; ///< the weight is [in, out]; else [out, in / groups, kernel]

    [[nodiscard]] std::size_t taps() const
    {
        return static_cast<std::size_t>(kernelHeight * kernelWidth);
    }
    [[nodiscard]] std::size_t groupInputs() const ///< values in a window of one group
    {
        return static_cast<std::size_t>(inChannels / groups) * taps();
    }
    [[nodiscard]] std::size_t groupOutputs() const
    {
        return static_cast<std::size_t>(outChannels / groups);
    }
    [[nodiscard]] std::size_t positions() const ///< windows of one picture
    {
        return static_cast<std::size_t>(isChannelsLast ? rows : outHeight * outWidth);
    }
};

/// Geometry of a Conv over pictures, of a Gemm (without alpha, beta and transA) or of a MatMul with
/// a constant matrix on its right. Empty for other layers and where extents are not known.
/// Source: ONNX operators Conv (version 11), Gemm (13) and MatMul (13).
[[nodiscard]] std::optional<LinearGeometry> linearGeometry(const LayerModel& layers,
                                                           std::size_t layer);

} // namespace quantoscope::model
