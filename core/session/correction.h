// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/reconstruction.h"
#include "core/quant/scheme.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// How weights are to be fitted to what the calibration pictures make of the layers' inputs.
struct CorrectionRequest
{
    quant::Configuration base; ///< layers with integer weights are corrected, in graph order
    quant::ReconstructionSteps steps;
    std::size_t windows = 256; ///< of a picture, at most, that a dense layer is fitted to
    std::int64_t images = 0;   ///< calibration pictures to use (0: all)
};

/// What became of one layer.
struct CorrectedLayer
{
    std::string name;
    bool isCorrected = false;         ///< false: a kind of layer that cannot be; rounded to nearest
    quant::ReconstructionError error; ///< where it is corrected
};

/// Result of a correction, or what is done of it.
struct CorrectionReport
{
    /// The base with corrected weights; other settings are as they were.
    quant::Configuration configuration;
    std::vector<CorrectedLayer> layers; ///< done so far
    std::size_t totalLayers = 0;
    std::int64_t images = 0;
    double seconds = 0.0;
};
using CorrectionReportPtr = std::shared_ptr<const CorrectionReport>;
using CorrectionCallback = std::function<void(const CorrectionReportPtr&)>;

} // namespace quantoscope::session
