// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/channel_streams.h"

#include "core/model/graph_edit.h"
#include "core/model/linear_geometry.h"
#include "core/model/operator_kinds.h"
#include "core/model/row_movement.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace quantoscope::model {
namespace {

/// Of channels on the last axis of tensors of any rank.
constexpr std::size_t kLastAxis = std::numeric_limits<std::size_t>::max();

/// Which place of a tensor's shape its channels have.
std::size_t channelAxis(const LinearGeometry& geometry, const Shape& shape)
{
    return geometry.isChannelsLast ? shape.size() - 1 : 1;
}

class StreamFinder
{
public:
    StreamFinder(const LayerModel& layers, StreamUse use)
        : m_layers(layers), m_use(use), m_graph(*layers.graph), m_parents(m_graph.tensors.size())
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }

    std::vector<ChannelStream> run()
    {
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            const Layer& layer = m_layers.layers[i];
            if (layer.hasWeights()) {
                addWeightLayer(i);
            } else {
                addOther(i);
            }
        }
        for (const TensorId input : m_graph.inputs) {
            block(input, StreamObstacle::ModelInput, m_graph.tensor(input).name);
        }
        for (const TensorId output : m_graph.outputs) {
            block(output, StreamObstacle::ModelOutput, m_graph.tensor(output).name);
        }
        const auto captured = capturedNames(m_graph);
        for (std::size_t i = 0; i < m_graph.tensors.size(); ++i) {
            if (captured.contains(m_graph.tensors[i].name)) {
                block(TensorId{static_cast<std::int32_t>(i)}, StreamObstacle::OtherOperator,
                      m_graph.tensors[i].name);
            }
        }
        return streams();
    }

