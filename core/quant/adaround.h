// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/quant/reconstruction.h"

namespace quantoscope::quant {

/// How AdaRound learns which weights to round up. The exponents are the paper's. It takes 10000
/// steps of stochastic gradients, of which full ones need fewer and may be longer; its lambda of
/// 0.01 goes with a loss in units of each layer's outputs. With 0.01 here too many weights are
/// still between two levels at the end, and rounding them spoils what was learnt.
struct AdaRoundSettings
{
    int iterations = 1000;
    double learningRate = 0.05; ///< of Adam, betas 0.9 and 0.999
    double lambda = 0.1;        ///< weight of the regulariser, beside a loss in steps of the grid
    double warmUp = 0.2;        ///< part of the iterations without regulariser
    double firstBeta = 20.0;    ///< its exponent falls evenly from this one
    double lastBeta = 2.0;      ///< to this one
};

/// Learns for every weight whether it is rounded down or up, so that the layer's output on the
/// inputs it really gets stays what it is in FP32:
///
///     argmin_V  E|W f - s clip(floor(W / s) + h(V)) a|^2 / (s^2 u)
///               + lambda sum(1 - |2 h(V) - 1|^beta),   h(V) = clip(1.2 sigmoid(V) - 0.1, 0, 1)
///
/// with Adam, V beginning where h(V) is the weight's fraction. The expectation is taken in closed
/// form from second moments, so every step sees all calibration windows, and nothing is random. u
/// is the mean of E[a a^T]'s diagonal: a weight that is off by one step costs about 1, whatever the
/// layer, so lambda means the same in all of them. Biases stay.
///
/// A filter's scale is the one of rounding to nearest or the one of least squared error of its
/// weights, whichever has the lower loss when rounded to nearest (all filters together where the
/// scheme has one scale). Filters whose loss as learnt is not below that keep it, so the loss of no
/// filter (with one scale: of no layer) rises above that of rounding to nearest.
/// The errors are what the first term exceeds its least value by.
/// Source: Nagel et al. 2020, "Up or Down? Adaptive Rounding for Post-Training Quantization",
/// equations 21 to 25, without the activation function.
/// Runs on all cores; the same on any number of them. Errors: InvalidArgument for a scheme that is
/// no integer of at least 2 bits, InvalidData for weights or moments that are not finite,
/// Cancelled.
[[nodiscard]] Result<ReconstructedLayer> adaRound(const ReconstructionProblem& problem,
                                                  const AdaRoundSettings& settings,
                                                  const JobContext& context);

} // namespace quantoscope::quant
