// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/scheme_choices.h"

namespace quantoscope::gui {

struct OutlineEntry;

/// One sentence that explains a value of a field; empty where its text says it all.
[[nodiscard]] QString choiceHelp(SchemeField field, const QString& value);

/// Why a value is not legal beside the rest of a scheme; empty when it is, also where the rest
/// changes with it (see setField).
[[nodiscard]] QString reasonAgainst(const quant::WeightScheme& scheme, SchemeField field,
                                    const QString& value);
/// Why a layer cannot be pruned so, whatever its scheme: channels may be in the way of something.
[[nodiscard]] QString reasonAgainstPruning(const OutlineEntry& layer, const QString& value);
/// Why the scales of a layer's weights cannot lie along an axis, whatever their granularity.
[[nodiscard]] QString reasonAgainstAxis(const OutlineEntry& layer, const QString& value);
/// Why a layer's channels cannot be split so, whatever its scheme.
[[nodiscard]] QString reasonAgainstSplitting(const OutlineEntry& layer, const QString& value);
/// \param hasTokens whether ranges can be taken from each token of the tensor
[[nodiscard]] QString reasonAgainst(const quant::ActivationScheme& scheme, SchemeField field,
                                    const QString& value, bool hasTokens);

} // namespace quantoscope::gui
