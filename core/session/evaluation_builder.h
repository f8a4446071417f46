// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/segmented_runner.h"
#include "core/search/paired_difference.h"
#include "core/session/figures.h"
#include "core/session/passes.h"
#include "core/session/stopwatch.h"

#include <optional>
#include <span>
#include <vector>

namespace quantoscope::session {

/// Collects the figures of a quantized pass batch by batch and tells them on.
class EvaluationBuilder
{
public:
    EvaluationBuilder(TaskKind task, const QuantizedPass& pass, const PartialCallback& partial,
                      const Stopwatch& stopwatch);

    /// Takes over the outputs of the batch that `runner` ran last.
    void add(const exec::SegmentedRunner& runner, std::span<const std::int32_t> pictures);
    /// The figures after the last batch, all but those of layers.
    [[nodiscard]] Evaluation finish();

private:
    void addPredictions(const Tensor& rows, std::span<const std::int32_t> pictures);
    void estimate();
    void tell(const Tensor& rows, std::span<const std::int32_t> pictures);

    const TaskKind m_task;
    const QuantizedPass& m_pass;
    const PartialCallback& m_partial;
    const Stopwatch& m_stopwatch;
    Evaluation m_evaluation;
    PartialEvaluation m_soFar;
    AccuracySums m_accuracy;
    AccuracySums m_floatAccuracy;
    ComparisonSums m_comparison;
    std::optional<search::PairedDifference> m_againstFloat;
    std::optional<search::PairedDifference> m_againstPrevious;
    double m_estimatedAt = 0.0; ///< seconds of the stopwatch
    std::vector<std::int32_t> m_seen;
    std::vector<float> m_seenMargins;
};

/// Labels of some pictures, as they are known.
[[nodiscard]] std::vector<std::optional<int>> labelsOf(const eval::ImageSet& images,
                                                       std::span<const std::int32_t> pictures);

} // namespace quantoscope::session
