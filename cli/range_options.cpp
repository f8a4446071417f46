// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/range_options.h"

#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace quantoscope::cli {

namespace {

RangeChoice rangeChoice(const std::string& text)
{
    const auto parts = assignment(text);
    return parts ? RangeChoice{parts->first, parts->second} : RangeChoice{{}, text};
}

template <typename Complaint>
void addChoices(CLI::App& command, const char* name, std::vector<RangeChoice>& choices,
                const char* help, const char* type, Complaint complaintAbout)
{
    command
        .add_option_function<std::vector<std::string>>(
            name,
            [&choices](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    choices.push_back(rangeChoice(text));
                }
            },
            help)
        ->type_name(type)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check([complaintAbout](const std::string& text) {
            return complaintAbout(rangeChoice(text).method);
        })
        ->group("Quantization");
}

} // namespace

void addRanges(CLI::App& command, RangeChoices& ranges)
{
    addChoices(command, "--weight-range", ranges.weights,
               "How weight ranges are found, in all layers or in some (by name, or with * for any "
               "characters): min-max (default), mse, percentile or percentile:P. May be given "
               "several times, e.g. --weight-range mse --weight-range head/Conv=min-max; with "
               "--config it changes what the file has",
               "[LAYER=]METHOD",
               [](const std::string& text) { return complaint(quant::withRange({}, text)); });
    addChoices(command, "--calibration-method", ranges.activations,
               "How clipping ranges of activations are found, in the whole model or of some "
               "tensors (by their name or that of the layer that makes them, or with * for any "
               "characters): min-max (default), percentile or percentile:P, mse, entropy, "
               "moving-average, p-norm. May be given several times, e.g. --calibration-method mse "
               "--calibration-method 'block1*=percentile:99.9'; with --config it changes what the "
               "file has",
               "[TENSOR=]METHOD",
               [](const std::string& text) { return complaint(quant::parseCalibration(text)); });
}

std::vector<CLI::Option*> addPercentiles(CLI::App& command, RangeChoices& ranges)
{
    std::vector<CLI::Option*> options{
        command.add_option("--weight-percentile", ranges.weightPercentile,
                           "Of percentile weight ranges that name none"),
        command.add_option("--percentile", ranges.percentile,
                           "Of the percentile method where it names none")};
    for (CLI::Option* option : options) {
        option->capture_default_str()
            ->type_name("P")
            ->check(CLI::Range(50.0, 100.0))
            ->group("Quantization");
    }
    return options;
}

} // namespace quantoscope::cli
