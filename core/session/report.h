// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/history_file.h"
#include "core/session/inspection.h"
#include "core/session/model_info.h"
#include "core/session/multiplier_effect.h"
#include "core/session/results.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Everything an evaluation found, ready to be written.
struct Report
{
    std::shared_ptr<const ModelInfo> model;
    std::shared_ptr<const DataInfo> data;
    std::shared_ptr<const CalibrationInfo> calibration;
    std::shared_ptr<const FloatReference> floatReference;
    std::shared_ptr<const Evaluation> evaluation;
    std::shared_ptr<const NoiseReport> noise;         ///< may be null
    std::optional<MultiplierEffect> multiplierEffect; ///< where the other multipliers ran, too
    bool withPredictions = false;                     ///< adds the per-image list
    std::vector<TriedRecord> tried;                   ///< everything tried so far; may be empty
    /// A picture's file as a small picture in a "data:" address; may be empty: no pictures.
    std::function<std::string(const std::filesystem::path& file)> thumbnail;
};

/// Machine-readable form. At least: images, fp32 {top1, top5}, quantized {top1, top5, agreement,
/// sqnrDb, cosine, kl}, sizeBytes {fp32, quantized}, seconds {fp32Pass, quantizedPass,
/// calibration}, peakRssMiB, layers [{name, op, weightBits, activationBits, weightSqnrDb,
/// activationSqnrDb, sizeBytes, macs, accumulatorBits, channels, channelsOver16Bits,
/// channelsOver32Bits}], accumulators {layers, layersOver16Bits, layersOver32Bits, bits},
/// predictions [{file, label, fp32, quantized}]; top-1 and top-5 as fractions, null without labels.
[[nodiscard]] std::string toJson(const Report& report);

/// One self-contained page.
[[nodiscard]] std::string toHtml(const Report& report);

/// The same for paper, in the HTML that simple renderers know. Plots are images with the addresses
/// kTriedPlot and kNoisePlot, to be drawn from triedPlot and noisePlot (report_plots.h).
[[nodiscard]] std::string toPrintHtml(const Report& report);
inline constexpr const char* kTriedPlot = "plot:tried";
inline constexpr const char* kNoisePlot = "plot:noise";

/// Largest resident set of this process so far, MiB.
[[nodiscard]] double peakRssMiB();

} // namespace quantoscope::session
