// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/quant_params.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace quantoscope::exec {

/// Positions, among a graph's inputs, of the scalars of one activation quantizer.
struct QuantizerInputs
{
    std::size_t site = 0; ///< index into LayerModel::sites
    std::size_t scale = 0, low = 0, high = 0, gain = 0, bypass = 0;
    /// In place of the scalars where the form is Quantizers::Emulated (see QuantizerDescription).
    std::optional<std::size_t> description = std::nullopt;
    /// The graph runs one picture at a time, so that axis 0 need not count pictures.
    bool isOfOnePicture = false;
};

/// Position of a layer's weight or bias among a graph's inputs.
struct WeightInput
{
    std::size_t layer = 0; ///< index into LayerModel::layers
    std::size_t input = 0;
};

/// Where a layer's or a site's tensor is found among a graph's outputs.
struct ObservedOutput
{
    std::size_t index = 0;  ///< into LayerModel::layers or LayerModel::sites
    std::size_t output = 0; ///< among the graph's outputs; several may share one
};

/// The model with weights and quantizer scalars as inputs (docs/architecture.md, "The instrumented
/// model").
struct InstrumentedGraph
{
    model::Graph graph;
    std::vector<WeightInput> weights;
    /// Where Biases::Inputs was asked for; gains and offsets of normalizations are then among
    /// weights and biases.
    std::vector<WeightInput> biases;
    std::vector<QuantizerInputs> quantizers;
    std::size_t modelInputs = 0;  ///< the first inputs are the model's own
    std::size_t modelOutputs = 0; ///< the first outputs are the model's own
    std::vector<ObservedOutput> observedLayers;
    std::vector<ObservedOutput> observedSites;
    /// By tensor of the source graph: the tensor of this graph that its readers read.
    std::vector<model::TensorId> readAs;
};

enum class Observe { Nothing, LayersAndSites };
/// What quantizers sites get: none (weights are inputs all the same); static integer grids as
/// ordinary operators; or any kind, as an operator of our own that the engine runs in plain C++:
/// it would rewrite the arithmetic of floating-point formats, and values with it. A later form can
/// do what the earlier ones do; only the order in which the engine adds up floats may differ.
enum class Quantizers { None, AtSites, Emulated };
inline constexpr std::size_t kQuantizerForms = 3;

/// Whether biases, and gains and offsets of normalizations, are inputs, too: engines fold a
/// constant one into its convolution, an input costs a further walk over the layer's output.
enum class Biases { Constant, Inputs };

/// Writes every activation quantizer as
/// y = bypass * x + gain * (clamp(round(x / scale), low, high) + bypass)
/// with low = qmin - zeroPoint, high = qmax - zeroPoint and gain = scale: QuantizeLinear followed
/// by DequantizeLinear (ONNX, version 13), ties to even. bypass = 1 and gain = 0 turn it off
/// without changing a bit. Quantizers::Emulated writes quant::ActivationQuantizer as one operator
/// kEmulatedQuantizer of domain kOwnDomain, fed with its description. With Observe::LayersAndSites
/// the first output of every layer and every site, as their readers see them, are outputs too.
[[nodiscard]] Result<InstrumentedGraph> instrument(const model::LayerModel& layers, Observe observe,
                                                   Quantizers quantizers = Quantizers::AtSites,
                                                   Biases biases = Biases::Constant);

/// The five scalars of one quantizer, in the order of QuantizerInputs.
struct QuantizerScalars
{
    float scale = 1.0F, low = 0.0F, high = 0.0F, gain = 0.0F, bypass = 1.0F;
    friend bool operator==(const QuantizerScalars&, const QuantizerScalars&) = default;
};
/// Scalars of a per-tensor grid; without one the quantizer is off.
[[nodiscard]] QuantizerScalars quantizerScalars(const std::optional<quant::QuantParams>& params);

} // namespace quantoscope::exec
