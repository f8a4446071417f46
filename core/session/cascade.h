// SPDX-License-Identifier: GPL-3.0-or-later
// Adaptive precision: two configurations of the open model, the better one only where the cheap one
// is unsure.
#pragma once

#include "core/search/cascade.h"
#include "core/session/results.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What a picture's run costs.
enum class CascadeCost {
    Bops, ///< bit operations, Evaluation::bops
    Time  ///< ms on this machine, TimeReport::quantizedMs
};

struct CascadeRequest
{
    quant::Configuration cheap;
    quant::Configuration better;
    double drop = 0.005; ///< of accuracy below the better configuration's, a fraction >= 0
    CascadeCost cost = CascadeCost::Bops;
};

/// What a cascade comes to on the validation pictures. Right is a picture whose top-1 class is its
/// label, or FP32's top-1 class where not all pictures have a label.
struct CascadeReport
{
    CascadeRequest request;
    std::shared_ptr<const Evaluation> cheap, better;
    bool isLabelled = false;
    std::vector<search::CascadePicture> pictures; ///< in the order of the image set
    search::CascadeCosts costs;
    search::CascadeCurve curve;
    std::size_t chosen = 0; ///< of the curve's points: cheapest within the drop
    search::CascadePoint crossChecked;
};
using CascadeReportPtr = std::shared_ptr<const CascadeReport>;

/// The same report with the threshold chosen anew for another drop.
[[nodiscard]] CascadeReportPtr withDrop(const CascadeReport& report, double drop);

/// What the files of a cascade are, as JSON: {"format": "quantoscope-cascade", "version": 1,
/// "cheap": {"model", "configuration", "accuracy", "cost", "bops", "sizeBytes"}, "better": {..},
/// "threshold", "margin", "rule", "cost", "figures": {"threshold", "accuracy", "share", "cost",
/// "images", "right", "drop", "crossChecked": {..}}, "curve": [..]}.
[[nodiscard]] std::string cascadeJson(const CascadeReport& report);

/// The names of the files in a cascade's folder.
inline constexpr const char* kCascadeManifest = "cascade.json";
inline constexpr const char* kCheapModel = "cheap.onnx";
inline constexpr const char* kBetterModel = "better.onnx";
inline constexpr const char* kCheapConfiguration = "cheap.json";
inline constexpr const char* kBetterConfiguration = "better.json";

} // namespace quantoscope::session
