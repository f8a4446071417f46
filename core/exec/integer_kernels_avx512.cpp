// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_kernels.h"
#include "core/exec/integer_taps.h"

#include <immintrin.h>

namespace quantoscope::exec {
namespace {

/// Requantization with its scalars in registers.
struct Spread
{
    __m512 lowest, highest, low;
};

Spread spread(const Requantization& r)
{
    return {_mm512_set1_ps(r.lowest), _mm512_set1_ps(r.highest), _mm512_set1_ps(r.low)};
}

__m512 scaled(__m512i sum, const Requantization& r, std::size_t channel)
{
    const __m512i offset = _mm512_loadu_si512(r.offsets + channel);
    return _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_sub_epi32(sum, offset)),
                         _mm512_loadu_ps(r.multipliers + channel));
}

__m512 rounded(__m512 value)
{
    return _mm512_roundscale_ps(value, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}

__m512i codesOf(__m512 value, const Spread& s)
{
    const __m512 clamped = _mm512_min_ps(_mm512_max_ps(value, s.lowest), s.highest);
    return _mm512_cvttps_epi32(_mm512_sub_ps(rounded(clamped), s.low));
}

__mmask16 maskOf(std::size_t count)
{
    return static_cast<__mmask16>(count >= 16 ? 0xFFFFU : (1U << count) - 1U);
}

__mmask64 wideMaskOf(std::size_t count)
{
    return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1U;
}

__m512i fourCodes(const std::uint8_t* codes)
{
    std::int32_t four = 0;
    __builtin_memcpy(&four, codes, sizeof four);
    return _mm512_set1_epi32(four);
}

/// Rows x (16 * Columns) sums, kept in registers, of codes from `row` on and one block of weights.
template <int Rows, int Columns>
void multiplyTile(const IntegerProduct& p, const Requantization& r, const Spread& s,
                  std::size_t row, std::size_t channel, const std::int8_t* weights)
{
    __m512i sums[Rows][Columns];
#pragma GCC unroll 16
    for (int i = 0; i < Rows; ++i) {
#pragma GCC unroll 4
        for (int j = 0; j < Columns; ++j) {
            sums[i][j] = _mm512_setzero_si512();
        }
    }
    const std::uint8_t* codes = p.codes + row * p.stride;
    for (std::size_t k = 0; k < p.depth; k += 4) {
        __m512i columns[Columns];
#pragma GCC unroll 4
        for (int j = 0; j < Columns; ++j) {
            columns[j] = _mm512_loadu_si512(weights + j * 64);
        }
        weights += Columns * 64;
#pragma GCC unroll 16
        for (int i = 0; i < Rows; ++i) {
            const __m512i four = fourCodes(codes + static_cast<std::size_t>(i) * p.stride + k);
#pragma GCC unroll 4
            for (int j = 0; j < Columns; ++j) {
                sums[i][j] = _mm512_dpbusd_epi32(sums[i][j], four, columns[j]);
            }
        }
    }
#pragma GCC unroll 16
    for (int i = 0; i < Rows; ++i) {
        const std::size_t at = (row + static_cast<std::size_t>(i)) * p.channels;
#pragma GCC unroll 4
        for (int j = 0; j < Columns; ++j) {
            const std::size_t first = channel + static_cast<std::size_t>(j) * 16;
            if (first >= p.channels) {
                continue;
            }
            const __mmask16 mask = maskOf(p.channels - first);
            if (p.sums != nullptr) {
                _mm512_mask_storeu_epi32(p.sums + at + first, mask, sums[i][j]);
                continue;
            }
            const __m512 y = scaled(sums[i][j], r, first);
            if (p.out != nullptr) {
                _mm512_mask_cvtusepi32_storeu_epi8(p.out + at + first, mask, codesOf(y, s));
            } else {
                _mm512_mask_storeu_ps(p.values + at + first, mask, y);
            }
        }
    }
}

/// All rows of one block of channels, tile by tile; the last tile overlaps the one before.
template <int Rows, int Columns>
void multiplyBlock(const IntegerProduct& p, const Requantization& r, const Spread& s,
                   std::size_t channel, const std::int8_t* weights)
{
    if (p.rows < Rows) {
        for (std::size_t row = 0; row < p.rows; ++row) {
            multiplyTile<1, Columns>(p, r, s, row, channel, weights);
        }
        return;
    }
    for (std::size_t row = 0; row < p.rows; row += Rows) {
        const std::size_t last = p.rows - Rows;
        multiplyTile<Rows, Columns>(p, r, s, row < last ? row : last, channel, weights);
    }
}

/// Sums of one block of 64 channels of one output pixel. Bytes are interleaved so that the four
/// taps of a channel come to lie side by side; the sums' channels are then out of order in just the
/// way that packing puts right again.
void sumUpPixel(const std::uint8_t* const* taps, std::size_t channel, std::size_t groups,
                const std::int8_t* weights, __mmask64 mask, __m512i* sums)
{
    for (std::size_t g = 0; g < groups; ++g) {
        const __m512i a = _mm512_maskz_loadu_epi8(mask, taps[4 * g] + channel);
        const __m512i b = _mm512_maskz_loadu_epi8(mask, taps[4 * g + 1] + channel);
        const __m512i c = _mm512_maskz_loadu_epi8(mask, taps[4 * g + 2] + channel);
        const __m512i d = _mm512_maskz_loadu_epi8(mask, taps[4 * g + 3] + channel);
        const __m512i abLow = _mm512_unpacklo_epi8(a, b);
        const __m512i abHigh = _mm512_unpackhi_epi8(a, b);
        const __m512i cdLow = _mm512_unpacklo_epi8(c, d);
        const __m512i cdHigh = _mm512_unpackhi_epi8(c, d);
        const std::int8_t* w = weights + g * 256;
        sums[0] = _mm512_dpbusd_epi32(sums[0], _mm512_unpacklo_epi16(abLow, cdLow),
                                      _mm512_loadu_si512(w));
        sums[1] = _mm512_dpbusd_epi32(sums[1], _mm512_unpackhi_epi16(abLow, cdLow),
                                      _mm512_loadu_si512(w + 64));
        sums[2] = _mm512_dpbusd_epi32(sums[2], _mm512_unpacklo_epi16(abHigh, cdHigh),
                                      _mm512_loadu_si512(w + 128));
        sums[3] = _mm512_dpbusd_epi32(sums[3], _mm512_unpackhi_epi16(abHigh, cdHigh),
                                      _mm512_loadu_si512(w + 192));
    }
}

/// The same, requantized, or as they are where `rawSums` is not null.
void convolvePixel(const std::uint8_t* const* taps, std::size_t channel, std::size_t groups,
                   const std::int8_t* weights, const Requantization& r, const Spread& s,
                   std::size_t count, std::uint8_t* out, std::int32_t* rawSums)
{
    const __mmask64 mask = wideMaskOf(count);
    __m512i sums[4] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(),
                       _mm512_setzero_si512()};
    sumUpPixel(taps, channel, groups, weights, mask, sums);
    if (rawSums != nullptr) {
#pragma GCC unroll 4
        for (int j = 0; j < 4; ++j) {
            _mm512_storeu_si512(rawSums + channel + static_cast<std::size_t>(j) * 16, sums[j]);
        }
        return;
    }
    __m512i codes[4];
#pragma GCC unroll 4
    for (int j = 0; j < 4; ++j) {
        const std::size_t at = channel + static_cast<std::size_t>(j) * 16;
        codes[j] = codesOf(scaled(sums[j], r, at), s);
    }
    const __m512i low = _mm512_packus_epi32(codes[0], codes[1]);
    const __m512i high = _mm512_packus_epi32(codes[2], codes[3]);
    _mm512_mask_storeu_epi8(out + channel, mask, _mm512_packus_epi16(low, high));
}

