// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/precision_search.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace quantoscope::search {
namespace {

constexpr double kLeastLoss = 1e-30; // so that it has a logarithm

double logarithm(double loss)
{
    return std::log(std::max(loss, kLeastLoss));
}

/// Other bits for one layer, and by how much cost and predicted loss grow.
struct Change
{
    std::size_t layer = 0;
    int bits = 0;
    std::int64_t cost = 0;
    double loss = 0.0;
};

/// One change, or two (first != second), as indices.
struct Move
{
    std::int64_t cost = 0;
    double loss = 0.0;
    std::size_t first = 0;
    std::size_t second = 0;
};

std::vector<Change> changesOf(const PrecisionProblem& problem, const FrontPoint& around)
{
    std::vector<Change> changes;
    for (std::size_t layer = 0; layer < around.bits.size(); ++layer) {
        const auto& choices = problem.choices()[layer];
        const auto& now =
            *std::ranges::find(choices, around.bits[layer], &PrecisionProblem::Choice::bits);
        for (const auto& choice : choices) {
            if (choice.bits != now.bits) {
                changes.push_back(
                    {layer, choice.bits, choice.cost - now.cost, choice.loss - now.loss});
            }
        }
    }
    return changes;
}

} // namespace

/// Proposals so far, without what is known already.
class PrecisionSearch::Candidates
{
public:
    Candidates(const std::vector<EvaluatedPoint>& evaluated, std::size_t count) : m_count(count)
    {
        for (const EvaluatedPoint& each : evaluated) {
            m_known.insert(each.predicted.bits);
        }
    }
    void add(const FrontPoint& point)
    {
        if (!isFull() && m_known.insert(point.bits).second) {
            m_points.push_back(point);
        }
    }
    [[nodiscard]] bool isFull() const { return m_points.size() >= m_count; }
    [[nodiscard]] const std::vector<FrontPoint>& points() const { return m_points; }

private:
    std::size_t m_count;
    std::set<Assignment> m_known;
    std::vector<FrontPoint> m_points;
};

PrecisionSearch::PrecisionSearch(PrecisionProblem problem, PrecisionGoal goal)
    : m_problem(std::move(problem)), m_goal(goal), m_front(precisionFront(m_problem))
{
}

double PrecisionSearch::correctedLoss(double predicted) const
{
    return std::exp(m_lossCurve.at(logarithm(predicted)));
}

std::optional<double> PrecisionSearch::expectedDrop(double predicted) const
{
    return m_dropCurve.isEmpty() ? std::nullopt : std::optional(dropAt(predicted));
}

double PrecisionSearch::dropAt(double predicted) const
{
    const double drop = m_dropCurve.at(logarithm(predicted));
    return drop > 0.0 && predicted < m_leastLoss ? drop * predicted / m_leastLoss : drop;
}

Status PrecisionSearch::take(const Assignment& bits, double loss, double drop)
{
    const auto point = m_problem.point(bits);
    if (!point) {
        return fail(ErrorCode::InvalidArgument,
                    "the assignment has bits that pins, profile or sensitivities leave out",
                    "mixed precision search");
    }
    if (!(loss >= 0.0) || !std::isfinite(loss) || !std::isfinite(drop)) {
        return fail(ErrorCode::InvalidArgument, "a measured loss must be a number and not negative",
                    "mixed precision search");
    }
    m_leastLoss = m_evaluated.empty() ? point->loss : std::min(m_leastLoss, point->loss);
    m_evaluated.push_back({*point, loss, drop});
    m_lossCurve.add(logarithm(point->loss), logarithm(loss));
    m_dropCurve.add(logarithm(point->loss), drop);
    return {};
}

bool PrecisionSearch::mayMeetGoal(std::int64_t cost, double loss) const
{
    if (m_goal.cost && cost > *m_goal.cost) {
        return false;
    }
    return !m_goal.drop || m_dropCurve.isEmpty() || dropAt(loss) <= *m_goal.drop;
}

/// Where on the front the goal is met best, by what is known. Within a drop that is a bisection at
/// first: without measurements the middle of the front.
std::optional<std::size_t> PrecisionSearch::target() const
{
    if (m_goal.cost) {
        const auto past = std::ranges::upper_bound(m_front, *m_goal.cost, {}, &FrontPoint::cost);
        return past == m_front.begin()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(past - m_front.begin()) - 1);
    }
    if (m_dropCurve.isEmpty()) {
        return m_front.size() / 2;
    }
    const auto found = std::ranges::find_if(
        m_front, [&](const FrontPoint& point) { return dropAt(point.loss) <= *m_goal.drop; });
    return found == m_front.end() ? m_front.size() - 1
                                  : static_cast<std::size_t>(found - m_front.begin());
}

