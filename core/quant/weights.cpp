// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/affine_kernel.h"
#include "core/quant/block_weights.h"
#include "core/quant/channel_splitting.h"
#include "core/quant/float16.h"
#include "core/quant/float_format.h"
#include "core/quant/prune_weights.h"
#include "core/quant/quantize.h"
#include "core/quant/range_scan.h"
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace quantoscope::quant {

namespace {

int sliceAxis(const WeightScheme& scheme, int channelAxis)
{
    const bool isPerTensor =
        !scheme.precision.hasScale() || scheme.granularity == Granularity::PerTensor;
    return isPerTensor ? -1 : scheme.axis >= 0 ? scheme.axis : channelAxis;
}

/// INT n whose slices have a scale each from their minimum and maximum: what the kernels below do
/// slice by slice without gathering anything.
bool isPlain(const WeightScheme& scheme)
{
    return scheme.precision.isInteger() && scheme.blockSize() == 0 &&
           scheme.scale == ScaleKind::Real && scheme.range == WeightRange::MinMax;
}

Result<Slices> checkedSlices(const TensorView& w, const WeightScheme& scheme, int channelAxis,
                             std::span<const float> minimumScales)
{
    if (const Status legal = validate(scheme); !legal) {
        return failFrom(legal);
    }
    const bool needsAxis = sliceAxis(scheme, 0) >= 0 && scheme.axis < 0;
    if (needsAxis && channelAxis < 0) {
        return fail(ErrorCode::ShapeMismatch,
                    "scales of channels and groups need a channel axis, not " +
                        std::to_string(channelAxis));
    }
    if (const Status fits = checkAxis(scheme, w.shape.size()); !fits) {
        return failFrom(fits);
    }
    auto slices = slicesOf(w.shape, w.values.size(), sliceAxis(scheme, channelAxis));
    if (!slices) {
        return slices;
    }
    if (scheme.hasGroupsAlongAxis() && !minimumScales.empty()) {
        return fail(ErrorCode::InvalidArgument, "groups along an axis take no minimum scales");
    }
    const bool bounded = scheme.precision.hasIntegerGrid() && !minimumScales.empty();
    if (bounded && minimumScales.size() != slices->slices) {
        return fail(ErrorCode::ShapeMismatch, std::to_string(minimumScales.size()) +
                                                  " minimum scales given, " +
                                                  std::to_string(slices->slices) + " needed");
    }
    return slices;
}

float lowerBound(std::span<const float> minimumScales, std::size_t slice)
{
    return minimumScales.empty() ? 0.0F : minimumScales[slice];
}

tl::unexpected<Error> nonFiniteError()
{
    return fail(ErrorCode::InvalidData,
                "the weights contain NaN or infinity and cannot be quantized; keep them in FP32");
}

Result<QuantParams> signParams(const TensorView& w, const Slices& slices,
                               std::span<const float> minimumScales)
{
    QuantParams params;
    params.qmin = -1;
    params.qmax = 1;
    params.zeroPoints.assign(slices.slices, 0);
    for (const double mean : sliceMeanMagnitudes(w.values.data(), slices)) {
        if (!std::isfinite(mean)) {
            return nonFiniteError();
        }
        const float bound = std::max(std::numeric_limits<float>::min(),
                                     lowerBound(minimumScales, params.scales.size()));
        params.scales.push_back(std::max(static_cast<float>(mean), bound));
    }
    return params;
}

ScaleAndZeroPoint boundedScale(Range range, IntegerLimits limits, bool symmetric, float bound)
{
    const ScaleAndZeroPoint chosen = chooseScale(range, limits, symmetric);
    if (!(bound > chosen.scale)) {
        return chosen;
    }
    return {bound, symmetric ? 0 : chooseZeroPoint(range.low, double{bound}, limits)};
}

Result<QuantParams> gridParams(const TensorView& w, const Slices& slices,
                               const WeightScheme& scheme, std::span<const float> minimumScales)
{
    const ScannedSlices scanned = scanSlices(w.values.data(), slices);
    if (!scanned.finite) {
        return nonFiniteError();
    }
    const IntegerLimits limits = integerLimits(scheme.precision.integerBits, scheme.symmetric);
    QuantParams params;
    params.qmin = limits.qmin;
    params.qmax = limits.qmax;
    for (const Range range : scanned.ranges) {
        const float bound = lowerBound(minimumScales, params.scales.size());
        const auto chosen = boundedScale(range, limits, scheme.symmetric, bound);
        params.scales.push_back(chosen.scale);
        params.zeroPoints.push_back(chosen.zeroPoint);
    }
    return params;
}

Result<QuantParams> quantizeIntegers(const TensorView& w, const Slices& slices,
                                     const WeightScheme& scheme,
                                     std::span<const float> minimumScales, KernelOutput out)
{
    const bool binary = scheme.precision.integerBits == 1;
    auto params = binary ? signParams(w, slices, minimumScales)
                         : gridParams(w, slices, scheme, minimumScales);
    if (params) {
        const auto round = binary ? roundToSign : roundToGrid;
        round(w.values.data(), slices, *params, out);
    }
    return params;
}

/// The part both entry points share; `out.values` is never null, codes are written when asked for.
Result<QuantParams> quantizeChecked(const TensorView& w, const Slices& slices,
                                    const WeightScheme& scheme, int channelAxis,
                                    std::span<const float> minimumScales, KernelOutput out)
{
    const NumberFormat format = scheme.precision.format;
    if (format == NumberFormat::Float32) {
        if (out.values != w.values.data()) {
            std::ranges::copy(w.values, out.values);
        }
        return QuantParams{};
    }
    if (!scheme.precision.hasScale()) {
        if (!scanRange(w.values).finite) {
            return nonFiniteError();
        }
        if (format == NumberFormat::Float16) {
            roundToFloat16(w.values, out.values);
        } else {
            roundToFormat(w.values, floatFormat(format), 1.0F, out.values);
        }
        return QuantParams{};
    }
    auto params = isPlain(scheme)
                      ? quantizeIntegers(w, slices, scheme, minimumScales, out)
                      : quantizeBlocks(w.values.data(), slices, scheme, minimumScales, out);
    if (params) {
        params->axis = sliceAxis(scheme, channelAxis);
    }
    return params;
}

/// Weights with zeros where a scheme prunes them, and the scheme of what is left to do.
class PrunedCopy
{
public:
    PrunedCopy(const TensorView& w, const WeightScheme& scheme, int channelAxis)
        : m_values(prunedWeights(w, scheme.pruning, channelAxis)),
          m_view(w.shape, m_values.empty() ? w.values : std::span<const float>(m_values)),
          m_scheme(scheme)
    {
        m_scheme.pruning = {};
    }
    PrunedCopy(const PrunedCopy&) = delete;
    PrunedCopy& operator=(const PrunedCopy&) = delete;

    [[nodiscard]] const TensorView& view() const { return m_view; }
    [[nodiscard]] const WeightScheme& scheme() const { return m_scheme; }

private:
    std::vector<float> m_values;
    TensorView m_view;
    WeightScheme m_scheme;
};

/// The grid holds the sums over the copies of split channels.
Result<QuantParams> splitInto(const TensorView& w, const WeightScheme& scheme, int channelAxis,
                              std::span<const float> minimumScales, std::span<float> out)
{
    auto split = quantizeSplit(w, scheme, channelAxis, minimumScales);
    if (!split) {
        return failFrom(split);
    }
    std::ranges::copy(split->values.values, out.begin());
    const auto [least, most] = std::ranges::minmax_element(split->codes);
    if (least != split->codes.end()) {
        split->params.qmin = std::min(split->params.qmin, *least);
        split->params.qmax = std::max(split->params.qmax, *most);
    }
    return std::move(split->params);
}

} // namespace

Result<QuantizedWeights> quantizeWeights(const TensorView& w, const WeightScheme& scheme,
                                         int channelAxis, std::span<const float> minimumScales)
{
    if (scheme.pruning.isOfWeights() && validate(scheme)) {
        const PrunedCopy pruned(w, scheme, channelAxis);
        return quantizeWeights(pruned.view(), pruned.scheme(), channelAxis, minimumScales);
    }
    if (scheme.split > 0.0) {
        return quantizeSplit(w, scheme, channelAxis, minimumScales);
    }
    const auto slices = checkedSlices(w, scheme, channelAxis, minimumScales);
    if (!slices) {
        return failFrom(slices);
    }
    QuantizedWeights result;
    result.values = {w.shape, std::vector<float>(w.values.size())};
    result.format = scheme.precision.format;
    if (scheme.precision.hasScale()) {
        result.codes.resize(w.values.size());
    }
    const KernelOutput out{result.values.values.data(),
                           result.codes.empty() ? nullptr : result.codes.data()};
    auto params = quantizeChecked(w, *slices, scheme, channelAxis, minimumScales, out);
    if (!params) {
        return failFrom(params);
    }
    result.params = std::move(*params);
    return result;
}

Result<QuantParams> quantizeWeightsInto(const TensorView& w, const WeightScheme& scheme,
                                        int channelAxis, std::span<const float> minimumScales,
                                        std::span<float> out)
{
    if (scheme.pruning.isOfWeights() && validate(scheme)) {
        const PrunedCopy pruned(w, scheme, channelAxis);
        return quantizeWeightsInto(pruned.view(), pruned.scheme(), channelAxis, minimumScales, out);
    }
    const auto slices = checkedSlices(w, scheme, channelAxis, minimumScales);
    if (!slices) {
        return failFrom(slices);
    }
    if (out.size() != w.values.size()) {
        return fail(ErrorCode::ShapeMismatch, "room for " + std::to_string(out.size()) +
                                                  " values given, " +
                                                  std::to_string(w.values.size()) + " needed");
    }
    if (scheme.split > 0.0) {
        return splitInto(w, scheme, channelAxis, minimumScales, out);
    }
    return quantizeChecked(w, *slices, scheme, channelAxis, minimumScales, {out.data(), nullptr});
}

} // namespace quantoscope::quant
