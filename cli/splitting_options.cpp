// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/splitting_options.h"

#include "cli/named_option.h"
#include "core/session/splitting.h"

namespace quantoscope::cli {

void addSplitting(CLI::App& command, std::vector<SplittingChoice>& choices)
{
    addNamedOption(
        command,
        {"--split-outliers",
         "Add this share of input channels, usually 0.01 to 0.1, to all layers or to one, by "
         "splitting those with the largest weights, so that the grid gets finer (outlier "
         "channel splitting, Zhao et al. 2019; the exported model has the channels); none ends "
         "it. May be given several times, e.g. --split-outliers 0.05 --split-outliers "
         "conv1=none; with --config it adds to the file. Such layers are rounded to nearest "
         "where others are corrected",
         "[LAYER=]SHARE"},
        choices, [](const std::string& text) { return quant::parseSplit(text); });
}

} // namespace quantoscope::cli
