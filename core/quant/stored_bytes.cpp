// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/block_rows.h"
#include "core/quant/prune_weights.h"
#include "core/quant/quantize.h"

namespace quantoscope::quant {

namespace {

constexpr std::int64_t kFloatScaleBytes = 4;
constexpr std::int64_t kExponentBytes = 1; // E8M0: a power of two as its exponent

std::int64_t wholeBytes(std::int64_t bits)
{
    return (bits + 7) / 8;
}

std::int64_t scaleCount(const Shape& shape, const WeightScheme& scheme, int channelAxis)
{
    const int axis = scheme.axis >= 0 ? scheme.axis : channelAxis;
    const bool hasAxis = scheme.granularity != Granularity::PerTensor && axis >= 0 &&
                         static_cast<std::size_t>(axis) < shape.size();
    const auto slices =
        slicesOf(shape, static_cast<std::size_t>(elementCount(shape)), hasAxis ? axis : -1);
    if (!slices) {
        return 1;
    }
    const BlockRows rows = blockRows(*slices, scheme.blockSize(), scheme.hasGroupsAlongAxis());
    return static_cast<std::int64_t>(rows.rows() * rows.blocksPerRow());
}

} // namespace

std::int64_t storedBytes(const Shape& shape, const WeightScheme& scheme, int channelAxis)
{
    const int bits = scheme.precision.bits();
    std::int64_t bytes = wholeBytes(valueBits(shape, scheme, channelAxis));
    if (!scheme.precision.hasScale()) {
        return bytes;
    }
    const std::int64_t scales = scaleCount(shape, scheme, channelAxis);
    const bool isExponent =
        scheme.scale == ScaleKind::PowerOfTwo || scheme.granularity == Granularity::MxBlocks;
    bytes += scales * (isExponent ? kExponentBytes : kFloatScaleBytes);
    if (!scheme.symmetric && bits > 1) {
        bytes += wholeBytes(scales * bits);
    }
    return bytes;
}

} // namespace quantoscope::quant
