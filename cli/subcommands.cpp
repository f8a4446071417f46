// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/correction_options.h"
#include "cli/option_groups.h"
#include "cli/quantization_options.h"
#include "cli/raw_options.h"
#include "cli/search_options.h"

#include <CLI/CLI.hpp>

#include <map>

namespace quantoscope::cli {

namespace {

void addEvaluate(CLI::App& app, RawOptions& raw)
{
    EvaluateOptions& options = raw.evaluate;
    CLI::App& command =
        *app.add_subcommand("evaluate", "Quantize a model and measure it on pictures");
    addModel(command, options.model);
    const auto inGroup = [&command](const char* group, const char* name, auto& value,
                                    const char* help, const char* type) {
        return command.add_option(name, value, help)->type_name(type)->group(group);
    };
    addPictures(command, options.data);
    addQuantization(command, raw, options.quantization);
    addHardware(command, options.quantization.hardware);
    addCorrection(command, options.quantization);
    addRequantization(command, options.quantization);
    inGroup("Results", "--json", options.json, "Write every figure as JSON", "FILE");
    inGroup("Results", "--config-out", options.configuration,
            "Write the configuration as it was run, with equalized channels and corrected weights",
            "FILE");
    inGroup("Results", "--report", options.report, "Write a page to look at", "FILE.html");
    command
        .add_flag("--predictions", options.predictions,
                  "Add every picture's prediction to the JSON file")
        ->group("Results");
    command
        .add_option("--noise-images", options.noiseImages,
                    "Pictures to measure every layer's output noise on (0: none)")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->group("Results");
    inGroup("Results", "--save-tensors", options.tensors, "Write the preprocessed pictures",
            "FILE.npy");
    inGroup("Results", "--save-outputs", options.outputs, "Write the quantized outputs",
            "FILE.npy");
    inGroup("Results", "--save-float-outputs", options.floatOutputs, "Write the FP32 outputs",
            "FILE.npy");
}

void addExport(CLI::App& app, RawOptions& raw)
{
    ExportOptions& options = raw.exporting;
    CLI::App& command = *app.add_subcommand(
        "export", "Write a quantized model as ONNX with QuantizeLinear and DequantizeLinear");
    addModel(command, options.model);
    command.add_option("-o,--output", options.output, "The file to write")
        ->type_name("FILE")
        ->required();
    command
        .add_option("--images", options.data.validation.images,
                    "Folder of pictures to calibrate on when --calibration is not given")
        ->type_name("DIR")
        ->group("Pictures");
    addCalibration(command, options.data);
    addQuantization(command, raw, options.quantization);
    addHardware(command, options.quantization.hardware);
    addCorrection(command, options.quantization);
}

void addCalibrate(CLI::App& app, RawOptions& raw)
{
    CalibrateOptions& options = raw.calibrate;
    CLI::App& command = *app.add_subcommand(
        "calibrate",
        "Show the range of every activation by every method, and how both change with the number "
        "of calibration pictures");
    addModel(command, options.model);
    CLI::Option* images =
        command
            .add_option("--images", options.data.validation.images,
                        "Folder of validation pictures; calibrated on where --calibration is not "
                        "given")
            ->type_name("DIR")
            ->group("Pictures");
    command
        .add_option("--limit", options.data.validation.limit,
                    "At most so many validation pictures (0: all)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->group("Pictures");
    addCalibration(command, options.data);
    addQuantization(command, raw, options.quantization);
    addEqualization(command, options.quantization.equalization);
    command
        .add_option("--tensor", options.tensors,
                    "Show a tensor after 1, 2, 4, .. and all pictures; may be given again")
        ->type_name("NAME")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group("Results");
    command
        .add_flag("--results", options.withResults,
                  "Run the validation pictures calibrated with each number of pictures")
        ->needs(images)
        ->group("Results");
    command.add_option("--csv", options.csv, "Write the ranges at every number of pictures as CSV")
        ->type_name("FILE.csv")
        ->group("Results");
    command.add_option("--json", options.json, "Write every figure as JSON")
        ->type_name("FILE")
        ->group("Results");
}

/// Words of an option, each standing for a value.
template <typename T>
void addChoice(CLI::App& command, const char* name, auto& value,
               const std::map<std::string, T>& words, const char* help)
{
    std::string list;
    for (const auto& [word, unused] : words) {
        list += (list.empty() ? "" : "|") + word;
    }
    command.add_option(name, value, help)
        ->transform(CLI::CheckedTransformer(words, CLI::ignore_case))
        ->type_name(list)
        ->default_str("");
}

void addSensitivity(CLI::App& app, RawOptions& raw)
{
    using namespace search;
    SensitivityOptions& options = raw.sensitivity;
    CLI::App& command = *app.add_subcommand(
        "sensitivity", "Quantize one layer at a time and measure what that does to the outputs");
    addModel(command, options.model);
    addPictures(command, options.data);
    session::SensitivityRequest& request = options.request;
    command.add_option("--bits", request.bits, "Bit-widths to try, e.g. 8,4")
        ->delimiter(',')
        ->type_name("BITS")
        ->check(CLI::IsMember({1, 2, 3, 4, 5, 6, 7, 8, 16}));
    addChoice<SensitivityTarget>(command, "--target", request.target,
                                 {{"weights", SensitivityTarget::Weights},
                                  {"activations", SensitivityTarget::Activations},
                                  {"both", SensitivityTarget::Both}},
                                 "What is quantized (default: weights)");
    addChoice<SensitivityMode>(
        command, "--mode", request.mode,
        {{"alone", SensitivityMode::Alone}, {"leave-one-out", SensitivityMode::LeaveOneOut}},
        "The layer alone is quantized, or all but the layer (default: alone)");
    addChoice<SensitivityEffort>(
        command, "--effort", request.effort,
        {{"racing", SensitivityEffort::Racing}, {"exact", SensitivityEffort::Exact}},
        "All pictures for every layer, or only where the ranking needs them (default: racing)");
    addEqualization(command, options.equalization);
    command.add_option("--sweep-images", request.images, "Pictures of the sweep (0: all)")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--json", options.json, "Write every figure as JSON")->type_name("FILE");
}

void addSearchBudget(CLI::App& command, RawOptions& raw)
{
    session::SearchRequest& request = raw.search.request;
    command
        .add_option("--budget", raw.budget,
                    "avg-bits=4, size=BYTES (or 2.5MiB), bops=N, or drop=POINTS of top-1")
        ->required()
        ->type_name("KIND=VALUE")
        ->check([](const std::string& text) { return complaint(parseBudget(text)); });
    command.add_option("--bits", request.bits, "Weight bits to choose from, e.g. 2,3,4,5,6,8")
        ->delimiter(',')
        ->type_name("BITS")
        ->check(CLI::IsMember({1, 2, 3, 4, 5, 6, 7, 8, 16, 32}));
    command.add_option("--pin", raw.pins, "Leave a layer at these bits (32: FP32)")
        ->type_name("LAYER=BITS")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check([](const std::string& text) { return complaint(parsePins({text})); });
    command.add_option("--profile", request.profile, "Only bits that this hardware takes")
        ->type_name("ID|FILE");
    command.add_option("--evaluations", request.evaluations, "Run at most so many configurations")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    command
        .add_option("--sensitivity-images", request.sensitivityImages,
                    "Pictures to measure every layer alone on")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    command.add_flag("--correct", request.correctWeights,
                     "Fit the weights of what is tried to the calibration pictures, as evaluate "
                     "--correct does");
    addChoice<session::SearchPictures>(
        command, "--choose-on", raw.chooseOn,
        {{"validation", session::SearchPictures::Validation},
         {"calibration", session::SearchPictures::Calibration}},
        "Pictures to choose by (default: calibration with --correct, else validation); by "
        "calibration pictures, the validation pictures only check the outcome");
    command
        .add_option("--held-out", request.heldOut,
                    "Share of the pictures that only checks the outcome")
        ->capture_default_str()
        ->type_name("FRACTION")
        ->check(CLI::Range(0.0, 0.9));
}

void addSearch(CLI::App& app, RawOptions& raw)
{
    SearchOptions& options = raw.search;
    CLI::App& command = *app.add_subcommand(
        "search", "Look for the bits of every layer's weights that lose least within a budget");
    addModel(command, options.model);
    addPictures(command, options.data);
    addQuantization(command, raw, options.base, "--base");
    addEqualization(command, options.base.equalization);
    addRequantization(command, options.base);
    addSearchBudget(command, raw);
    command.add_option("--json", options.json, "Write every figure as JSON")->type_name("FILE");
    command.add_option("--config-out", options.configuration, "Write the best configuration found")
        ->type_name("FILE");
}

void addPrune(CLI::App& app, RawOptions& raw)
{
    PruneOptions& options = raw.prune;
    session::PruningSweepRequest& request = options.request;
    CLI::App& command = *app.add_subcommand(
        "prune", "Prune the whole model by one share after the other and measure each");
    addModel(command, options.model);
    addPictures(command, options.data);
    addQuantization(command, raw, options.base);
    addEqualization(command, options.base.equalization);
    addRequantization(command, options.base);
    addChoice<quant::PruningPattern>(command, "--pattern", request.pattern,
                                     {{"unstructured", quant::PruningPattern::Unstructured},
                                      {"channels", quant::PruningPattern::Channels}},
                                     "What goes: weights of least magnitude, or channels whose "
                                     "filters have the least L1 norm (default: unstructured)");
    command.add_option("--shares", request.shares, "Shares that go (default: 0,0.1,0.2 .. 0.9)")
        ->delimiter(',')
        ->type_name("SHARES")
        ->check(CLI::Range(0.0, 0.999));
    command.add_flag("--correct", request.correctWeights,
                     "Fit the weights that stay to the calibration pictures, as evaluate --correct "
                     "does");
    command.add_option("--json", options.json, "Write the curve as JSON")->type_name("FILE");
}

void addBench(CLI::App& app, RawOptions& raw)
{
    BenchOptions& options = raw.bench;
    CLI::App& command = *app.add_subcommand(
        "bench", "Measure how fast edits are answered, in passes of the plain FP32 model");
    addModel(command, options.model);
    addPictures(command, options.data);
    command.add_option("--layers", options.layers, "Edit so many layers, spread evenly (0: all)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command
        .add_option("--sweep-images", options.sweepImages,
                    "Pictures of the sensitivity sweeps (0: no sweeps)")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--memory", options.memoryMiB, "Budget of kept activations in MiB")
        ->type_name("MIB")
        ->check(CLI::PositiveNumber);
    command
        .add_option("--correct", options.corrections,
                    "Measure how long weights of these bits take to correct, in place of edits")
        ->type_name("BITS");
    command.add_option("--json", options.json, "Write it as JSON, too")->type_name("FILE");
}

void addCascade(CLI::App& app, RawOptions& raw)
{
    CascadeOptions& options = raw.cascade;
    CLI::App& command = *app.add_subcommand(
        "cascade",
        "Run a cheap configuration, and a better one where the cheap one is unsure (Park et al. "
        "2015, Wang et al. 2018)");
    addModel(command, options.model);
    addPictures(command, options.data);
    command.add_option("--cheap", options.cheap, "Configuration that runs on every picture")
        ->type_name("FILE")
        ->required();
    command.add_option("--better", options.better, "Configuration that runs where that is unsure")
        ->type_name("FILE")
        ->required();
    command
        .add_option("--drop", options.dropPoints,
                    "Accuracy that may be lost to the better configuration, in points")
        ->capture_default_str()
        ->type_name("POINTS")
        ->check(CLI::Range(0.0, 100.0));
    addChoice<session::CascadeCost>(
        command, "--cost", options.cost,
        {{"bops", session::CascadeCost::Bops}, {"time", session::CascadeCost::Time}},
        "What is saved: bit operations, or ms measured on this machine (default: bops)");
    command.add_option("--json", options.json, "Write the curve and every figure as JSON")
        ->type_name("FILE");
    command
        .add_option("--export-folder", options.folder,
                    "Write both models as ONNX and a manifest with the threshold")
        ->type_name("DIR");
}

void addOthers(CLI::App& app, RawOptions& raw)
{
    CLI::App& info = *app.add_subcommand("info", "Show what a model consists of");
    addModel(info, raw.info.model);
    info.add_option("--json", raw.info.json, "Write it as JSON")->type_name("FILE");

    CLI::App& config = *app.add_subcommand("config", "Write a configuration file to edit");
    addModel(config, raw.config.model);
    const CLI::Option* bits = addUniform(config, raw, raw.config.uniform).front();
    addHardware(config, raw.config.hardware);
    config.parse_complete_callback(
        [&raw, bits] { raw.config.hardware.hasOwnBits = bits->count() > 0; });
    addPercentiles(config, raw.config.ranges);
    addRanges(config, raw.config.ranges);
    addPruning(config, raw.config.pruning);
    addSplitting(config, raw.config.splitting);
    config.add_option("-o,--output", raw.config.output, "The file to write")
        ->type_name("FILE")
        ->required();
}

} // namespace

void addCommands(CLI::App& app, RawOptions& raw)
{
    addOthers(app, raw);
    addEvaluate(app, raw);
    addExport(app, raw);
    addSensitivity(app, raw);
    addSearch(app, raw);
    addPrune(app, raw);
    addCalibrate(app, raw);
    addCascade(app, raw);
    addBench(app, raw);
}

} // namespace quantoscope::cli
