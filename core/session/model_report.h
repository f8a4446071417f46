// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/model_info.h"

#include <string>

namespace quantoscope::session {

/// What a model consists of, as JSON: the file's facts, inputs and outputs, layers [{name, op,
/// kind, absorbed, outputShape, weightShape, channelAxis, parameters, macs}] and activations
/// [{name, layer}].
[[nodiscard]] std::string toJson(const ModelInfo& model);

} // namespace quantoscope::session
