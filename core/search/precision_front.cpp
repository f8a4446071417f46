// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/mixed_precision.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace quantoscope::search {
namespace {

using Choice = PrecisionProblem::Choice;

/// A sum of choices of the first layers.
struct Partial
{
    std::int64_t cost = 0;
    double loss = 0.0;
    std::uint32_t former = 0; ///< index among the partials of one layer less
    std::uint32_t choice = 0;
};

/// Sorts by cost and keeps what has less loss than everything cheaper.
template <typename Point>
void keepUndominated(std::vector<Point>& points)
{
    std::ranges::stable_sort(points, [](const Point& a, const Point& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss;
    });
    double least = std::numeric_limits<double>::infinity();
    const auto isBeaten = [&](const Point& point) {
        if (point.loss >= least) {
            return true;
        }
        least = point.loss;
        return false;
    };
    std::erase_if(points, isBeaten);
}

/// Keeps the point of least loss (the last) of each of `most` equal spans of cost, and the first.
void thin(std::vector<Partial>& points, std::size_t most)
{
    if (points.size() <= most) {
        return;
    }
    const double begin = static_cast<double>(points.front().cost);
    const double width = (static_cast<double>(points.back().cost) - begin) /
                         static_cast<double>(std::max<std::size_t>(most, 2) - 1);
    const auto spanOf = [&](const Partial& point) {
        return static_cast<std::int64_t>((static_cast<double>(point.cost) - begin) / width);
    };
    std::vector<Partial> kept{points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (i + 1 == points.size() || spanOf(points[i]) != spanOf(points[i + 1])) {
            kept.push_back(points[i]);
        }
    }
    points = std::move(kept);
}

std::vector<Partial> extended(const std::vector<Partial>& former,
                              const std::vector<Choice>& choices)
{
    std::vector<Partial> sums;
    sums.reserve(former.size() * choices.size());
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
        for (std::size_t i = 0; i < former.size(); ++i) {
            sums.push_back({former[i].cost + choices[choice].cost,
                            former[i].loss + choices[choice].loss, static_cast<std::uint32_t>(i),
                            static_cast<std::uint32_t>(choice)});
        }
    }
    keepUndominated(sums);
    return sums;
}

FrontPoint traced(const PrecisionProblem& problem, const std::vector<std::vector<Partial>>& stages,
                  const Partial& last)
{
    const std::size_t layers = problem.choices().size();
    FrontPoint point{last.cost, last.loss, Assignment(layers)};
    const Partial* partial = &last;
    for (std::size_t layer = layers; layer > 0; --layer) {
        point.bits[layer - 1] = problem.choices()[layer - 1][partial->choice].bits;
        partial = &stages[layer - 1][partial->former];
    }
    return point;
}

/// Choices on the lower convex hull of one layer, by ascending cost and descending loss.
std::vector<Choice> hullOf(std::vector<Choice> choices)
{
    keepUndominated(choices);
    std::vector<Choice> hull;
    for (const Choice& next : choices) {
        const auto isAbove = [&](const Choice& a, const Choice& b) {
            const double toNext = (next.loss - a.loss) * static_cast<double>(b.cost - a.cost);
            return (b.loss - a.loss) * static_cast<double>(next.cost - a.cost) >= toNext;
        };
        while (hull.size() > 1 && isAbove(hull[hull.size() - 2], hull.back())) {
            hull.pop_back();
        }
        hull.push_back(next);
    }
    return hull;
}

/// Going from one hull choice of a layer to the next.
struct Step
{
    double gain = 0.0; ///< loss saved for each unit of cost
    std::size_t layer = 0;
    int bits = 0;
};

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

} // namespace

std::vector<FrontPoint> convexFront(const PrecisionProblem& problem)
{
    Assignment bits;
    std::vector<Step> steps;
    for (std::size_t layer = 0; layer < problem.choices().size(); ++layer) {
        const std::vector<Choice> hull = hullOf(problem.choices()[layer]);
        bits.push_back(hull.front().bits);
        for (std::size_t i = 1; i < hull.size(); ++i) {
            const double saved = hull[i - 1].loss - hull[i].loss;
            steps.push_back({saved / static_cast<double>(hull[i].cost - hull[i - 1].cost), layer,
                             hull[i].bits});
        }
    }
    std::ranges::stable_sort(steps, std::ranges::greater{}, &Step::gain);
    std::vector<FrontPoint> front{*problem.point(bits)};
    for (const Step& step : steps) {
        bits[step.layer] = step.bits;
        front.push_back(*problem.point(bits));
    }
    return front;
}

std::vector<FrontPoint> precisionFront(const PrecisionProblem& problem, std::size_t mostPoints)
{
    std::vector<std::vector<Partial>> stages{{Partial{}}};
    bool isExact = true;
    for (const std::vector<Choice>& choices : problem.choices()) {
        std::vector<Partial> sums = extended(stages.back(), choices);
        isExact = isExact && sums.size() <= mostPoints;
        thin(sums, mostPoints);
        stages.push_back(std::move(sums));
    }
    std::vector<FrontPoint> front;
    for (const Partial& last : stages.back()) {
        front.push_back(traced(problem, stages, last));
    }
    if (!isExact) {
        std::ranges::move(convexFront(problem), std::back_inserter(front));
        keepUndominated(front);
    }
    return front;
}

Result<FrontPoint> withinCost(std::span<const FrontPoint> front, std::int64_t limit)
{
    const auto past = std::ranges::upper_bound(front, limit, {}, &FrontPoint::cost);
    if (past == front.begin()) {
        return fail(ErrorCode::InvalidArgument,
                    "a budget of " + std::to_string(limit) + " cannot be met" +
                        (front.empty() ? std::string()
                                       : "; the least is " + std::to_string(front.front().cost)));
    }
    return *std::prev(past);
}

Result<FrontPoint> withinLoss(std::span<const FrontPoint> front, double limit)
{
    const auto found =
        std::ranges::find_if(front, [&](const FrontPoint& point) { return point.loss <= limit; });
    if (found == front.end()) {
        return fail(ErrorCode::InvalidArgument,
                    "a loss of " + shortNumber(limit) + " cannot be met" +
                        (front.empty() ? std::string()
                                       : "; the least is " + shortNumber(front.back().loss)));
    }
    return *found;
}

} // namespace quantoscope::search
