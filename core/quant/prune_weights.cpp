// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/prune_weights.h"

#include "core/quant/slices.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace quantoscope::quant {
namespace {

float magnitude(float value)
{
    return std::isnan(value) ? std::numeric_limits<float>::infinity() : std::abs(value);
}

std::size_t prunedCount(std::size_t weights, double share)
{
    return static_cast<std::size_t>(std::llround(share * static_cast<double>(weights)));
}

std::vector<std::uint8_t> unstructuredMask(std::span<const float> values, double share)
{
    const std::size_t count = prunedCount(values.size(), share);
    if (count == 0) {
        return {};
    }
    std::vector<float> magnitudes(values.size());
    std::ranges::transform(values, magnitudes.begin(), magnitude);
    std::vector<float> sorted = magnitudes;
    const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::ranges::nth_element(sorted, last);
    const float limit = *last;
    auto equal = static_cast<std::ptrdiff_t>(count) -
                 std::ranges::count_if(magnitudes, [&](float each) { return each < limit; });
    std::vector<std::uint8_t> mask(values.size(), 0);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        const bool goes = magnitudes[i] < limit || (magnitudes[i] == limit && equal-- > 0);
        mask[i] = goes ? 1 : 0;
    }
    return mask;
}

/// Marks all but the `kept` largest of the weights at first, first + step, ..
void maskRun(std::span<const float> values, std::size_t first, std::size_t step, std::size_t length,
             std::size_t kept, std::vector<std::uint8_t>& mask)
{
    std::vector<std::pair<float, std::size_t>> run;
    for (std::size_t i = 0; i < length; ++i) {
        run.emplace_back(magnitude(values[first + i * step]), first + i * step);
    }
    std::ranges::sort(run);
    for (std::size_t i = 0; i + kept < length; ++i) {
        mask[run[i].second] = 1;
    }
}

std::vector<std::uint8_t> nOfMMask(const TensorView& w, const Pruning& pruning, int channelAxis)
{
    const auto rows = slicesOf(w.shape, w.values.size(), inputChannelAxis(w.shape, channelAxis));
    if (!rows || inputChannelAxis(w.shape, channelAxis) < 0) {
        return {};
    }
    const auto kept = static_cast<std::size_t>(pruning.kept);
    const auto of = static_cast<std::size_t>(pruning.of);
    std::vector<std::uint8_t> mask(w.values.size(), 0);
    for (std::size_t outer = 0; outer < rows->outer; ++outer) {
        for (std::size_t inner = 0; inner < rows->inner; ++inner) {
            for (std::size_t start = 0; start < rows->slices; start += of) {
                maskRun(w.values, (outer * rows->slices + start) * rows->inner + inner, rows->inner,
                        std::min(of, rows->slices - start), kept, mask);
            }
        }
    }
    return mask;
}

/// Bits of the values in one format.
std::int64_t bitsIn(SparseFormat format, const Shape& shape, const WeightScheme& scheme,
                    int channelAxis)
{
    const std::int64_t bits = scheme.precision.bits();
    const std::int64_t kept = keptWeights(shape, scheme.pruning, channelAxis);
    switch (format) {
    case SparseFormat::Dense:
        return elementCount(shape) * bits;
    case SparseFormat::Bitmask:
        return elementCount(shape) + kept * bits;
    case SparseFormat::NOfM:
        return kept * (bits + std::bit_width(static_cast<unsigned>(scheme.pruning.of - 1)));
    }
    return 0;
}

} // namespace

int inputChannelAxis(const Shape& shape, int channelAxis)
{
    if (shape.size() < 2) {
        return -1;
    }
    return channelAxis <= 0 ? 1 : channelAxis - 1;
}

std::vector<std::uint8_t> prunedMask(const TensorView& w, const Pruning& pruning, int channelAxis)
{
    switch (pruning.pattern) {
    case PruningPattern::Unstructured:
        return unstructuredMask(w.values, pruning.share);
    case PruningPattern::NOfM:
        return nOfMMask(w, pruning, channelAxis);
    default:
        return {};
    }
}

void markSlices(const Shape& shape, int axis, std::span<const std::int32_t> slices,
                std::vector<std::uint8_t>& mask)
{
    const auto along = slicesOf(shape, mask.size(), axis);
    if (axis < 0 || !along) {
        return;
    }
    for (std::size_t outer = 0; outer < along->outer; ++outer) {
        for (const std::int32_t slice : slices) {
            const std::size_t start =
                (outer * along->slices + static_cast<std::size_t>(slice)) * along->inner;
            std::fill_n(mask.begin() + static_cast<std::ptrdiff_t>(start), along->inner,
                        std::uint8_t{1});
        }
    }
}

std::vector<float> prunedWeights(const TensorView& w, const Pruning& pruning, int channelAxis)
{
    const std::vector<std::uint8_t> mask = prunedMask(w, pruning, channelAxis);
    std::vector<float> pruned(mask.size());
    for (std::size_t i = 0; i < mask.size(); ++i) {
        pruned[i] = mask[i] != 0 ? 0.0F : w.values[i];
    }
    return pruned;
}

std::int64_t keptWeights(const Shape& shape, const Pruning& pruning, int channelAxis)
{
    const std::int64_t weights = elementCount(shape);
    if (pruning.pattern == PruningPattern::Unstructured) {
        return weights - static_cast<std::int64_t>(
                             prunedCount(static_cast<std::size_t>(weights), pruning.share));
    }
    const int axis = inputChannelAxis(shape, channelAxis);
    if (pruning.pattern != PruningPattern::NOfM || axis < 0 || weights == 0) {
        return weights;
    }
    const std::int64_t row = shape[static_cast<std::size_t>(axis)];
    const std::int64_t keptInRow =
        row / pruning.of * pruning.kept + std::min<std::int64_t>(row % pruning.of, pruning.kept);
    return weights / row * keptInRow;
}

SparseFormat sparseFormat(const Shape& shape, const WeightScheme& scheme, int channelAxis)
{
    const SparseFormat wanted =
        scheme.pruning.pattern == PruningPattern::Unstructured ? SparseFormat::Bitmask
        : scheme.pruning.pattern == PruningPattern::NOfM       ? SparseFormat::NOfM
                                                               : SparseFormat::Dense;
    const bool isSmaller = bitsIn(wanted, shape, scheme, channelAxis) <
                           bitsIn(SparseFormat::Dense, shape, scheme, channelAxis);
    return isSmaller ? wanted : SparseFormat::Dense;
}

std::int64_t valueBits(const Shape& shape, const WeightScheme& scheme, int channelAxis)
{
    return bitsIn(sparseFormat(shape, scheme, channelAxis), shape, scheme, channelAxis);
}

} // namespace quantoscope::quant