void multiply(const IntegerProduct& product, const Requantization& requantization)
{
    const Spread s = spread(requantization);
    const std::int8_t* weights = product.weights;
    for (std::size_t channel = 0; channel < product.channels; channel += kChannelBlock) {
        const std::size_t left = product.channels - channel;
        const std::size_t columns = left >= kChannelBlock ? 4 : (left + 15) / 16;
        switch (columns) {
        case 1:
            multiplyBlock<14, 1>(product, requantization, s, channel, weights);
            break;
        case 2:
            multiplyBlock<12, 2>(product, requantization, s, channel, weights);
            break;
        case 3:
            multiplyBlock<8, 3>(product, requantization, s, channel, weights);
            break;
        default:
            multiplyBlock<6, 4>(product, requantization, s, channel, weights);
            break;
        }
        weights += columns * 16 * product.depth;
    }
}

void convolveDepthwise(const DepthwiseProduct& product, const Requantization& requantization,
                       std::int32_t firstRow, std::int32_t endRow)
{
    const Spread s = spread(requantization);
    const auto taps =
        static_cast<std::size_t>(product.window.kernelHeight * product.window.kernelWidth);
    const std::size_t groups = (taps + 3) / 4;
    const std::size_t sumsEach =
        (product.channels + kChannelBlock - 1) / kChannelBlock * kChannelBlock;
    std::int32_t* sums = product.sums;
    Taps places;
    for (std::int32_t y = firstRow; y < endRow; ++y) {
        for (std::int32_t x = 0; x < product.outWidth; ++x) {
            findTaps(product, y, x, places);
            std::uint8_t* out =
                sums != nullptr ? nullptr
                                : product.out + static_cast<std::size_t>(y * product.outWidth + x) *
                                                    product.channels;
            const std::int8_t* weights = product.weights;
            for (std::size_t c = 0; c < product.channels; c += kChannelBlock) {
                convolvePixel(places.at, c, groups, weights, requantization, s,
                              product.channels - c, out, sums);
                weights += groups * 256;
            }
            if (sums != nullptr) {
                sums += sumsEach;
            }
        }
    }
}

