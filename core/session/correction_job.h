// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/correction.h"
#include "core/session/layer_correction.h"
#include "core/session/normal_inputs.h"
#include "core/session/stopwatch.h"

#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// Corrects layer after layer; running the pictures gives way to edits. Layers whose method is
/// BiasCorrectionAnalytic are rounded to nearest and their biases make up for it,
/// b += (W - Q) E[x], with the inputs' means from batch normalization; where these are not known
/// they stay as they are. No picture is run where this is the method of all.
/// Errors: InvalidArgument where it is the method of some, and the model has no batch
/// normalization.
class CorrectionJob
{
public:
    /// Its pictures may be null where the request needs none.
    using Place = LayerCorrection::Place;

    CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                  CorrectionCallback partial);

    [[nodiscard]] Result<CorrectionReportPtr> run();

private:
    [[nodiscard]] std::vector<std::size_t> wantedLayers() const;
    /// Looks at the layers without pictures.
    Status prepareProblems();
    Status prepareMeans(const std::vector<std::size_t>& wanted);
    Result<CorrectedLayer> correct(std::size_t layer);
    /// The layer with what it reads, or why it stays as it is.
    Result<std::optional<LayerProblem>> problemOf(std::size_t layer, CorrectedLayer& outcome);
    [[nodiscard]] const LayerProblems& problems() const
    {
        return m_correction ? m_correction->problems() : *m_problems;
    }

    Place m_place;
    CorrectionRequest m_request;
    const JobContext& m_context;
    CorrectionCallback m_partial;
    Stopwatch m_stopwatch;
    CorrectionReport m_report;
    std::unique_ptr<LayerCorrection> m_correction; ///< null: no pictures are run
    std::optional<LayerProblems> m_problems;       ///< in place of it
    std::optional<NormalInputs> m_means;           ///< where a layer needs them
};

} // namespace quantoscope::session
