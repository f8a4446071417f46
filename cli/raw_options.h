// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

/// Where CLI11 puts what it read, before it is turned into the types the commands take.
struct RawOptions
{
    std::string bits = "W8A8";
    bool asymmetricWeights = false;
    bool perTensor = false;
    bool powerOfTwoScales = false;
    bool symmetricActivations = false;
    InfoOptions info;
    EvaluateOptions evaluate;
    ExportOptions exporting;
    ConfigOptions config;
    SensitivityOptions sensitivity;
    SearchOptions search;
    std::string budget;
    std::vector<std::string> pins;
    std::optional<session::SearchPictures> chooseOn;
    PruneOptions prune;
    BenchOptions bench;
    CalibrateOptions calibrate;
    CascadeOptions cascade;
};

/// All commands with their options.
void addCommands(CLI::App& app, RawOptions& raw);

} // namespace quantoscope::cli
