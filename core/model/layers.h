// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::model {

/// What a layer does, as far as quantization cares.
enum class LayerKind {
    Conv,
    DepthwiseConv, ///< Conv with group = input channels > 1
    ConvTranspose,
    Gemm,
    MatMul,     ///< MatMul with one constant operand
    Arithmetic, ///< no weights, computes new values in integers when deployed: Add, Mul, pooling,
                ///< Concat, ...
    Movement,   ///< only moves values: MaxPool, Reshape, Transpose, Flatten, Slice, ...
    Other,      ///< stays in float: Softmax, Sigmoid on its own, Resize with interpolation, ...
};

/// A weight operator plus what it absorbs (bias Add, BatchNormalization that is not folded,
/// activation function), or any other operator.
struct Layer
{
    std::string name;   ///< the main operator's node name; unique, stable key of configurations
    std::string opType; ///< ONNX operator of the main node
    LayerKind kind = LayerKind::Other;
    std::vector<NodeId> nodes;      ///< main node first, then the absorbed ones in data order
    std::vector<Absorbed> absorbed; ///< BatchNorm folded into it, bias Add, activation function
    std::vector<TensorId> inputs;   ///< non-constant inputs from outside the layer
    std::vector<TensorId> outputs;  ///< outputs of the last node; [0] is the layer's activation

    /// Weight layers only:
    TensorId weight = kNoTensor; ///< float32 constant
    TensorId bias = kNoTensor;   ///< float32 constant, one value per channel (any rank), or none
    /// Runs in float behind weights and bias, which are as in the model then; kNoNode: none, or it
    /// is folded into them.
    NodeId batchNorm = kNoNode;
    /// Output-channel axis of the weight: Conv 0, ConvTranspose 1, Gemm 0 or 1, MatMul last (or
    /// last but one where the weight is the left operand).
    int channelAxis = 0;
    std::int64_t parameterCount = 0; ///< weights + bias
    std::int64_t macs = 0; ///< multiply-accumulates of one input (batch 1); 0 when unknown

    /// Layers without weights that end in an affine map of each channel of the last axis, by
    /// float32 constants which nobody else reads: a LayerNormalization's scale and bias, or the
    /// constant of a Mul or an Add, as a normalization taken apart has them.
    TensorId gain = kNoTensor, offset = kNoTensor;

    [[nodiscard]] bool hasAffine() const { return gain != kNoTensor || offset != kNoTensor; }
    [[nodiscard]] bool hasWeights() const { return weight != kNoTensor; }
};

/// A tensor that carries an activation quantizer (docs/architecture.md, "Where quantizers sit").
struct ActivationSite
{
    TensorId tensor = kNoTensor;
    std::string name;           ///< the tensor's name; unique, stable key of configurations
    std::optional<int> layer;   ///< index of the layer that produces it; empty: a model input
    bool isNonNegative = false; ///< known from the graph (after Relu, Clip(0, .), Sigmoid)
};

/// The graph as people think of it. Immutable once published.
struct LayerModel
{
    std::shared_ptr<const Graph> graph;
    std::vector<Layer> layers; ///< in topological order, every node in exactly one layer
    std::vector<ActivationSite> sites;
    std::int64_t parameterCount = 0; ///< floating-point constants of the whole graph
    std::int64_t macs = 0;

    [[nodiscard]] const Layer* findLayer(const std::string& layerName) const;
    [[nodiscard]] const ActivationSite* findSite(const std::string& tensorName) const;
    /// Names of layers, in the order of `indices`.
    [[nodiscard]] std::vector<std::string> namesOf(std::span<const std::size_t> indices) const;
    /// Whether a tensor holds tokens along its last axis: a MatMul or Gemm reads it, perhaps once
    /// its rows are moved.
    [[nodiscard]] bool hasTokens(const ActivationSite& site) const;
};

/// Groups a simplified graph with inferred shapes into layers and finds the activation sites:
/// float tensors that are an input of a weight layer or Arithmetic layer, or the output of one that
/// somebody reads. Outputs of the model that nobody else reads carry none. A tensor produced by a
/// Movement layer shares the quantizer of what it moves and is no site itself. Weights shared by
/// several nodes appear in each layer.
[[nodiscard]] Result<LayerModel> buildLayers(std::shared_ptr<const Graph> graph);

} // namespace quantoscope::model
