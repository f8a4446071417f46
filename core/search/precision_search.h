// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/mixed_precision.h"
#include "core/search/monotone_curve.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace quantoscope::search {

/// An assignment that was truly run.
struct EvaluatedPoint
{
    FrontPoint predicted;
    double loss = 0.0; ///< measured, in the unit of the predicted losses
    double drop = 0.0; ///< FP32's accuracy minus this one's, a fraction; 0 without labels
};

/// What a search aims at. Without limits: the whole front.
struct PrecisionGoal
{
    std::optional<std::int64_t> cost; ///< at most so much
    std::optional<double> drop;       ///< at most so much accuracy lost, a fraction
};

/// Finds mixed precision step by step: predicts a front, proposes what to evaluate, and corrects
/// the front by what was found. Runs nothing itself. Not thread-safe.
class PrecisionSearch
{
public:
    PrecisionSearch(PrecisionProblem problem, PrecisionGoal goal);

    /// The predicted front with its losses as predicted; see correctedLoss.
    [[nodiscard]] const std::vector<FrontPoint>& front() const { return m_front; }
    /// What a predicted loss turns out to be, by all evaluations so far (monotone, so it changes no
    /// order of the front), and the accuracy drop that comes with it; empty before any evaluation.
    /// Below the least loss evaluated the drop goes down in proportion: without noise there is
    /// none.
    [[nodiscard]] double correctedLoss(double predicted) const;
    [[nodiscard]] std::optional<double> expectedDrop(double predicted) const;

    /// Up to `count` assignments to evaluate next, the most promising first, none evaluated before.
    /// With a goal: the best predicted point that meets it, then its neighbours on the front, and
    /// exchanges around the best evaluated one (one layer gets fewer bits, another more, or one
    /// changes alone) within the goal, of least predicted loss. Without: the ends of the front,
    /// then ever the middle of its widest gap in the logarithm of the loss.
    [[nodiscard]] std::vector<FrontPoint> proposals(std::size_t count) const;

    /// Takes a measurement. InvalidArgument for an assignment the problem does not contain, or a
    /// loss that is negative or no number.
    [[nodiscard]] Status take(const Assignment& bits, double loss, double drop);

    [[nodiscard]] const std::vector<EvaluatedPoint>& evaluated() const { return m_evaluated; }
    /// Evaluated points that no other evaluated one beats in both cost and measured loss, by
    /// ascending cost.
    [[nodiscard]] std::vector<EvaluatedPoint> measuredFront() const;
    /// The evaluated point that meets the goal best: within a cost the least measured loss, within
    /// a drop the least cost; empty while there is none (or no goal).
    [[nodiscard]] std::optional<EvaluatedPoint> best() const;

private:
    class Candidates;
    [[nodiscard]] std::optional<std::size_t> target() const;
    [[nodiscard]] double dropAt(double predicted) const;
    [[nodiscard]] bool mayMeetGoal(std::int64_t cost, double loss) const;
    void addNeighbours(Candidates& found, std::size_t target) const;
    void addExchanges(Candidates& found, const FrontPoint& around) const;
    void addGaps(Candidates& found) const;

    PrecisionProblem m_problem;
    PrecisionGoal m_goal;
    std::vector<FrontPoint> m_front;
    std::vector<EvaluatedPoint> m_evaluated;
    MonotoneCurve m_lossCurve{1.0};
    MonotoneCurve m_dropCurve{0.0};
    double m_leastLoss = 0.0; ///< predicted, of all evaluated points
};

} // namespace quantoscope::search
