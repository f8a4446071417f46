// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold_batch_norm.h"

#include "core/model/channel_affine.h"
#include "core/model/graph_edit.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

namespace quantoscope::model {

namespace {

/// Output channel of every weight: index = (i / inner) % channels, plus a group offset for
/// ConvTranspose, whose axis 0 holds the input channels of all groups.
struct WeightLayout
{
    std::int64_t channelsPerGroup = 0;
    std::int64_t inner = 1; ///< weights between two neighbours on the channel axis
    std::int64_t weightsPerGroup = 0;
    std::int64_t groups = 1;
};

std::int64_t product(const Shape& shape, std::size_t first)
{
    std::int64_t count = 1;
    for (std::size_t axis = first; axis < shape.size(); ++axis) {
        count *= shape[axis];
    }
    return count;
}

std::optional<WeightLayout> layoutOf(const Graph& graph, const Node& node)
{
    const Shape& shape = graph.tensor(node.inputs[1]).constant->shape;
    const std::int64_t all = elementCount(shape);
    if (node.opType == "Conv" && shape.size() >= 3) {
        return WeightLayout{shape[0], product(shape, 1), all, 1};
    }
    if (node.opType == "ConvTranspose" && shape.size() >= 3) {
        const std::int64_t groups = intAttribute(node, "group", 1);
        return WeightLayout{shape[1], product(shape, 2), all / groups, groups};
    }
    const bool isMatrix = shape.size() == 2;
    if (node.opType == "Gemm" && isMatrix) {
        return intAttribute(node, "transB", 0) != 0 ? WeightLayout{shape[0], shape[1], all, 1}
                                                    : WeightLayout{shape[1], 1, all, 1};
    }
    // BatchNormalization works on axis 1, which is the last one of a matrix product only.
    const auto& output = graph.tensor(node.outputs.front()).shape;
    const auto& input = graph.tensor(node.inputs.front()).shape;
    const bool makesMatrix = (output && output->size() == 2) || (input && input->size() == 2);
    if (node.opType == "MatMul" && isMatrix && makesMatrix) {
        return WeightLayout{shape[1], 1, all, 1};
    }
    return std::nullopt;
}

std::vector<float> scaledWeights(std::vector<float> weights, const WeightLayout& layout,
                                 const std::vector<double>& scale)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto position = static_cast<std::int64_t>(i);
        const std::int64_t group = position / layout.weightsPerGroup;
        const std::int64_t channel =
            group * layout.channelsPerGroup + position / layout.inner % layout.channelsPerGroup;
        weights[i] = static_cast<float>(static_cast<double>(weights[i]) *
                                        scale[static_cast<std::size_t>(channel)]);
    }
    return weights;
}

/// One bias per channel; zeros when the node has none, nothing when it is no float32 constant or
/// of another shape. Gemm's beta is multiplied in.
std::optional<std::vector<double>> biasOf(const Graph& graph, const Node& node,
                                          std::size_t channels)
{
    if (node.inputs.size() < 3 || node.inputs[2] == kNoTensor) {
        return std::vector<double>(channels, 0.0);
    }
    const auto values = float32Input(graph, node, 2);
    if (!values || (values->size() != channels && values->size() != 1)) {
        return std::nullopt;
    }
    const Shape& shape = graph.tensor(node.inputs[2]).constant->shape;
    if (values->size() > 1 && shape.back() != static_cast<std::int64_t>(channels)) {
        return std::nullopt; // a column: one value per row, not per channel
    }
    const double beta =
        node.opType == "Gemm" ? static_cast<double>(floatAttribute(node, "beta", 1.0F)) : 1.0;
    std::vector<double> bias(channels);
    for (std::size_t c = 0; c < channels; ++c) {
        bias[c] = beta * static_cast<double>((*values)[values->size() == 1 ? 0 : c]);
    }
    return bias;
}

/// Walks a graph's BatchNormalizations and folds those it can.
class BatchNormFolder
{
public:
    BatchNormFolder(const Graph& graph, const KeepsBatchNorm& keeps)
        : m_graph(graph), m_keeps(keeps), m_names(graph), m_captured(capturedNames(graph))
    {
    }

    Graph run(std::vector<BatchNormFolding>& foldings);

private:
    BatchNormFolding foldNorm(NodeId normId);
    [[nodiscard]] BatchNormOutcome outcomeOf(const Node& norm) const;
    bool foldArithmetic(NodeId id);
    [[nodiscard]] bool isOfWeights(TensorId between) const;
    [[nodiscard]] bool canFold(TensorId between) const;
    bool fold(NodeId id, const WeightLayout& layout, const ChannelAffine& affine,
              std::shared_ptr<const NormalStatistics> statistics);
    bool isPrivate(TensorId id, const std::vector<std::vector<NodeId>>& consumers) const;
    void setConstantInput(NodeId id, std::size_t index, Shape shape,
                          const std::vector<float>& values, const std::string& role);
    void setBias(NodeId id, const std::vector<float>& bias, TensorId output);

