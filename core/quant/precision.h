// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace quantoscope::quant {

/// How a number is written. Float8E4M3 is the variant without infinities (largest 448), Float8E5M2
/// reaches to 57344. Source: OCP 8-bit Floating Point Specification (OFP8) 1.0. Float4E2M1 has the
/// magnitudes 0, 0.5, 1, 1.5, 2, 3, 4 and 6. Source: OCP Microscaling Formats (MX) 1.0. Ternary is
/// -1, 0 and 1. Source: Li et al. 2016, "Ternary Weight Networks".
enum class NumberFormat {
    Float32,
    Float16,
    BFloat16,
    Float8E4M3,
    Float8E5M2,
    Float4E2M1,
    Ternary,
    Integer,
};

/// How wide a number is: INT n, ternary or a floating-point format.
struct Precision
{
    NumberFormat format = NumberFormat::Float32;
    int integerBits = 8; ///< meaningful for NumberFormat::Integer only

    [[nodiscard]] bool isInteger() const { return format == NumberFormat::Integer; }
    /// INT n and ternary: codes are integers.
    [[nodiscard]] bool hasIntegerGrid() const
    {
        return isInteger() || format == NumberFormat::Ternary;
    }
    /// Everything that is multiplied by a scale: all but FP32, FP16 and BF16.
    [[nodiscard]] bool hasScale() const;
    /// Bits that a value takes when stored (ternary: 2).
    [[nodiscard]] int bits() const;
    friend bool operator==(const Precision& a, const Precision& b)
    {
        return a.format == b.format && (!a.isInteger() || a.integerBits == b.integerBits);
    }

    [[nodiscard]] static Precision float32() { return {}; }
    [[nodiscard]] static Precision float16() { return {NumberFormat::Float16, 16}; }
    [[nodiscard]] static Precision bfloat16() { return {NumberFormat::BFloat16, 16}; }
    [[nodiscard]] static Precision float8E4M3() { return {NumberFormat::Float8E4M3, 8}; }
    [[nodiscard]] static Precision float8E5M2() { return {NumberFormat::Float8E5M2, 8}; }
    [[nodiscard]] static Precision float4E2M1() { return {NumberFormat::Float4E2M1, 4}; }
    [[nodiscard]] static Precision ternary() { return {NumberFormat::Ternary, 2}; }
    [[nodiscard]] static Precision integer(int bits) { return {NumberFormat::Integer, bits}; }
};

/// "INT8", "FP16", "BF16", "FP8E4M3", "FP8E5M2", "FP4E2M1", "TERNARY", "FP32".
[[nodiscard]] std::string toString(const Precision& precision);
/// Reads what toString writes, in any case, also "8" for INT8, "32" for FP32, "FP8" for FP8E4M3 and
/// "FP4" for FP4E2M1. Error InvalidArgument lists what is legal.
[[nodiscard]] Result<Precision> parsePrecision(std::string_view text);

} // namespace quantoscope::quant
