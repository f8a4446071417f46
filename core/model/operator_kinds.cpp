// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/operator_kinds.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace quantoscope::model {

namespace {

using Names = std::set<std::string_view>;

const Names& arithmeticOperators()
{
    static const Names kNames{
        "Add",        "Sub",   "Mul", "Div", "Sum", "AveragePool", "GlobalAveragePool",
        "ReduceMean", "Concat"};
    return kNames;
}

/// Operators whose first input's values appear unchanged in the output.
const Names& movementOperators()
{
    static const Names kNames{"MaxPool",   "GlobalMaxPool", "Reshape",      "Flatten",
                              "Transpose", "Squeeze",       "Unsqueeze",    "Slice",
                              "Split",     "Gather",        "DepthToSpace", "SpaceToDepth",
                              "Expand",    "Tile",          "Identity",     "Dropout"};
    return kNames;
}

const Names& nonNegativeOperators()
{
    static const Names kNames{"Relu",     "Sigmoid", "HardSigmoid", "Softmax",
                              "Softplus", "Exp",     "Abs",         "Sqrt"};
    return kNames;
}

/// Operators whose output is non-negative when all their float inputs are.
const Names& signPreservingOperators()
{
    static const Names kNames{
        "Add",    "Mul", "Div",       "Sum",       "AveragePool", "GlobalAveragePool", "ReduceMean",
        "Concat", "Min", "ReduceMax", "ReduceSum", "HardSwish",   "LeakyRelu",         "Mean"};
    return kNames;
}

bool padsWithOtherThanZero(const Graph& graph, const Node& node)
{
    if (stringAttribute(node, "mode", "constant") != "constant" || node.inputs.size() < 3 ||
        node.inputs[2] == kNoTensor) {
        return false;
    }
    const Constant* value = constantInput(graph, node, 2);
    return value == nullptr || floatValues(*value) != std::vector<float>{0.0F};
}

bool isMovement(const Graph& graph, const Node& node)
{
    if (node.opType == "Pad") {
        return !padsWithOtherThanZero(graph, node);
    }
    if (node.opType == "Resize") {
        return stringAttribute(node, "mode", "nearest") == "nearest";
    }
    return movementOperators().contains(node.opType);
}

LayerKind weightKind(const Graph& graph, const Node& node, std::size_t weightIndex)
{
    if (node.opType == "ConvTranspose") {
        return LayerKind::ConvTranspose;
    }
    if (node.opType == "Gemm") {
        return LayerKind::Gemm;
    }
    if (node.opType == "MatMul") {
        return LayerKind::MatMul;
    }
    const Shape& shape = constantInput(graph, node, weightIndex)->shape;
    const bool isDepthwise =
        intAttribute(node, "group", 1) > 1 && shape.size() > 1 && shape[1] == 1;
    return isDepthwise ? LayerKind::DepthwiseConv : LayerKind::Conv;
}

bool isFloat32Constant(const Graph& graph, const Node& node, std::size_t index)
{
    const Constant* constant = constantInput(graph, node, index);
    return constant != nullptr && constant->type == ElementType::Float32;
}

bool isNonNegative(const Constant& constant)
{
    const std::vector<float> values = floatValues(constant);
    return !values.empty() &&
           std::ranges::all_of(values, [](float value) { return value >= 0.0F; });
}

/// One node's first output, given the flags of its inputs.
bool makesNonNegative(const Graph& graph, const Node& node, const std::vector<bool>& known)
{
    if (!node.domain.empty() || node.inputs.empty()) {
        return false;
    }
    const auto flagOf = [&known](TensorId id) {
        return id != kNoTensor && known[static_cast<std::size_t>(id)];
    };
    if (nonNegativeOperators().contains(node.opType)) {
        return true;
    }
    if (node.opType == "Clip") {
        const Constant* least = constantInput(graph, node, 1);
        return (least != nullptr && isNonNegative(*least)) || flagOf(node.inputs[0]);
    }
    if (node.opType == "Max") {
        return std::ranges::any_of(node.inputs, flagOf);
    }
    if (node.opType == "Resize") {
        return stringAttribute(node, "mode", "nearest") != "cubic" && flagOf(node.inputs[0]);
    }
    if (isMovement(graph, node)) {
        return flagOf(node.inputs[0]);
    }
    const bool isSquare =
        node.opType == "Mul" && node.inputs.size() == 2 && node.inputs[0] == node.inputs[1];
    const bool isReduction = node.opType.starts_with("Reduce");
    return isSquare ||
           (signPreservingOperators().contains(node.opType) &&
            (isReduction ? flagOf(node.inputs[0]) : std::ranges::all_of(node.inputs, flagOf)));
}

} // namespace

