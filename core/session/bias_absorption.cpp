// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/bias_absorption.h"

#include "core/model/linear_geometry.h"
#include "core/quant/equalization.h"

#include <algorithm>
#include <numeric>

namespace quantoscope::session {
namespace {

/// Whether a layer is its operator, perhaps its bias, and a Relu.
bool endsInRelu(const model::LayerModel& layers, const model::Layer& layer)
{
    std::size_t relus = 0;
    for (std::size_t i = 1; i < layer.nodes.size(); ++i) {
        const model::Node& node = layers.graph->node(layer.nodes[i]);
        const bool isBiasAdd = node.opType == "Add" && layer.bias != model::kNoTensor &&
                               std::ranges::find(node.inputs, layer.bias) != node.inputs.end();
        if (node.opType == "Relu") {
            ++relus;
        } else if (!isBiasAdd || relus > 0) {
            return false;
        }
    }
    return relus == 1;
}

bool padsAxis(std::int64_t before, std::int64_t windows, std::int64_t stride, std::int64_t taps,
              std::int64_t dilation, std::int64_t extent)
{
    return before > 0 || (windows - 1) * stride + (taps - 1) * dilation + 1 > extent;
}

bool pads(const model::LinearGeometry& at)
{
    return !at.isChannelsLast &&
           (padsAxis(at.top, at.outHeight, at.strideY, at.kernelHeight, at.dilationY,
                     at.inHeight) ||
            padsAxis(at.left, at.outWidth, at.strideX, at.kernelWidth, at.dilationX, at.inWidth));
}

bool hasBiases(const model::LayerModel& layers, std::size_t index,
               const model::LinearGeometry& geometry)
{
    const model::TensorId bias = layers.layers[index].bias;
    return bias != model::kNoTensor &&
           elementCount(layers.graph->tensor(bias).shape.value_or(Shape{})) == geometry.outChannels;
}

AbsorptionObstacle asAbsorption(model::StreamObstacle obstacle)
{
    using enum model::StreamObstacle;
    switch (obstacle) {
    case ClippedActivation:
    case OtherActivation:
    case BatchNorm:
        return AbsorptionObstacle::NoRelu;
    case SharedWeights:
        return AbsorptionObstacle::SharedWeights;
    case OtherOperator:
    case ModelOutput:
    case ModelInput:
        break;
    }
    return AbsorptionObstacle::SeveralReaders;
}

} // namespace

std::int64_t AbsorptionReport::absorbedChannels() const
{
    return std::accumulate(
        pairs.begin(), pairs.end(), std::int64_t{0},
        [](std::int64_t sum, const AbsorbedPair& pair) { return sum + pair.channels; });
}

std::optional<AbsorptionObstacle> absorptionObstacle(const model::LayerModel& layers,
                                                     const model::ChannelStream& stream)
{
    if (stream.obstacle) {
        return asAbsorption(*stream.obstacle);
    }
    if (!stream.isDirect || stream.readers.size() != 1) {
        return AbsorptionObstacle::SeveralReaders;
    }
    const std::size_t writer = stream.writers.front();
    const std::size_t reader = stream.readers.front();
    if (!endsInRelu(layers, layers.layers[writer])) {
        return AbsorptionObstacle::NoRelu;
    }
    const auto writing = model::linearGeometry(layers, writer);
    const auto reading = model::linearGeometry(layers, reader);
    if (!writing || !reading || !hasBiases(layers, writer, *writing) ||
        !hasBiases(layers, reader, *reading)) {
        return AbsorptionObstacle::NoBias;
    }
    return pads(*reading) ? std::optional(AbsorptionObstacle::Padding) : std::nullopt;
}

std::shared_ptr<const quant::Equalization>
withoutShifts(const std::shared_ptr<const quant::Equalization>& equalization)
{
    if (!hasShifts(equalization)) {
        return equalization;
    }
    auto plain = std::make_shared<quant::Equalization>(*equalization);
    for (auto& [name, layer] : plain->layers) {
        layer.outputShifts.clear();
        layer.inputShifts.clear();
    }
    return quant::withoutIdleLayers(std::move(*plain));
}

std::shared_ptr<const quant::Equalization>
withoutShifts(const std::shared_ptr<const quant::Equalization>& equalization,
              const model::LayerModel& layers, const std::vector<model::ChannelStream>& which)
{
    if (!hasShifts(equalization)) {
        return equalization;
    }
    auto plain = std::make_shared<quant::Equalization>(*equalization);
    for (const model::ChannelStream& stream : which) {
        for (const std::size_t index : stream.writers) {
            plain->layers[layers.layers[index].name].outputShifts.clear();
        }
        for (const std::size_t index : stream.readers) {
            plain->layers[layers.layers[index].name].inputShifts.clear();
        }
    }
    return quant::withoutIdleLayers(std::move(*plain));
}

bool hasShifts(const std::shared_ptr<const quant::Equalization>& equalization)
{
    return equalization != nullptr &&
           std::ranges::any_of(equalization->layers, [](const auto& entry) {
               return !entry.second.outputShifts.empty() || !entry.second.inputShifts.empty();
           });
}

} // namespace quantoscope::session
