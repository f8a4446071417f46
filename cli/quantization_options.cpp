// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/quantization_options.h"

#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

namespace quantoscope::cli {

std::vector<CLI::Option*> addUniform(CLI::App& command, RawOptions& raw,
                                     session::UniformSettings& uniform, const char* bitsName)
{
    std::vector<CLI::Option*> options{
        command
            .add_option(bitsName, raw.bits,
                        "Formats of all weights and activations, e.g. W4A8, W8, WFP16A8, "
                        "WFP8E4M3AFP8E4M3, WTERNARY, W4g64A8 (groups of 64), WMXFP4A8 (MX blocks), "
                        "W8A8dyn (ranges of each picture), W8A8tok (of each token)")
            ->capture_default_str()
            ->type_name("BITS")
            ->check([](const std::string& text) { return complaint(quant::parseBits(text)); }),
        command.add_flag("--asymmetric-weights", raw.asymmetricWeights,
                         "Weights with a zero point"),
        command.add_flag("--per-tensor", raw.perTensor,
                         "One weight scale a layer, not one a channel"),
        command.add_flag("--power-of-two-scales", raw.powerOfTwoScales,
                         "Weight scales rounded up to a power of two"),
        command
            .add_option("--weight-range", raw.weightRange,
                        "How weight ranges are found: min-max, mse, percentile")
            ->capture_default_str()
            ->type_name("METHOD")
            ->check(
                [](const std::string& text) { return complaint(quant::parseWeightRange(text)); }),
        command
            .add_option("--weight-percentile", uniform.weightPercentile,
                        "Of the percentile weight range")
            ->capture_default_str()
            ->type_name("P")
            ->check(CLI::Range(50.0, 100.0)),
        command.add_flag("--symmetric-activations", raw.symmetricActivations,
                         "Activations without a zero point"),
        command
            .add_option("--calibration-method", raw.method,
                        "How clipping ranges are found: min-max, percentile, mse, entropy, "
                        "moving-average, p-norm")
            ->capture_default_str()
            ->type_name("METHOD")
            ->check([](const std::string& text) {
                return complaint(quant::parseCalibrationMethod(text));
            }),
        command.add_option("--percentile", uniform.percentile, "Of the percentile method")
            ->capture_default_str()
            ->type_name("P")
            ->check(CLI::Range(50.0, 100.0))};
    for (CLI::Option* option : options) {
        option->group("Quantization");
    }
    return options;
}

void addHardware(CLI::App& command, HardwareOptions& hardware)
{
    command
        .add_option("--profile", hardware.profile,
                    "Hardware that must take the configuration, and whose bits and symmetry count "
                    "where none are named: a bundled profile (onnxruntime-cpu, openvino-cpu, "
                    "tensorrt, litert, edge-tpu, qualcomm-qnn, binary, generic) or a file")
        ->type_name("ID|FILE")
        ->group("Quantization");
}

void addQuantization(CLI::App& command, RawOptions& raw, QuantizationOptions& quantization,
                     const char* bitsName)
{
    CLI::Option* file = command
                            .add_option("--config", quantization.configuration,
                                        "Configuration file, in place of the options below")
                            ->type_name("FILE")
                            ->group("Quantization");
    const auto others = addUniform(command, raw, quantization.uniform, bitsName);
    addPruning(command, quantization.pruning);
    addSplitting(command, quantization.splitting);
    command.parse_complete_callback([file, others, &quantization] {
        quantization.hardware.hasOwnBits = others.front()->count() > 0;
        for (const CLI::Option* other : others) {
            if (file->count() > 0 && other->count() > 0) {
                throw CLI::ExcludesError(file->get_name(), other->get_name());
            }
        }
    });
}

void addEqualization(CLI::App& command, EqualizationOptions& equalization)
{
    command
        .add_flag("--equalize", equalization.equalize,
                  "Scale channels so that layers that write and read them have equal ranges; FP32 "
                  "outputs stay (cross-layer equalization, Nagel et al. 2019)")
        ->group("Quantization");
    command
        .add_flag_callback(
            "--absorb-biases",
            [&equalization] {
                equalization.equalize = true;
                equalization.absorb = true;
            },
            "Move high biases before a ReLU to the layers behind it, so that activations have "
            "smaller ranges (means --equalize; high-bias absorption, Nagel et al. 2019). FP32 "
            "outputs change a little; where they would change more, biases stay")
        ->group("Quantization");
    CLI::Option* smooth =
        command.add_flag("--smooth-quant{0.5}")
            ->description(
                "Scale channels that MatMul and Gemm read so that weights take over the "
                "outliers of activations on the calibration pictures; FP32 outputs stay "
                "(SmoothQuant, Xiao et al. 2023). --smooth-quant=ALPHA, from 0 to 1, says "
                "how much of them")
            ->check(CLI::Range(0.0, 1.0))
            ->each([&equalization](const std::string& alpha) {
                equalization.smoothing = std::stod(alpha);
            })
            ->group("Quantization");
    for (const char* other : {"--equalize", "--absorb-biases"}) {
        smooth->excludes(command.get_option(other));
    }
}

void addRequantization(CLI::App& command, QuantizationOptions& quantization)
{
    command
        .add_option_function<std::string>(
            "--requantization",
            [&quantization](const std::string& text) {
                quantization.requantization =
                    quant::parseMultiplierKind(text).value_or(quant::MultiplierKind::Float);
            },
            "What integer sums are multiplied by: float (default: float32 numbers, as ONNX "
            "Runtime has them) or fixed-point (int32 and a shift, as hardware without floating "
            "point has them; Jacob et al. 2018). Also tells what the latter changes")
        ->type_name("KIND")
        ->check([](const std::string& text) { return complaint(quant::parseMultiplierKind(text)); })
        ->group("Quantization");
}

void addCorrection(CLI::App& command, QuantizationOptions& quantization)
{
    command
        .add_flag("--correct", quantization.correct,
                  "Fit integer weights and biases to the calibration pictures, layer by layer, in "
                  "place of rounding to nearest")
        ->group("Quantization");
    addEqualization(command, quantization.equalization);
    command
        .add_option_function<std::string>(
            "--method",
            [&quantization](const std::string& text) {
                quantization.correct = true;
                quantization.method = quant::parseCorrectionMethod(text).value_or(
                    quant::CorrectionMethod::Reconstruction);
            },
            "How weights are corrected (means --correct): reconstruction (default: least squares, "
            "second-order rounding, biases from means), gptq (Frantar et al. 2022), "
            "adaround (Nagel et al. 2020), bias-correction (means over the calibration pictures; "
            "Nagel "
            "et al. 2019, section 4.2), bias-correction-analytic (means from batch normalization, "
            "without a picture; section 4.2.1 there), or nearest to compare with")
        ->type_name("METHOD")
        ->check(
            [](const std::string& text) { return complaint(quant::parseCorrectionMethod(text)); })
        ->group("Quantization");
    command
        .add_option("--correction-table", quantization.correctionTable,
                    "Write every corrected layer's output error before and after as CSV")
        ->type_name("FILE.csv")
        ->group("Quantization");
    CLI::Option* best =
        command
            .add_option(
                "--best", quantization.bestSeconds,
                "Choose calibration and post-training methods for this model within so "
                "many seconds, by calibration pictures that nothing is fitted to; bits stay")
            ->type_name("SECONDS")
            ->check(CLI::PositiveNumber)
            ->group("Quantization");
    for (const char* other :
         {"--correct", "--equalize", "--absorb-biases", "--smooth-quant", "--method"}) {
        best->excludes(command.get_option(other));
    }
}

} // namespace quantoscope::cli
