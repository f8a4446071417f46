// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/engine.h"
#include "core/exec/openvino_quantizer.h"
#include "core/exec/openvino_request.h"
#include "core/exec/openvino_tensor.h"
#include "core/model/onnx_io.h"

#include <openvino/core/preprocess/pre_post_process.hpp>
#include <openvino/op/constant.hpp>
#include <openvino/op/divide.hpp>
#include <openvino/op/parameter.hpp>
#include <openvino/op/result.hpp>
#include <openvino/openvino.hpp>
#include <openvino/pass/constant_folding.hpp>
#include <openvino/pass/manager.hpp>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <exception>
#include <map>
#include <utility>

namespace ov {
/// Exported by OpenVINO's library since 2022, but declared in no header that it installs.
void disable_divide_conversion(const std::shared_ptr<Node>& node);
} // namespace ov

namespace quantoscope::exec {
namespace {

using model::Graph;
using ModelPtr = std::shared_ptr<ov::Model>;

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool containsWord(const std::string& text, const std::string& word)
{
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !isWordCharacter(text[at - 1])) &&
            (end == text.size() || !isWordCharacter(text[end]))) {
            return true;
        }
    }
    return false;
}

/// The engine would turn x / y into x * (1 / y) and so round some values next to a tie the other
/// way than QuantizeLinear. Divisions by an input (our quantizers' scales) stay divisions.
void keepDivisions(const ModelPtr& model)
{
    for (const auto& node : model->get_ops()) {
        if (ov::is_type<ov::op::v1::Divide>(node) &&
            ov::is_type<ov::op::v0::Parameter>(node->get_input_node_shared_ptr(1))) {
            ov::disable_divide_conversion(node);
        }
    }
}

bool isMarked(const std::vector<bool>& marks, std::size_t index)
{
    return index < marks.size() && marks[index];
}

/// All inputs and outputs of a compiled model are float32 for its users; others are converted.
ModelPtr withPorts(const ModelPtr& model, const ChannelsLast& channelsLast)
{
    ov::preprocess::PrePostProcessor ports(model);
    for (std::size_t i = 0; i < model->inputs().size(); ++i) {
        if (model->input(i).get_element_type() != ov::element::f32) {
            ports.input(i).tensor().set_element_type(ov::element::f32);
        }
        if (isMarked(channelsLast.inputs, i)) {
            ports.input(i).model().set_layout("NCHW");
            ports.input(i).tensor().set_layout("NHWC");
        }
    }
    for (std::size_t i = 0; i < model->outputs().size(); ++i) {
        if (model->output(i).get_element_type() != ov::element::f32) {
            ports.output(i).tensor().set_element_type(ov::element::f32);
        }
        if (isMarked(channelsLast.outputs, i)) {
            ports.output(i).model().set_layout("NCHW");
            ports.output(i).tensor().set_layout("NHWC");
        }
    }
    return ports.build();
}

/// The engine names operators it lacks, not nodes; people need the node.
Error explainReadFailure(const Graph& graph, const std::string& words)
{
    const auto list = std::min(words.find("not support"), words.find("No conversion rule found"));
    if (list != std::string::npos) {
        const std::string tail = words.substr(list);
        for (const model::Node& node : graph.nodes) {
            if (containsWord(tail, node.opType)) {
                const std::string domain = node.domain.empty() ? "" : " of domain " + node.domain;
                return {ErrorCode::Unsupported,
                        "operator " + node.opType + domain +
                            " is not supported by the inference engine; replace the node or "
                            "export the model without it",
                        "node " + node.name};
            }
        }
    }
    return {ErrorCode::InvalidModel, "the inference engine cannot read the model: " + words, {}};
}

std::vector<Port> portsOf(const std::vector<ov::Output<const ov::Node>>& outputs,
                          const Graph& graph, const std::vector<model::TensorId>& ids)
{
    std::vector<Port> ports;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        ports.push_back({graph.tensor(ids[i]).name, shapeOf(outputs[i].get_partial_shape())});
    }
    return ports;
}

} // namespace

