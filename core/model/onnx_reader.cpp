// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph_edit.h"
#include "core/model/onnx_io.h"
#include "core/model/onnx_proto.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl.h>

#include <exception>
#include <fstream>
#include <limits>
#include <new>
#include <unordered_map>
#include <utility>

namespace quantoscope::model {

namespace {

constexpr std::int64_t kOldestIr = 3;
constexpr std::int64_t kNewestIr = 11;
constexpr std::int64_t kOldestOpset = 7;
constexpr std::int64_t kNewestOpset = 23;

std::string normalizedDomain(const std::string& domain)
{
    return domain == "ai.onnx" ? std::string{} : domain;
}

std::string nodeLabel(const onnx::NodeProto& proto)
{
    if (!proto.name().empty()) {
        return "node '" + proto.name() + "' (" + proto.op_type() + ")";
    }
    return "the " + proto.op_type() + " node that makes '" +
           (proto.output_size() > 0 ? proto.output(0) : std::string{}) + "'";
}

/// Builds a Graph from one ModelProto. Errors carry no file name; readOnnx adds it.
class GraphBuilder
{
public:
    GraphBuilder(const onnx::ModelProto& model, std::filesystem::path folder)
        : m_model(model), m_folder(std::move(folder))
    {
    }

    Result<Graph> build();

private:
    Status checkVersions();
    Status addInitializers();
    Status addInputs();
    Status addNodes();
    Status addConstantNode(const onnx::NodeProto& proto);
    Status addNode(const onnx::NodeProto& proto);
    Status resolveInputs();
    Status checkCaptures(const Node& node) const;
    Status addOutputs();
    void addValueInfos();
    void nameNodes();
    Result<TensorId> define(TensorInfo info);
    Status describe(TensorInfo& info, const onnx::ValueInfoProto& proto) const;

