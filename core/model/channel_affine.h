// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::model {

/// What an operator does to the channels of a tensor: y = x * scale + shift.
struct ChannelAffine
{
    std::vector<double> scale;
    std::vector<double> shift;
};

/// Values of a node's input; empty where that is no float32 constant.
[[nodiscard]] std::optional<std::vector<float>> float32Input(const Graph& graph, const Node& node,
                                                             std::size_t index);

/// What a BatchNormalization does in inference; empty where a parameter is no float32 constant, or
/// it is in its training form.
[[nodiscard]] std::optional<ChannelAffine> affineOf(const Graph& graph, const Node& norm);

/// What an operator with a constant does to the channels on axis 1 of a tensor whose rank is that
/// of the constant or more, or to those on the last axis. The constant has one value for each
/// channel or one for all.
/// \param node Mul, Div, Add or Sub; its input `operand` is a float32 constant
[[nodiscard]] std::optional<ChannelAffine> affineOf(const Graph& graph, const Node& node,
                                                    std::size_t operand, std::size_t channels,
                                                    bool isOnAxis1);

/// Means and deviations of values behind `affine`; null where there are none before it.
[[nodiscard]] std::shared_ptr<const NormalStatistics>
scaledStatistics(const std::shared_ptr<const NormalStatistics>& statistics,
                 const ChannelAffine& affine);

/// Means and deviations of what a BatchNormalization makes: beta and |gamma|; null where they are
/// no float32 constants.
[[nodiscard]] std::shared_ptr<const NormalStatistics> statisticsOf(const Graph& graph,
                                                                   const Node& batchNorm);

} // namespace quantoscope::model
