// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "core/session/model_info.h"
#include "core/session/results.h"
#include "core/session/session.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

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
    bool equalize = false; ///< scale channels between layers
    bool absorb = false;   ///< and move high biases to the layers behind
};

/// How the weights and activations are to be quantized: a file, or the same for the whole model.
struct QuantizationOptions
{
    std::filesystem::path configuration; ///< empty: `uniform` counts
    session::UniformSettings uniform;
    EqualizationOptions equalization;
    std::optional<quant::MultiplierKind> requantization; ///< empty: the configuration's own
    bool correct = false; ///< fit integer weights to the calibration pictures
    quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction;
    std::filesystem::path correctionTable; ///< CSV of the layers' errors, empty: not wanted
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
    std::filesystem::path output;
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

struct BenchOptions
{
    session::ModelRequest model;
    session::DataRequest data;
    std::int64_t layers = 0;        ///< edits of so many layers, spread evenly (0: all)
    std::int64_t sweepImages = 100; ///< pictures of the sensitivity sweeps (0: no sweeps)
    std::int64_t memoryMiB = 0;     ///< budget of kept activations (0: the session's own)
    std::filesystem::path json;
};

using Command = std::variant<InfoOptions, EvaluateOptions, ExportOptions, ConfigOptions,
                             SensitivityOptions, SearchOptions, BenchOptions>;

/// Reads the arguments. When there is nothing to do (help, version, wrong usage) it has printed
/// what the user needs, and the answer is the exit code.
[[nodiscard]] std::variant<Command, ExitCode> readCommandLine(int argc, const char* const* argv);

} // namespace quantoscope::cli
