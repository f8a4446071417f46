// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/hardware_profile.h"
#include "gui/models/model_outline.h"
#include "gui/models/scheme_choices.h"

#include <QString>

namespace quantoscope::gui {

/// Why hardware does not take a value of a field in a layer; empty: it does.
[[nodiscard]] QString reasonOfHardware(const session::HardwareProfile& profile,
                                       const OutlineEntry& layer, SchemeField field,
                                       const QString& value);

} // namespace quantoscope::gui
