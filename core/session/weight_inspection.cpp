// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/weight_inspection.h"

#include "core/quant/noise.h"
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <utility>

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

/// Counts in given bins; what lies outside counts at the ends.
std::vector<double> countInEdges(const std::vector<float>& values, const std::vector<double>& edges)
{
    std::vector<double> counts(edges.size() - 1, 0.0);
    const double width = (edges.back() - edges.front()) / static_cast<double>(counts.size());
    for (const float value : values) {
        const int bin = std::clamp(static_cast<int>((double{value} - edges.front()) / width), 0,
                                   static_cast<int>(counts.size()) - 1);
        counts[static_cast<std::size_t>(bin)] += 1.0;
    }
    return counts;
}

std::vector<ChannelRange> channelRanges(const Tensor& floats, const Tensor& quantized, int axis)
{
    const auto slices = quant::slicesOf(floats.shape, floats.values.size(), axis);
    if (!slices) {
        return {};
    }
    std::vector<ChannelRange> channels(slices->slices);
    for (std::size_t channel = 0; channel < channels.size(); ++channel) {
        quant::NoiseSums noise;
        float low = std::numeric_limits<float>::max();
        float high = std::numeric_limits<float>::lowest();
        for (std::size_t outer = 0; outer < slices->outer; ++outer) {
            const std::size_t at = (outer * slices->slices + channel) * slices->inner;
            const auto part = std::span(floats.values).subspan(at, slices->inner);
            noise.add(part, std::span(quantized.values).subspan(at, slices->inner));
            const auto [least, most] = std::ranges::minmax_element(part);
            low = std::min(low, *least);
            high = std::max(high, *most);
        }
        channels[channel] = {low, high, quant::sqnrDb(noise)};
    }
    return channels;
}

void countErrors(WeightInspection& inspection, int bins)
{
    std::vector<float> errors(inspection.floats->values.size());
    std::ranges::transform(inspection.quantized->values, inspection.floats->values, errors.begin(),
                           std::minus<>());
    const auto [least, most] = std::ranges::minmax_element(errors);
    EqualBins counted =
        countInBins(errors, static_cast<double>(*least), static_cast<double>(*most), bins);
    inspection.errorBinEdges = std::move(counted.edges);
    inspection.errorCounts = std::move(counted.counts);
}

} // namespace

WeightInspection inspect(const model::Layer& layer, std::shared_ptr<const Tensor> floats,
                         Tensor quantized, int bins)
{
    WeightInspection inspection;
    inspection.layer = layer.name;
    inspection.channelAxis = layer.channelAxis;
    inspection.floats = std::move(floats);
    inspection.quantized = std::make_shared<const Tensor>(std::move(quantized));
    const std::vector<float>& values = inspection.floats->values;
    const auto [low, high] = std::ranges::minmax_element(values);
    inspection.minimum = static_cast<double>(*low);
    inspection.maximum = static_cast<double>(*high);
    EqualBins counted = countInBins(values, inspection.minimum, inspection.maximum, bins);
    inspection.binEdges = std::move(counted.edges);
    inspection.floatCounts = std::move(counted.counts);
    inspection.quantizedCounts = countInEdges(inspection.quantized->values, inspection.binEdges);
    countLevels(inspection, inspection.quantized->values);
    countErrors(inspection, bins);
    inspection.channels =
        channelRanges(*inspection.floats, *inspection.quantized, layer.channelAxis);
    quant::NoiseSums noise;
    noise.add(values, inspection.quantized->values);
    inspection.sqnrDb = quant::sqnrDb(noise);
    return inspection;
}

} // namespace quantoscope::session
