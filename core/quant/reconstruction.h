// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/input_moments.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// Which steps a reconstruction takes; each is a method of its own.
struct ReconstructionSteps
{
    /// Least squares: the weights that do best on the inputs the layer really gets,
    /// argmin |W f + d - V a|^2 with a ridge towards W. Without it pruned filters still have their
    /// other weights fitted to W a.
    bool correctTarget = true;
    /// Rounding by the Hessian of the inputs (GPTQ), else to nearest.
    bool secondOrder = true;
    /// So many smaller and larger scales are tried for each filter by rounding on them.
    int scaleTrials = 3;
    /// Coordinate descent over single weights, as often, with the scales fitted anew before.
    int descents = 2;
    /// Bias set from means: b += W mean(f) + mean(d) - Q mean(a) (Nagel et al. 2019, section 4.2).
    bool correctBias = true;
    /// Both in parts of the mean of the Hessian's diagonal. Layers of few calibration pictures are
    /// fitted too closely with the 0.01 that is usual for GPTQ: on efficientnet-lite0 at 4 bits the
    /// KL divergence from FP32 was 0.124 with it, 0.068 with 0.2.
    double ridge = 0.2;
    double damping = 0.2; ///< for rounding
    /// Both are raised by so many times the inputs that a layer has for each window: by
    /// 1 + growth * inputs / windows. A classifier sees one window a picture, so with 100 pictures
    /// and 1280 inputs least squares would fit what only these pictures have. Chosen by calibration
    /// pictures that nothing was fitted to: of efficientnet-lite0's outputs the SQNR rose from 10.1
    /// to 10.4 dB at 4 bits, from 4.6 to 5.6 dB at 3.
    double ridgeGrowth = 16.0;
    double dampingGrowth = 4.0;
};

/// One layer to be quantized so that its outputs stay what they are in FP32.
struct ReconstructionProblem
{
    using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Matrix weights;                   ///< [filters of all groups, window]
    std::vector<InputMoments> groups; ///< filters are split evenly among them
    WeightScheme scheme;              ///< `pruned` counts for its pruning
    std::vector<std::uint8_t> pruned; ///< by weight: 1 where it is held at zero; empty: none is
    std::vector<float> minimumScales; ///< as of quantizeWeights
    bool hasBias = true;              ///< whether a bias can be set
    /// Filters rounded to nearest as a scheme says that has no plain integer grid, in their order;
    /// needed for such schemes only.
    std::function<Result<Matrix>(const Matrix&)> rounded;
};

/// Mean squared distance of a layer's outputs (before its activation function) from those of its
/// target weights, over all calibration windows and channels, biases set from means.
struct ReconstructionError
{
    double nearest = 0.0;       ///< weights rounded to nearest on the min-max grid
    double reconstructed = 0.0; ///< as returned
};

struct ReconstructedLayer
{
    std::vector<std::int32_t> codes; ///< [filters, window]; empty without a plain integer grid
    QuantParams params;              ///< axis 0 of the filters, or -1 per-tensor
    /// [filters, window]; without a plain integer grid, what is rounded to nearest in place of the
    /// weights; empty: the weights themselves.
    ReconstructionProblem::Matrix floats;
    std::vector<float> biasShift; ///< one a filter; empty without a bias
    ReconstructionError error;
};

/// Solves one layer in closed form. Where weights are pruned, the others of their filter are fitted
/// anew by least squares, so that they make up for those that went, and are then rounded; the
/// target of the error stays the one without pruning, on all cores. Symmetric grids use the full
/// range
/// [-2^(b-1), 2^(b-1) - 1]. The same input gives the same output on any number of threads.
/// Errors: InvalidArgument for a scheme without a plain integer grid, InvalidData for weights or
/// moments that are not finite.
[[nodiscard]] Result<ReconstructedLayer> reconstruct(const ReconstructionProblem& problem,
                                                     const ReconstructionSteps& steps);

} // namespace quantoscope::quant
