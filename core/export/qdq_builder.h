// SPDX-License-Identifier: GPL-3.0-or-later
// Private to qdq_*.cpp: the graph being written and the pieces every part of it is made of.
#pragma once

#include "core/export/qdq_onnx.h"
#include "core/model/graph_edit.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::exporting {

/// What is known of a tensor's values before it is quantized.
enum class Values {
    Any,
    NonNegative,
    OnGrid, ///< quantized with the same grid before
};

/// Grows the exported graph. Tensor and node ids of the source graph stay valid in it until the
/// very end; new ones are appended.
class QdqBuilder
{
public:
    explicit QdqBuilder(const QuantizedModel& quantized);

    [[nodiscard]] const model::LayerModel& layers() const { return *m_quantized.layers; }
    [[nodiscard]] const QuantizedModel& quantized() const { return m_quantized; }
    [[nodiscard]] const model::Graph& source() const { return *m_quantized.layers->graph; }
    [[nodiscard]] model::Graph& graph() { return m_graph; }

    /// Appends integer codes and a DequantizeLinear that writes `output`.
    void addDequantizedConstant(model::TensorId output, const quant::QuantParams& params,
                                model::ElementType storage, std::span<const std::int32_t> codes);
    /// The same for codes whose scales are those of blocks: along an axis (QuantParams::
    /// blocksAlongAxis), or the first axis of `output` is the channels', and blocks lie along the
    /// others.
    void addDequantizedBlocks(model::TensorId output, const quant::QuantParams& params,
                              model::ElementType storage, std::span<const std::int32_t> codes);
    /// Appends a product with a number.
    void addProduct(model::TensorId input, float factor, model::TensorId output);
    /// A new float32 tensor named after `wanted`.
    model::TensorId addFloatTensor(const std::string& wanted, const std::optional<Shape>& shape);
    /// Appends (Clip,) QuantizeLinear and DequantizeLinear from `input` to `output`. The Clip is
    /// there when the grid is narrower than its storage type and the values can leave it.
    void addQuantizePair(model::TensorId input, model::TensorId output,
                         const quant::QuantParams& params, Values values);

    /// Appends what quantizes and dequantizes one of QuantizedModel::floatActivations.
    void addFloatPair(model::TensorId input, model::TensorId output,
                      const FloatActivation& activation);

    /// Makes every node that reads `tensor` read `replacement`.
    void redirectReaders(model::TensorId tensor, model::TensorId replacement);
    /// Gives the producer of `tensor` a new output, so that something else can write `tensor`.
    model::TensorId detachProducer(model::TensorId tensor);

    /// Least opset the nodes added so far need.
    [[nodiscard]] std::int64_t neededOpset() const { return m_neededOpset; }
    /// A name no tensor or node has yet.
    [[nodiscard]] std::string freshName(const std::string& wanted) { return m_names.fresh(wanted); }
    void addNode(const std::string& opType, const std::string& wanted,
                 std::vector<model::TensorId> inputs, model::TensorId output,
                 std::map<std::string, model::Attribute> attributes = {});

private:
    struct Grid
    {
        model::TensorId scale;
        model::TensorId zeroPoint;
    };
    Grid addGrid(const std::string& base, const quant::QuantParams& params,
                 model::ElementType storage);
    model::TensorId addClip(model::TensorId input, const quant::QuantParams& params,
                            model::ElementType storage, Values values);
    model::TensorId addScalar(const std::string& wanted, float value);
    /// A tensor of another type, of the shape of `like`.
    model::TensorId addTyped(const std::string& wanted, model::ElementType type,
                             model::TensorId like);
    void addHalfPair(model::TensorId input, model::TensorId output);
    void addDynamicPair(model::TensorId input, model::TensorId output);

    const QuantizedModel& m_quantized;
    model::Graph m_graph;
    model::UniqueNames m_names;
    std::int64_t m_neededOpset = 13;
};

/// Grids of tensors by id: the activation sites that are quantized, and what lies behind them where
/// values are only moved.
using ActivationGrids = std::map<model::TensorId, const quant::QuantParams*>;

/// The grid each quantized tensor's values lie on, through Movement layers.
[[nodiscard]] ActivationGrids activationGrids(const QuantizedModel& quantized);

/// Integer or float16 weights in place of the float32 ones.
[[nodiscard]] Status writeWeights(QdqBuilder& builder);
/// Int32 biases where both the input and the weights of a layer are integers.
void writeBiases(QdqBuilder& builder, const ActivationGrids& grids);
/// QuantizeLinear/DequantizeLinear pairs on activations.
void writeActivations(QdqBuilder& builder, const ActivationGrids& grids);
/// Gather in front of the layers whose weights have split channels, which doubles these in their
/// inputs; written last, since it reads what the others made of the inputs.
void writeAddedChannels(QdqBuilder& builder, const ActivationGrids& grids);

} // namespace quantoscope::exporting
