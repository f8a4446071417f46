// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/scheme.h"
#include "core/session/session.h"

namespace quantoscope::session {

/// The same settings for every layer and site; FP32 entries are left out.
[[nodiscard]] Result<quant::Configuration> uniformConfiguration(const model::LayerModel& layers,
                                                                const UniformSettings& settings);

/// Checks names and schemes against a model; the error names the entry.
[[nodiscard]] Status checkConfiguration(const model::LayerModel& layers,
                                        const quant::Configuration& configuration);

/// The same meaning in one spelling: FP32 entries that keep every weight left out, so that equal
/// configurations compare equal.
[[nodiscard]] quant::Configuration canonical(const quant::Configuration& configuration);

/// A scheme at other bits: 1 bit is always symmetric, 32 is FP32.
[[nodiscard]] quant::WeightScheme withBits(const quant::WeightScheme& scheme, int bits);

/// Everything in FP32, with an equalization (may be null).
[[nodiscard]] quant::Configuration
floatsWith(std::shared_ptr<const quant::Equalization> equalization);

} // namespace quantoscope::session
