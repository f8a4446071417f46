// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace quantoscope::search {

/// A non-decreasing curve through measured pairs: isotonic regression by pooling adjacent
/// violators, linear in between. It corrects what the additive model predicts: with x the logarithm
/// of the predicted loss, y is the logarithm of the measured one, or the accuracy drop.
/// Source: Barlow, Bartholomew, Bremner and Brunk 1972, Statistical Inference under Order
/// Restrictions, section 1.2.
class MonotoneCurve
{
public:
    /// \param outerSlope slope before the first and after the last pair, >= 0: 1 keeps the last
    ///                   ratio of logarithms, 0 the last value
    explicit MonotoneCurve(double outerSlope) : m_outerSlope(outerSlope) {}

    /// Pairs that are no finite numbers are left out.
    void add(double x, double y);
    [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }
    /// The curve at x; x itself times the outer slope while there are no pairs.
    [[nodiscard]] double at(double x) const;

private:
    struct Pair
    {
        double x = 0.0, y = 0.0;
    };
    void fit();

    double m_outerSlope;
    std::vector<Pair> m_pairs; ///< by x
    std::vector<Pair> m_knots; ///< of the curve: by x, distinct, y non-decreasing
};

} // namespace quantoscope::search
