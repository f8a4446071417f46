// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/channel_splitting.h"

#include "core/quant/prune_weights.h"
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace quantoscope::quant {
namespace {

std::size_t index(std::int32_t channel)
{
    return static_cast<std::size_t>(channel);
}

Shape grown(Shape shape, int axis, std::size_t added)
{
    shape[index(axis)] += static_cast<std::int64_t>(added);
    return shape;
}

/// The values with those of the added channels behind each row of channels.
/// \param share shares out a value: what its place keeps, what the added channel gets
template <typename T, typename Share>
std::vector<T> expanded(std::span<const T> values, const Slices& rows, const ChannelSplits& splits,
                        const Share& share)
{
    const std::size_t channels = rows.slices + splits.parents.size();
    std::vector<T> result(rows.outer * channels * rows.inner);
    for (std::size_t o = 0; o < rows.outer; ++o) {
        T* row = result.data() + o * channels * rows.inner;
        const std::size_t own = rows.slices * rows.inner;
        std::ranges::copy(values.subspan(o * own, own), row);
        T* added = row + own;
        for (const std::int32_t parent : splits.parents) {
            T* kept = row + index(parent) * rows.inner;
            for (std::size_t i = 0; i < rows.inner; ++i) {
                std::tie(kept[i], added[i]) = share(kept[i]);
            }
            added += rows.inner;
        }
    }
    return result;
}

/// Calls each(place, slice) for every value.
template <typename Each>
void forEachValue(const Slices& slices, const Each& each)
{
    for (std::size_t place = 0; place < slices.elements(); ++place) {
        each(place, place / slices.inner % slices.slices);
    }
}

} // namespace

SplitCode splitCode(std::int32_t code)
{
    const std::int32_t lower = code >= 0 ? code / 2 : (code - 1) / 2;
    return {lower, code - lower};
}

Tensor halvedWeights(const TensorView& w, const ChannelSplits& splits, int channelAxis)
{
    const int axis = inputChannelAxis(w.shape, channelAxis);
    const auto rows = slicesOf(w.shape, w.values.size(), axis);
    if (axis < 0 || !rows) {
        return {w.shape, {w.values.begin(), w.values.end()}};
    }
    return {grown(w.shape, axis, splits.parents.size()),
            expanded<float>(w.values, *rows, splits,
                            [](float value) { return std::pair(value / 2, value / 2); })};
}

Result<QuantizedWeights> quantizeSplit(const TensorView& w, const WeightScheme& scheme,
                                       int channelAxis, std::span<const float> minimumScales)
{
    if (const Status legal = validate(scheme); !legal) {
        return failFrom(legal);
    }
    QuantizedWeights result;
    result.splits = chooseSplits(w, scheme, channelAxis);
    WeightScheme whole = scheme;
    whole.split = 0.0;
    if (result.splits.isEmpty()) {
        return quantizeWeights(w, whole, channelAxis, minimumScales);
    }
    Tensor halves = halvedWeights(w, result.splits, channelAxis);
    auto grid = quantizeWeightsInto(halves, whole, channelAxis, minimumScales, halves.values);
    if (!grid) {
        return failFrom(grid);
    }
    result.params = *std::move(grid);
    const QuantParams& params = result.params;
    const auto slices = slicesOf(w.shape, w.values.size(), params.axis);
    const int axis = inputChannelAxis(w.shape, channelAxis);
    const auto rows = slicesOf(w.shape, w.values.size(), axis);
    if (!slices || !rows) {
        return failFrom(slices ? rows : slices);
    }
    const std::vector<int> halvings = result.splits.halvings(w.shape[index(axis)]);
    result.values = {w.shape, std::vector<float>(w.values.size())};
    result.codes.resize(w.values.size());
    forEachValue(*slices, [&](std::size_t place, std::size_t slice) {
        const int reach = 1 << halvings[place / rows->inner % rows->slices];
        const std::int32_t zero = params.zeroPoints[slice];
        const float steps = std::clamp(w.values[place] / params.scales[slice],
                                       static_cast<float>((params.qmin - zero) * reach),
                                       static_cast<float>((params.qmax - zero) * reach));
        const auto code = static_cast<std::int32_t>(std::nearbyint(steps));
        result.codes[place] = code + zero;
        result.values.values[place] = static_cast<float>(code) * params.scales[slice];
    });
    return result;
}

QuantizedWeights withAddedChannels(const QuantizedWeights& weights, int channelAxis)
{
    const Shape& shape = weights.values.shape;
    const int axis = inputChannelAxis(shape, channelAxis);
    const QuantParams& params = weights.params;
    const auto slices = slicesOf(shape, weights.codes.size(), params.axis);
    const auto rows = slicesOf(shape, weights.codes.size(), axis);
    if (weights.splits.isEmpty() || axis < 0 || !slices || !rows) {
        return weights;
    }
    QuantizedWeights result;
    result.params = params;
    result.format = weights.format;
    std::vector<std::int32_t> steps = weights.codes;
    forEachValue(*slices, [&](std::size_t place, std::size_t slice) {
        steps[place] -= params.zeroPoints[slice];
    });
    result.codes = expanded<std::int32_t>(steps, *rows, weights.splits, [](std::int32_t code) {
        const SplitCode parts = splitCode(code);
        return std::pair(parts.kept, parts.added);
    });
    result.values.shape = grown(shape, axis, weights.splits.parents.size());
    result.values.values.resize(result.codes.size());
    const auto grownSlices = slicesOf(result.values.shape, result.codes.size(), params.axis);
    if (!grownSlices) {
        return weights;
    }
    forEachValue(*grownSlices, [&](std::size_t place, std::size_t slice) {
        std::int32_t& code = result.codes[place];
        result.values.values[place] = static_cast<float>(code) * params.scales[slice];
        code += params.zeroPoints[slice];
    });
    return result;
}

} // namespace quantoscope::quant
