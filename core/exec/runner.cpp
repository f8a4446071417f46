// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/runner.h"

#include "core/model/input_shapes.h"

#include <utility>

namespace quantoscope::exec {
namespace {

Result<std::shared_ptr<const CompiledLayers>>
compileLayers(Engine& engine, InstrumentedGraph instrumented, std::int64_t batch)
{
    auto result = std::make_shared<CompiledLayers>();
    const std::size_t modelInputs = instrumented.modelInputs;
    model::Graph graph = model::withBatch(instrumented.graph, batch);
    auto compiled = engine.compile(graph);
    if (!compiled) {
        return failFrom(compiled);
    }
    result->compiled = *std::move(compiled);
    result->batch = modelInputs == 0 || result->compiled->inputs().front().shape.empty()
                        ? 1
                        : result->compiled->inputs().front().shape.front();
    instrumented.graph = {}; // the positions are what runs need
    result->instrumented = std::move(instrumented);
    return result;
}

} // namespace

Result<std::shared_ptr<const CompiledLayers>>
compilePlain(Engine& engine, const model::LayerModel& layers, std::int64_t batch)
{
    InstrumentedGraph plain;
    plain.graph = *layers.graph;
    plain.modelInputs = plain.graph.inputs.size();
    plain.modelOutputs = plain.graph.outputs.size();
    return compileLayers(engine, std::move(plain), batch);
}

Result<std::shared_ptr<const CompiledLayers>> compileInstrumented(Engine& engine,
                                                                  const model::LayerModel& layers,
                                                                  std::int64_t batch,
                                                                  Observe observe, Biases biases)
{
    auto instrumented = instrument(layers, observe, Quantizers::AtSites, biases);
    if (!instrumented) {
        return failFrom(instrumented);
    }
    return compileLayers(engine, *std::move(instrumented), batch);
}

Runner::Runner(std::shared_ptr<const CompiledLayers> model, std::unique_ptr<Request> request)
    : m_model(std::move(model)), m_request(std::move(request)),
      m_boundWeights(m_model->instrumented.weights.size()),
      m_boundBiases(m_model->instrumented.biases.size())
{
}

Result<std::unique_ptr<Runner>> Runner::create(std::shared_ptr<const CompiledLayers> model)
{
    auto request = model->compiled->newRequest();
    if (!request) {
        return failFrom(request);
    }
    return std::unique_ptr<Runner>(new Runner(std::move(model), *std::move(request)));
}

Status Runner::apply(const ModelBinding& binding)
{
    const InstrumentedGraph& graph = m_model->instrumented;
    const auto feed = [&](std::size_t input, const std::shared_ptr<const Tensor>& values,
                          std::shared_ptr<const Tensor>& last) -> Status {
        if (last == values) {
            return {};
        }
        last = values;
        return m_request->bind(input, values);
    };
    Status fed;
    for (std::size_t i = 0; fed && i < graph.weights.size(); ++i) {
        const WeightInput& weight = graph.weights[i];
        fed = feed(weight.input, binding.weights[weight.layer].values, m_boundWeights[i]);
    }
    for (std::size_t i = 0; fed && i < graph.biases.size(); ++i) {
        const WeightInput& bias = graph.biases[i];
        fed = feed(bias.input, binding.weights[bias.layer].bias, m_boundBiases[i]);
    }
    if (!fed) {
        return fed;
    }
    for (const QuantizerInputs& inputs : graph.quantizers) {
        const QuantizerScalars scalars = quantizerScalars(binding.activations[inputs.site]);
        setScalar(inputs.scale, scalars.scale);
        setScalar(inputs.low, scalars.low);
        setScalar(inputs.high, scalars.high);
        setScalar(inputs.gain, scalars.gain);
        setScalar(inputs.bypass, scalars.bypass);
    }
    return {};
}

} // namespace quantoscope::exec
