// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/qdq_onnx.h"

#include <memory>
#include <string>
#include <vector>

namespace quantoscope::exporting::test {

/// x [1,1,4,4] -> conv1 + relu -> r -> pool -> p -> conv2 -> c -> flat -> f -> fc -> y [1,2],
/// put together by hand, with its layers and sites.
struct SmallNetwork
{
    SmallNetwork();

    model::LayerModel layers;
    QuantizedModel quantized;

    /// Quantizes a layer's weights as quantizeWeights does.
    void quantizeLayer(const std::string& layer, const quant::WeightScheme& scheme);
    /// 8-bit symmetric per-channel weights everywhere.
    void quantizeAllWeights();
    /// Grids x: scale 0.5, zero point 3; r: 0.25, 0; c: 0.125, 100, all uint8.
    void quantizeAllActivations();
};

/// One line a node: "op(inputs) -> outputs".
[[nodiscard]] std::string asText(const model::Graph& graph);

/// The constant a tensor name stands for; a constant without bytes when there is none.
[[nodiscard]] model::Constant constantNamed(const model::Graph& graph, const std::string& name);

} // namespace quantoscope::exporting::test
