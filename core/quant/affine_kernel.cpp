// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/affine_kernel.h"

#include "core/quant/loop_hints.h"

#include <vector>

namespace quantoscope::quant {

namespace {

/// A grid relative to its zero point, all exact in float.
struct RelativeGrid
{
    float scale = 1.0F;
    float low = 0.0F;  ///< qmin - zeroPoint
    float high = 0.0F; ///< qmax - zeroPoint
    std::int32_t zeroPoint = 0;
};

RelativeGrid relativeGrid(const QuantParams& p, std::size_t slice)
{
    const std::int32_t zero = p.zeroPoints[slice];
    return {p.scales[slice], static_cast<float>(p.qmin - zero), static_cast<float>(p.qmax - zero),
            zero};
}

/// Distance in steps from the zero point: x / scale rounded and clamped, NaN as 0.
/// Adding 1.5 * 2^23 leaves no bits for a fraction, so that the addition itself rounds, ties to
/// even (the default rounding mode), and the subtraction is exact. Right for |t| <= 2^22; t is
/// within 2^17 because it is clamped first, which changes nothing as the limits are integers. The
/// result is never -0.
inline float steps(float x, float scale, float low, float high)
{
    constexpr float kRoundToInteger = 12582912.0F;
    float t = x / scale;
    t = t == t ? t : 0.0F;
    t = t < low ? low : t;
    t = t > high ? high : t;
    return (t + kRoundToInteger) - kRoundToInteger;
}

enum class Wanted { Values, Codes, Both };

template <Wanted wanted>
void roundRun(const float* x, std::size_t count, const RelativeGrid& grid, float* values,
              std::int32_t* codes)
{
    const auto [scale, low, high, zero] = grid;
    QUANTOSCOPE_SAME_OR_APART
    for (std::size_t i = 0; i < count; ++i) {
        const float q = steps(x[i], scale, low, high);
        if constexpr (wanted != Wanted::Codes) {
            values[i] = q * scale;
        }
        if constexpr (wanted != Wanted::Values) {
            codes[i] = static_cast<std::int32_t>(q) + zero;
        }
    }
}

/// The grids of all slices as arrays, for tensors whose slices interleave value by value.
struct GridRow
{
    std::vector<float> low;
    std::vector<float> high;
};

GridRow gridRow(const QuantParams& p)
{
    GridRow row;
    for (const std::int32_t zero : p.zeroPoints) {
        row.low.push_back(static_cast<float>(p.qmin - zero));
        row.high.push_back(static_cast<float>(p.qmax - zero));
    }
    return row;
}

template <Wanted wanted>
void roundRow(const float* x, const QuantParams& p, const GridRow& row, float* values,
              std::int32_t* codes)
{
    const std::size_t count = p.scales.size();
    const float* scales = p.scales.data();
    const float* low = row.low.data();
    const float* high = row.high.data();
    const std::int32_t* zeros = p.zeroPoints.data();
    QUANTOSCOPE_SAME_OR_APART
    for (std::size_t i = 0; i < count; ++i) {
        const float q = steps(x[i], scales[i], low[i], high[i]);
        if constexpr (wanted != Wanted::Codes) {
            values[i] = q * scales[i];
        }
        if constexpr (wanted != Wanted::Values) {
            codes[i] = static_cast<std::int32_t>(q) + zeros[i];
        }
    }
}

template <typename T>
T* offset(T* pointer, std::size_t distance)
{
    return pointer == nullptr ? nullptr : pointer + distance;
}

/// Calls run(start, slice) for every contiguous run of a slice.
template <typename Run>
void forEachRun(const Slices& slices, const Run& run)
{
    std::size_t start = 0;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        for (std::size_t s = 0; s < slices.slices; ++s, start += slices.inner) {
            run(start, s);
        }
    }
}

template <Wanted wanted>
void roundAll(const float* x, const Slices& slices, const QuantParams& p, KernelOutput out)
{
    if (slices.inner == 1 && slices.slices > 1) {
        const GridRow row = gridRow(p);
        for (std::size_t o = 0; o < slices.outer; ++o) {
            const std::size_t start = o * slices.slices;
            roundRow<wanted>(x + start, p, row, offset(out.values, start),
                             offset(out.codes, start));
        }
        return;
    }
    forEachRun(slices, [&](std::size_t start, std::size_t slice) {
        roundRun<wanted>(x + start, slices.inner, relativeGrid(p, slice), offset(out.values, start),
                         offset(out.codes, start));
    });
}

void signRun(const float* x, std::size_t count, float magnitude, float* values)
{
    QUANTOSCOPE_SAME_OR_APART
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = x[i] < 0.0F ? -magnitude : magnitude;
    }
}

void signCodes(const float* x, std::size_t count, std::int32_t* codes)
{
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = x[i] < 0.0F ? -1 : 1;
    }
}

} // namespace

void roundToGrid(const float* x, const Slices& slices, const QuantParams& p, KernelOutput out)
{
    if (out.values != nullptr && out.codes != nullptr) {
        roundAll<Wanted::Both>(x, slices, p, out);
    } else if (out.codes != nullptr) {
        roundAll<Wanted::Codes>(x, slices, p, out);
    } else {
        roundAll<Wanted::Values>(x, slices, p, out);
    }
}

void codesToValues(const std::int32_t* codes, const Slices& slices, const QuantParams& p,
                   float* values)
{
    forEachRun(slices, [&](std::size_t start, std::size_t slice) {
        const float scale = p.scales[slice];
        const std::int32_t zero = p.zeroPoints[slice];
        for (std::size_t i = start; i < start + slices.inner; ++i) {
            values[i] = scale * static_cast<float>(codes[i] - zero);
        }
    });
}

void roundToSign(const float* x, const Slices& slices, const QuantParams& p, KernelOutput out)
{
    if (out.codes != nullptr) {
        signCodes(x, slices.elements(), out.codes);
    }
    forEachRun(slices, [&](std::size_t start, std::size_t slice) {
        signRun(x + start, slices.inner, p.scales[slice], out.values + start);
    });
}

} // namespace quantoscope::quant
