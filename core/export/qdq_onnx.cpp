// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_onnx.h"

#include "core/export/qdq_builder.h"
#include "core/export/raise_opset.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exporting {

namespace {

bool isPerTensorGrid(const quant::QuantParams& params)
{
    return params.isPerTensor() && params.scales.size() == 1 && params.zeroPoints.size() == 1;
}

/// Every entry must name something, and grids must have the form their place asks for.
Status checkEntries(const QuantizedModel& quantized)
{
    for (const auto& [name, weights] : quantized.weights) {
        const model::Layer* layer = quantized.layers->findLayer(name);
        if (layer == nullptr || !layer->hasWeights()) {
            return fail(ErrorCode::InvalidArgument,
                        "the model has no layer with weights of this name", name);
        }
    }
    for (const auto& [name, params] : quantized.activations) {
        if (quantized.layers->findSite(name) == nullptr) {
            return fail(ErrorCode::InvalidArgument, "no quantizer can sit at this tensor", name);
        }
        if (!isPerTensorGrid(params)) {
            return fail(ErrorCode::InvalidArgument,
                        "an activation needs exactly one scale and zero point", name);
        }
    }
    for (const auto& [name, activation] : quantized.floatActivations) {
        if (quantized.layers->findSite(name) == nullptr) {
            return fail(ErrorCode::InvalidArgument, "no quantizer can sit at this tensor", name);
        }
    }
    return {};
}

} // namespace

Result<model::Graph> toQdqGraph(const QuantizedModel& quantized)
{
    if (const Status known = checkEntries(quantized); !known) {
        return failFrom(known);
    }
    QdqBuilder builder(quantized);
    const ActivationGrids grids = activationGrids(quantized);
    if (const Status written = writeWeights(builder); !written) {
        return failFrom(written);
    }
    writeBiases(builder, grids);
    writeActivations(builder, grids);
    writeAddedChannels(builder, grids);
    return raisedTo(builder.neededOpset(), model::compacted(builder.graph()));
}

} // namespace quantoscope::exporting
