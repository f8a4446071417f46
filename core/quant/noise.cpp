// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace quantoscope::quant {

namespace {

constexpr std::size_t kLanes = 8;
using Lanes = std::array<double, kLanes>;

double total(const Lanes& lanes)
{
    double sum = 0.0;
    for (const double lane : lanes) {
        sum += lane;
    }
    return sum;
}

} // namespace

void NoiseSums::add(std::span<const float> reference, std::span<const float> values)
{
    assert(reference.size() == values.size());
    const std::size_t size = std::min(reference.size(), values.size());
    Lanes signals{};
    Lanes noises{};
    Lanes dots{};
    Lanes energies{};
    const auto addOne = [&](std::size_t i, std::size_t lane) {
        const float r = reference[i];
        const float v = values[i];
        const float difference = r - v;
        signals[lane] += static_cast<double>(r * r);
        noises[lane] += static_cast<double>(difference * difference);
        dots[lane] += static_cast<double>(r * v);
        energies[lane] += static_cast<double>(v * v);
    };
    std::size_t i = 0;
    for (; i + kLanes <= size; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            addOne(i + lane, lane);
        }
    }
    for (; i < size; ++i) {
        addOne(i, 0);
    }
    signal += total(signals);
    noise += total(noises);
    dot += total(dots);
    value += total(energies);
    count += static_cast<std::int64_t>(size);
}

NoiseSums& NoiseSums::operator+=(const NoiseSums& other)
{
    signal += other.signal;
    noise += other.noise;
    dot += other.dot;
    value += other.value;
    count += other.count;
    return *this;
}

double sqnrDb(const NoiseSums& sums)
{
    if (sums.noise <= 0.0) {
        return kNoNoiseDb;
    }
    return std::clamp(10.0 * std::log10(sums.signal / sums.noise), -kNoNoiseDb, kNoNoiseDb);
}

double cosineSimilarity(const NoiseSums& sums)
{
    if (sums.signal <= 0.0 && sums.value <= 0.0) {
        return 1.0;
    }
    const double lengths = std::sqrt(sums.signal) * std::sqrt(sums.value);
    return lengths > 0.0 ? std::clamp(sums.dot / lengths, -1.0, 1.0) : 0.0;
}

} // namespace quantoscope::quant
