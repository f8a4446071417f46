// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <QString>

namespace quantoscope::gui {

/// What a stage is called in the status bar, translated.
[[nodiscard]] QString stageText(Stage stage);

} // namespace quantoscope::gui
