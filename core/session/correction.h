// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/reconstruction.h"
#include "core/quant/scheme.h"

#include <algorithm>
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
    std::int64_t images = 0;
    double seconds = 0.0;

    /// Layers that are corrected; the others are of kinds that cannot be.
    [[nodiscard]] std::int64_t correctedLayers() const
    {
        return std::ranges::count(layers, true, &CorrectedLayer::isCorrected);
    }
};
using CorrectionReportPtr = std::shared_ptr<const CorrectionReport>;
using CorrectionCallback = std::function<void(const CorrectionReportPtr&)>;

} // namespace quantoscope::session
