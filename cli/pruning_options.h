// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/named_choice.h"
#include "core/session/pruning.h"

#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

/// One --prune: a pattern for a layer, or for the whole model.
using PruningChoice = NamedChoice<quant::Pruning>;

/// Adds --prune, which may be given several times; later ones win.
void addPruning(CLI::App& command, std::vector<PruningChoice>& choices);

} // namespace quantoscope::cli
