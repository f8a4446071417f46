// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QString>

#include <array>
#include <map>

namespace quantoscope::gui {

/// The parts of a layer's configuration that people edit one by one.
enum class SchemeField {
    WeightPrecision,
    WeightSymmetry,
    WeightGranularity,
    WeightAxis,
    WeightScale,
    WeightRange,
    WeightPruning,
    WeightSplitting,
    ActivationPrecision,
    ActivationSymmetry,
    ActivationSource,
    ActivationCalibration,
};

/// In an order in which they can be set one after the other: what others depend on comes first.
inline constexpr std::array kSchemeFields = {
    SchemeField::WeightPrecision,     SchemeField::WeightGranularity,
    SchemeField::WeightAxis,          SchemeField::WeightSymmetry,
    SchemeField::WeightScale,         SchemeField::WeightRange,
    SchemeField::WeightPruning,       SchemeField::WeightSplitting,
    SchemeField::ActivationPrecision, SchemeField::ActivationSymmetry,
    SchemeField::ActivationSource,    SchemeField::ActivationCalibration};

/// Values of some fields, as schemeChoices() has them.
using FieldValues = std::map<SchemeField, QString>;

[[nodiscard]] bool isWeightField(SchemeField field);

/// Value of a field of a scheme, one of schemeChoices().
[[nodiscard]] QString fieldValue(SchemeField field, const quant::WeightScheme& scheme);
[[nodiscard]] QString fieldValue(SchemeField field, const quant::ActivationScheme& scheme);

/// Sets a field from its value, and what must change with it (see quant::withPrecision; MX blocks
/// have no zero points, only channels and groups have an axis, dynamic ranges none set by hand, and
/// channels are split only where quant::WeightScheme::takesSplitting()). False, with the scheme
/// unchanged, when the value is no legal one or the scheme would not be legal. A way to calibrate
/// takes the place of a range set by hand.
bool setField(quant::WeightScheme& scheme, SchemeField field, const QString& value);
bool setField(quant::ActivationScheme& scheme, SchemeField field, const QString& value);

} // namespace quantoscope::gui
