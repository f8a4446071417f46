// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantoscope::gui {

/// Folder of the bundled sample (model, val, calib): beside the sources, or where it was installed;
/// empty when there is none.
[[nodiscard]] QString sampleFolder();

} // namespace quantoscope::gui
