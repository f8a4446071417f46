// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/correction_options.h"
#include "cli/pruning_options.h"
#include "cli/range_options.h"
#include "cli/splitting_options.h"
#include "core/session/exploration.h"
#include "core/session/model_info.h"
#include "core/session/pruning_sweep.h"
#include "core/session/results.h"
#include "core/session/session.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quantoscope::cli {

/// What the program ends with.
enum class ExitCode : int {
    Done = 0,
    BadInput = 1,
    WrongUsage = 2,
};

/// What is done to the FP32 weights before anything is quantized.
struct EqualizationOptions
{
    bool equalize = false;           ///< scale channels between layers
    bool absorb = false;             ///< and move high biases to the layers behind
    std::optional<double> smoothing; ///< alpha of SmoothQuant, in place of these; empty: no
    /// Names and patterns of those that this, and correction, work on; empty: all.
    std::vector<std::string> layers;

    [[nodiscard]] bool needsPictures() const { return absorb || smoothing.has_value(); }
};

/// How the weights and activations are to be quantized: a file, or the same for the whole model.
/// Hardware that a configuration must suit.
struct HardwareOptions
{
    std::string profile;     ///< id or file; empty: any hardware
    bool hasOwnBits = false; ///< the user named bits; else the profile's count
};

struct QuantizationOptions
{
    std::filesystem::path configuration; ///< empty: `uniform` counts
    HardwareOptions hardware;
    session::UniformSettings uniform;
    RangeChoices ranges;                    ///< in addition to either
    std::vector<PruningChoice> pruning;     ///< in addition to either, in this order
    std::vector<SplittingChoice> splitting; ///< after that
    EqualizationOptions equalization;
    std::optional<quant::MultiplierKind> requantization; ///< empty: the configuration's own
    bool correct = false; ///< fit integer weights to the calibration pictures
    /// By what, later ones winning; empty: reconstruction, in all layers.
    std::vector<MethodChoice> methods;
    std::filesystem::path correctionTable; ///< CSV of the layers' errors, empty: not wanted
    double bestSeconds = 0.0; ///< choose the methods within that time, in place of these (0: no)

    /// Whether weights are corrected by what calibration pictures make of the layers' inputs.
    [[nodiscard]] bool correctsByPictures() const
    {
        return correct &&
               (methods.empty() || std::ranges::any_of(methods, [](const MethodChoice& choice) {
                    return choice.value != quant::CorrectionMethod::BiasCorrectionAnalytic;
                }));
    }
};

struct InfoOptions
{
    session::ModelRequest model;
    std::filesystem::path json;
};

struct EvaluateOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    QuantizationOptions quantization;
    std::int64_t noiseImages = 32;
    bool predictions = false;
    std::filesystem::path json, report;
    std::filesystem::path configuration; ///< to write as it was run; empty: not wanted
    std::filesystem::path tensors, outputs, floatOutputs; ///< .npy files, empty: not wanted
};

struct ExportOptions
{
    session::ModelRequest model;
    session::DataRequest data; ///< validation.images may be empty
    QuantizationOptions quantization;
    std::filesystem::path output;
};

struct ConfigOptions
{
    session::ModelRequest model;
    session::UniformSettings uniform;
    HardwareOptions hardware;
    RangeChoices ranges;
    std::vector<PruningChoice> pruning;
    std::vector<SplittingChoice> splitting;
    std::filesystem::path output;
};

struct CalibrateOptions
{
    session::ModelRequest model;
    session::DataRequest data; ///< validation.images may be empty unless withResults
    QuantizationOptions quantization;
    std::vector<std::string> tensors; ///< shown by number of pictures; empty: all, at the end
    bool withResults = false;
    std::filesystem::path csv, json;
};

struct CascadeOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    std::filesystem::path cheap, better; ///< configuration files
    double dropPoints = 0.5;             ///< of accuracy, percentage points
    session::CascadeCost cost = session::CascadeCost::Bops;
    std::filesystem::path json;
    std::filesystem::path folder; ///< for both models and the manifest; empty: not wanted
};

struct SensitivityOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    session::SensitivityRequest request;
    EqualizationOptions equalization;
    std::filesystem::path json;
};

struct SearchOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    QuantizationOptions base; ///< activations, and the weights' schemes but for their bits
    session::SearchRequest request;
    std::filesystem::path json;
    std::filesystem::path configuration; ///< to write; empty: not wanted
};

struct PruneOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    QuantizationOptions base;
    session::PruningSweepRequest request;
    std::filesystem::path json;
};

struct BenchOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    std::int64_t layers = 0;        ///< edits of so many layers, spread evenly (0: all)
    std::int64_t sweepImages = 100; ///< pictures of the sensitivity sweeps (0: no sweeps)
    std::int64_t memoryMiB = 0;     ///< budget of kept activations (0: the session's own)
    /// Corrections of all layers at these bits are measured, in place of edits.
    std::vector<std::string> corrections;
    std::filesystem::path json;
};

using Command =
    std::variant<InfoOptions, EvaluateOptions, ExportOptions, ConfigOptions, SensitivityOptions,
                 SearchOptions, PruneOptions, BenchOptions, CalibrateOptions, CascadeOptions>;

/// Reads the arguments. When there is nothing to do (help, version, wrong usage) it has printed
/// what the user needs, and the answer is the exit code.
[[nodiscard]] std::variant<Command, ExitCode> readCommandLine(int argc, const char* const* argv);

} // namespace quantoscope::cli
