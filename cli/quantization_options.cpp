// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/quantization_options.h"

#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace quantoscope::cli {

std::vector<CLI::Option*> addUniform(CLI::App& command, RawOptions& raw,
                                     session::UniformSettings& uniform, const char* bitsName)
{
    std::vector<CLI::Option*> options{
        command
            .add_option(
                bitsName, raw.bits,
                "Formats of all weights and activations, e.g. W4A8, W8, WFP16A8, "
                "WFP8E4M3AFP8E4M3, WTERNARY, W4g64A8 (groups of 64), W4g64x1A8 (along axis 1 "
                "of the weights), WMXFP4A8 (MX blocks), W8A8dyn (ranges of each picture), W8A8tok "
                "(of each token)")
            ->capture_default_str()
            ->type_name("BITS")
            ->check([](const std::string& text) { return complaint(quant::parseBits(text)); }),
        command.add_flag("--asymmetric-weights", raw.asymmetricWeights,
                         "Weights with a zero point"),
        command.add_flag("--per-tensor", raw.perTensor,
                         "One weight scale a layer, not one a channel"),
        command
            .add_option("--weight-axis", uniform.weightAxis,
                        "Axis of the weights along which channels or groups with a scale lie, "
                        "where a layer has it; else those of its output channels")
            ->type_name("N")
            ->check(CLI::Range(0, 7)),
        command.add_flag("--power-of-two-scales", raw.powerOfTwoScales,
                         "Weight scales rounded up to a power of two"),
        command.add_flag("--symmetric-activations", raw.symmetricActivations,
                         "Activations without a zero point")};
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
    auto others = addUniform(command, raw, quantization.uniform, bitsName);
    std::ranges::copy(addPercentiles(command, quantization.ranges), std::back_inserter(others));
    addRanges(command, quantization.ranges);
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
    command
        .add_option("--only-layers", equalization.layers,
                    "Layers that post-training methods work on, by name, or with * for any "
                    "characters (default: all). Channels are scaled only where such layers alone "
                    "write and read them (for SmoothQuant: read them). May be given several times; "
                    "with --config the others stay as the file has them")
        ->type_name("LAYER")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group("Quantization");
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

} // namespace quantoscope::cli
