// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::model {

/// What became of a BatchNormalization.
enum class BatchNormOutcome {
    Folded,
    Kept,         ///< asked for; it could be folded
    NoLayer,      ///< it does not read the output of a layer with weights
    OtherReaders, ///< others read that output, too, or it is one of the model's
    NotConstant,  ///< a parameter is no float32 constant, or it is in its training form
    OtherShape,   ///< its channels are not the layer's, or the bias before it is no constant
};

struct BatchNormFolding
{
    std::string layer;     ///< node whose output it reads; empty where no node makes that
    std::string batchNorm; ///< its node
    BatchNormOutcome outcome = BatchNormOutcome::NoLayer;
    /// Weights of the layer as they are in the model, and with the factors of the channels in them;
    /// both or none, float32 of the same shape. Folded and Kept only.
    std::optional<Constant> unfolded = std::nullopt, folded = std::nullopt;
};

/// Whether the BatchNormalization behind a layer, by its node's name, is to stay as it is.
using KeepsBatchNorm = std::function<bool(const std::string& layer)>;

/// Merges BatchNormalization into the Conv, ConvTranspose, Gemm or MatMul (of matrices) before it:
///   W' = W * s per output channel, b' = (b - mean) * s + B, s = scale / sqrt(var + epsilon),
/// computed in double. Only where all parameters are float32 constants and nobody else reads what
/// lies between; a weight that others share is copied first. A MatMul gets an Add for b'. The node
/// lists the BatchNormalization as absorbed, the tensor keeps what that told about its values
/// (TensorInfo::statistics). `foldings` gets one entry for each, in node order.
/// Mul, Div, Add and Sub of a constant for each channel, or of one for all, behind a Conv,
/// ConvTranspose or Gemm are merged likewise, as learned scales come (PaddlePaddle); an Add for
/// each channel behind one without bias stays, being its bias.
/// \param keeps empty: none stays
/// Source: Jacob et al. 2018, section 3.2; ONNX operator BatchNormalization.
[[nodiscard]] Graph withBatchNormsFolded(const Graph& graph,
                                         std::vector<BatchNormFolding>& foldings,
                                         const KeepsBatchNorm& keeps = {});

} // namespace quantoscope::model
