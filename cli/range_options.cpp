// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/range_options.h"

#include "cli/named_option.h"

namespace quantoscope::cli {

namespace {

/// The text itself where `legal` tells no failure: what it means depends on a percentile that is
/// known only later.
template <typename T>
Result<std::string> checkedText(const std::string& text, const Result<T>& legal)
{
    return legal ? Result<std::string>(text) : failFrom(legal);
}

} // namespace

void addRanges(CLI::App& command, RangeChoices& ranges)
{
    addNamedOption(
        command,
        {"--weight-range",
         "How weight ranges are found, in all layers or in some (by name, or with * for any "
         "characters): min-max (default), mse, percentile or percentile:P. May be given "
         "several times, e.g. --weight-range mse --weight-range head/Conv=min-max; with "
         "--config it changes what the file has",
         "[LAYER=]METHOD"},
        ranges.weights,
        [](const std::string& text) { return checkedText(text, quant::withRange({}, text)); });
    addNamedOption(
        command,
        {"--calibration-method",
         "How clipping ranges of activations are found, in the whole model or of some "
         "tensors (by their name or that of the layer that makes them, or with * for any "
         "characters): min-max (default), percentile or percentile:P, mse, entropy, "
         "moving-average, p-norm. May be given several times, e.g. --calibration-method mse "
         "--calibration-method 'block1*=percentile:99.9'; with --config it changes what the "
         "file has",
         "[TENSOR=]METHOD"},
        ranges.activations,
        [](const std::string& text) { return checkedText(text, quant::parseCalibration(text)); });
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
