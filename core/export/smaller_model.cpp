// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/smaller_model.h"

#include "core/model/channel_streams.h"
#include "core/quant/prune_weights.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <utility>

namespace quantoscope::exporting {
namespace {

using Channels = std::vector<std::int32_t>;
using model::TensorId;

/// Values that no mask covers.
template <typename T>
std::vector<T> unmasked(const std::vector<T>& values, const std::vector<std::uint8_t>& mask)
{
    std::vector<T> left;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (mask[i] == 0) {
            left.push_back(values[i]);
        }
    }
    return left;
}

Shape shrunk(Shape shape, int axis, const Channels& channels)
{
    if (axis >= 0 && !channels.empty()) {
        shape[static_cast<std::size_t>(axis)] -= static_cast<std::int64_t>(channels.size());
    }
    return shape;
}

/// What of a layer's weights stays.
struct Left
{
    std::vector<std::uint8_t> mask; ///< 1: goes
    Shape shape;
};

Left leftOf(const Shape& shape, int channelAxis, const quant::RemovedChannels& removed)
{
    const int inputAxis = quant::inputChannelAxis(shape, channelAxis);
    Left left{std::vector<std::uint8_t>(static_cast<std::size_t>(elementCount(shape)), 0), shape};
    quant::markSlices(shape, channelAxis, removed.outputs, left.mask);
    quant::markSlices(shape, inputAxis, removed.inputs, left.mask);
    left.shape = shrunk(shrunk(shape, channelAxis, removed.outputs), inputAxis, removed.inputs);
    return left;
}

/// Removed channels are zeros, and none of these is split.
quant::ChannelSplits renumbered(quant::ChannelSplits splits, const Channels& removed)
{
    for (std::int32_t& parent : splits.parents) {
        parent -=
            static_cast<std::int32_t>(std::ranges::lower_bound(removed, parent) - removed.begin());
    }
    return splits;
}

/// What goes of the slices along an axis.
Channels removedAlong(int axis, const Shape& shape, int channelAxis,
                      const quant::RemovedChannels& removed)
{
    if (axis == channelAxis) {
        return removed.outputs;
    }
    return axis == quant::inputChannelAxis(shape, channelAxis) ? removed.inputs : Channels{};
}

void shrink(quant::QuantizedWeights& weights, int channelAxis,
            const quant::RemovedChannels& removed)
{
    const Left left = leftOf(weights.values.shape, channelAxis, removed);
    weights.values = {left.shape, unmasked(weights.values.values, left.mask)};
    if (!weights.codes.empty()) {
        weights.codes = unmasked(weights.codes, left.mask);
    }
    weights.splits = renumbered(std::move(weights.splits), removed.inputs);
    quant::QuantParams& params = weights.params;
    const Channels slices = removedAlong(params.axis, left.shape, channelAxis, removed);
    if (params.scales.size() > 1 && !slices.empty()) {
        std::vector<std::uint8_t> gone(params.scales.size(), 0);
        for (const std::int32_t channel : slices) {
            gone[static_cast<std::size_t>(channel)] = 1;
        }
        params.scales = unmasked(params.scales, gone);
        params.zeroPoints = unmasked(params.zeroPoints, gone);
    }
}

std::vector<float> without(const std::vector<float>& values, const Channels& channels)
{
    std::vector<std::uint8_t> gone(values.size(), 0);
    for (const std::int32_t channel : channels) {
        gone[static_cast<std::size_t>(channel)] = 1;
    }
    return unmasked(values, gone);
}

class Shrinker
{
public:
    Shrinker(model::LayerModel& layers, model::Graph& graph,
             const std::vector<quant::RemovedChannels>& removed)
        : m_layers(layers), m_graph(graph), m_removed(removed)
    {
    }

    void run()
    {
        const auto streams = model::channelStreams(m_layers, model::StreamUse::Removing);
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            if (!m_removed[i].isEmpty()) {
                shrinkConstants(m_layers.layers[i], m_removed[i]);
            }
        }
        for (const model::ChannelStream& stream : streams) {
            const Channels& channels = m_removed[stream.writers.front()].outputs;
            if (!channels.empty()) {
                shrinkTensors(stream, static_cast<std::int64_t>(channels.size()));
            }
        }
    }

private:
    void replace(TensorId tensor, const Shape& shape, const std::vector<float>& values)
    {
        m_graph.tensor(tensor).constant = model::makeConstant(shape, values);
        m_graph.tensor(tensor).shape = shape;
    }

