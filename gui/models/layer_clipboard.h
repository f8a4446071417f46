// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gui/models/scheme_choices.h"

#include <QJsonObject>

namespace quantoscope::gui {

/// Settings of a layer as text for the clipboard, JSON with the names of the fields.
[[nodiscard]] QString settingsText(const FieldValues& values);
/// InvalidData where the text is no such settings, with what it should be.
[[nodiscard]] Result<FieldValues> settingsFromText(const QString& text);

/// Name of a field in files and on the clipboard: "weightBits".
[[nodiscard]] QString fieldKey(SchemeField field);
[[nodiscard]] QJsonObject settingsJson(const FieldValues& values);
/// Leaves out what is no field or none of its values.
[[nodiscard]] FieldValues settingsFromJson(const QJsonObject& object);

} // namespace quantoscope::gui
