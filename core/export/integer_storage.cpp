// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/integer_storage.h"

#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

namespace quantoscope::exporting {

namespace {

using model::ElementType;
using quant::IntegerLimits;

constexpr std::int64_t kPlainOpset = 13;
constexpr std::int64_t kFloat8Opset = 19;
constexpr std::int64_t kOddWidthOpset = 21;

bool holds(ElementType type, const quant::QuantParams& params)
{
    const IntegerLimits limits = limitsOf(type);
    return params.qmin >= limits.qmin && params.qmax <= limits.qmax;
}

template <typename Target>
std::vector<std::byte> wholeBytes(std::span<const std::int32_t> codes)
{
    std::vector<std::byte> bytes(codes.size() * sizeof(Target));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto value = static_cast<Target>(codes[i]);
        std::memcpy(bytes.data() + i * sizeof(Target), &value, sizeof(Target));
    }
    return bytes;
}

std::vector<std::byte> halfBytes(std::span<const std::int32_t> codes)
{
    std::vector<std::byte> bytes((codes.size() + 1) / 2, std::byte{0});
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto half = std::byte(static_cast<std::uint8_t>(codes[i]) & 0x0FU);
        bytes[i / 2] |= i % 2 == 0 ? half : half << 4;
    }
    return bytes;
}

std::vector<std::byte> packedBytes(ElementType type, std::span<const std::int32_t> codes)
{
    switch (type) {
    case ElementType::Int4:
    case ElementType::UInt4:
        return halfBytes(codes);
    case ElementType::Int8:
    case ElementType::UInt8:
    case ElementType::Float8E4M3:
    case ElementType::Float8E5M2:
        return wholeBytes<std::uint8_t>(codes);
    case ElementType::Int16:
    case ElementType::UInt16:
        return wholeBytes<std::uint16_t>(codes);
    default:
        return wholeBytes<std::int32_t>(codes);
    }
}

} // namespace

IntegerLimits limitsOf(ElementType type)
{
    switch (type) {
    case ElementType::Int4:
        return {-8, 7};
    case ElementType::UInt4:
        return {0, 15};
    case ElementType::Int8:
        return {-128, 127};
    case ElementType::UInt8:
        return {0, 255};
    case ElementType::Int16:
        return {-32768, 32767};
    case ElementType::UInt16:
        return {0, 65535};
    default:
        return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    }
}

ElementType activationStorage(const quant::QuantParams& params)
{
    using enum ElementType;
    const auto types = params.qmin < 0 ? std::array{Int8, Int16} : std::array{UInt8, UInt16};
    return holds(types[0], params) ? types[0] : types[1];
}

ElementType weightStorage(const quant::QuantParams& params)
{
    const ElementType fourBit = params.qmin < 0 ? ElementType::Int4 : ElementType::UInt4;
    return holds(fourBit, params) ? fourBit : activationStorage(params);
}

std::int64_t opsetFor(ElementType type)
{
    if (type == ElementType::Float8E4M3 || type == ElementType::Float8E5M2) {
        return kFloat8Opset;
    }
    const bool isByte = type == ElementType::Int8 || type == ElementType::UInt8;
    return isByte || type == ElementType::Int32 ? kPlainOpset : kOddWidthOpset;
}

model::Constant packedCodes(ElementType type, Shape shape, std::span<const std::int32_t> codes)
{
    return {type, std::move(shape),
            std::make_shared<const std::vector<std::byte>>(packedBytes(type, codes))};
}

} // namespace quantoscope::exporting
