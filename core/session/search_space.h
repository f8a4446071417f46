// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/search/mixed_precision.h"
#include "core/session/exploration.h"

#include <functional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What assignments cost. Bits of FP32 layers are 32.
struct SearchCosts
{
    std::int64_t sizeBytes = 0; ///< of the whole model
    double averageWeightBits = 0.0;
    double bops = 0.0; ///< MACs * weight bits * bits of the layer's input (32 where it is FP32)
};

/// The weight layers of a model with the bit-widths that a search may give them. Immutable.
class SearchSpace
{
public:
    /// InvalidArgument naming what is wrong with the request: an unknown layer, bits that the
    /// hardware profile does not take, none or several budgets, or one that no choice meets, with
    /// the least that can be.
    [[nodiscard]] static Result<SearchSpace> create(const exec::ConfiguredModel& model,
                                                    const SearchRequest& request);

    [[nodiscard]] std::size_t layerCount() const { return m_layers.size(); }
    [[nodiscard]] const std::string& layerName(std::size_t layer) const
    {
        return m_layers[layer].name;
    }
    /// Bits to consider for a layer, ascending; one where it is pinned.
    [[nodiscard]] const std::vector<int>& bits(std::size_t layer) const
    {
        return m_layers[layer].bits;
    }
    /// The base with these bits.
    [[nodiscard]] quant::Configuration configuration(const search::Assignment& bits) const;
    [[nodiscard]] SearchCosts costs(const search::Assignment& bits) const;
    /// The same bits for every layer that is not pinned; empty where a layer may not have them.
    [[nodiscard]] std::optional<search::Assignment> uniform(int bits) const;
    /// Every bit-width that some layer that is not pinned may have, ascending, without FP32.
    [[nodiscard]] std::vector<int> openBits() const;
    /// What to sweep: the layers that are not pinned, alone, at openBits(); with corrected weights
    /// at the lowest of them, up to 4.
    [[nodiscard]] SensitivityRequest sweep(const SearchRequest& request) const;

    using LossOf = std::function<double(std::size_t layer, int bits)>;
    /// The problem to solve, with the cost that the budget counts (a drop: the size). Layers with
    /// one choice lose nothing.
    [[nodiscard]] Result<search::PrecisionProblem> problem(const LossOf& lossOf) const;
    /// The most that an assignment may cost in the problem; empty for a drop.
    [[nodiscard]] std::optional<std::int64_t> costLimit() const { return m_costLimit; }

private:
    struct LayerSpace
    {
        std::string name;
        std::string op;
        quant::WeightScheme scheme; ///< all but the bits
        std::int64_t weights = 0;
        std::int64_t bopsOfOneBit = 0; ///< at 1-bit weights
        std::vector<int> bits;
        std::map<int, std::int64_t> bytes; ///< by bits
        bool isPinned = false;
    };

    Status addLayers(const exec::ConfiguredModel& model, const SearchRequest& request);
    Status restrictBits(const SearchRequest& request);
    Status setBudget(const SearchBudget& budget);

    quant::Configuration m_base;
    std::vector<LayerSpace> m_layers;
    std::int64_t m_otherBytes = 0; ///< of everything that is no weight layer
    search::CostKind m_kind = search::CostKind::SizeBytes;
    std::optional<std::int64_t> m_costLimit;
};

} // namespace quantoscope::session