struct Engine::Impl
{
    ov::Core core;
    std::atomic<std::int64_t> compileCount{0};

    Impl() { core.add_extension(quantizerExtension()); }

    Result<ModelPtr> read(const Graph& graph)
    {
        Result<std::string> bytes = model::toOnnxBytes(graph);
        if (!bytes) {
            return failFrom(bytes);
        }
        try {
            ModelPtr model = core.read_model(*bytes, ov::Tensor());
            keepDivisions(model);
            return model;
        } catch (const std::exception& exception) {
            return tl::unexpected(explainReadFailure(graph, exception.what()));
        }
    }

    ov::CompiledModel compile(const ModelPtr& model, Profiling profiling)
    {
        return core.compile_model(model, "CPU", ov::hint::inference_precision(ov::element::f32),
                                  ov::hint::performance_mode(ov::hint::PerformanceMode::LATENCY),
                                  ov::hint::enable_cpu_pinning(false),
                                  ov::enable_profiling(profiling == Profiling::On));
    }
};

Engine::Engine() : m_impl(std::make_unique<Impl>()) {}
Engine::~Engine() = default;

Result<std::shared_ptr<const CompiledModel>>
Engine::compile(const Graph& graph, const ChannelsLast& channelsLast, Profiling profiling)
{
    Result<ModelPtr> read = m_impl->read(graph);
    if (!read) {
        return failFrom(read);
    }
    try {
        ov::CompiledModel compiled = m_impl->compile(withPorts(*read, channelsLast), profiling);
        ++m_impl->compileCount;
        auto inputs = portsOf(compiled.inputs(), graph, graph.inputs);
        auto outputs = portsOf(compiled.outputs(), graph, graph.outputs);
        return std::make_shared<const OpenvinoCompiledModel>(std::move(compiled), std::move(inputs),
                                                             std::move(outputs));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to compile the model");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::EngineFailure, exception.what());
    }
}

Result<std::vector<model::Constant>> Engine::evaluateConstants(const Graph& graph)
{
    Result<ModelPtr> read = m_impl->read(graph);
    if (!read) {
        return failFrom(read);
    }
    try {
        const ModelPtr& model = *read;
        ov::pass::Manager passes;
        passes.register_pass<ov::pass::ConstantFolding>();
        passes.run_passes(model);
        std::vector<model::Constant> values;
        for (const auto& result : model->get_results()) {
            const auto constant =
                ov::as_type_ptr<ov::op::v0::Constant>(result->get_input_node_shared_ptr(0));
            if (!constant) {
                return fail(ErrorCode::EngineFailure, "the engine did not fold a constant",
                            result->get_friendly_name());
            }
            values.push_back(constantOf(constant->get_tensor_view()));
        }
        return values;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::EngineFailure, exception.what());
    }
}

Result<Graph> Engine::inferShapes(const Graph& graph)
{
    Result<ModelPtr> read = m_impl->read(graph);
    if (!read) {
        return failFrom(read);
    }
    std::map<std::string, std::pair<model::ElementType, Shape>> known;
    for (const auto& node : (*read)->get_ordered_ops()) {
        for (const auto& output : node->outputs()) {
            const ov::PartialShape& shape = output.get_partial_shape();
            if (shape.rank().is_dynamic()) {
                continue;
            }
            for (const std::string& name : output.get_names()) {
                known[name] = {elementTypeOf(output.get_element_type()), shapeOf(shape)};
            }
        }
    }
    Graph annotated = graph;
    for (model::TensorInfo& tensor : annotated.tensors) {
        const auto found = known.find(tensor.name);
        if (found != known.end() && !tensor.constant) {
            tensor.type = found->second.first;
            tensor.shape = found->second.second;
        }
    }
    return annotated;
}

std::int64_t Engine::compileCount() const
{
    return m_impl->compileCount;
}

} // namespace quantoscope::exec
