// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sensitivity.h"

#include "core/quant/noise.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::search {
namespace {

constexpr double kRuinous = 1e60; // its square still is a number

/// A quantized network can overflow; sums must stay numbers.
double bounded(double effect)
{
    return std::isnan(effect) ? kRuinous : std::clamp(effect, -kRuinous, kRuinous);
}

} // namespace

void TrialSums::add(const PictureEffect& effect)
{
    const double pictureNoise = bounded(effect.noise);
    const double pictureKl = bounded(effect.kl);
    ++images;
    signal += bounded(effect.signal);
    noise += pictureNoise;
    kl += pictureKl;
    noises.push_back(pictureNoise);
    kls.push_back(pictureKl);
    top1 += effect.top1;
}

TrialSums& TrialSums::operator+=(const TrialSums& other)
{
    images += other.images;
    signal += other.signal;
    noise += other.noise;
    kl += other.kl;
    noises.insert(noises.end(), other.noises.begin(), other.noises.end());
    kls.insert(kls.end(), other.kls.begin(), other.kls.end());
    top1 += other.top1;
    return *this;
}

double TrialSums::logitSqnrDb() const
{
    quant::NoiseSums sums;
    sums.signal = signal;
    sums.noise = noise;
    return quant::sqnrDb(sums);
}

double TrialSums::meanKl() const
{
    return images > 0 ? kl / static_cast<double>(images) : 0.0;
}

double TrialSums::top1Difference() const
{
    return images > 0 ? static_cast<double>(top1) / static_cast<double>(images) : 0.0;
}

} // namespace quantoscope::search
