// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pruning_options.h"

#include "cli/named_option.h"

namespace quantoscope::cli {

void addPruning(CLI::App& command, std::vector<PruningChoice>& choices)
{
    addNamedOption(
        command,
        {"--prune",
         "Make weights zero before the rest is quantized, in all layers or in one: "
         "unstructured:0.5 (the half of least magnitude, Han et al. 2015), 2:4 (all but the two "
         "largest of every four along the input channels, Mishra et al. 2021), channels:0.25 "
         "(filters of the least L1 norm, Li et al. 2017; the exported model lacks them), none. May "
         "be "
         "given several times, e.g. --prune 2:4 --prune conv1=none; with --config it adds to "
         "the file",
         "[LAYER=]PATTERN"},
        choices, [](const std::string& text) { return quant::parsePruning(text); });
}

} // namespace quantoscope::cli
