// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/correction.h"

#include <QString>

#include <array>
#include <optional>

namespace quantoscope::gui {

/// What can be done to a trained model beside choosing formats.
enum class PostTrainingMethod {
    Reconstruction,
    Gptq,
    AdaRound,
    BiasCorrection,
    BiasCorrectionAnalytic,
    Equalization,
    BiasAbsorption,
    Smoothing,
    BatchNormFolding,
};

inline constexpr std::array kPostTrainingMethods{PostTrainingMethod::Reconstruction,
                                                 PostTrainingMethod::Gptq,
                                                 PostTrainingMethod::AdaRound,
                                                 PostTrainingMethod::BiasCorrection,
                                                 PostTrainingMethod::BiasCorrectionAnalytic,
                                                 PostTrainingMethod::Equalization,
                                                 PostTrainingMethod::BiasAbsorption,
                                                 PostTrainingMethod::Smoothing,
                                                 PostTrainingMethod::BatchNormFolding};

/// How weights are corrected by it; empty where they are not.
[[nodiscard]] std::optional<quant::CorrectionMethod> correctionOf(PostTrainingMethod method);
/// "Correct Weights", ..., as a list shows it.
[[nodiscard]] QString methodName(PostTrainingMethod method);
[[nodiscard]] QString methodName(quant::CorrectionMethod method);
/// What it does, in a sentence, and the paper it comes from.
[[nodiscard]] QString methodHelp(PostTrainingMethod method);

} // namespace quantoscope::gui
