// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/search_curves.h"

#include "gui/models/search_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;
using session::PredictedPoint;
using session::SearchPoint;

namespace {

/// What a budget limits, and the cost on the plot's axis that goes with it.
struct CostAtLimit
{
    double limited = 0.0;
    double cost = 0.0;
};

/// The cost at a limit, on the straight line through the two points next to it.
std::optional<double> costAt(std::vector<CostAtLimit> points, double limit)
{
    std::ranges::sort(points, {}, &CostAtLimit::limited);
    const auto same = std::ranges::unique(points, {}, &CostAtLimit::limited);
    points.erase(same.begin(), same.end());
    if (points.size() < 2) {
        return std::nullopt;
    }
    auto above = std::ranges::lower_bound(points, limit, {}, &CostAtLimit::limited);
    above = std::clamp(above, points.begin() + 1, points.end() - 1);
    const CostAtLimit& low = *(above - 1);
    const double share = (limit - low.limited) / (above->limited - low.limited);
    return low.cost + share * (above->cost - low.cost);
}

double costOf(const auto& point, CostAxis axis)
{
    return axis == CostAxis::Bops ? point.bops : static_cast<double>(point.sizeBytes);
}

std::optional<double> budgetCost(const session::SearchReport& report, CostAxis axis)
{
    const session::SearchBudget& budget = report.request.budget;
    std::optional<double> limit = budget.averageBits ? budget.averageBits : budget.bops;
    if (budget.sizeBytes) {
        limit = static_cast<double>(*budget.sizeBytes);
    }
    if (!limit) {
        return std::nullopt;
    }
    if ((budget.sizeBytes && axis == CostAxis::Size) || (budget.bops && axis == CostAxis::Bops)) {
        return limit;
    }
    std::vector<CostAtLimit> points;
    const auto add = [&](const auto& point) {
        const double limited = budget.averageBits ? point.averageWeightBits
                               : budget.bops      ? point.bops
                                                  : static_cast<double>(point.sizeBytes);
        points.push_back({limited, costOf(point, axis)});
    };
    std::ranges::for_each(report.predicted, add);
    std::ranges::for_each(report.tried, add);
    return costAt(std::move(points), *limit);
}

/// Top-1 over the validation pictures less that of FP32; empty where the search ran none of them.
std::optional<search::Interval> changeOf(const session::SearchReport& report,
                                         const SearchPoint& point)
{
    if (!judgesByCalibration(report)) {
        return point.againstFloat.value_or(search::Interval());
    }
    if (!point.heldOutTop1 || !report.heldOutFloatTop1) {
        return std::nullopt;
    }
    const double change = *point.heldOutTop1 - *report.heldOutFloatTop1;
    return search::Interval{change, change, change};
}

/// Where a point stands on the quality axis, which is about the validation pictures.
search::Interval qualityOf(const session::SearchReport& report, const SearchPoint& point,
                           std::optional<double> floatTop1)
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    if (!floatTop1) {
        const double sqnr =
            judgesByCalibration(report) ? point.heldOutSqnrDb.value_or(kUnknown) : point.sqnrDb;
        return {sqnr, sqnr, sqnr};
    }
    const std::optional<search::Interval> change = changeOf(report, point);
    if (!change) {
        return {kUnknown, kUnknown, kUnknown};
    }
    const auto percent = [&](double difference) {
        return 100.0 * std::clamp(*floatTop1 + difference, 0.0, 1.0);
    };
    return {percent(change->value), percent(change->low), percent(change->high)};
}

SearchMark markOf(const session::SearchReport& report, std::size_t index,
                  std::optional<double> floatTop1, CostAxis axis)
{
    const SearchPoint& point = report.tried[index];
    const search::Interval quality = qualityOf(report, point, floatTop1);
    SearchMark mark;
    mark.cost = costOf(point, axis);
    mark.quality = quality.value;
    mark.low = quality.low;
    mark.high = quality.high;
    switch (point.origin) {
    case SearchPoint::Origin::Search:
        mark.kind = SearchMark::Kind::Found;
        break;
    case SearchPoint::Origin::Uniform:
        mark.kind = SearchMark::Kind::Uniform;
        break;
    case SearchPoint::Origin::WeightSqnr:
        mark.kind = SearchMark::Kind::WeightSqnr;
        break;
    }
    mark.isFront = std::ranges::find(report.front, index) != report.front.end();
    mark.isBest = report.best == index;
    mark.toolTip = pointToolTip(report, index) % u"<br>"_s %
                   QCoreApplication::translate("quantoscope::gui::SearchCurves",
                                               "Click to make it the current configuration");
    return mark;
}

/// What gets better as it grows: in the order of another cost, these go back and forth.
std::vector<QPointF> predictedCurve(const session::SearchReport& report,
                                    std::optional<double> floatTop1, CostAxis axis)
{
    std::vector<QPointF> curve;
    if (judgesByCalibration(report)) {
        return curve; // tells of other pictures than the axis
    }
    double best = std::numeric_limits<double>::lowest();
    for (const PredictedPoint& point : report.predicted) {
        if (floatTop1 && !point.top1Difference) {
            continue;
        }
        const double quality =
            floatTop1 ? 100.0 * std::clamp(*floatTop1 + *point.top1Difference, 0.0, 1.0)
                      : point.sqnrDb;
        if (quality > best) {
            best = quality;
            curve.emplace_back(costOf(point, axis), quality);
        }
    }
    return curve;
}

} // namespace

SearchCurves searchCurves(const session::SearchReport& report,
                          const session::FloatReference* reference, CostAxis axis)
{
    if (axis == CostAxis::Time) {
        return {}; // a search measures none
    }
    const std::optional<double> floatTop1 =
        reference != nullptr ? reference->accuracy.top1 : std::nullopt;
    SearchCurves curves;
    curves.predicted = predictedCurve(report, floatTop1, axis);
    for (std::size_t i = 0; i < report.tried.size(); ++i) {
        curves.tried.push_back(markOf(report, i, floatTop1, axis));
    }
    curves.budgetCost = budgetCost(report, axis);
    if (floatTop1) {
        curves.floatQuality = 100.0 * *floatTop1;
        if (report.request.budget.drop) {
            curves.budgetQuality = 100.0 * (*floatTop1 - *report.request.budget.drop);
        }
    }
    curves.budgetLabel = budgetText(report.request.budget);
    return curves;
}

} // namespace quantoscope::gui
