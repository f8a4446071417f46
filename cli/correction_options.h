// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/named_choice.h"
#include "core/session/correction.h"

namespace CLI {
class App;
}

namespace quantoscope::cli {

struct QuantizationOptions;

/// One --method: for the layers of a name or pattern, or for all.
using MethodChoice = NamedChoice<quant::CorrectionMethod>;

/// Adds --correct, --method (which may be given several times; later ones win), --best and what
/// addEqualization() adds.
void addCorrection(CLI::App& command, QuantizationOptions& quantization);

} // namespace quantoscope::cli
