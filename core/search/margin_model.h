// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace quantoscope::search {

/// How a picture's margin under one configuration follows from that under another: a line with
/// symmetric noise whose tails are heavier than the normal distribution's.
struct MarginModel
{
    double level = 0.0; ///< of the line at margin 0
    double slope = 1.0;
    double deviation = 1.0; ///< of the noise's core, > 0

    /// Probability that a picture with `margin` ends below zero, or at zero and above.
    [[nodiscard]] double probabilityBelowZero(double margin) const;
    [[nodiscard]] double probabilityAboveZero(double margin) const;
};

/// The line through pairs of margins by weighted least squares. A pair counts 1 / (1 + (x /
/// near)^2), since what happens at the decision (x = 0) is asked for.
class MarginFit
{
public:
    /// \param before, after margins of the same pictures, at least three
    /// \param near          margins much larger than this count little, > 0
    MarginFit(std::span<const float> before, std::span<const float> after, double near);

    /// A model from the posterior distribution (flat prior). `widthQuantile` and `levelQuantile`
    /// are quantiles of the noise's width and of the line's level in standard normal units; 0 and 0
    /// give the likeliest model. The width's chi-square distribution after Wilson and Hilferty
    /// 1931, PNAS 17, 684-688.
    [[nodiscard]] MarginModel model(double widthQuantile, double levelQuantile) const;

private:
    MarginModel m_fitted;
    double m_freedom = 1.0;    ///< degrees of freedom of the noise's width
    double m_levelError = 1.0; ///< standard error of the level, in units of the noise's width
};

} // namespace quantoscope::search
