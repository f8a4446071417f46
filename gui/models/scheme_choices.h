// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/scheme_field.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace quantoscope::gui {

/// A legal value of a field: `value` is what models and commands carry, `text` what people read.
struct SchemeChoice
{
    QString value;
    QString text;
};

[[nodiscard]] std::vector<SchemeChoice> schemeChoices(SchemeField field);
/// Values of SchemeField::WeightAxis for a weight tensor with so many axes.
[[nodiscard]] std::vector<SchemeChoice> axisChoices(std::size_t rank);
[[nodiscard]] QString schemeFieldText(SchemeField field);

/// The text of a value; the value itself when it is none of the choices.
[[nodiscard]] QString choiceText(SchemeField field, const QString& value);

} // namespace quantoscope::gui
