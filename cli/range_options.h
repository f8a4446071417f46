// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/named_choice.h"
#include "core/quant/scheme.h"

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace quantoscope::cli {

/// One --calibration-method or --weight-range: a method, as quant::parseCalibration() or
/// quant::withRange() read it, for what a name stands for, or for the whole model.
using RangeChoice = NamedChoice<std::string>;

/// How ranges are found, in the order given; later ones win.
struct RangeChoices
{
    std::vector<RangeChoice> activations, weights;
    double percentile = quant::Calibration{}.percentile; ///< where a choice names none
    double weightPercentile = quant::WeightScheme{}.percentile;
};

/// Adds --calibration-method and --weight-range, which may be given several times.
void addRanges(CLI::App& command, RangeChoices& ranges);
/// Adds the percentiles for where none is named. \return the options
std::vector<CLI::Option*> addPercentiles(CLI::App& command, RangeChoices& ranges);

} // namespace quantoscope::cli
