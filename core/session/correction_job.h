// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/layer_walk.h"
#include "core/model/linear_geometry.h"
#include "core/session/correction.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/results.h"
#include "core/session/stopwatch.h"

#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// Corrects layer after layer; running the pictures gives way to edits.
class CorrectionJob
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

    CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                  CorrectionCallback partial);

    [[nodiscard]] Result<CorrectionReportPtr> run();

private:
    Status startWalk();
    Status correct(std::size_t layer);
    Result<quant::ReconstructionProblem> problemFor(std::size_t layer,
                                                    const model::LinearGeometry& geometry);
    Status adopt(std::size_t layer, const model::LinearGeometry& geometry,
                 quant::ReconstructedLayer solved);
    [[nodiscard]] std::optional<quant::QuantParams> inputGrid(std::size_t layer) const;

    Place m_place;
    CorrectionRequest m_request;
    const JobContext& m_context;
    CorrectionCallback m_partial;
    Stopwatch m_stopwatch;
    CorrectionReport m_report;
    std::vector<std::optional<quant::QuantParams>> m_activations; ///< grids of the base, by site
    std::unique_ptr<exec::LayerWalk> m_walk;
};

} // namespace quantoscope::session
