// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/named_choice.h"

#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

/// One --split-outliers: a share of channels to add to a layer, or to all; "none" is 0.
using SplittingChoice = NamedChoice<double>;

/// Adds --split-outliers, which may be given several times; later ones win.
void addSplitting(CLI::App& command, std::vector<SplittingChoice>& choices);

} // namespace quantoscope::cli
