// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/splitting_options.h"

#include "cli/option_groups.h"
#include "core/session/splitting.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace quantoscope::cli {

Result<SplittingChoice> parseSplittingChoice(const std::string& text)
{
    const auto parts = assignment(text);
    const auto share = quant::parseSplit(parts ? parts->second : text);
    if (!share) {
        return failFrom(share);
    }
    return SplittingChoice{parts ? parts->first : std::string(), *share};
}

void addSplitting(CLI::App& command, std::vector<SplittingChoice>& choices)
{
    command
        .add_option_function<std::vector<std::string>>(
            "--split-outliers",
            [&choices](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    if (auto choice = parseSplittingChoice(text)) {
                        choices.push_back(*std::move(choice));
                    }
                }
            },
            "Add this share of input channels, usually 0.01 to 0.1, to all layers or to one, by "
            "splitting those with the largest weights, so that the grid gets finer (outlier "
            "channel splitting, Zhao et al. 2019; the exported model has the channels); none ends "
            "it. May be given several times, e.g. --split-outliers 0.05 --split-outliers "
            "conv1=none; with --config it adds to the file. Such layers are rounded to nearest "
            "where others are corrected")
        ->type_name("[LAYER=]SHARE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check([](const std::string& text) { return complaint(parseSplittingChoice(text)); })
        ->group("Quantization");
}

} // namespace quantoscope::cli
