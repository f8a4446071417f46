// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/binding_feed.h"
#include "core/exec/engine.h"
#include "core/exec/instrument.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace quantoscope::exec {

/// A compiled model with one or more places to run it from. Immutable, shared by requests.
struct CompiledLayers
{
    std::shared_ptr<const CompiledModel> compiled;
    InstrumentedGraph instrumented; ///< without weights and quantizers for a plain model
    std::int64_t batch = 1;
};

/// Compiles the plain FP32 model (weights are constants).
[[nodiscard]] Result<std::shared_ptr<const CompiledLayers>>
compilePlain(Engine& engine, const model::LayerModel& layers, std::int64_t batch);

/// Compiles the instrumented model: every configuration that needs these quantizers or simpler ones
/// runs on it without another compilation. With Biases::Constant a binding may not replace biases.
[[nodiscard]] Result<std::shared_ptr<const CompiledLayers>>
compileInstrumented(Engine& engine, const model::LayerModel& layers, std::int64_t batch,
                    Observe observe, Biases biases = Biases::Constant,
                    Quantizers quantizers = Quantizers::AtSites);

/// Runs batches of pictures through a compiled model under one binding. One thread at a time.
class Runner
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Runner>>
    create(std::shared_ptr<const CompiledLayers> model);

    /// Takes weights and grids over; only those that changed are touched. Instrumented models only.
    [[nodiscard]] Status apply(const ModelBinding& binding)
    {
        return m_feed.apply(*m_request, binding);
    }

    [[nodiscard]] std::int64_t batch() const { return m_model->batch; }
    /// Input buffer of a model input, [batch, ...].
    [[nodiscard]] std::span<float> input(std::size_t index) { return m_request->input(index); }
    [[nodiscard]] Status run() { return m_request->run(); }
    /// Output of the last run, valid until the next one.
    [[nodiscard]] TensorView output(std::size_t index) const { return m_request->output(index); }
    [[nodiscard]] const InstrumentedGraph& instrumented() const { return m_model->instrumented; }

private:
    Runner(std::shared_ptr<const CompiledLayers> model, std::unique_ptr<Request> request);

    std::shared_ptr<const CompiledLayers> m_model;
    std::unique_ptr<Request> m_request;
    BindingFeed m_feed;
};

} // namespace quantoscope::exec
