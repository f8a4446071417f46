// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/channel_affine.h"

#include <cmath>

namespace quantoscope::model {

std::optional<std::vector<float>> float32Input(const Graph& graph, const Node& node,
                                               std::size_t index)
{
    if (index >= node.inputs.size() || node.inputs[index] == kNoTensor) {
        return std::nullopt;
    }
    const auto& constant = graph.tensor(node.inputs[index]).constant;
    if (!constant || constant->type != ElementType::Float32) {
        return std::nullopt;
    }
    return floatValues(*constant);
}

std::optional<ChannelAffine> affineOf(const Graph& graph, const Node& norm)
{
    const auto scale = float32Input(graph, norm, 1);
    const auto shift = float32Input(graph, norm, 2);
    const auto mean = float32Input(graph, norm, 3);
    const auto variance = float32Input(graph, norm, 4);
    if (!scale || !shift || !mean || !variance || shift->size() != scale->size() ||
        mean->size() != scale->size() || variance->size() != scale->size() ||
        intAttribute(norm, "training_mode", 0) != 0) {
        return std::nullopt;
    }
    const double epsilon = static_cast<double>(floatAttribute(norm, "epsilon", 1e-5F));
    ChannelAffine affine;
    for (std::size_t c = 0; c < scale->size(); ++c) {
        const double factor = static_cast<double>((*scale)[c]) /
                              std::sqrt(static_cast<double>((*variance)[c]) + epsilon);
        affine.scale.push_back(factor);
        affine.shift.push_back(static_cast<double>((*shift)[c]) -
                               static_cast<double>((*mean)[c]) * factor);
    }
    return affine;
}

std::optional<ChannelAffine> affineOf(const Graph& graph, const Node& node, std::size_t operand,
                                      std::size_t channels, bool isOnAxis1)
{
    const auto values = *float32Input(graph, node, operand);
    const Shape& shape = graph.tensor(node.inputs[operand]).constant->shape;
    const auto& output = graph.tensor(node.outputs.front()).shape;
    if (!output || output->size() < 2 || shape.size() > output->size() ||
        (values.size() != 1 && values.size() != channels)) {
        return std::nullopt;
    }
    const std::size_t fromEnd = isOnAxis1 ? output->size() - 2 : 0;
    const bool isOfChannels = shape.size() > fromEnd && shape[shape.size() - 1 - fromEnd] ==
                                                            static_cast<std::int64_t>(channels);
    if (values.size() != 1 && !isOfChannels) {
        return std::nullopt;
    }
    ChannelAffine affine{std::vector<double>(channels, 1.0), std::vector<double>(channels, 0.0)};
    for (std::size_t c = 0; c < channels; ++c) {
        const double value = double{values[values.size() == 1 ? 0 : c]};
        if (!std::isfinite(value) || (node.opType == "Div" && value == 0.0)) {
            return std::nullopt;
        }
        if (node.opType == "Mul" || node.opType == "Div") {
            affine.scale[c] = node.opType == "Mul" ? value : 1.0 / value;
        } else {
            affine.shift[c] = node.opType == "Add" ? value : -value;
        }
    }
    return affine;
}

std::shared_ptr<const NormalStatistics>
scaledStatistics(const std::shared_ptr<const NormalStatistics>& statistics,
                 const ChannelAffine& affine)
{
    if (!statistics) {
        return nullptr;
    }
    auto scaled = std::make_shared<NormalStatistics>(*statistics);
    for (std::size_t c = 0; c < scaled->means.size() && c < affine.scale.size(); ++c) {
        scaled->means[c] = scaled->means[c] * affine.scale[c] + affine.shift[c];
        scaled->deviations[c] *= std::abs(affine.scale[c]);
    }
    return scaled;
}

std::shared_ptr<const NormalStatistics> statisticsOf(const Graph& graph, const Node& batchNorm)
{
    const auto scale = float32Input(graph, batchNorm, 1);
    const auto shift = float32Input(graph, batchNorm, 2);
    if (!scale || !shift || scale->size() != shift->size()) {
        return nullptr;
    }
    auto statistics = std::make_shared<NormalStatistics>();
    for (std::size_t c = 0; c < scale->size(); ++c) {
        statistics->means.push_back(double{(*shift)[c]});
        statistics->deviations.push_back(std::abs(double{(*scale)[c]}));
    }
    return statistics;
}

} // namespace quantoscope::model
