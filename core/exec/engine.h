// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"
#include "core/model/graph.h"
#include "core/model/graph_evaluator.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::exec {

/// A named input or output of a compiled model.
struct Port
{
    std::string name;
    Shape shape; ///< static
};

/// One place to run a compiled model from: its own inputs, outputs and scratch memory. Used by one
/// thread at a time. Keeps its compiled model alive.
class Request
{
public:
    virtual ~Request() = default;
    /// The request's own float32 buffer of an input, to be filled before run().
    [[nodiscard]] virtual std::span<float> input(std::size_t index) = 0;
    /// Makes an input read `tensor` in place of its own buffer; no copy. The tensor has the port's
    /// shape, or more along axis 0, of which the port's extent is read from `first` on.
    virtual Status bind(std::size_t index, std::shared_ptr<const Tensor> tensor,
                        std::int64_t first = 0) = 0;
    /// Makes an output be written into `tensor` in place of the request's own buffer, likewise.
    virtual Status bindOutput(std::size_t index, std::shared_ptr<Tensor> tensor,
                              std::int64_t first = 0) = 0;

    [[nodiscard]] virtual Status run() = 0;
    /// Output values of the last run, valid until the next one. Float32 ports only.
    [[nodiscard]] virtual TensorView output(std::size_t index) const = 0;
};

/// Nodes of a graph that the engine runs as one piece, and how long that takes.
struct PieceTime
{
    std::vector<std::string> nodes; ///< names; may hold ones that the engine made up
    double seconds = 0.0;           ///< mean over the runs so far
};

/// Whether a compiled model keeps the times of its pieces (some microseconds a run).
enum class Profiling { Off, On };

/// A model ready to run with fixed shapes. Thread-safe: requests may be made from any thread.
class CompiledModel
{
public:
    virtual ~CompiledModel() = default;
    [[nodiscard]] virtual const std::vector<Port>& inputs() const = 0;  ///< in the graph's order
    [[nodiscard]] virtual const std::vector<Port>& outputs() const = 0; ///< in the graph's order
    [[nodiscard]] virtual Result<std::unique_ptr<Request>> newRequest() const = 0;
    /// Where the time of the runs so far went, in execution order; compiled with Profiling::On.
    [[nodiscard]] virtual Result<std::vector<PieceTime>> pieceTimes() const = 0;
};

/// Ports of rank 4 whose values lie with their channels last, [N, H, W, C], whatever the graph
/// says. The engine's convolutions work that way inside, so that nothing is reordered at such a
/// port.
struct ChannelsLast
{
    std::vector<bool> inputs;  ///< by position; shorter lists are filled up with false
    std::vector<bool> outputs; ///< likewise
};

/// The inference engine (OpenVINO on the CPU, float32 throughout). Thread-safe.
class Engine final : public model::GraphEvaluator
{
public:
    Engine();
    ~Engine() override;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Compiles a graph with static input shapes. Errors: Unsupported naming the node whose
    /// operator the engine lacks; InvalidModel or EngineFailure with the engine's own words
    /// otherwise.
    [[nodiscard]] Result<std::shared_ptr<const CompiledModel>>
    compile(const model::Graph& graph, const ChannelsLast& channelsLast = {},
            Profiling profiling = Profiling::Off);

    [[nodiscard]] Result<std::vector<model::Constant>>
    evaluateConstants(const model::Graph& graph) override;
    [[nodiscard]] Result<model::Graph> inferShapes(const model::Graph& graph) override;

    /// Models compiled for running so far (constant folding and shape inference do not count).
    [[nodiscard]] std::int64_t compileCount() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace quantoscope::exec
