// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/hardware_profile.h"
#include "gui/models/model_outline.h"

#include <QString>

namespace quantoscope::gui {

/// Why hardware does not take weights of a layer at a precision, a value of
/// SchemeField::WeightPrecision; empty: it does.
[[nodiscard]] QString reasonOfHardware(const session::HardwareProfile& profile,
                                       const OutlineEntry& layer, const QString& precision);

} // namespace quantoscope::gui
