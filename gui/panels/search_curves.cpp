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

/// A cost and the model size that goes with it.
struct SizeAtCost
{
    double cost = 0.0;
    double sizeBytes = 0.0;
};

/// The size at a cost, on the straight line through the two points next to it.
std::optional<double> sizeAt(std::vector<SizeAtCost> points, double cost)
{
    std::ranges::sort(points, {}, &SizeAtCost::cost);
    const auto same = std::ranges::unique(points, {}, &SizeAtCost::cost);
    points.erase(same.begin(), same.end());
    if (points.size() < 2) {
        return std::nullopt;
    }
    auto above = std::ranges::lower_bound(points, cost, {}, &SizeAtCost::cost);
    above = std::clamp(above, points.begin() + 1, points.end() - 1);
    const SizeAtCost& low = *(above - 1);
    const double share = (cost - low.cost) / (above->cost - low.cost);
    return low.sizeBytes + share * (above->sizeBytes - low.sizeBytes);
}

std::optional<double> budgetBytes(const session::SearchReport& report)
{
    const session::SearchBudget& budget = report.request.budget;
    if (budget.sizeBytes) {
        return static_cast<double>(*budget.sizeBytes);
    }
    if (!budget.averageBits && !budget.bops) {
        return std::nullopt;
    }
    std::vector<SizeAtCost> points;
    const auto add = [&](const auto& point) {
        points.push_back({budget.bops ? point.bops : point.averageWeightBits,
                          static_cast<double>(point.sizeBytes)});
    };
    std::ranges::for_each(report.predicted, add);
    std::ranges::for_each(report.tried, add);
    return sizeAt(std::move(points), budget.bops ? *budget.bops : *budget.averageBits);
}

SearchMark markOf(const session::SearchReport& report, std::size_t index,
                  std::optional<double> floatTop1)
{
    const SearchPoint& point = report.tried[index];
    SearchMark mark;
    mark.sizeBytes = static_cast<double>(point.sizeBytes);
    mark.quality = mark.low = mark.high = point.sqnrDb;
    if (floatTop1) {
        const search::Interval change = point.againstFloat.value_or(search::Interval());
        const auto percent = [&](double difference) {
            return 100.0 * std::clamp(*floatTop1 + difference, 0.0, 1.0);
        };
        mark.quality = percent(change.value);
        mark.low = percent(change.low);
        mark.high = percent(change.high);
    }
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

/// What gets better as it grows: in the order of another cost, sizes go back and forth.
std::vector<QPointF> predictedCurve(const session::SearchReport& report,
                                    std::optional<double> floatTop1)
{
    std::vector<QPointF> curve;
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
            curve.emplace_back(static_cast<double>(point.sizeBytes), quality);
        }
    }
    return curve;
}

} // namespace

SearchCurves searchCurves(const session::SearchReport& report,
                          const session::FloatReference* reference)
{
    const std::optional<double> floatTop1 =
        reference != nullptr ? reference->accuracy.top1 : std::nullopt;
    SearchCurves curves;
    curves.predicted = predictedCurve(report, floatTop1);
    for (std::size_t i = 0; i < report.tried.size(); ++i) {
        curves.tried.push_back(markOf(report, i, floatTop1));
    }
    curves.budgetBytes = budgetBytes(report);
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
