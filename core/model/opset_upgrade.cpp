// SPDX-License-Identifier: GPL-3.0-or-later
// ONNX's own version converter (libonnx 1.12) was tried first: it refuses Softmax without stored
// shapes, as common exporters write it, and rebuilds the graph through its own representation.
#include "core/model/opset_upgrade.h"

#include "core/model/graph_edit.h"

#include <Eigen/Core>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

namespace quantoscope::model {

namespace {

constexpr std::int64_t kTargetOpset = 13;
constexpr std::int64_t kTargetIr = 7; ///< the IR version opset 13 was released with

/// One graph on its way up; adapters get the node they rewrite by id.
class Upgrade
{
public:
    explicit Upgrade(const Graph& original) : graph(original), m_names(original) {}

    Node& node(NodeId id) { return graph.node(id); }
    TensorId addTensor(NodeId id, const std::string& role);
    void setInput(NodeId id, std::size_t index, TensorId tensor);
    void setInts(NodeId id, std::size_t index, const std::string& role,
                 const std::vector<std::int64_t>& values);
    /// A scalar of the element type of the node's first input; false for types without floats.
    bool setScalarLikeInput(NodeId id, std::size_t index, const std::string& role, float value);
    void addHelper(NodeId beside, std::string opType, std::vector<TensorId> inputs, TensorId output,
                   std::map<std::string, Attribute> attributes = {});

