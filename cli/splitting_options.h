// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

/// One --split-outliers: a share of channels to add to a layer, or to all.
struct SplittingChoice
{
    std::string layer; ///< empty: all layers
    double share = 0.0;
};

/// Reads "0.05" or "LAYER=0.05"; "none" is 0.
[[nodiscard]] Result<SplittingChoice> parseSplittingChoice(const std::string& text);

/// Adds --split-outliers, which may be given several times; later ones win.
void addSplitting(CLI::App& command, std::vector<SplittingChoice>& choices);

} // namespace quantoscope::cli