void PrecisionSearch::addNeighbours(Candidates& found, std::size_t target) const
{
    constexpr std::size_t kSteps = 3;
    found.add(m_front[target]);
    for (std::size_t step = 1; step <= kSteps; ++step) {
        if (target >= step) {
            found.add(m_front[target - step]);
        }
        if (target + step < m_front.size()) {
            const FrontPoint& dearer = m_front[target + step];
            if (mayMeetGoal(dearer.cost, dearer.loss)) {
                found.add(dearer);
            }
        }
    }
}

/// Changes of one layer, or of two, that stay within the goal; the least predicted loss first, or
/// the least cost where the goal is a drop.
void PrecisionSearch::addExchanges(Candidates& found, const FrontPoint& around) const
{
    const std::vector<Change> changes = changesOf(m_problem, around);
    std::vector<Move> moves;
    for (std::size_t first = 0; first < changes.size(); ++first) {
        moves.push_back({changes[first].cost, changes[first].loss, first, first});
        for (std::size_t second = first + 1; second < changes.size(); ++second) {
            if (changes[second].layer != changes[first].layer) {
                moves.push_back({changes[first].cost + changes[second].cost,
                                 changes[first].loss + changes[second].loss, first, second});
            }
        }
    }
    std::erase_if(moves, [&](const Move& move) {
        return !mayMeetGoal(around.cost + move.cost, around.loss + move.loss);
    });
    std::ranges::stable_sort(moves, [&](const Move& a, const Move& b) {
        return !m_goal.cost && a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss;
    });
    for (std::size_t i = 0; i < moves.size() && !found.isFull(); ++i) {
        Assignment bits = around.bits;
        for (const std::size_t change : {moves[i].first, moves[i].second}) {
            bits[changes[change].layer] = changes[change].bits;
        }
        found.add(*m_problem.point(bits));
    }
}

/// Both ends of the front, then points that halve its widest gaps.
void PrecisionSearch::addGaps(Candidates& found) const
{
    found.add(m_front.front());
    found.add(m_front.back());
    std::vector<std::size_t> marks{0, m_front.size() - 1};
    for (std::size_t i = 0; i < m_front.size(); ++i) {
        const bool isKnown = std::ranges::any_of(m_evaluated, [&](const EvaluatedPoint& each) {
            return each.predicted.bits == m_front[i].bits;
        });
        if (isKnown) {
            marks.push_back(i);
        }
    }
    const auto height = [&](std::size_t i) { return logarithm(m_front[i].loss); };
    while (!found.isFull()) {
        std::ranges::sort(marks);
        std::size_t widest = 0;
        double width = -1.0;
        for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
            const double gap = height(marks[i]) - height(marks[i + 1]);
            if (marks[i + 1] > marks[i] + 1 && gap > width) {
                width = gap;
                widest = i;
            }
        }
        if (width < 0.0) {
            return; // every point is proposed or known
        }
        const std::size_t begin = marks[widest];
        const std::size_t end = marks[widest + 1];
        const double middle = 0.5 * (height(begin) + height(end));
        std::size_t best = begin + 1;
        while (best + 1 < end && height(best) > middle) {
            ++best;
        }
        found.add(m_front[best]);
        marks.push_back(best);
    }
}

std::vector<FrontPoint> PrecisionSearch::proposals(std::size_t count) const
{
    Candidates found(m_evaluated, count);
    if (!m_goal.cost && !m_goal.drop) {
        addGaps(found);
        return found.points();
    }
    const auto aim = target();
    if (!aim) {
        return {};
    }
    addNeighbours(found, *aim);
    const auto known = best();
    if (!found.isFull()) {
        addExchanges(found, known ? known->predicted : m_front[*aim]);
    }
    return found.points();
}

std::vector<EvaluatedPoint> PrecisionSearch::measuredFront() const
{
    std::vector<EvaluatedPoint> sorted = m_evaluated;
    std::ranges::stable_sort(sorted, [](const EvaluatedPoint& a, const EvaluatedPoint& b) {
        return a.predicted.cost != b.predicted.cost ? a.predicted.cost < b.predicted.cost
                                                    : a.loss < b.loss;
    });
    std::vector<EvaluatedPoint> front;
    for (EvaluatedPoint& each : sorted) {
        if (front.empty() || each.loss < front.back().loss) {
            front.push_back(std::move(each));
        }
    }
    return front;
}

std::optional<EvaluatedPoint> PrecisionSearch::best() const
{
    std::optional<EvaluatedPoint> found;
    for (const EvaluatedPoint& each : m_evaluated) {
        const bool meets = (!m_goal.cost || each.predicted.cost <= *m_goal.cost) &&
                           (!m_goal.drop || each.drop <= *m_goal.drop);
        const auto isBetter = [&](const EvaluatedPoint& other) {
            return m_goal.cost ? each.loss < other.loss
                               : each.predicted.cost < other.predicted.cost ||
                                     (each.predicted.cost == other.predicted.cost &&
                                      each.loss < other.loss);
        };
        if (meets && (m_goal.cost || m_goal.drop) && (!found || isBetter(*found))) {
            found = each;
        }
    }
    return found;
}

} // namespace quantoscope::search
