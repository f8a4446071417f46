// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace quantoscope::cli {
namespace {

std::optional<std::int64_t> positiveNumber(const std::string& text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc{} && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<Shape> parsedShape(const std::string& text)
{
    Shape shape;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('x', start), text.size());
        const auto extent = positiveNumber(text.substr(start, end - start));
        if (!extent) {
            return std::nullopt;
        }
        shape.push_back(*extent);
        start = end + 1;
    }
    return shape;
}

} // namespace

std::optional<std::pair<std::string, std::string>> assignment(const std::string& text)
{
    const std::size_t sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0) {
        return std::nullopt;
    }
    return std::pair{text.substr(0, sign), text.substr(sign + 1)};
}

void addModel(CLI::App& command, session::ModelRequest& model)
{
    command.add_option("MODEL", model.file, "ONNX model")->required();
    command
        .add_option_function<std::vector<std::string>>(
            "--dim",
            [&model](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    const auto parts = assignment(text);
                    const auto extent = parts ? positiveNumber(parts->second) : std::nullopt;
                    if (!extent) {
                        throw CLI::ValidationError(
                            "--dim", "write NAME=VALUE with a positive number, not '" + text + "'");
                    }
                    model.fixed.byName[parts->first] = *extent;
                }
            },
            "Fix a dynamic extent of the model by its name, e.g. height=224")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        .add_option_function<std::vector<std::string>>(
            "--input-shape",
            [&model](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    const auto parts = assignment(text);
                    const auto shape = parts ? parsedShape(parts->second) : std::nullopt;
                    if (!shape) {
                        throw CLI::ValidationError("--input-shape",
                                                   "write NAME=1x3x224x224, not '" + text + "'");
                    }
                    model.fixed.byInput[parts->first] = *shape;
                }
            },
            "Fix the whole shape of an input, e.g. images=1x3x224x224")
        ->type_name("NAME=SHAPE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag("--keep-batch-norm{*}")
        ->description("Do not fold the BatchNormalization behind layers into their weights and "
                      "biases: it runs in float behind them. --keep-batch-norm=LAYER, by name or "
                      "with * for any characters, says which (default: all); may be given several "
                      "times. A configuration with equalized channels or corrected weights is that "
                      "of one such choice")
        ->each([&model](const std::string& pattern) { model.keptBatchNorms.push_back(pattern); })
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void addCalibration(CLI::App& command, session::DataRequest& data)
{
    command
        .add_option(
            "--preprocess", data.preprocess,
            "Preset (torchvision, tensorflow, efficientnet-lite, unit, raw) or JSON file; default: "
            "MODEL.preprocess.json beside the model, else torchvision")
        ->type_name("NAME|FILE")
        ->group("Pictures");
    command
        .add_option("--calibration", data.calibrationImages,
                    "Folder of calibration pictures; default: some validation pictures")
        ->type_name("DIR")
        ->group("Pictures");
    command
        .add_option("--calibration-images", data.calibrationLimit,
                    "At most so many calibration pictures (0: all)")
        ->capture_default_str()
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->group("Pictures");
    command
        .add_option_function<std::string>(
            "--calibration-choice",
            [&data](const std::string& text) {
                data.calibrationChoice =
                    eval::parseSampleChoice(text).value_or(eval::SampleChoice::First);
            },
            "Which ones: first (default), random, or balanced (the same number of every class)")
        ->type_name("CHOICE")
        ->check([](const std::string& text) { return complaint(eval::parseSampleChoice(text)); })
        ->group("Pictures");
    command.add_option("--calibration-seed", data.calibrationSeed, "Of a choice that draws")
        ->capture_default_str()
        ->type_name("N")
        ->group("Pictures");
}

void addPictures(CLI::App& command, session::DataRequest& data)
{
    eval::DatasetRequest& validation = data.validation;
    const auto add = [&command](const char* name, auto& value, const char* help, const char* type) {
        return command.add_option(name, value, help)->type_name(type)->group("Pictures");
    };
    add("--images", validation.images, "Folder of pictures: flat, or one sub-folder a class", "DIR")
        ->required();
    add("--labels", validation.labels, "CSV or TXT with 'file,label' rows", "FILE");
    add("--classes", validation.classes, "Class names, one a line", "FILE");
    add("--limit", validation.limit, "At most so many pictures (0: all)", "N")
        ->check(CLI::NonNegativeNumber);
    addCalibration(command, data);
}

} // namespace quantoscope::cli
