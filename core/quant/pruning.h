// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::quant {

/// Which weights of a layer become zero. Sources: Han et al. 2015, "Learning both Weights and
/// Connections for Efficient Neural Networks" (unstructured, by magnitude); Mishra et al. 2021,
/// "Accelerating Sparse Deep Neural Networks" (N:M); Li et al. 2017, "Pruning Filters for Efficient
/// ConvNets" (channels, by the L1 norm of their filters).
enum class PruningPattern { None, Unstructured, NOfM, Channels };

/// How a layer's weights are pruned.
struct Pruning
{
    PruningPattern pattern = PruningPattern::None;
    double share = 0.0; ///< of weights (Unstructured) or channels, above 0 and below 1; else 0
    int kept = 0;       ///< N of N:M, 1..M-1; else 0
    int of = 0;         ///< M, 2..32; else 0
    friend bool operator==(const Pruning&, const Pruning&) = default;

    [[nodiscard]] bool isSet() const { return pattern != PruningPattern::None; }
    /// Whether which weights go follows from the weights of the layer alone.
    [[nodiscard]] bool isOfWeights() const
    {
        return pattern == PruningPattern::Unstructured || pattern == PruningPattern::NOfM;
    }
};

[[nodiscard]] Pruning unstructuredPruning(double share);
[[nodiscard]] Pruning nOfMPruning(int kept, int of);
[[nodiscard]] Pruning channelPruning(double share);

/// "none", "unstructured:0.5", "2:4", "channels:0.25".
[[nodiscard]] std::string toString(const Pruning& pruning);
/// Reads what toString writes, in any case. Error InvalidArgument shows examples.
[[nodiscard]] Result<Pruning> parsePruning(std::string_view text);
/// Success, or InvalidArgument with what is legal.
[[nodiscard]] Status validate(const Pruning& pruning);

/// Channels that are taken out of a layer, ascending: zero in the emulation, absent in what is
/// exported.
struct RemovedChannels
{
    std::vector<std::int32_t> outputs = {}, inputs = {};
    friend bool operator==(const RemovedChannels&, const RemovedChannels&) = default;

    [[nodiscard]] bool isEmpty() const { return outputs.empty() && inputs.empty(); }
};

/// How the weights that a pruned layer keeps are stored.
enum class SparseFormat {
    Dense,   ///< every weight, zero or not
    Bitmask, ///< a bit a weight says whether it is there, then those that are
    NOfM,    ///< those kept, each with its place in its run in ceil(log2 M) bits
};
[[nodiscard]] std::string toString(SparseFormat format); ///< "dense", "bitmask", "N:M"

} // namespace quantoscope::quant
