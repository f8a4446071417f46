// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace quantoscope::gui {

/// An error as people read it: in English its place and message; in other languages, whose
/// translations end at the core, these behind a sentence that says what kind of failure it is.
[[nodiscard]] QString errorText(const Error& error);

} // namespace quantoscope::gui
