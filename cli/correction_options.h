// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/correction.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace quantoscope::cli {

struct QuantizationOptions;

/// One --method: for the layers of a name or pattern, or for all.
struct MethodChoice
{
    std::string layer; ///< empty: all layers
    quant::CorrectionMethod method = quant::CorrectionMethod::Reconstruction;
};

/// Reads "gptq" or "LAYER=gptq".
[[nodiscard]] Result<MethodChoice> parseMethodChoice(const std::string& text);

/// Adds --correct, --method (which may be given several times; later ones win), --best and what
/// addEqualization() adds.
void addCorrection(CLI::App& command, QuantizationOptions& quantization);

} // namespace quantoscope::cli
