// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/hardware_profile.h"

#include <QList>
#include <QPair>
#include <QString>

namespace quantoscope::gui {

/// What a target device takes, as names and values for people; the last one is the document that
/// says so.
[[nodiscard]] QList<QPair<QString, QString>> hardwareFacts(const session::HardwareProfile& profile);

/// Weight bits and the document, for a tool tip.
[[nodiscard]] QString hardwareHelp(const session::HardwareProfile& profile);

} // namespace quantoscope::gui
