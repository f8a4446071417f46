// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/activation_quantizer.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace quantoscope::exec {

/// The scalars of an activation quantizer. AtSites has the first five, Floating UnitRatio, LeastUnit and BelowOne as
/// well, Dynamic all but Gain (TokenRanges only where tokens have ranges of their own).
enum class Scalar {
    Scale,
    Low,
    High,
    Gain,
    Bypass,
    UnitRatio,
    LeastUnit,
    Dynamic,     ///< 1: ranges are taken from each picture, 0: scale, low and high are as given
    ZeroPoint,   ///< 1: dynamic ranges have a zero point
    Steps,       ///< dynamic scale = range / steps
    TokenRanges, ///< 1: dynamic ranges are taken from each token
    BelowOne,    ///< 1 - 2^-24: as a constant, the engine would fold it into its neighbour
    On,          ///< 1: on; in place of Gain, which is the scale or 0
};
inline constexpr std::size_t kScalarCount = 13;
inline constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

/// Positions, among a graph's inputs, of the scalars of one activation quantizer.
struct QuantizerInputs
{
    std::size_t site = 0; ///< index into LayerModel::sites
    std::array<std::size_t, kScalarCount> at = absent();

    [[nodiscard]] std::size_t operator[](Scalar scalar) const
    {
        return at[static_cast<std::size_t>(scalar)];
    }

private:
    static constexpr std::array<std::size_t, kScalarCount> absent()
    {
        std::array<std::size_t, kScalarCount> none{};
        none.fill(kAbsent);
        return none;
    }
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
    std::vector<WeightInput> biases; ///< where Biases::Inputs was asked for
    std::vector<QuantizerInputs> quantizers;
    std::size_t modelInputs = 0;  ///< the first inputs are the model's own
    std::size_t modelOutputs = 0; ///< the first outputs are the model's own
    std::vector<ObservedOutput> observedLayers;
    std::vector<ObservedOutput> observedSites;
    /// By tensor of the source graph: the tensor of this graph that its readers read.
    std::vector<model::TensorId> readAs;
};

enum class Observe { Nothing, LayersAndSites };
/// What quantizers sites get: none (weights are inputs all the same); static integer grids; static
/// grids and floating-point formats; or all of these and ranges taken from each picture. Each form
/// computes what the ones before it do, to the last bit, for more operators.
enum class Quantizers { None, AtSites, Floating, Dynamic };
inline constexpr std::size_t kQuantizerForms = 4;

/// Whether biases are inputs, too: engines fold a constant one into its convolution, an input costs
/// a further walk over the layer's output.
enum class Biases { Constant, Inputs };

/// Writes every activation quantizer as
/// y = bypass * x + gain * (clamp(round(x / scale), low, high) + bypass)
/// with low = qmin - zeroPoint, high = qmax - zeroPoint and gain = scale: QuantizeLinear followed
/// by DequantizeLinear (ONNX, version 13), ties to even. bypass = 1 and gain = 0 turn it off
/// without changing a bit. The other forms are described at quant::ActivationQuantizer; they find
/// ufp(t) as |q - (1 - 2^-24) * q|, q = (2^23 + 1) * t. Source: Rump, Ogita and Oishi 2008,
/// "Accurate Floating-Point Summation Part I", algorithm 3.5. With Observe::LayersAndSites the
/// first output of every layer and every site, as their readers see them, are outputs too.
[[nodiscard]] Result<InstrumentedGraph> instrument(const model::LayerModel& layers, Observe observe,
                                                   Quantizers quantizers = Quantizers::AtSites,
                                                   Biases biases = Biases::Constant);

/// Values of a quantizer's scalars, by Scalar; an empty quantizer is off.
using QuantizerScalars = std::array<float, kScalarCount>;
[[nodiscard]] QuantizerScalars
quantizerScalars(const std::optional<quant::ActivationQuantizer>& quantizer);

} // namespace quantoscope::exec