void add(const IntegerSum& sum)
{
    const __m512 ratioA = _mm512_set1_ps(sum.ratioA);
    const __m512 ratioB = _mm512_set1_ps(sum.ratioB);
    const __m512 fixed = _mm512_set1_ps(sum.fixed);
    const __m512 highest = _mm512_set1_ps(sum.highest);
    const auto floats = [](const std::uint8_t* codes, __mmask16 mask) {
        return _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_maskz_loadu_epi8(mask, codes)));
    };
    for (std::size_t i = 0; i < sum.count; i += 16) {
        const __mmask16 mask = maskOf(sum.count - i);
        const __m512 part = _mm512_fmadd_ps(floats(sum.b + i, mask), ratioB, fixed);
        const __m512 value = rounded(_mm512_fmadd_ps(floats(sum.a + i, mask), ratioA, part));
        const __m512 clamped = _mm512_min_ps(_mm512_max_ps(value, _mm512_setzero_ps()), highest);
        _mm512_mask_cvtusepi32_storeu_epi8(sum.out + i, mask, _mm512_cvttps_epi32(clamped));
    }
}

void encode(const float* values, std::size_t count, const IntegerLevels& levels, std::uint8_t* out,
            std::size_t outStride)
{
    const Spread s{_mm512_set1_ps(levels.low), _mm512_set1_ps(levels.high),
                   _mm512_set1_ps(levels.low)};
    const __m512 step = _mm512_set1_ps(levels.step);
    for (std::size_t i = 0; i < count; i += 16) {
        const __mmask16 mask = maskOf(count - i);
        const __m512 real = _mm512_maskz_loadu_ps(mask, values + i);
        const __m512i codes = codesOf(_mm512_div_ps(real, step), s);
        if (outStride == 1) {
            _mm512_mask_cvtusepi32_storeu_epi8(out + i, mask, codes);
            continue;
        }
        std::uint8_t bytes[16];
        _mm512_mask_cvtusepi32_storeu_epi8(bytes, mask, codes);
        const std::size_t end = count - i < 16 ? count - i : 16;
        for (std::size_t k = 0; k < end; ++k) {
            out[(i + k) * outStride] = bytes[k];
        }
    }
}

constexpr IntegerKernels kKernels{multiply, convolveDepthwise, add, encode};

} // namespace

const IntegerKernels& vectorKernels()
{
    return kKernels;
}

} // namespace quantoscope::exec
