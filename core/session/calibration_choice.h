// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

namespace quantoscope::session {

/// Whether a request asks for the open validation pictures, prepared as they are; which calibration
/// pictures it asks for does not matter.
[[nodiscard]] bool isSameButForCalibration(const DataInfo& open, const DataRequest& wanted);

/// Whether both ask for the same calibration pictures of the same validation pictures.
[[nodiscard]] bool isSameCalibration(const DataRequest& first, const DataRequest& second);

} // namespace quantoscope::session
