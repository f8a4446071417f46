// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QString>
#include <QVariant>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace quantoscope::gui {

/// The parts of a layer's configuration that people edit one by one.
enum class SchemeField {
    WeightPrecision,
    WeightSymmetry,
    WeightGranularity,
    WeightAxis,
    WeightScale,
    WeightPruning,
    WeightSplitting,
    ActivationPrecision,
    ActivationSymmetry,
    ActivationSource,
};

/// In an order in which they can be set one after the other: what others depend on comes first.
inline constexpr std::array kSchemeFields = {
    SchemeField::WeightPrecision, SchemeField::WeightGranularity,   SchemeField::WeightAxis,
    SchemeField::WeightSymmetry,  SchemeField::WeightScale,         SchemeField::WeightPruning,
    SchemeField::WeightSplitting, SchemeField::ActivationPrecision, SchemeField::ActivationSymmetry,
    SchemeField::ActivationSource};

/// Values of some fields, as schemeChoices() has them.
using FieldValues = std::map<SchemeField, QString>;

/// A legal value of a field: `value` is what models and commands carry, `text` what people read.
struct SchemeChoice
{
    QString value;
    QString text;
};

[[nodiscard]] bool isWeightField(SchemeField field);
[[nodiscard]] std::vector<SchemeChoice> schemeChoices(SchemeField field);
/// Values of SchemeField::WeightAxis for a weight tensor with so many axes.
[[nodiscard]] std::vector<SchemeChoice> axisChoices(std::size_t rank);
[[nodiscard]] QString schemeFieldText(SchemeField field);

/// Value of a field of a scheme, one of schemeChoices().
[[nodiscard]] QString fieldValue(SchemeField field, const quant::WeightScheme& scheme);
[[nodiscard]] QString fieldValue(SchemeField field, const quant::ActivationScheme& scheme);
/// The text of a value; the value itself when it is none of the choices.
[[nodiscard]] QString choiceText(SchemeField field, const QString& value);

/// Sets a field from its value, and what must change with it (see quant::withPrecision; MX blocks
/// have no zero points, only channels and groups have an axis, dynamic ranges none set by hand, and
/// channels are split only where quant::WeightScheme::takesSplitting()). False, with the scheme
/// unchanged, when the value is none of the choices or the scheme would not be legal.
bool setField(quant::WeightScheme& scheme, SchemeField field, const QString& value);
bool setField(quant::ActivationScheme& scheme, SchemeField field, const QString& value);

struct OutlineEntry;
/// Sets those of the fields that a layer has. Layers that write the same channels are pruned by
/// channels together; where a layer's channels cannot be removed, its pruning stays as it is, where
/// they cannot be split none is, and scales are those of the outputs where there is no such axis.
/// Whether it has any; empty, with the configuration half changed, where a scheme would not be
/// legal.
[[nodiscard]] std::optional<bool> setFieldsOf(quant::Configuration& configuration,
                                              const OutlineEntry& layer, const FieldValues& values);

/// Scheme of a layer or tensor; what a configuration leaves out is FP32.
[[nodiscard]] quant::WeightScheme weightScheme(const quant::Configuration& configuration,
                                               const std::string& layer);
[[nodiscard]] quant::ActivationScheme activationScheme(const quant::Configuration& configuration,
                                                       const std::string& tensor);

} // namespace quantoscope::gui
