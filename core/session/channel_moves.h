// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"
#include "core/session/channel_means.h"

#include <optional>

namespace quantoscope::session {

/// Whether a node averages over places: its outputs have other distributions than its inputs.
[[nodiscard]] bool averages(const model::Node& node);

/// Means of what a node makes that averages over places or only moves values (reshapes, transposes,
/// parts and enlargements along other axes than the channels'); empty for others. Flattened maps
/// repeat a channel's mean for every place.
[[nodiscard]] std::optional<ChannelMeans>
movedMeans(const model::Graph& graph, const model::Node& node, const ChannelMeans& means);

} // namespace quantoscope::session
