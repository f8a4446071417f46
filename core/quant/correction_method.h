// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/quant/adaround.h"
#include "core/quant/reconstruction.h"

#include <array>
#include <string>
#include <string_view>

namespace quantoscope::quant {

/// How a layer's weights are found from what it reads in the calibration pictures. Weights on no
/// plain integer grid (floating-point formats, groups, MX blocks, pruned FP32) are rounded to
/// nearest by all methods; least squares and biases are the same for them.
enum class CorrectionMethod {
    /// Least squares, second-order rounding and the bias from means; see reconstruct().
    Reconstruction,
    /// Second-order rounding of the weights alone, damping 0.01 (Frantar et al. 2022, GPTQ).
    Gptq,
    /// Rounding learnt by gradient descent (Nagel et al. 2020); see adaRound().
    AdaRound,
    /// Rounding to nearest, then b += W E[f] - Q E[a] (Nagel et al. 2019, section 4.2).
    BiasCorrection,
    /// Rounding to nearest, then b += (W - Q) E[x] with E[x] from the shifts and scales of batch
    /// normalization, without a picture (Nagel et al. 2019, section 4.2.1). The problem's groups
    /// hold E[x] as both sums, over a count of 1, and need no matrices.
    BiasCorrectionAnalytic,
    /// Rounding to nearest and nothing else: what the others are compared with.
    Nearest,
};

inline constexpr std::array kCorrectionMethods{CorrectionMethod::Reconstruction,
                                               CorrectionMethod::Gptq,
                                               CorrectionMethod::AdaRound,
                                               CorrectionMethod::BiasCorrection,
                                               CorrectionMethod::BiasCorrectionAnalytic,
                                               CorrectionMethod::Nearest};

/// "reconstruction", "gptq", "adaround", "bias-correction", "bias-correction-analytic", "nearest".
[[nodiscard]] std::string toString(CorrectionMethod method);
/// Reads what toString writes, in any case. Error InvalidArgument lists the methods.
[[nodiscard]] Result<CorrectionMethod> parseCorrectionMethod(std::string_view text);

/// A method with its settings; those of other methods are not looked at.
struct CorrectionSettings
{
    CorrectionMethod method = CorrectionMethod::Reconstruction;
    ReconstructionSteps steps; ///< of Reconstruction
    double gptqDamping = 0.01; ///< of the mean of the Hessian's diagonal
    AdaRoundSettings adaRound;
};

/// Whether a method changes anything in a layer: bias correction needs a bias, learning whether to
/// round up at least two bits of a plain integer grid, and rounding by the Hessian such a grid or
/// pruned weights, for which the others make up.
[[nodiscard]] bool canCorrect(CorrectionMethod method, const ReconstructionProblem& problem);

/// Corrects one layer; pruned weights stay zero, and all but AdaRound, bias corrections and nearest
/// fit the others so that they make up for them (see reconstruct()). Rounds to nearest what
/// canCorrect() excludes. Errors as of reconstruct() and adaRound(); Cancelled. The error is
/// measured where the method looks: in the outputs of the layer's FP32 weights on the inputs it
/// gets in the quantized model, of the corrected target with Reconstruction, beside the least one
/// with AdaRound; with BiasCorrectionAnalytic it is that of the outputs' means alone.
[[nodiscard]] Result<ReconstructedLayer> correctLayer(const ReconstructionProblem& problem,
                                                      const CorrectionSettings& settings,
                                                      const JobContext& context);

} // namespace quantoscope::quant
