// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pruning_options.h"

#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace quantoscope::cli {

Result<PruningChoice> parsePruningChoice(const std::string& text)
{
    const auto parts = assignment(text);
    auto pruning = quant::parsePruning(parts ? parts->second : text);
    if (!pruning) {
        return failFrom(pruning);
    }
    return PruningChoice{parts ? parts->first : std::string(), *pruning};
}

void addPruning(CLI::App& command, std::vector<PruningChoice>& choices)
{
    command
        .add_option_function<std::vector<std::string>>(
            "--prune",
            [&choices](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    if (auto choice = parsePruningChoice(text)) {
                        choices.push_back(*std::move(choice));
                    }
                }
            },
            "Make weights zero before the rest is quantized, in all layers or in one: "
            "unstructured:0.5 (the half of least magnitude, Han et al. 2015), 2:4 (all but the two "
            "largest of every four along the input channels, Mishra et al. 2021), channels:0.25 "
            "(filters of "
            "the least L1 norm, Li et al. 2017; the exported model lacks them), none. May be "
            "given several times, e.g. --prune 2:4 --prune conv1=none; with --config it adds to "
            "the file")
        ->type_name("[LAYER=]PATTERN")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check([](const std::string& text) { return complaint(parsePruningChoice(text)); })
        ->group("Quantization");
}

} // namespace quantoscope::cli