    void shrinkConstants(const model::Layer& layer, const quant::RemovedChannels& removed)
    {
        const model::Constant weight = *m_graph.tensor(layer.weight).constant;
        const Left left = leftOf(weight.shape, layer.channelAxis, removed);
        replace(layer.weight, left.shape, unmasked(model::floatValues(weight), left.mask));
        if (layer.bias != model::kNoTensor && !removed.outputs.empty()) {
            const model::Constant bias = *m_graph.tensor(layer.bias).constant;
            Shape shape = bias.shape;
            *std::ranges::max_element(shape) -= static_cast<std::int64_t>(removed.outputs.size());
            replace(layer.bias, shape, without(model::floatValues(bias), removed.outputs));
        }
        model::Node& node = m_graph.node(layer.nodes.front());
        if (layer.kind == model::LayerKind::DepthwiseConv) {
            node.attributes["group"] = model::intAttribute(node, "group", 1) -
                                       static_cast<std::int64_t>(removed.outputs.size());
        }
    }

    /// Every tensor whose extent along the channels is the stream's.
    void shrinkTensors(const model::ChannelStream& stream, std::int64_t count)
    {
        const model::Layer& writer = m_layers.layers[stream.writers.front()];
        const bool isLast =
            writer.kind == model::LayerKind::Gemm || writer.kind == model::LayerKind::MatMul;
        std::set<TensorId> tensors(stream.tensors.begin(), stream.tensors.end());
        for (const model::Layer& layer : m_layers.layers) {
            const bool isPart = std::ranges::any_of(
                layer.outputs, [&](TensorId id) { return tensors.contains(id); });
            for (const model::NodeId id : isPart ? layer.nodes : std::vector<model::NodeId>{}) {
                const model::Node& node = m_graph.node(id);
                tensors.insert(node.outputs.begin(), node.outputs.end());
                shrinkReshape(id, stream.channels, count);
            }
        }
        for (const TensorId id : tensors) {
            auto& shape = m_graph.tensor(id).shape;
            if (!shape || shape->size() < 2) {
                continue;
            }
            const std::size_t axis = isLast ? shape->size() - 1 : 1;
            (*shape)[axis] -= (*shape)[axis] == stream.channels ? count : 0;
        }
    }

    /// A Reshape to [N, C] that names its channels.
    void shrinkReshape(model::NodeId id, std::int64_t channels, std::int64_t count)
    {
        const model::Node node = m_graph.node(id);
        if (node.opType != "Reshape" || node.inputs.size() < 2) {
            return;
        }
        const auto& constant = m_graph.tensor(node.inputs[1]).constant;
        std::vector<std::int64_t> shape =
            constant ? model::integerValues(*constant) : std::vector<std::int64_t>{};
        if (shape.size() == 2 && shape[1] == channels) {
            shape[1] -= count;
            m_graph.node(id).inputs[1] =
                m_graph.addConstant(node.name + "_shape_without_channels", Shape{2}, shape);
        }
    }

    model::LayerModel& m_layers;
    model::Graph& m_graph;
    const std::vector<quant::RemovedChannels>& m_removed;
};

} // namespace

QuantizedModel withoutChannels(QuantizedModel quantized,
                               const std::vector<quant::RemovedChannels>& removed)
{
    if (std::ranges::all_of(removed, &quant::RemovedChannels::isEmpty)) {
        return quantized;
    }
    auto layers = std::make_shared<model::LayerModel>(*quantized.layers);
    auto graph = std::make_shared<model::Graph>(*layers->graph);
    Shrinker(*layers, *graph, removed).run();
    for (std::size_t i = 0; i < removed.size(); ++i) {
        const model::Layer& layer = layers->layers[i];
        const auto weights = quantized.weights.find(layer.name);
        if (weights != quantized.weights.end() && !removed[i].isEmpty()) {
            shrink(weights->second, layer.channelAxis, removed[i]);
        }
        const auto bias = quantized.biases.find(layer.name);
        if (bias != quantized.biases.end()) {
            bias->second = without(bias->second, removed[i].outputs);
        }
    }
    layers->graph = std::move(graph);
    quantized.layers = layers.get();
    quantized.owner = std::move(layers);
    return quantized;
}

} // namespace quantoscope::exporting
