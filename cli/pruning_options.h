// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/pruning.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

/// One --prune: a pattern for a layer, or for the whole model.
struct PruningChoice
{
    std::string layer; ///< empty: all layers
    quant::Pruning pruning;
};

/// Reads "2:4" or "LAYER=2:4".
[[nodiscard]] Result<PruningChoice> parsePruningChoice(const std::string& text);

/// Adds --prune, which may be given several times; later ones win.
void addPruning(CLI::App& command, std::vector<PruningChoice>& choices);

} // namespace quantoscope::cli