    Graph m_graph;
    const KeepsBatchNorm& m_keeps;
    UniqueNames m_names;
    std::unordered_set<std::string> m_captured;
};

/// Read by one node only, and nothing outside sees it.
bool BatchNormFolder::isPrivate(TensorId id,
                                const std::vector<std::vector<NodeId>>& consumers) const
{
    return consumers[static_cast<std::size_t>(id)].size() == 1 &&
           std::ranges::find(m_graph.outputs, id) == m_graph.outputs.end() &&
           !m_captured.contains(m_graph.tensor(id).name);
}

/// Replaces a constant in place where the node owns it, else by a new one.
void BatchNormFolder::setConstantInput(NodeId id, std::size_t index, Shape shape,
                                       const std::vector<float>& values, const std::string& role)
{
    Node& node = m_graph.node(id);
    const bool isPresent = index < node.inputs.size() && node.inputs[index] != kNoTensor;
    if (isPresent && isPrivate(node.inputs[index], consumersOf(m_graph))) {
        TensorInfo& info = m_graph.tensor(node.inputs[index]);
        info.constant = makeConstant(shape, values);
        info.shape = std::move(shape);
        return;
    }
    node.inputs.resize(std::max(node.inputs.size(), index + 1), kNoTensor);
    node.inputs[index] =
        m_graph.addConstant(m_names.fresh(node.name + "." + role), std::move(shape), values);
}

/// Stores b' and makes the node, or the Add behind a MatMul, the producer of `output`.
void BatchNormFolder::setBias(NodeId id, const std::vector<float>& bias, TensorId output)
{
    const Shape shape{static_cast<std::int64_t>(bias.size())};
    if (m_graph.node(id).opType != "MatMul") {
        setConstantInput(id, 2, shape, bias, "bias");
        m_graph.node(id).outputs.front() = output;
        m_graph.tensor(output).producer = id;
        return;
    }
    Node add;
    add.name = m_names.fresh(m_graph.node(id).name + ".bias_add");
    add.opType = "Add";
    const TensorId constant =
        m_graph.addConstant(m_names.fresh(m_graph.node(id).name + ".bias"), shape, bias);
    add.inputs = {m_graph.node(id).outputs.front(), constant};
    add.outputs = {output};
    m_graph.addNode(std::move(add));
}

/// Made by a node with a float32 constant where weights are.
bool BatchNormFolder::isOfWeights(TensorId between) const
{
    const NodeId target = between == kNoTensor ? kNoNode : m_graph.tensor(between).producer;
    return target != kNoNode && m_graph.node(target).domain.empty() &&
           float32Input(m_graph, m_graph.node(target), 1);
}

bool BatchNormFolder::canFold(TensorId between) const
{
    return isOfWeights(between) && isPrivate(between, consumersOf(m_graph));
}

/// Merges a node that does `affine` to the only output of a weight operator into it.
bool BatchNormFolder::fold(NodeId id, const WeightLayout& layout, const ChannelAffine& affine,
                           std::shared_ptr<const NormalStatistics> statistics)
{
    const Node merged = m_graph.node(id);
    const TensorId output = merged.outputs.front();
    const NodeId target = m_graph.tensor(merged.inputs.front()).producer;
    const Node& node = m_graph.node(target);
    const std::size_t channels = affine.scale.size();
    const auto bias = channels == static_cast<std::size_t>(layout.channelsPerGroup * layout.groups)
                          ? biasOf(m_graph, node, channels)
                          : std::nullopt;
    if (!bias) {
        return false;
    }
    std::vector<float> newBias(channels);
    for (std::size_t c = 0; c < channels; ++c) {
        newBias[c] = static_cast<float>((*bias)[c] * affine.scale[c] + affine.shift[c]);
    }
    const auto weights = *float32Input(m_graph, node, 1);
    const Shape weightShape = m_graph.tensor(node.inputs[1]).constant->shape;
    setConstantInput(target, 1, weightShape, scaledWeights(weights, layout, affine.scale),
                     "weight");
    std::ranges::fill(m_graph.node(id).outputs, kNoTensor);
    m_graph.node(id).inputs.clear();
    setBias(target, newBias, output);
    m_graph.tensor(output).statistics = std::move(statistics);
    m_graph.node(target).attributes.erase("beta");
    m_graph.node(target).absorbed.push_back({merged.name, merged.opType});
    return true;
}

