// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/layer_walk.h"
#include "core/model/linear_geometry.h"
#include "core/quant/corrected_weights.h"
#include "core/quant/correction_method.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/results.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// Fits layer after layer to what the calibration pictures make of its inputs. Running the pictures
/// gives way to edits. One thread at a time.
class LayerCorrection
{
public:
    struct Place
    {
        EngineRoom& room;
        std::shared_ptr<const DataInfo> data;
        std::shared_ptr<const CalibrationInfo>
            calibration; ///< null while no activation is quantized
        GivingWay giveWay;
    };
    /// \param start how the model is quantized as the walk begins
    [[nodiscard]] static Result<std::unique_ptr<LayerCorrection>>
    create(Place place, const quant::Configuration& start);

    /// What a layer reads in FP32 and as quantized so far.
    struct Inputs
    {
        std::size_t layer = 0;
        model::LinearGeometry geometry;
        quant::ReconstructionProblem problem; ///< its scheme and least scales are open
    };
    /// Layers are visited in their order. Empty for a kind of layer that cannot be corrected.
    [[nodiscard]] Result<std::optional<Inputs>> inputsOf(std::size_t layer);

    struct Solved
    {
        std::shared_ptr<const quant::CorrectedWeights> weights;
        quant::ReconstructionError error;
        bool changes = true; ///< false: the layer is as rounding to nearest leaves it
    };
    [[nodiscard]] Result<Solved> solve(Inputs& inputs, const quant::WeightScheme& scheme,
                                       const quant::CorrectionSettings& settings,
                                       const JobContext& context) const;
    /// Goes on with the layer as the configuration has it.
    [[nodiscard]] Status adopt(std::size_t layer, const quant::Configuration& configuration);

private:
    explicit LayerCorrection(Place place) : m_place(std::move(place)) {}
    [[nodiscard]] std::optional<quant::QuantParams> inputGrid(std::size_t layer) const;

    Place m_place;
    std::shared_ptr<const quant::Equalization> m_equalization; ///< null: none
    std::shared_ptr<exec::ConfiguredModel> m_configured;       ///< with that equalization
    std::shared_ptr<const std::vector<quant::RemovedChannels>> m_removed; ///< by layer
    std::vector<std::optional<quant::QuantParams>> m_activations;         ///< grids, by site
    std::unique_ptr<exec::LayerWalk> m_walk;
};

} // namespace quantoscope::session
