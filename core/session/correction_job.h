// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/correction.h"
#include "core/session/layer_correction.h"
#include "core/session/stopwatch.h"

#include <memory>

namespace quantoscope::session {

/// Corrects layer after layer; running the pictures gives way to edits.
class CorrectionJob
{
public:
    using Place = LayerCorrection::Place;

    CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                  CorrectionCallback partial);

    [[nodiscard]] Result<CorrectionReportPtr> run();

private:
    bool noteSplitLayers();
    Status correct(std::size_t layer);

    Place m_place;
    CorrectionRequest m_request;
    const JobContext& m_context;
    CorrectionCallback m_partial;
    Stopwatch m_stopwatch;
    CorrectionReport m_report;
    std::unique_ptr<LayerCorrection> m_correction;
};

} // namespace quantoscope::session
