// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/layer_walk.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/layer_problem.h"
#include "core/session/results.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

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

    /// With what the layer reads in FP32 and as quantized so far.
    using Inputs = LayerProblem;
    /// Layers are visited in their order. Empty for a kind of layer that cannot be corrected.
    [[nodiscard]] Result<std::optional<Inputs>> inputsOf(std::size_t layer);

    using Solved = SolvedLayer;
    [[nodiscard]] Result<Solved> solve(Inputs& inputs, const quant::WeightScheme& scheme,
                                       const quant::CorrectionSettings& settings,
                                       const JobContext& context) const
    {
        return m_problems.solve(inputs, scheme, settings, context);
    }
    /// Without what the layers read.
    [[nodiscard]] const LayerProblems& problems() const { return m_problems; }
    /// Goes on with the layer as the configuration has it.
    [[nodiscard]] Status adopt(std::size_t layer, const quant::Configuration& configuration);

private:
    LayerCorrection(Place place, LayerProblems problems)
        : m_place(std::move(place)), m_problems(std::move(problems))
    {
    }

    Place m_place;
    LayerProblems m_problems;
    std::unique_ptr<exec::LayerWalk> m_walk;
};

} // namespace quantoscope::session