/// Folded, or what is in the way.
BatchNormOutcome BatchNormFolder::outcomeOf(const Node& norm) const
{
    const TensorId between = norm.inputs.front();
    if (!isOfWeights(between)) {
        return BatchNormOutcome::NoLayer;
    }
    const auto consumers = consumersOf(m_graph);
    if (!isPrivate(between, consumers)) {
        return BatchNormOutcome::OtherReaders;
    }
    const bool hasOneOutput =
        std::all_of(norm.outputs.begin() + 1, norm.outputs.end(), [&](TensorId id) {
            return id == kNoTensor || consumers[static_cast<std::size_t>(id)].empty();
        });
    const auto affine = affineOf(m_graph, norm);
    if (!hasOneOutput || !affine) {
        return BatchNormOutcome::NotConstant;
    }
    const Node& target = m_graph.node(m_graph.tensor(between).producer);
    const auto layout = layoutOf(m_graph, target);
    const std::size_t channels = affine->scale.size();
    const bool fits =
        layout && channels == static_cast<std::size_t>(layout->channelsPerGroup * layout->groups) &&
        biasOf(m_graph, target, channels);
    return fits ? BatchNormOutcome::Folded : BatchNormOutcome::OtherShape;
}

BatchNormFolding BatchNormFolder::foldNorm(NodeId normId)
{
    const Node& norm = m_graph.node(normId);
    const TensorId between = norm.inputs.front();
    const NodeId target = between == kNoTensor ? kNoNode : m_graph.tensor(between).producer;
    BatchNormFolding folding{target == kNoNode ? std::string() : m_graph.node(target).name,
                             norm.name, outcomeOf(norm)};
    if (folding.outcome != BatchNormOutcome::Folded) {
        return folding;
    }
    const auto affine = *affineOf(m_graph, norm);
    const auto layout = *layoutOf(m_graph, m_graph.node(target));
    folding.unfolded = m_graph.tensor(m_graph.node(target).inputs[1]).constant;
    if (m_keeps && m_keeps(folding.layer)) {
        folding.outcome = BatchNormOutcome::Kept;
        folding.folded =
            makeConstant(folding.unfolded->shape,
                         scaledWeights(floatValues(*folding.unfolded), layout, affine.scale));
        return folding;
    }
    fold(normId, layout, affine, statisticsOf(m_graph, norm));
    folding.folded = m_graph.tensor(m_graph.node(target).inputs[1]).constant;
    return folding;
}

/// Mul, Div, Add and Sub of a constant for each channel, or of one for all. An Add for each channel
/// where there is no bias yet stays: it is the bias.
bool BatchNormFolder::foldArithmetic(NodeId id)
{
    const Node& node = m_graph.node(id);
    const bool isFirst = node.inputs.size() == 2 && node.inputs[0] != kNoTensor &&
                         m_graph.tensor(node.inputs[0]).constant;
    if (node.inputs.size() != 2 || (isFirst && node.opType != "Mul" && node.opType != "Add")) {
        return false;
    }
    const TensorId between = node.inputs[isFirst ? 1 : 0];
    if (!canFold(between)) {
        return false;
    }
    const Node& target = m_graph.node(m_graph.tensor(between).producer);
    const bool isScaling = node.opType == "Mul" || node.opType == "Div";
    const bool hasBias = target.inputs.size() > 2 && target.inputs[2] != kNoTensor;
    const auto layout = target.opType == "MatMul" ? std::nullopt : layoutOf(m_graph, target);
    const auto operand = float32Input(m_graph, node, isFirst ? 0 : 1);
    if (!layout || !operand || (!isScaling && !hasBias && operand->size() > 1)) {
        return false;
    }
    const auto affine =
        affineOf(m_graph, node, isFirst ? 0 : 1,
                 static_cast<std::size_t>(layout->channelsPerGroup * layout->groups),
                 target.opType != "Gemm");
    if (!affine) {
        return false;
    }
    auto statistics = scaledStatistics(m_graph.tensor(between).statistics, *affine);
    if (isFirst) {
        std::swap(m_graph.node(id).inputs[0], m_graph.node(id).inputs[1]);
    }
    return fold(id, *layout, *affine, std::move(statistics));
}

Graph BatchNormFolder::run(std::vector<BatchNormFolding>& foldings)
{
    const std::size_t count = m_graph.nodes.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Node& node = m_graph.nodes[i];
        if (!node.domain.empty()) {
            continue;
        }
        if (node.opType == "BatchNormalization" && node.inputs.size() == 5) {
            foldings.push_back(foldNorm(static_cast<NodeId>(i)));
        } else if (node.opType == "Mul" || node.opType == "Div" || node.opType == "Add" ||
                   node.opType == "Sub") {
            foldArithmetic(static_cast<NodeId>(i));
        }
    }
    return compacted(m_graph);
}

} // namespace

Graph withBatchNormsFolded(const Graph& graph, std::vector<BatchNormFolding>& foldings,
                           const KeepsBatchNorm& keeps)
{
    return BatchNormFolder(graph, keeps).run(foldings);
}

} // namespace quantoscope::model
