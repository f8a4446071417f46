// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Outlier channel splitting: the input channel that holds a layer's weight of largest magnitude is
// duplicated and its weights are shared out to both copies, which read the same activations, so
// that the layer computes the same on a narrower grid.
// Source: Zhao, Hu, Dotzel, De Sa, Zhang 2019, "Improving Neural Network Quantization without
// Retraining using Outlier Channel Splitting", sections 3.1 to 3.3.

namespace quantoscope::quant {

/// How many channels splitting adds: ceil(share * channels).
[[nodiscard]] std::int64_t addedChannels(std::int64_t channels, double share);

/// Whether a share of channels can be added: 0 (none) to 1.
[[nodiscard]] bool isLegalSplit(double share);
/// "none" for 0, else the share: "0.05".
[[nodiscard]] std::string splitText(double share);
/// Reads what splitText writes, in any case. Error InvalidArgument says which shares are legal.
[[nodiscard]] Result<double> parseSplit(std::string_view text);

/// Which input channels of a weight tensor are split.
struct ChannelSplits
{
    /// By added channel, in the order of splitting: the copy that it is split from, one of the
    /// tensor's own channels 0..C-1 or one added before, C and up.
    std::vector<std::int32_t> parents;
    friend bool operator==(const ChannelSplits&, const ChannelSplits&) = default;

    [[nodiscard]] bool isEmpty() const { return parents.empty(); }
    /// The tensor's own channel that each added one is a copy of.
    [[nodiscard]] std::vector<std::int32_t> originals(std::int64_t channels) const;
    /// How often every copy of a channel is halved at least, by channel: its values may be up to
    /// two to that power times those of the grid.
    [[nodiscard]] std::vector<int> halvings(std::int64_t channels) const;
};

} // namespace quantoscope::quant