    Graph graph;

private:
    UniqueNames m_names;
};

TensorId Upgrade::addTensor(NodeId id, const std::string& role)
{
    TensorInfo info;
    info.name = m_names.fresh(node(id).name + "." + role);
    return graph.addTensor(std::move(info));
}

void Upgrade::setInput(NodeId id, std::size_t index, TensorId tensor)
{
    auto& inputs = node(id).inputs;
    inputs.resize(std::max(inputs.size(), index + 1), kNoTensor);
    inputs[index] = tensor;
}

void Upgrade::setInts(NodeId id, std::size_t index, const std::string& role,
                      const std::vector<std::int64_t>& values)
{
    setInput(id, index,
             graph.addConstant(m_names.fresh(node(id).name + "." + role),
                               {static_cast<std::int64_t>(values.size())}, values));
}

template <typename T>
Constant scalarOf(ElementType type, T value)
{
    std::vector<std::byte> bytes(sizeof(T));
    std::memcpy(bytes.data(), &value, sizeof(T));
    return {type, {}, std::make_shared<const std::vector<std::byte>>(std::move(bytes))};
}

bool Upgrade::setScalarLikeInput(NodeId id, std::size_t index, const std::string& role, float value)
{
    const ElementType type = graph.tensor(node(id).inputs.front()).type;
    Constant scalar;
    if (type == ElementType::Float16) {
        scalar = scalarOf(type, Eigen::half(value).x);
    } else if (type == ElementType::Double) {
        scalar = scalarOf(type, static_cast<double>(value));
    } else if (type == ElementType::Float32 || type == ElementType::Undefined) {
        scalar = scalarOf(ElementType::Float32, value);
    } else {
        return false;
    }
    setInput(id, index,
             graph.addConstant(m_names.fresh(node(id).name + "." + role), std::move(scalar)));
    return true;
}

void Upgrade::addHelper(NodeId beside, std::string opType, std::vector<TensorId> inputs,
                        TensorId output, std::map<std::string, Attribute> attributes)
{
    Node helper;
    helper.name = m_names.fresh(node(beside).name + "." + opType);
    helper.opType = std::move(opType);
    helper.inputs = std::move(inputs);
    helper.outputs = {output};
    helper.attributes = std::move(attributes);
    graph.addNode(std::move(helper));
}

tl::unexpected<Error> notCarried(const Node& node, const std::string& reason)
{
    return fail(ErrorCode::Unsupported,
                "this " + node.opType + " cannot be raised to opset 13: " + reason +
                    "; export the model with opset 13 or newer",
                node.name);
}

/// Moves an INTS attribute, where present, to an input.
void intsToInput(Upgrade& upgrade, NodeId id, const std::string& attribute, std::size_t index)
{
    if (upgrade.node(id).attributes.contains(attribute)) {
        upgrade.setInts(id, index, attribute, intsAttribute(upgrade.node(id), attribute));
        upgrade.node(id).attributes.erase(attribute);
    }
}

Status axesToInput(Upgrade& upgrade, NodeId id)
{
    intsToInput(upgrade, id, "axes", 1);
    return {};
}

Status splitToInput(Upgrade& upgrade, NodeId id)
{
    intsToInput(upgrade, id, "split", 1);
    return {};
}

Status sliceToInputs(Upgrade& upgrade, NodeId id)
{
    intsToInput(upgrade, id, "starts", 1);
    intsToInput(upgrade, id, "ends", 2);
    intsToInput(upgrade, id, "axes", 3);
    return {};
}

Status topKToInput(Upgrade& upgrade, NodeId id)
{
    upgrade.setInts(id, 1, "k", {intAttribute(upgrade.node(id), "k", 1)});
    upgrade.node(id).attributes.erase("k");
    return {};
}

/// Limits an attribute leaves out are infinite before and after.
Status clipToInputs(Upgrade& upgrade, NodeId id)
{
    const std::pair<const char*, std::size_t> limits[] = {{"min", 1}, {"max", 2}};
    for (const auto& [attribute, index] : limits) {
        if (!upgrade.node(id).attributes.contains(attribute)) {
            continue;
        }
        const float limit = floatAttribute(upgrade.node(id), attribute, 0.0F);
        if (!upgrade.setScalarLikeInput(id, index, attribute, limit)) {
            return notCarried(upgrade.node(id), "its input is not of a floating-point type");
        }
        upgrade.node(id).attributes.erase(attribute);
    }
    return {};
}

Status padToInputs(Upgrade& upgrade, NodeId id)
{
    intsToInput(upgrade, id, "pads", 1);
    const float value = floatAttribute(upgrade.node(id), "value", 0.0F);
    upgrade.node(id).attributes.erase("value");
    if (value != 0.0F && !upgrade.setScalarLikeInput(id, 2, "value", value)) {
        return notCarried(upgrade.node(id), "its input is not of a floating-point type");
    }
    return {};
}

/// The ratio matters in training only.
Status dropRatio(Upgrade& upgrade, NodeId id)
{
    upgrade.node(id).attributes.erase("ratio");
    return {};
}

Status checkSpatial(Upgrade& upgrade, NodeId id)
{
    if (intAttribute(upgrade.node(id), "spatial", 1) == 0) {
        return notCarried(upgrade.node(id),
                          "it normalizes every position on its own (spatial = 0)");
    }
    upgrade.node(id).attributes.erase("spatial");
    return {};
}

/// Upsample and Resize of opset 10 know one rule only: source = floor(target / scale), which
/// newer Resize calls asymmetric coordinates with nearest mode floor.
void setOldResizeRule(Node& node)
{
    node.opType = "Resize";
    node.attributes["coordinate_transformation_mode"] = std::string("asymmetric");
    if (stringAttribute(node, "mode", "nearest") == "nearest") {
        node.attributes["nearest_mode"] = std::string("floor");
    }
}

Status resizeFrom10(Upgrade& upgrade, NodeId id)
{
    Node& node = upgrade.node(id);
    if (node.inputs.size() < 2) {
        return notCarried(node, "it states no scales");
    }
    node.inputs = {node.inputs[0], kNoTensor, node.inputs[1]};
    setOldResizeRule(node);
    return {};
}

Status upsampleFrom7(Upgrade& upgrade, NodeId id)
{
    const auto found = upgrade.node(id).attributes.find("scales");
    const auto* scales = found == upgrade.node(id).attributes.end()
                             ? nullptr
                             : std::get_if<std::vector<float>>(&found->second);
    if (scales == nullptr) {
        return notCarried(upgrade.node(id), "it states no scales");
    }
    const TensorId constant = upgrade.addTensor(id, "scales");
    TensorInfo& info = upgrade.graph.tensor(constant);
    info.constant = makeConstant({static_cast<std::int64_t>(scales->size())}, *scales);
    info.type = info.constant->type;
    info.shape = info.constant->shape;
    upgrade.node(id).attributes.erase("scales");
    upgrade.node(id).inputs.resize(1);
    upgrade.setInput(id, 2, constant);
    setOldResizeRule(upgrade.node(id));
    return {};
}

/// Opset 11 marks the unused one of roi, scales and sizes by an empty tensor, 13 by leaving it out.
Status resizeFrom11(Upgrade& upgrade, NodeId id)
{
    for (TensorId& input : upgrade.node(id).inputs) {
        if (input != kNoTensor && upgrade.graph.tensor(input).constant &&
            elementCount(upgrade.graph.tensor(input).constant->shape) == 0) {
            input = kNoTensor;
        }
    }
    return {};
}

Status scatterToElements(Upgrade& upgrade, NodeId id)
{
    upgrade.node(id).opType = "ScatterElements";
    return {};
}

/// The target shape of the Reshape that undoes the flattening of a Softmax before opset 13.
void restoreShape(Upgrade& upgrade, NodeId id, TensorId flat, TensorId original, TensorId output)
{
    const std::optional<Shape>& shape = upgrade.graph.tensor(original).shape;
    const TensorId target = upgrade.addTensor(id, "shape");
    if (shape && std::ranges::count(*shape, kDynamic) <= 1) {
        TensorInfo& info = upgrade.graph.tensor(target);
        info.constant = makeConstant({static_cast<std::int64_t>(shape->size())}, *shape);
        info.type = info.constant->type;
        info.shape = info.constant->shape;
    } else {
        upgrade.addHelper(id, "Shape", {original}, target);
    }
    upgrade.addHelper(id, "Reshape", {flat, target}, output);
}

/// Before 13, Softmax, LogSoftmax and Hardmax see their input as a matrix split at `axis` and work
/// on its rows. That is the same as one axis when all later extents are 1; else the matrix is
/// written out.
Status softmaxAxis(Upgrade& upgrade, NodeId id)
{
    const TensorId input = upgrade.node(id).inputs.front();
    const std::optional<Shape> shape = upgrade.graph.tensor(input).shape;
    std::int64_t axis = intAttribute(upgrade.node(id), "axis", 1);
    if (shape && axis < 0) {
        axis += static_cast<std::int64_t>(shape->size());
    }
    const bool oneAxis = axis == -1 || (shape && !shape->empty() &&
                                        axis < static_cast<std::int64_t>(shape->size()) &&
                                        std::ranges::all_of(
                                            shape->begin() + axis + 1, shape->end(),
                                            [](std::int64_t extent) { return extent == 1; }));
    if (oneAxis) {
        upgrade.node(id).attributes["axis"] = axis;
        return {};
    }
    const TensorId output = upgrade.node(id).outputs.front();
    const TensorId matrix = upgrade.addTensor(id, "matrix");
    const TensorId rows = upgrade.addTensor(id, "rows");
    upgrade.addHelper(id, "Flatten", {input}, matrix, {{"axis", axis}});
    upgrade.node(id).attributes["axis"] = std::int64_t{-1};
    upgrade.node(id).inputs = {matrix};
    upgrade.node(id).outputs = {rows};
    upgrade.graph.tensor(rows).producer = id;
    restoreShape(upgrade, id, rows, input, output);
    return {};
}

Status removedOperator(Upgrade& upgrade, NodeId id)
{
    return notCarried(upgrade.node(id), "the operator was removed from ONNX");
}

/// What one operator needs when the graph's opset is older than `changedIn`. Operators that are
/// not listed kept their meaning from opset 7 to 13 (only element types, negative axes or optional
/// inputs were added).
struct Change
{
    const char* opType;
    std::int64_t oldestSource;
    std::int64_t changedIn;
    Status (*adapt)(Upgrade&, NodeId);
};

constexpr Change kChanges[] = {
    {"BatchNormalization", 7, 9, checkSpatial},
    {"Upsample", 7, 9, upsampleFrom7},
    {"Upsample", 9, 13, resizeFrom10},
    {"Resize", 10, 11, resizeFrom10},
    {"Resize", 11, 13, resizeFrom11},
    {"Slice", 7, 10, sliceToInputs},
    {"TopK", 7, 10, topKToInput},
    {"Clip", 7, 11, clipToInputs},
    {"Pad", 7, 11, padToInputs},
    {"Scatter", 7, 13, scatterToElements},
    {"Dropout", 7, 12, dropRatio},
    {"Squeeze", 7, 13, axesToInput},
    {"Unsqueeze", 7, 13, axesToInput},
    {"ReduceSum", 7, 13, axesToInput},
    {"Split", 7, 13, splitToInput},
    {"Softmax", 7, 13, softmaxAxis},
    {"LogSoftmax", 7, 13, softmaxAxis},
    {"Hardmax", 7, 13, softmaxAxis},
    {"ATen", 7, 13, removedOperator},
    {"Affine", 7, 13, removedOperator},
    {"Crop", 7, 13, removedOperator},
    {"DynamicSlice", 7, 13, removedOperator},
    {"GRUUnit", 7, 13, removedOperator},
    {"GivenTensorFill", 7, 13, removedOperator},
    {"ImageScaler", 7, 13, removedOperator},
    {"ParametricSoftplus", 7, 13, removedOperator},
    {"Scale", 7, 13, removedOperator},
    {"ScaledTanh", 7, 13, removedOperator},
};

Status adaptNode(Upgrade& upgrade, NodeId id, std::int64_t opset)
{
    const Node& node = upgrade.node(id);
    for (const auto& [name, attribute] : node.attributes) {
        if (std::holds_alternative<OpaqueGraph>(attribute)) {
            return notCarried(node, "it holds a sub-graph");
        }
    }
    const std::string opType = node.opType;
    if (node.inputs.empty() || node.inputs.front() == kNoTensor || node.outputs.empty()) {
        return {}; // nothing that changed works without input
    }
    for (const Change& change : kChanges) {
        if (opType == change.opType && opset >= change.oldestSource && opset < change.changedIn) {
            return change.adapt(upgrade, id);
        }
    }
    return {};
}

} // namespace

Result<Graph> raisedToOpset13(const Graph& graph)
{
    const std::int64_t opset = graph.opset();
    if (opset >= kTargetOpset) {
        return graph;
    }
    Upgrade upgrade(graph);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto id = static_cast<NodeId>(i);
        if (!graph.nodes[i].domain.empty()) {
            continue;
        }
        if (const Status adapted = adaptNode(upgrade, id, opset); !adapted) {
            return failFrom(adapted);
        }
    }
    upgrade.graph.opsets[""] = kTargetOpset;
    upgrade.graph.irVersion = std::max(graph.irVersion, kTargetIr);
    return compacted(upgrade.graph);
}

} // namespace quantoscope::model
