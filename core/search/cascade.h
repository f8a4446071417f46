// SPDX-License-Identifier: GPL-3.0-or-later
// Adaptive precision: a cheap model answers, and where it is unsure a better one answers in its
// place.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace quantoscope::search {

/// What came of a picture in both models.
struct CascadePicture
{
    float margin = 0.0F; ///< of the cheap model: its top-1 less its top-2 probability, 0..1
    bool isCheapRight = false;
    bool isBetterRight = false;
};

/// Of one picture, in any unit.
struct CascadeCosts
{
    double cheap = 0.0;
    double better = 0.0;
};

/// What a cascade comes to where pictures with a margin below `threshold` run again.
struct CascadePoint
{
    double threshold = 0.0;
    double accuracy = 0.0; ///< fraction right
    double share = 0.0;    ///< fraction that runs again
    double cost = 0.0;     ///< mean of a picture: cheap + share * better
};

struct CascadeCurve
{
    std::vector<CascadePoint>
        points; ///< by ascending threshold; the first reruns none, the last all
    double cheapAccuracy = 0.0;
    double betterAccuracy = 0.0;
};

/// Every threshold that makes a difference: 0, the middle between neighbouring margins, and 2,
/// above all of them. Source: the score margin of Park et al. 2015, "Big/little deep neural network
/// for ultra low power inference", section 3; a cascade whose first model may say "I don't know"
/// is Wang et al. 2018, "IDK cascades".
/// \param pictures not empty
[[nodiscard]] CascadeCurve cascadeCurve(std::span<const CascadePicture> pictures,
                                        const CascadeCosts& costs);

/// The point of least cost whose accuracy is at most `drop` below the better model's; of equal ones
/// the more accurate. There is one always: the last.
[[nodiscard]] std::size_t cheapestPoint(const CascadeCurve& curve, double drop);

/// What to expect of new pictures: each half of the pictures (every other one) judged by the
/// threshold chosen on the other half; `threshold` is the mean of both.
/// \param pictures at least two
[[nodiscard]] CascadePoint crossCheckedPoint(std::span<const CascadePicture> pictures,
                                             const CascadeCosts& costs, double drop);

} // namespace quantoscope::search
