// SPDX-License-Identifier: GPL-3.0-or-later
// Private to correction_method.cpp: layers whose weights are on no plain integer grid.
#pragma once

#include "core/quant/reconstruction.h"

namespace quantoscope::quant {

/// The weights that do best on the inputs a layer really gets, as of reconstruct(), rounded to
/// nearest in the scheme's format, and the bias from means. Where they do worse than the layer's
/// own weights rounded so, those stay. FP32 weights of which some are pruned are not rounded at
/// all. Errors: as of reconstruct(), and of the problem's rounding.
[[nodiscard]] Result<ReconstructedLayer> fitFloats(const ReconstructionProblem& problem,
                                                   const ReconstructionSteps& steps);

} // namespace quantoscope::quant
