// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::search {

/// A bit-width that a layer may take and what it costs.
struct LayerChoice
{
    int bits = 8;
    std::int64_t sizeBytes = 0; ///< of the layer, >= 0
    std::int64_t bops = 0;      ///< bit operations of one picture, >= 0
    double loss = 0.0; ///< of the network with only this layer quantized, >= 0: noise-to-signal
                       ///< energy of the logits, or KL (nats)
};

/// One layer with its choices.
struct LayerOptions
{
    std::string name;
    std::int64_t weights = 0; ///< number of weights, for average bits, >= 0
    std::vector<LayerChoice> choices;
    std::optional<int> pinnedBits; ///< the only bits to consider
    std::vector<int> allowedBits;  ///< of the hardware profile; empty: all
};

/// What a budget counts.
enum class CostKind {
    WeightBits, ///< bits of all weights together
    SizeBytes,
    Bops
};

/// Bits of every layer, by layer.
using Assignment = std::vector<int>;

/// An assignment with its cost and its predicted loss.
struct FrontPoint
{
    std::int64_t cost = 0;
    double loss = 0.0;
    Assignment bits;
    friend bool operator==(const FrontPoint&, const FrontPoint&) = default;
};

/// Layers, the choices that pins and profile leave them, and the cost that counts. The loss of an
/// assignment is predicted as the sum of its choices' losses: to first order, noise of different
/// layers adds up. Source: Lin et al. 2016, "Fixed point quantization of deep convolutional
/// networks", section 3; Dong et al. 2020, HAWQ-V2, section 3.
class PrecisionProblem
{
public:
    /// InvalidArgument naming the layer that is left without a choice or has an illegal one (bits
    /// twice, a negative cost, a loss that is negative or no number).
    [[nodiscard]] static Result<PrecisionProblem> create(std::span<const LayerOptions> layers,
                                                         CostKind kind);

    struct Choice
    {
        int bits = 8;
        std::int64_t cost = 0;
        double loss = 0.0;
    };
    /// By layer: the choices that are left, by ascending cost.
    [[nodiscard]] const std::vector<std::vector<Choice>>& choices() const { return m_choices; }
    /// Cost and predicted loss of an assignment made of choices that are left; empty otherwise.
    [[nodiscard]] std::optional<FrontPoint> point(const Assignment& bits) const;
    /// The cost that an average of `bits` a weight allows (CostKind::WeightBits).
    [[nodiscard]] std::int64_t costOfAverage(double bits) const;

private:
    std::vector<std::vector<Choice>> m_choices;
    std::int64_t m_weights = 0;
};

/// Every assignment that no other beats in both cost and predicted loss, by ascending cost and
/// descending loss.
///
/// Grown layer by layer from the undominated sums (Nemhauser and Ullmann 1969, Management Science
/// 15, 494-505), which is exact; where they become more than `mostPoints`, the best of each of as
/// many equal spans of cost are kept. The lower convex hull, found by walking down the steepest
/// trade-offs (Shoham and Gersho 1988, IEEE Transactions on Acoustics, Speech and Signal Processing
/// 36, 1445-1453), is always part of it. Costs and losses of points are exact in any case.
[[nodiscard]] std::vector<FrontPoint> precisionFront(const PrecisionProblem& problem,
                                                     std::size_t mostPoints = 8192);

/// The lower convex hull of all assignments in (cost, loss), by ascending cost.
[[nodiscard]] std::vector<FrontPoint> convexFront(const PrecisionProblem& problem);

/// The point of least loss that costs at most `limit`. InvalidArgument with the least cost where
/// there is none.
[[nodiscard]] Result<FrontPoint> withinCost(std::span<const FrontPoint> front, std::int64_t limit);
/// The cheapest point with a predicted loss of at most `limit`. InvalidArgument with the least loss
/// where there is none.
[[nodiscard]] Result<FrontPoint> withinLoss(std::span<const FrontPoint> front, double limit);

} // namespace quantoscope::search