    const onnx::ModelProto& m_model;
    std::filesystem::path m_folder;
    Graph m_graph;
    std::unordered_map<std::string, TensorId> m_ids;
    std::vector<const onnx::NodeProto*> m_protos; ///< of m_graph.nodes
};

Status GraphBuilder::checkVersions()
{
    if (m_model.ir_version() < kOldestIr || m_model.ir_version() > kNewestIr) {
        return fail(ErrorCode::Unsupported, "the file has ONNX IR version " +
                                                std::to_string(m_model.ir_version()) +
                                                "; versions " + std::to_string(kOldestIr) + " to " +
                                                std::to_string(kNewestIr) + " are supported");
    }
    m_graph.irVersion = m_model.ir_version();
    for (const auto& import : m_model.opset_import()) {
        m_graph.opsets[normalizedDomain(import.domain())] = import.version();
    }
    const std::int64_t opset = m_graph.opset();
    if (opset < kOldestOpset || opset > kNewestOpset) {
        return fail(ErrorCode::Unsupported,
                    (opset == 0 ? "the file names no ONNX opset"
                                : "the file has ONNX opset " + std::to_string(opset)) +
                        "; opsets " + std::to_string(kOldestOpset) + " to " +
                        std::to_string(kNewestOpset) + " are supported");
    }
    if (m_model.functions_size() > 0) {
        return fail(ErrorCode::Unsupported, "the model defines functions of its own ('" +
                                                m_model.functions(0).name() +
                                                "'); export it with its functions inlined");
    }
    if (m_model.graph().sparse_initializer_size() > 0) {
        return fail(ErrorCode::Unsupported,
                    "the model keeps weights as sparse tensors ('" +
                        m_model.graph().sparse_initializer(0).values().name() +
                        "'); export it with dense weights");
    }
    return {};
}

Result<TensorId> GraphBuilder::define(TensorInfo info)
{
    const std::string name = info.name;
    const TensorId id = m_graph.addTensor(std::move(info));
    if (name.empty() || !m_ids.emplace(name, id).second) {
        return fail(ErrorCode::InvalidModel, "tensor '" + name + "' is defined more than once");
    }
    return id;
}

Status GraphBuilder::addInitializers()
{
    for (const auto& proto : m_model.graph().initializer()) {
        auto constant = constantFrom(proto, m_folder);
        if (!constant) {
            return failFrom(constant);
        }
        TensorInfo info;
        info.name = proto.name();
        info.type = constant->type;
        info.shape = constant->shape;
        info.constant = std::move(*constant);
        if (const auto id = define(std::move(info)); !id) {
            return failFrom(id);
        }
    }
    return {};
}

Status GraphBuilder::describe(TensorInfo& info, const onnx::ValueInfoProto& proto) const
{
    if (!proto.has_type()) {
        return {};
    }
    if (!proto.type().has_tensor_type()) {
        return fail(ErrorCode::Unsupported, "'" + proto.name() +
                                                "' is a sequence, map or other kind of value; only "
                                                "tensors are supported");
    }
    const auto& type = proto.type().tensor_type();
    info.type = static_cast<ElementType>(type.elem_type());
    if (!type.has_shape()) {
        return {};
    }
    Shape shape;
    info.dimensionNames.clear();
    for (const auto& dimension : type.shape().dim()) {
        // Older exporters write 0 or -1 for an extent they do not know.
        const bool known = dimension.has_dim_value() && dimension.dim_value() > 0;
        shape.push_back(known ? dimension.dim_value() : kDynamic);
        info.dimensionNames.push_back(dimension.dim_param());
    }
    info.shape = std::move(shape);
    return {};
}

Status GraphBuilder::addInputs()
{
    for (const auto& proto : m_model.graph().input()) {
        if (m_ids.contains(proto.name())) {
            continue; // up to IR 3 every initializer is listed as an input too
        }
        TensorInfo info;
        info.name = proto.name();
        if (const auto described = describe(info, proto); !described) {
            return described;
        }
        const auto id = define(std::move(info));
        if (!id) {
            return failFrom(id);
        }
        m_graph.inputs.push_back(*id);
    }
    return {};
}

Status GraphBuilder::addConstantNode(const onnx::NodeProto& proto)
{
    auto value = constantNodeValue(proto, m_folder);
    if (!value) {
        return fail(value.error().code, nodeLabel(proto) + ": " + value.error().message);
    }
    TensorInfo info;
    info.name = proto.output(0);
    info.type = value->type;
    info.shape = value->shape;
    info.constant = std::move(*value);
    if (const auto id = define(std::move(info)); !id) {
        return failFrom(id);
    }
    return {};
}

Status GraphBuilder::addNode(const onnx::NodeProto& proto)
{
    Node node;
    node.name = proto.name();
    node.opType = proto.op_type();
    node.domain = normalizedDomain(proto.domain());
    for (const auto& attributeProto : proto.attribute()) {
        auto attribute = attributeFrom(attributeProto, m_folder);
        if (!attribute) {
            return fail(attribute.error().code,
                        nodeLabel(proto) + ": " + attribute.error().message);
        }
        node.attributes.emplace(attributeProto.name(), std::move(*attribute));
    }
    for (const std::string& output : proto.output()) {
        if (output.empty()) {
            node.outputs.push_back(kNoTensor);
            continue;
        }
        TensorInfo info;
        info.name = output;
        const auto id = define(std::move(info));
        if (!id) {
            return failFrom(id);
        }
        node.outputs.push_back(*id);
    }
    m_graph.addNode(std::move(node));
    m_protos.push_back(&proto);
    return {};
}

Status GraphBuilder::addNodes()
{
    for (const auto& proto : m_model.graph().node()) {
        const bool isConstant =
            proto.op_type() == "Constant" && normalizedDomain(proto.domain()).empty();
        if (auto added = isConstant ? addConstantNode(proto) : addNode(proto); !added) {
            return added;
        }
    }
    return {};
}

Status GraphBuilder::checkCaptures(const Node& node) const
{
    for (const auto& [name, attribute] : node.attributes) {
        const auto* body = std::get_if<OpaqueGraph>(&attribute);
        for (const std::string& captured :
             body ? body->capturedTensors : std::vector<std::string>{}) {
            if (!m_ids.contains(captured)) {
                return fail(ErrorCode::InvalidModel, "the sub-graph '" + name + "' of node '" +
                                                         node.name + "' reads tensor '" + captured +
                                                         "', which nothing produces");
            }
        }
    }
    return {};
}

Status GraphBuilder::resolveInputs()
{
    for (std::size_t i = 0; i < m_protos.size(); ++i) {
        Node& node = m_graph.nodes[i];
        for (const std::string& input : m_protos[i]->input()) {
            const auto found = m_ids.find(input);
            if (!input.empty() && found == m_ids.end()) {
                return fail(ErrorCode::InvalidModel, nodeLabel(*m_protos[i]) + " reads tensor '" +
                                                         input + "', which nothing produces");
            }
            node.inputs.push_back(input.empty() ? kNoTensor : found->second);
        }
        if (auto checked = checkCaptures(node); !checked) {
            return checked;
        }
    }
    return {};
}

void GraphBuilder::addValueInfos()
{
    for (const auto& proto : m_model.graph().value_info()) {
        const auto found = m_ids.find(proto.name());
        if (found == m_ids.end() || m_graph.tensor(found->second).constant) {
            continue;
        }
        TensorInfo& info = m_graph.tensor(found->second);
        if (info.producer != kNoNode && describe(info, proto)) {
            info.dimensionNames.clear();
        }
    }
}

Status GraphBuilder::addOutputs()
{
    for (const auto& proto : m_model.graph().output()) {
        const auto found = m_ids.find(proto.name());
        if (found == m_ids.end()) {
            return fail(ErrorCode::InvalidModel,
                        "nothing produces the model's output '" + proto.name() + "'");
        }
        m_graph.outputs.push_back(found->second);
        TensorInfo& info = m_graph.tensor(found->second);
        if (info.producer == kNoNode) {
            continue;
        }
        if (auto described = describe(info, proto); !described) {
            return described;
        }
        info.dimensionNames.clear();
    }
    if (m_graph.outputs.empty()) {
        return fail(ErrorCode::InvalidModel, "the model has no outputs");
    }
    return {};
}

/// First come, first served for the file's own names; then "Conv_0", "Conv_1" for nodes without
/// and "name_2" for repeated ones, in file order.
void GraphBuilder::nameNodes()
{
    UniqueNames names;
    std::vector<Node*> open;
    for (Node& node : m_graph.nodes) {
        if (node.name.empty() || !names.take(node.name)) {
            open.push_back(&node);
        }
    }
    std::unordered_map<std::string, int> counts;
    for (Node* node : open) {
        if (!node->name.empty()) {
            node->name = names.fresh(node->name);
            continue;
        }
        do {
            node->name = node->opType + "_" + std::to_string(counts[node->opType]++);
        } while (!names.take(node->name));
    }
}

Result<Graph> GraphBuilder::build()
{
    m_graph.name = m_model.graph().name();
    using Step = Status (GraphBuilder::*)();
    for (const Step step :
         {&GraphBuilder::checkVersions, &GraphBuilder::addInitializers, &GraphBuilder::addInputs,
          &GraphBuilder::addNodes, &GraphBuilder::resolveInputs, &GraphBuilder::addOutputs}) {
        if (const Status done = (this->*step)(); !done) {
            return failFrom(done);
        }
    }
    addValueInfos();
    nameNodes();
    if (!topologicalOrder(m_graph)) {
        return fail(ErrorCode::InvalidModel, "the model's nodes form a cycle");
    }
    return compacted(m_graph);
}

Status parseModel(std::istream& file, onnx::ModelProto& model)
{
    google::protobuf::io::IstreamInputStream stream(&file);
    google::protobuf::io::CodedInputStream coded(&stream);
    coded.SetTotalBytesLimit(std::numeric_limits<int>::max());
    if (!model.ParseFromCodedStream(&coded) || !coded.ConsumedEntireMessage() ||
        !model.has_graph() || !model.has_ir_version()) {
        return fail(ErrorCode::FileUnreadable,
                    "this is not an ONNX model, or only a part of one; export or copy it again");
    }
    return {};
}

Result<Graph> readUnguarded(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code code;
    if (!std::filesystem::exists(path, code) || !file) {
        return fail(ErrorCode::FileNotFound, "the file does not exist or cannot be opened");
    }
    const auto size = std::filesystem::file_size(path, code);
    if (code || size == 0) {
        return fail(ErrorCode::FileUnreadable,
                    code ? "this is not a regular file" : "the file is empty");
    }
    if (size > static_cast<std::uintmax_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::Unsupported, "the file is larger than the 2 GiB an ONNX file may "
                                            "have; export it with external data");
    }
    onnx::ModelProto model;
    if (const Status parsed = parseModel(file, model); !parsed) {
        return failFrom(parsed);
    }
    return GraphBuilder(model, path.parent_path()).build();
}

} // namespace

Result<Graph> readOnnx(const std::filesystem::path& path)
{
    try {
        auto graph = readUnguarded(path);
        if (!graph) {
            return fail(graph.error().code, graph.error().message, path.string());
        }
        return graph;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to read the model", path.string());
    } catch (const std::exception& error) {
        return fail(ErrorCode::FileUnreadable, error.what(), path.string());
    }
}

} // namespace quantoscope::model
