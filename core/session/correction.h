// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"
#include "core/quant/correction_method.h"
#include "core/quant/scheme.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// How weights are to be fitted to what the calibration pictures make of the layers' inputs.
struct CorrectionRequest
{
    quant::Configuration base; ///< layers with integer weights are corrected, in graph order
    quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction;
    /// Layers with a method of their own. Where there are any, the others keep what they have.
    std::map<std::string, quant::CorrectionMethod> layers;
    quant::ReconstructionSteps steps; ///< of Reconstruction
    quant::AdaRoundSettings adaRound; ///< of AdaRound

    /// Empty: the layer keeps what it has.
    [[nodiscard]] std::optional<quant::CorrectionMethod> methodOf(const std::string& layer) const
    {
        const auto own = layers.find(layer);
        if (own != layers.end()) {
            return own->second;
        }
        return layers.empty() ? std::optional(method) : std::nullopt;
    }
    /// Whether any of the base's layers is fitted to pictures.
    [[nodiscard]] bool needsPictures() const;
};

/// Why a layer stays as rounding to nearest leaves it.
enum class UncorrectedReason {
    OtherKind,     ///< not a layer whose filters can be told
    NothingToDo,   ///< the method changes nothing in it: no bias, one bit
    SplitChannels, ///< their codes are those of copies
    UnknownInputs, ///< what it reads does not follow from batch normalization
};

/// What became of one layer.
struct CorrectedLayer
{
    std::string name;
    quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction; ///< asked for
    bool isCorrected = false; ///< false: rounded to nearest, as layers of kinds that cannot be
    quant::ReconstructionError error = {}; ///< zeros where a layer is of such a kind
    std::optional<UncorrectedReason> reason = std::nullopt; ///< empty where it is corrected
};

/// Result of a correction, or what is done of it.
struct CorrectionReport
{
    quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction; ///< as requested
    /// The base with corrected weights; other settings are as they were.
    quant::Configuration configuration;
    std::vector<CorrectedLayer> layers; ///< done so far
    std::int64_t images = 0;            ///< calibration pictures; 0: none was needed
    double seconds = 0.0;

    /// Layers that are corrected; the others are rounded to nearest.
    [[nodiscard]] std::int64_t correctedLayers() const
    {
        return std::ranges::count(layers, true, &CorrectedLayer::isCorrected);
    }
};

/// Whether batch normalization tells how a model's channels lie, as analytic bias correction needs;
/// where an exporter has folded it, nothing does.
[[nodiscard]] bool hasNormalStatistics(const model::LayerModel& layers);

/// What made the weights that a layer has under its scheme; empty where it is rounded to nearest.
/// Reconstruction stands for methods that this version does not know.
[[nodiscard]] std::optional<quant::CorrectionMethod>
correctionMethod(const quant::Configuration& configuration, const std::string& layer);

/// Layers whose weights can be corrected: those with plain integer weights and no split channels.
[[nodiscard]] std::int64_t correctableLayers(const quant::Configuration& configuration);

/// A configuration, edited since, with what became of the layers of a report; others keep what they
/// have.
[[nodiscard]] quant::Configuration withOutcome(quant::Configuration configuration,
                                               const CorrectionReport& report);

using CorrectionReportPtr = std::shared_ptr<const CorrectionReport>;
using CorrectionCallback = std::function<void(const CorrectionReportPtr&)>;

} // namespace quantoscope::session
