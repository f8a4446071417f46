// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/normal_mean.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace quantoscope::quant {
namespace {

double density(double x)
{
    return std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
}

/// Share of the standard normal distribution below x; as precise for large negative x.
double distribution(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

} // namespace

double clippedNormalMean(double mean, double deviation, double low, double high)
{
    if (!(deviation > 0.0)) {
        return std::min(std::max(mean, low), high);
    }
    const double a = (low - mean) / deviation;
    const double b = (high - mean) / deviation;
    double sum = deviation * (density(a) - density(b));
    sum += mean * (distribution(b) - distribution(a));
    sum += std::isinf(low) ? 0.0 : low * distribution(a);
    sum += std::isinf(high) ? 0.0 : high * distribution(-b);
    return sum;
}

double normalMean(const std::function<double(double)>& f, double mean, double deviation)
{
    if (!(deviation > 0.0)) {
        return f(mean);
    }
    constexpr int kIntervals = 1024;
    constexpr double kReach = 8.0;
    const double step = 2.0 * kReach / kIntervals;
    double sum = 0.0;
    for (int i = 0; i <= kIntervals; ++i) {
        const double x = -kReach + step * i;
        const double weight = i == 0 || i == kIntervals ? 1.0 : (i % 2 == 1 ? 4.0 : 2.0);
        sum += weight * density(x) * f(mean + deviation * x);
    }
    return sum * step / 3.0;
}

} // namespace quantoscope::quant
