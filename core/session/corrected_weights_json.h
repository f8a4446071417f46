// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/corrected_weights.h"
#include "core/session/json_entry.h"

#include <memory>

namespace quantoscope::session {

/// {"method", "qmin", "qmax", "axis", "scales": [..], "zeroPoints": [..], "bias": [..], "codes":
/// "0f3.."}: codes less qmin in hexadecimal, each with as many digits as qmax - qmin needs.
[[nodiscard]] Json correctedJson(const quant::CorrectedWeights& corrected);
/// \param equalization of the layer they belong to
/// InvalidData naming the entry. Whether they fit a layer is for Session::check.
[[nodiscard]] Result<std::shared_ptr<const quant::CorrectedWeights>>
correctedFrom(const Entry& entry, const quant::WeightScheme& scheme,
              quant::EqualizedLayer equalization);

} // namespace quantoscope::session
