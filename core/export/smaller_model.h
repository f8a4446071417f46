// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/qdq_onnx.h"
#include "core/quant/pruning.h"

#include <vector>

namespace quantoscope::exporting {

/// A quantized model whose graph really lacks the channels that are zero: their filters and biases
/// in what writes them, their weights in what reads them, the extents of the tensors between. Its
/// outputs are those of the model with zeros but for the rounding of sums.
/// \param removed by layer index; the same channels in all layers of a stream
///                (model::channelStreams with StreamUse::Removing)
[[nodiscard]] QuantizedModel withoutChannels(QuantizedModel quantized,
                                             const std::vector<quant::RemovedChannels>& removed);

} // namespace quantoscope::exporting