private:
    struct End
    {
        std::size_t layer = 0;
        TensorId tensor = kNoTensor;
        std::int64_t channels = 0;
        std::size_t axis = 1;
    };
    struct Block
    {
        TensorId tensor = kNoTensor;
        StreamObstacle obstacle{};
        std::string where;
    };

    [[nodiscard]] std::size_t rootOf(TensorId tensor)
    {
        auto at = static_cast<std::size_t>(tensor);
        while (m_parents[at] != at) {
            m_parents[at] = m_parents[m_parents[at]];
            at = m_parents[at];
        }
        return at;
    }

    void join(TensorId a, TensorId b) { m_parents[rootOf(a)] = rootOf(b); }

    void block(TensorId tensor, StreamObstacle obstacle, const std::string& where)
    {
        m_blocks.push_back({tensor, obstacle, where});
    }

    void blockAll(const Layer& layer)
    {
        for (const auto* tensors : {&layer.inputs, &layer.outputs}) {
            for (const TensorId tensor : *tensors) {
                block(tensor, StreamObstacle::OtherOperator, layer.name);
            }
        }
    }

    [[nodiscard]] Shape shapeOf(TensorId tensor) const
    {
        return m_graph.tensor(tensor).shape.value_or(Shape{});
    }

    /// What of a layer's nodes from `first` on does not commute with scaling channels.
    void checkActivation(const Layer& layer, std::size_t first)
    {
        for (std::size_t i = first; i < layer.nodes.size(); ++i) {
            const Node& node = m_graph.node(layer.nodes[i]);
            if (m_use == StreamUse::Removing && keepsZero(layer, i)) {
                continue;
            }
            if (m_use != StreamUse::Removing && isHomogeneous(layer, node)) {
                continue;
            }
            if (layer.nodes[i] == layer.batchNorm) {
                block(layer.outputs.front(), StreamObstacle::BatchNorm, layer.name);
                return;
            }
            const bool isClip =
                node.opType == "Clip" || node.opType == "Min" || node.opType == "Max";
            block(layer.outputs.front(),
                  isClip ? StreamObstacle::ClippedActivation : StreamObstacle::OtherActivation,
                  layer.name);
            return;
        }
    }

    [[nodiscard]] bool isHomogeneous(const Layer& layer, const Node& node) const
    {
        return node.opType == "Relu" || node.opType == "LeakyRelu" || isPlainPRelu(node) ||
               isBiasAdd(layer, node);
    }

    /// Whether a layer's node at a place makes 0 of 0, biases aside.
    [[nodiscard]] bool keepsZero(const Layer& layer, std::size_t place) const
    {
        static const std::set<std::string> kKeepZero{
            "Relu", "LeakyRelu", "HardSwish", "Tanh", "Elu", "Selu", "Celu", "Softsign", "Gelu"};
        const Node& node = m_graph.node(layer.nodes[place]);
        if (kKeepZero.contains(node.opType) || isBiasAdd(layer, node)) {
            return true;
        }
        if (node.opType == "Clip") {
            return limitOf(node, 1, -1.0F) <= 0.0F && limitOf(node, 2, 1.0F) >= 0.0F;
        }
        if (node.opType == "PRelu") { // slopes of channels would have to go with them
            const Constant* slope = constantInput(m_graph, node, 1);
            return slope != nullptr && elementCount(slope->shape) == 1;
        }
        // x times what lies between 0 and 1: SiLU and its like
        const bool isGate = node.opType == "Sigmoid" || node.opType == "HardSigmoid";
        return (isGate && place + 1 < layer.nodes.size() && keepsZero(layer, place + 1)) ||
               (node.opType == "Mul" && place > 1 && isGateAt(layer, place - 1) &&
                std::ranges::find(node.inputs,
                                  m_graph.node(layer.nodes[place - 1]).inputs.front()) !=
                    node.inputs.end());
    }

    [[nodiscard]] bool isGateAt(const Layer& layer, std::size_t place) const
    {
        const std::string& op = m_graph.node(layer.nodes[place]).opType;
        return op == "Sigmoid" || op == "HardSigmoid";
    }

    /// A limit of a Clip; \return `missing` where it has none, NaN where it is not constant
    [[nodiscard]] float limitOf(const Node& node, std::size_t input, float missing) const
    {
        if (node.inputs.size() <= input || node.inputs[input] == kNoTensor) {
            return missing;
        }
        const Constant* limit = constantInput(m_graph, node, input);
        return limit != nullptr && elementCount(limit->shape) == 1
                   ? floatValues(*limit).front()
                   : std::numeric_limits<float>::quiet_NaN();
    }

    [[nodiscard]] bool isPlainPRelu(const Node& node) const
    {
        return node.opType == "PRelu" && constantInput(m_graph, node, 1) != nullptr;
    }

    [[nodiscard]] static bool isBiasAdd(const Layer& layer, const Node& node)
    {
        return node.opType == "Add" && layer.bias != kNoTensor &&
               std::ranges::find(node.inputs, layer.bias) != node.inputs.end();
    }

    void addWeightLayer(std::size_t index)
    {
        const Layer& layer = m_layers.layers[index];
        const auto geometry = linearGeometry(m_layers, index);
        if (!geometry || layer.inputs.size() != 1 || layer.outputs.size() != 1) {
            blockAll(layer);
            return;
        }
        const TensorId in = layer.inputs.front();
        const TensorId out = layer.outputs.front();
        if (m_use == StreamUse::Removing && geometry->groups > 1) {
            if (geometry->groups != geometry->inChannels ||
                geometry->inChannels != geometry->outChannels) {
                blockAll(layer);
                return;
            }
            join(in, out);
            m_followers.push_back({index, out});
            checkActivation(layer, 1);
            return;
        }
        m_readers.push_back({index, in, geometry->inChannels, channelAxis(*geometry, shapeOf(in))});
        m_writers.push_back(
            {index, out, geometry->outChannels, channelAxis(*geometry, shapeOf(out))});
        for (const TensorId constant : {layer.weight, layer.bias}) {
            if (constant != kNoTensor && !m_constants.insert(constant).second) {
                block(in, StreamObstacle::SharedWeights, layer.name);
                block(out, StreamObstacle::SharedWeights, layer.name);
            }
        }
        checkActivation(layer, 1);
    }

    /// Whether [N, C, 1, 1] becomes [N, C].
    [[nodiscard]] bool isFlattening(const Layer& layer) const
    {
        const Shape in = shapeOf(layer.inputs.front());
        const Shape out = shapeOf(layer.outputs.front());
        return (layer.opType == "Flatten" || layer.opType == "Reshape" ||
                layer.opType == "Squeeze") &&
               in.size() >= 3 && out.size() == 2 && in[1] > 0 && in[1] == out[1] &&
               std::all_of(in.begin() + 2, in.end(), [](std::int64_t e) { return e == 1; });
    }

    /// The affine part of a normalization: a gain decides alone how its channels are scaled, an
    /// offset is scaled along with what it is added to.
    void addAffine(std::size_t index)
    {
        const Layer& layer = m_layers.layers[index];
        const TensorId in = layer.inputs.front();
        const TensorId out = layer.outputs.front();
        if (layer.gain != kNoTensor) {
            block(in, StreamObstacle::OtherOperator, layer.name);
        } else {
            join(in, out);
        }
        const Shape shape = shapeOf(out);
        m_writers.push_back({index, out, shape.back(), shape.size() - 1});
        checkActivation(layer, 1);
    }

    void addOther(std::size_t index)
    {
        const Layer& layer = m_layers.layers[index];
        static const std::set<std::string> kUnary{"Relu",         "LeakyRelu", "MaxPool",
                                                  "AveragePool",  "PRelu",     "GlobalAveragePool",
                                                  "GlobalMaxPool"};
        if (layer.outputs.size() != 1 || layer.inputs.empty()) {
            blockAll(layer);
            return;
        }
        if (m_use == StreamUse::Smoothing && layer.hasAffine() && layer.inputs.size() == 1) {
            addAffine(index);
            return;
        }
        if (m_use == StreamUse::Smoothing && layer.nodes.size() == 1 &&
            movesRows(m_graph, m_graph.node(layer.nodes.front()))) {
            for (const TensorId input : layer.inputs) {
                join(input, layer.outputs.front());
            }
            m_rows.push_back(layer.outputs.front());
            return;
        }
        const bool isSum = layer.opType == "Add" && layer.inputs.size() == 2 &&
                           shapeOf(layer.inputs[0]) == shapeOf(layer.inputs[1]) &&
                           !shapeOf(layer.inputs[0]).empty();
        const bool keeps = m_use == StreamUse::Removing && keepsZero(layer, 0);
        const bool isUnary = layer.inputs.size() == 1 &&
                             (kUnary.contains(layer.opType) || isFlattening(layer) || keeps);
        if (!isSum && !isUnary) {
            blockAll(layer);
            return;
        }
        for (const TensorId input : layer.inputs) {
            join(input, layer.outputs.front());
        }
        checkActivation(layer, layer.opType == "PRelu" || keeps ? 0 : 1);
    }

    std::vector<ChannelStream> streams()
    {
        std::map<std::size_t, ChannelStream> found; // by root
        std::map<std::size_t, std::set<std::size_t>> axes;
        std::map<std::size_t, std::set<TensorId>> tensors;
        std::set<std::size_t> movedRows;
        for (const End& writer : m_writers) {
            found[rootOf(writer.tensor)].writers.push_back(writer.layer);
        }
        for (const End& reader : m_readers) {
            found[rootOf(reader.tensor)].readers.push_back(reader.layer);
        }
        for (const End& follower : m_followers) {
            found[rootOf(follower.tensor)].followers.push_back(follower.layer);
        }
        for (std::size_t i = 0; i < m_graph.tensors.size(); ++i) {
            const auto tensor = TensorId{static_cast<std::int32_t>(i)};
            if (const auto own = found.find(rootOf(tensor)); own != found.end()) {
                own->second.tensors.push_back(tensor);
            }
        }
        for (const Block& each : m_blocks) {
            ChannelStream& stream = found[rootOf(each.tensor)];
            if (!stream.obstacle) {
                stream.obstacle = each.obstacle;
                stream.where = each.where;
            }
        }
        for (const TensorId tensor : m_rows) { // there only channels on the last axis stay together
            const std::size_t root = rootOf(tensor);
            axes[root].insert(kLastAxis);
            movedRows.insert(root);
        }
        for (const auto* ends : {&m_writers, &m_readers}) {
            for (const End& end : *ends) {
                const std::size_t root = rootOf(end.tensor);
                ChannelStream& stream = found[root];
                const bool isLast = end.axis + 1 == shapeOf(end.tensor).size();
                axes[root].insert(movedRows.contains(root) && isLast ? kLastAxis : end.axis);
                tensors[root].insert(end.tensor);
                const bool fits = stream.channels == 0 || stream.channels == end.channels;
                stream.channels = end.channels;
                if ((!fits || axes[root].size() > 1) && !stream.obstacle) {
                    stream.obstacle = StreamObstacle::OtherOperator;
                    stream.where = m_layers.layers[end.layer].name;
                }
            }
        }
        std::vector<ChannelStream> result;
        for (auto& [root, stream] : found) {
            if (!stream.writers.empty() && !stream.readers.empty()) {
                stream.isDirect = stream.writers.size() == 1 && tensors[root].size() == 1;
                result.push_back(std::move(stream));
            }
        }
        std::ranges::sort(result, {}, [](const ChannelStream& s) { return s.writers.front(); });
        return result;
    }

    const LayerModel& m_layers;
    StreamUse m_use;
    const Graph& m_graph;
    std::vector<std::size_t> m_parents; ///< of tensors, union-find
    std::vector<End> m_writers, m_readers, m_followers;
    std::vector<TensorId> m_rows; ///< made by what moves rows of the last axis
    std::vector<Block> m_blocks;
    std::set<TensorId> m_constants;
};

} // namespace

std::vector<ChannelStream> channelStreams(const LayerModel& layers, StreamUse use)
{
    return StreamFinder(layers, use).run();
}

} // namespace quantoscope::model
