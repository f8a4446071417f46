// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph.h"

#include <Eigen/Core>

#include <bit>
#include <cstring>
#include <utility>

namespace quantoscope::model {

static_assert(std::endian::native == std::endian::little, "constants are kept as little-endian");

namespace {

/// The bytes read as values of Source and converted one by one to Target.
template <typename Source, typename Target, typename Convert>
std::vector<Target> converted(const Constant& constant, Convert convert)
{
    const std::size_t count = constant.bytes ? constant.bytes->size() / sizeof(Source) : 0;
    std::vector<Target> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        Source value;
        std::memcpy(&value, constant.bytes->data() + i * sizeof(Source), sizeof(Source));
        values[i] = convert(value);
    }
    return values;
}

template <typename Source>
std::vector<std::int64_t> asInt64(const Constant& constant)
{
    return converted<Source, std::int64_t>(
        constant, [](Source value) { return static_cast<std::int64_t>(value); });
}

template <typename T>
Constant constantOf(ElementType type, Shape shape, const std::vector<T>& values)
{
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    if (!values.empty()) {
        std::memcpy(bytes.data(), values.data(), bytes.size());
    }
    return {type, std::move(shape),
            std::make_shared<const std::vector<std::byte>>(std::move(bytes))};
}

} // namespace

std::vector<float> floatValues(const Constant& constant)
{
    switch (constant.type) {
    case ElementType::Float32:
        return converted<float, float>(constant, [](float value) { return value; });
    case ElementType::Double:
        return converted<double, float>(constant,
                                        [](double value) { return static_cast<float>(value); });
    case ElementType::Float16:
        return converted<std::uint16_t, float>(constant, [](std::uint16_t value) {
            return static_cast<float>(Eigen::numext::bit_cast<Eigen::half>(value));
        });
    case ElementType::BFloat16:
        return converted<std::uint16_t, float>(constant, [](std::uint16_t value) {
            return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16U);
        });
    default:
        return {};
    }
}

std::vector<std::int64_t> integerValues(const Constant& constant)
{
    switch (constant.type) {
    case ElementType::Bool:
    case ElementType::UInt8:
        return asInt64<std::uint8_t>(constant);
    case ElementType::Int8:
        return asInt64<std::int8_t>(constant);
    case ElementType::UInt16:
        return asInt64<std::uint16_t>(constant);
    case ElementType::Int16:
        return asInt64<std::int16_t>(constant);
    case ElementType::UInt32:
        return asInt64<std::uint32_t>(constant);
    case ElementType::Int32:
        return asInt64<std::int32_t>(constant);
    case ElementType::UInt64:
        return asInt64<std::uint64_t>(constant);
    case ElementType::Int64:
        return asInt64<std::int64_t>(constant);
    default:
        return {};
    }
}

Constant makeConstant(Shape shape, const std::vector<float>& values)
{
    return constantOf(ElementType::Float32, std::move(shape), values);
}

Constant makeConstant(Shape shape, const std::vector<std::int64_t>& values)
{
    return constantOf(ElementType::Int64, std::move(shape), values);
}

std::size_t elementSize(ElementType type)
{
    switch (type) {
    case ElementType::Bool:
    case ElementType::UInt8:
    case ElementType::Int8:
    case ElementType::Float8E4M3:
    case ElementType::Float8E5M2:
        return 1;
    case ElementType::UInt16:
    case ElementType::Int16:
    case ElementType::Float16:
    case ElementType::BFloat16:
        return 2;
    case ElementType::Float32:
    case ElementType::Int32:
    case ElementType::UInt32:
        return 4;
    case ElementType::Int64:
    case ElementType::UInt64:
    case ElementType::Double:
        return 8;
    default:
        return 0;
    }
}

std::string toString(ElementType type)
{
    switch (type) {
    case ElementType::Undefined:
        return "undefined";
    case ElementType::Float32:
        return "float32";
    case ElementType::UInt8:
        return "uint8";
    case ElementType::Int8:
        return "int8";
    case ElementType::UInt16:
        return "uint16";
    case ElementType::Int16:
        return "int16";
    case ElementType::Int32:
        return "int32";
    case ElementType::Int64:
        return "int64";
    case ElementType::String:
        return "string";
    case ElementType::Bool:
        return "bool";
    case ElementType::Float16:
        return "float16";
    case ElementType::Double:
        return "double";
    case ElementType::UInt32:
        return "uint32";
    case ElementType::UInt64:
        return "uint64";
    case ElementType::BFloat16:
        return "bfloat16";
    case ElementType::Float8E4M3:
        return "float8e4m3fn";
    case ElementType::Float8E5M2:
        return "float8e5m2";
    case ElementType::UInt4:
        return "uint4";
    case ElementType::Int4:
        return "int4";
    }
    return "type " + std::to_string(static_cast<std::int32_t>(type));
}

} // namespace quantoscope::model
