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

Result<std::shared_ptr<const CompiledLayers>>
compileInstrumented(Engine& engine, const model::LayerModel& layers, std::int64_t batch,
                    Observe observe, Biases biases, Quantizers quantizers)
{
    auto instrumented = instrument(layers, observe, quantizers, biases);
    if (!instrumented) {
        return failFrom(instrumented);
    }
    return compileLayers(engine, *std::move(instrumented), batch);
}

Runner::Runner(std::shared_ptr<const CompiledLayers> model, std::unique_ptr<Request> request)
    : m_model(std::move(model)), m_request(std::move(request)),
      m_feed(m_model->instrumented.weights, m_model->instrumented.biases,
             m_model->instrumented.quantizers)
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

} // namespace quantoscope::exec
