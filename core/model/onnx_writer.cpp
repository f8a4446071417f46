// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/model/onnx_io.h"
#include "core/model/onnx_proto.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <new>
#include <type_traits>
#include <utility>

namespace quantoscope::model {

namespace {

/// From IR 4 on, initializers need not be listed as inputs, and we never list them.
constexpr std::int64_t kLeastIr = 4;

template <typename>
inline constexpr bool kAlwaysFalse = false;

void setValue(onnx::AttributeProto& proto, const Attribute& attribute)
{
    std::visit(
        [&proto](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::int64_t>) {
                proto.set_type(onnx::AttributeProto::INT);
                proto.set_i(value);
            } else if constexpr (std::is_same_v<T, float>) {
                proto.set_type(onnx::AttributeProto::FLOAT);
                proto.set_f(value);
            } else if constexpr (std::is_same_v<T, std::string>) {
                proto.set_type(onnx::AttributeProto::STRING);
                proto.set_s(value);
            } else if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) {
                proto.set_type(onnx::AttributeProto::INTS);
                proto.mutable_ints()->Assign(value.begin(), value.end());
            } else if constexpr (std::is_same_v<T, std::vector<float>>) {
                proto.set_type(onnx::AttributeProto::FLOATS);
                proto.mutable_floats()->Assign(value.begin(), value.end());
            } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
                proto.set_type(onnx::AttributeProto::STRINGS);
                proto.mutable_strings()->Assign(value.begin(), value.end());
            } else if constexpr (std::is_same_v<T, Constant>) {
                proto.set_type(onnx::AttributeProto::TENSOR);
                fillTensor(*proto.mutable_t(), {}, value);
            } else if constexpr (std::is_same_v<T, OpaqueGraph>) {
                proto.set_type(onnx::AttributeProto::GRAPH);
                proto.mutable_g()->ParseFromString(value.bytes);
            } else {
                static_assert(kAlwaysFalse<T>, "every kind of attribute is written");
            }
        },
        attribute);
}

void fillValueInfo(onnx::ValueInfoProto& proto, const TensorInfo& info)
{
    proto.set_name(info.name);
    if (info.type == ElementType::Undefined) {
        return;
    }
    auto* type = proto.mutable_type()->mutable_tensor_type();
    type->set_elem_type(static_cast<std::int32_t>(info.type));
    if (!info.shape) {
        return;
    }
    auto* shape = type->mutable_shape();
    for (std::size_t axis = 0; axis < info.shape->size(); ++axis) {
        auto* dimension = shape->add_dim();
        if ((*info.shape)[axis] != kDynamic) {
            dimension->set_dim_value((*info.shape)[axis]);
        } else if (axis < info.dimensionNames.size() && !info.dimensionNames[axis].empty()) {
            dimension->set_dim_param(info.dimensionNames[axis]);
        }
    }
}

void fillNode(onnx::NodeProto& proto, const Graph& graph, const Node& node)
{
    proto.set_name(node.name);
    proto.set_op_type(node.opType);
    if (!node.domain.empty()) {
        proto.set_domain(node.domain);
    }
    for (const TensorId id : node.inputs) {
        proto.add_input(id == kNoTensor ? std::string{} : graph.tensor(id).name);
    }
    for (const TensorId id : node.outputs) {
        proto.add_output(id == kNoTensor ? std::string{} : graph.tensor(id).name);
    }
    for (const auto& [name, attribute] : node.attributes) {
        auto* attributeProto = proto.add_attribute();
        attributeProto->set_name(name);
        setValue(*attributeProto, attribute);
    }
}

void fillGraph(onnx::GraphProto& proto, const Graph& graph)
{
    proto.set_name(graph.name.empty() ? "graph" : graph.name);
    for (const TensorId id : graph.inputs) {
        fillValueInfo(*proto.add_input(), graph.tensor(id));
    }
    for (const TensorId id : graph.outputs) {
        fillValueInfo(*proto.add_output(), graph.tensor(id));
    }
    for (const Node& node : graph.nodes) {
        fillNode(*proto.add_node(), graph, node);
    }
    for (std::size_t i = 0; i < graph.tensors.size(); ++i) {
        const TensorInfo& info = graph.tensors[i];
        if (info.constant) {
            fillTensor(*proto.add_initializer(), info.name, *info.constant);
        } else if (info.producer != kNoNode && info.type != ElementType::Undefined && info.shape &&
                   std::ranges::find(graph.outputs, static_cast<TensorId>(i)) ==
                       graph.outputs.end()) {
            fillValueInfo(*proto.add_value_info(), info);
        }
    }
}

Result<std::string> serialized(const Graph& graph)
{
    onnx::ModelProto model;
    model.set_ir_version(std::max(graph.irVersion, kLeastIr));
    model.set_producer_name("Quantoscope");
    for (const auto& [domain, version] : graph.opsets) {
        auto* import = model.add_opset_import();
        import->set_domain(domain);
        import->set_version(version);
    }
    fillGraph(*model.mutable_graph(), graph);
    if (model.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::Unsupported,
                    "the model is larger than the 2 GiB an ONNX file may have", graph.name);
    }
    std::string bytes;
    if (!model.SerializeToString(&bytes)) {
        return fail(ErrorCode::InvalidModel, "the model cannot be serialized", graph.name);
    }
    return bytes;
}

} // namespace

Result<std::string> toOnnxBytes(const Graph& graph)
{
    try {
        return serialized(graph);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to serialize the model", graph.name);
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidModel, error.what(), graph.name);
    }
}

Status writeOnnx(const Graph& graph, const std::filesystem::path& path)
{
    const auto bytes = toOnnxBytes(graph);
    if (!bytes) {
        return failFrom(bytes);
    }
    return writeFile(path, *bytes);
}

} // namespace quantoscope::model