const Constant* constantInput(const Graph& graph, const Node& node, std::size_t index)
{
    if (index >= node.inputs.size() || node.inputs[index] == kNoTensor) {
        return nullptr;
    }
    const auto& constant = graph.tensor(node.inputs[index]).constant;
    return constant ? &*constant : nullptr;
}

bool isFloat(ElementType type)
{
    return type == ElementType::Float32 || type == ElementType::Float16 ||
           type == ElementType::BFloat16 || type == ElementType::Double;
}

bool isWeightKind(LayerKind kind)
{
    return kind == LayerKind::Conv || kind == LayerKind::DepthwiseConv ||
           kind == LayerKind::ConvTranspose || kind == LayerKind::Gemm || kind == LayerKind::MatMul;
}

std::vector<bool> dataTensors(const Graph& graph)
{
    std::vector<bool> isData(graph.tensors.size(), false);
    for (const TensorId id : graph.inputs) {
        isData[static_cast<std::size_t>(id)] = true;
    }
    for (const Node& node : graph.nodes) {
        const bool readsData = node.opType != "Shape" && node.opType != "Size" &&
                               std::ranges::any_of(node.inputs, [&isData](TensorId id) {
                                   return id != kNoTensor && isData[static_cast<std::size_t>(id)];
                               });
        const bool hasBody = std::ranges::any_of(node.attributes, [](const auto& attribute) {
            return std::holds_alternative<OpaqueGraph>(attribute.second);
        });
        for (const TensorId id : node.outputs) {
            if (id != kNoTensor) {
                isData[static_cast<std::size_t>(id)] = readsData || hasBody;
            }
        }
    }
    return isData;
}

std::vector<bool> nonNegativeTensors(const Graph& graph)
{
    std::vector<bool> known(graph.tensors.size(), false);
    for (std::size_t i = 0; i < graph.tensors.size(); ++i) {
        const auto& constant = graph.tensors[i].constant;
        known[i] = constant && isNonNegative(*constant);
    }
    for (const Node& node : graph.nodes) {
        const bool isKnown = makesNonNegative(graph, node, known);
        for (const TensorId id : node.outputs) {
            if (id != kNoTensor) {
                known[static_cast<std::size_t>(id)] = isKnown;
            }
        }
    }
    return known;
}

std::optional<std::size_t> weightInput(const Graph& graph, const Node& node)
{
    const bool isConv = node.opType == "Conv" || node.opType == "ConvTranspose";
    if (!node.domain.empty() || (!isConv && node.opType != "Gemm" && node.opType != "MatMul")) {
        return std::nullopt;
    }
    if (isFloat32Constant(graph, node, 1)) {
        return 1;
    }
    if (node.opType == "MatMul" && isFloat32Constant(graph, node, 0)) {
        return 0;
    }
    return std::nullopt;
}

LayerKind kindOf(const Graph& graph, const Node& node, const std::vector<bool>& isData)
{
    if (!node.domain.empty() || node.outputs.empty() || node.outputs.front() == kNoTensor ||
        node.inputs.empty()) {
        return LayerKind::Other;
    }
    const TensorId output = node.outputs.front();
    if (!isFloat(graph.tensor(output).type) || !isData[static_cast<std::size_t>(output)]) {
        return LayerKind::Other;
    }
    if (const auto weight = weightInput(graph, node)) {
        return weightKind(graph, node, *weight);
    }
    const bool isProduct = node.opType == "MatMul" || node.opType == "Gemm";
    const bool isInterpolation =
        node.opType == "Resize" && stringAttribute(node, "mode", "nearest") != "nearest";
    if (isProduct || isInterpolation || arithmeticOperators().contains(node.opType)) {
        return LayerKind::Arithmetic;
    }
    const TensorId moved = node.inputs.front();
    const bool movesData = moved != kNoTensor && isData[static_cast<std::size_t>(moved)];
    return movesData && isMovement(graph, node) ? LayerKind::Movement : LayerKind::Other;
}

} // namespace quantoscope::model
