// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/model_info.h"
#include "core/session/pruning.h"
#include "core/session/splitting.h"

#include <optional>
#include <string>
#include <vector>

namespace quantoscope::gui {

/// Index into ModelOutline::entries; what panels mean by "the selected layer".
using OutlineId = int;
inline constexpr OutlineId kNoOutlineId = -1;

/// A setting of an operator, as ONNX names it: "kernel_shape", "3x3".
struct OutlineAttribute
{
    std::string name;
    std::string value; ///< numbers, lists as "2x2", or text; tensors and sub-graphs are left out
    friend bool operator==(const OutlineAttribute&, const OutlineAttribute&) = default;
};

/// A layer, or an input of the model, as the window shows it.
struct OutlineEntry
{
    std::string name;   ///< the layer's name, key of Configuration::weights; or the input's
    std::string opType; ///< "Conv"; "Input" for an input of the model
    model::LayerKind kind = model::LayerKind::Other;
    bool isInput = false;
    bool hasWeights = false;
    std::vector<std::string> sites; ///< quantized tensors it produces, keys of activations
    bool hasTokens = false;         ///< ranges of their tokens can be taken (see model::LayerModel)
    std::vector<std::string> absorbed;        ///< operators: "BatchNormalization", "Clip"
    std::vector<OutlineAttribute> attributes; ///< of all operators of the layer
    Shape outputShape;                        ///< empty when unknown
    Shape weightShape;                        ///< layers with weights only
    session::ChannelGroup channels;           ///< layers with weights only
    /// Layers with weights only: why no input channels can be split.
    std::optional<session::SplittingObstacle> splittingObstacle;
    std::int64_t parameterCount = 0;
    std::int64_t macs = 0;

    [[nodiscard]] bool isConfigurable() const { return hasWeights || !sites.empty(); }
    [[nodiscard]] bool hasSite() const { return !sites.empty(); }
};

/// Data that flows from one entry to another.
struct OutlineEdge
{
    OutlineId from = kNoOutlineId;
    OutlineId to = kNoOutlineId;
    std::string tensor;
    Shape shape;
    std::string site; ///< the quantized tensor whose grid the values are on; empty: they are FP32
};

/// The model as graph and table show it: its inputs first, then the layers in topological order.
struct ModelOutline
{
    std::vector<OutlineEntry> entries;
    std::vector<OutlineEdge> edges;

    /// The same one operator at a time, without folded constants: inputs first, then the operators
    /// layer by layer, each layer's main one first. Edges are between operators, by index.
    std::vector<OutlineEntry> operators;
    std::vector<OutlineEdge> operatorEdges;
    std::vector<OutlineId> operatorLayers; ///< by operator: the entry it belongs to

    [[nodiscard]] OutlineId find(const std::string& name) const;
};

[[nodiscard]] ModelOutline makeOutline(const model::LayerModel& layers);

} // namespace quantoscope::gui
