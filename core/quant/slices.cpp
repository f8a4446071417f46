// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace quantoscope::quant {

namespace {

// Codes and their distance from the zero point must be exact in float and within the rounding
// constant of the kernels (2^22).
constexpr std::int32_t kLargestCode = std::numeric_limits<std::uint16_t>::max();

Status checkGrid(const QuantParams& p)
{
    if (p.qmin > p.qmax || p.qmin < -kLargestCode - 1 || p.qmax > kLargestCode) {
        return fail(ErrorCode::InvalidArgument, "the quantization range " + std::to_string(p.qmin) +
                                                    " to " + std::to_string(p.qmax) +
                                                    " is empty or wider than 16 bits");
    }
    const auto badScale = std::ranges::find_if(
        p.scales, [](float scale) { return !(scale > 0.0F) || !std::isfinite(scale); });
    if (badScale != p.scales.end()) {
        return fail(ErrorCode::InvalidArgument, "scale " +
                                                    std::to_string(badScale - p.scales.begin()) +
                                                    " is not a positive finite number");
    }
    const auto badZero = std::ranges::find_if(
        p.zeroPoints, [&p](std::int32_t zero) { return zero < p.qmin || zero > p.qmax; });
    if (badZero != p.zeroPoints.end()) {
        return fail(ErrorCode::InvalidArgument, "zero point " + std::to_string(*badZero) +
                                                    " lies outside " + std::to_string(p.qmin) +
                                                    " to " + std::to_string(p.qmax));
    }
    return {};
}

} // namespace

Result<Slices> slicesOf(const Shape& shape, std::size_t elements, int axis)
{
    const std::int64_t count = elementCount(shape);
    if (count < 0 || static_cast<std::size_t>(count) != elements) {
        return fail(ErrorCode::ShapeMismatch, "a tensor of shape " + quantoscope::toString(shape) +
                                                  " holds " + std::to_string(elements) + " values");
    }
    if (axis < 0) {
        return Slices{1, 1, elements};
    }
    if (static_cast<std::size_t>(axis) >= shape.size()) {
        return fail(ErrorCode::ShapeMismatch, "a tensor of shape " + quantoscope::toString(shape) +
                                                  " has no axis " + std::to_string(axis));
    }
    Slices slices{1, static_cast<std::size_t>(shape[static_cast<std::size_t>(axis)]), 1};
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const auto extent = static_cast<std::size_t>(shape[i]);
        if (i < static_cast<std::size_t>(axis)) {
            slices.outer *= extent;
        } else if (i > static_cast<std::size_t>(axis)) {
            slices.inner *= extent;
        }
    }
    return slices;
}

Result<Slices> slicesOf(const Shape& shape, std::size_t elements, const QuantParams& p)
{
    const auto slices = slicesOf(shape, elements, p.axis);
    if (!slices) {
        return slices;
    }
    if (p.blockSize != 0) {
        return fail(ErrorCode::InvalidArgument, "scales of groups of " +
                                                    std::to_string(p.blockSize) +
                                                    " values given where one a slice is needed");
    }
    if (p.scales.size() != slices->slices || p.zeroPoints.size() != slices->slices) {
        return fail(ErrorCode::ShapeMismatch,
                    std::to_string(p.scales.size()) + " scales and " +
                        std::to_string(p.zeroPoints.size()) + " zero points given, " +
                        std::to_string(slices->slices) + " needed for shape " +
                        quantoscope::toString(shape));
    }
    if (const Status grid = checkGrid(p); !grid) {
        return failFrom(grid);
    }
    return slices;
}

} // namespace quantoscope::quant
