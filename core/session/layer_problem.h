// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/model/linear_geometry.h"
#include "core/quant/corrected_weights.h"
#include "core/quant/correction_method.h"
#include "core/session/engine_room.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// One layer to be corrected.
struct LayerProblem
{
    std::size_t layer = 0;
    model::LinearGeometry geometry;
    quant::ReconstructionProblem problem; ///< its scheme, masks and least scales are open
};

/// What became of one.
struct SolvedLayer
{
    std::shared_ptr<const quant::CorrectedWeights> weights;
    quant::ReconstructionError error;
    bool changes = true; ///< false: the layer is as rounding to nearest leaves it
};

/// The layers of a configuration as problems that quant::correctLayer() solves, and its solutions
/// as weights of that configuration.
class LayerProblems
{
public:
    /// \param activations grids by site, as the configuration is bound
    [[nodiscard]] static Result<LayerProblems>
    create(EngineRoom& room, const quant::Configuration& configuration,
           std::vector<std::optional<quant::QuantParams>> activations);

    /// A layer's filters, without what they read; empty for a kind of layer that cannot be
    /// corrected.
    [[nodiscard]] std::optional<LayerProblem> of(std::size_t layer) const;
    [[nodiscard]] Result<SolvedLayer> solve(LayerProblem& problem,
                                            const quant::WeightScheme& scheme,
                                            const quant::CorrectionSettings& settings,
                                            const JobContext& context) const;

    /// Of what a layer reads.
    [[nodiscard]] std::optional<quant::QuantParams> inputGrid(std::size_t layer) const;
    /// With the configuration's equalization.
    [[nodiscard]] exec::ConfiguredModel& configured() const { return *m_configured; }

private:
    LayerProblems() = default;

    /// Rounds a layer's filters to nearest as its problem's scheme says.
    [[nodiscard]] std::function<
        Result<quant::ReconstructionProblem::Matrix>(const quant::ReconstructionProblem::Matrix&)>
    rounding(const LayerProblem& layer) const;

    std::shared_ptr<const quant::Equalization> m_equalization; ///< null: none
    std::shared_ptr<exec::ConfiguredModel> m_configured;
    std::shared_ptr<const std::vector<quant::RemovedChannels>> m_removed; ///< by layer
    std::vector<std::optional<quant::QuantParams>> m_activations;         ///< grids, by site
};

} // namespace quantoscope::session
