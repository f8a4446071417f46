// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/weight_inspection.h"

#include "core/quant/noise.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::session {
namespace {

struct EqualBins
{
    std::vector<double> edges;
    std::vector<double> counts;
};

/// Counts values in `bins` bins of equal width over [low, high]; both ends are included.
template <typename Values>
EqualBins countInBins(const Values& values, double low, double high, int bins)
{
    if (high <= low) { // all values are equal: one bin's width around them
        const double half = std::max(std::abs(low) * 0.5, 1e-6);
        low -= half;
        high += half;
    }
    EqualBins result;
    result.counts.assign(static_cast<std::size_t>(bins), 0.0);
    const double width = (high - low) / bins;
    for (int i = 0; i <= bins; ++i) {
        result.edges.push_back(low + width * i);
    }
    for (const float value : values) {
        const int bin = std::clamp(static_cast<int>((double{value} - low) / width), 0, bins - 1);
        result.counts[static_cast<std::size_t>(bin)] += 1.0;
    }
    return result;
}

void countLevels(WeightInspection& inspection, std::vector<float> values)
{
    std::sort(values.begin(), values.end());
    for (const float value : values) {
        if (inspection.levels.empty() || inspection.levels.back() != static_cast<double>(value)) {
            if (inspection.levels.size() ==
                static_cast<std::size_t>(WeightInspection::kMaxLevels)) {
                return;
            }
            inspection.levels.push_back(static_cast<double>(value));
            inspection.levelCounts.push_back(0.0);
        }
        inspection.levelCounts.back() += 1.0;
    }
}

} // namespace

WeightInspection inspect(const std::string& layer, const Tensor& weights,
                         const quant::QuantizedWeights& quantized, int bins)
{
    WeightInspection inspection;
    inspection.layer = layer;
    const auto [low, high] = std::minmax_element(weights.values.begin(), weights.values.end());
    inspection.minimum = static_cast<double>(*low);
    inspection.maximum = static_cast<double>(*high);
    EqualBins floats = countInBins(weights.values, inspection.minimum, inspection.maximum, bins);
    inspection.binEdges = std::move(floats.edges);
    inspection.floatCounts = std::move(floats.counts);
    countLevels(inspection, quantized.values.values);

    std::vector<float> errors(weights.values.size());
    std::transform(quantized.values.values.begin(), quantized.values.values.end(),
                   weights.values.begin(), errors.begin(), std::minus<>());
    const auto [least, most] = std::minmax_element(errors.begin(), errors.end());
    EqualBins errorBins =
        countInBins(errors, static_cast<double>(*least), static_cast<double>(*most), bins);
    inspection.errorBinEdges = std::move(errorBins.edges);
    inspection.errorCounts = std::move(errorBins.counts);

    quant::NoiseSums noise;
    noise.add(weights.values, quantized.values.values);
    inspection.sqnrDb = quant::sqnrDb(noise);
    return inspection;
}

} // namespace quantoscope::session
