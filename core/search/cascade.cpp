// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/cascade.h"

#include <algorithm>
#include <cassert>

namespace quantoscope::search {
namespace {

constexpr double kAboveAllMargins = 2.0;
// Accuracies are sums of a count of pictures; less than a picture of 10^8 is no difference.
constexpr double kSameAccuracy = 1e-9;

std::vector<CascadePicture> byMargin(std::span<const CascadePicture> pictures)
{
    std::vector<CascadePicture> sorted(pictures.begin(), pictures.end());
    std::ranges::stable_sort(sorted, {}, &CascadePicture::margin);
    return sorted;
}

/// What a threshold makes of some pictures.
CascadePoint pointAt(std::span<const CascadePicture> pictures, double threshold,
                     const CascadeCosts& costs)
{
    std::size_t rerun = 0;
    std::size_t right = 0;
    for (const CascadePicture& picture : pictures) {
        const bool isUnsure = double{picture.margin} < threshold;
        rerun += isUnsure ? 1 : 0;
        right += (isUnsure ? picture.isBetterRight : picture.isCheapRight) ? 1 : 0;
    }
    const auto count = static_cast<double>(pictures.size());
    const double share = static_cast<double>(rerun) / count;
    return {threshold, static_cast<double>(right) / count, share,
            costs.cheap + share * costs.better};
}

} // namespace

CascadeCurve cascadeCurve(std::span<const CascadePicture> pictures, const CascadeCosts& costs)
{
    assert(!pictures.empty());
    const std::vector<CascadePicture> sorted = byMargin(pictures);
    const auto count = static_cast<double>(sorted.size());
    const auto cheapRight = std::ranges::count_if(sorted, &CascadePicture::isCheapRight);
    const auto betterRight = std::ranges::count_if(sorted, &CascadePicture::isBetterRight);
    CascadeCurve curve;
    curve.cheapAccuracy = static_cast<double>(cheapRight) / count;
    curve.betterAccuracy = static_cast<double>(betterRight) / count;
    auto right = cheapRight;
    curve.points.push_back({0.0, curve.cheapAccuracy, 0.0, costs.cheap});
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        right += static_cast<std::ptrdiff_t>(sorted[i].isBetterRight) -
                 static_cast<std::ptrdiff_t>(sorted[i].isCheapRight);
        const bool isLast = i + 1 == sorted.size();
        if (!isLast && sorted[i].margin == sorted[i + 1].margin) {
            continue; // no threshold parts them
        }
        const double threshold =
            isLast ? kAboveAllMargins
                   : (double{sorted[i].margin} + double{sorted[i + 1].margin}) / 2.0;
        const double share = static_cast<double>(i + 1) / count;
        curve.points.push_back({threshold, static_cast<double>(right) / count, share,
                                costs.cheap + share * costs.better});
    }
    return curve;
}

std::size_t cheapestPoint(const CascadeCurve& curve, double drop)
{
    const double wanted = curve.betterAccuracy - drop - kSameAccuracy;
    std::size_t best = curve.points.size() - 1;
    for (std::size_t i = curve.points.size(); i-- > 0;) {
        const CascadePoint& point = curve.points[i];
        const CascadePoint& least = curve.points[best];
        const bool isCheaper = point.cost < least.cost ||
                               (point.cost == least.cost && point.accuracy > least.accuracy);
        if (point.accuracy >= wanted && isCheaper) {
            best = i;
        }
    }
    return best;
}

CascadePoint crossCheckedPoint(std::span<const CascadePicture> pictures, const CascadeCosts& costs,
                               double drop)
{
    assert(pictures.size() >= 2);
    std::vector<CascadePicture> halves[2];
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        halves[i % 2].push_back(pictures[i]);
    }
    CascadePoint mean;
    for (const std::size_t judged : {std::size_t{0}, std::size_t{1}}) {
        const CascadeCurve curve = cascadeCurve(halves[1 - judged], costs);
        const double threshold = curve.points[cheapestPoint(curve, drop)].threshold;
        const CascadePoint point = pointAt(halves[judged], threshold, costs);
        const double weight =
            static_cast<double>(halves[judged].size()) / static_cast<double>(pictures.size());
        mean.threshold += threshold / 2.0;
        mean.accuracy += weight * point.accuracy;
        mean.share += weight * point.share;
        mean.cost += weight * point.cost;
    }
    return mean;
}

} // namespace quantoscope::search
