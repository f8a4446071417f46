// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_proto.h"

#include <charconv>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace quantoscope::model {

namespace {

using Bytes = std::vector<std::byte>;

bool isFourBit(ElementType type)
{
    return type == ElementType::Int4 || type == ElementType::UInt4;
}

std::string tensorLabel(const onnx::TensorProto& proto)
{
    return proto.name().empty() ? "a constant" : "tensor '" + proto.name() + "'";
}

/// Bytes the values take; empty when the extents are negative or their product overflows.
std::optional<std::size_t> expectedSize(ElementType type, const Shape& shape)
{
    constexpr std::int64_t kLimit = std::numeric_limits<std::int64_t>::max() / 16;
    std::int64_t count = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || (extent > 0 && count > kLimit / extent)) {
            return std::nullopt;
        }
        count *= extent;
    }
    const auto elements = static_cast<std::size_t>(count);
    return isFourBit(type) ? (elements + 1) / 2 : elements * elementSize(type);
}

template <typename Target, typename Field>
Bytes packed(const Field& field)
{
    Bytes bytes(static_cast<std::size_t>(field.size()) * sizeof(Target));
    for (int i = 0; i < field.size(); ++i) {
        const auto value = static_cast<Target>(field.Get(i));
        std::memcpy(bytes.data() + static_cast<std::size_t>(i) * sizeof(Target), &value,
                    sizeof(Target));
    }
    return bytes;
}

Bytes bytesOf(const std::string& text)
{
    Bytes bytes(text.size());
    if (!text.empty()) {
        std::memcpy(bytes.data(), text.data(), text.size());
    }
    return bytes;
}

/// Values from the typed fields; which one holds which type is fixed by onnx.proto, TensorProto.
Bytes typedData(const onnx::TensorProto& proto, ElementType type)
{
    switch (type) {
    case ElementType::Float32:
        return packed<float>(proto.float_data());
    case ElementType::Double:
        return packed<double>(proto.double_data());
    case ElementType::Int64:
        return packed<std::int64_t>(proto.int64_data());
    case ElementType::UInt64:
        return packed<std::uint64_t>(proto.uint64_data());
    case ElementType::UInt32:
        return packed<std::uint32_t>(proto.uint64_data());
    case ElementType::Int32:
        return packed<std::int32_t>(proto.int32_data());
    case ElementType::UInt16:
    case ElementType::Int16:
    case ElementType::Float16:
    case ElementType::BFloat16:
        return packed<std::uint16_t>(proto.int32_data());
    default:
        return packed<std::uint8_t>(proto.int32_data());
    }
}

/// Where the values of an external tensor lie.
struct ExternalPlace
{
    std::string location;
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> length;
};

std::optional<std::uint64_t> parsedNumber(const std::string& text)
{
    std::uint64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

Result<ExternalPlace> externalPlace(const onnx::TensorProto& proto)
{
    ExternalPlace place;
    for (const auto& entry : proto.external_data()) {
        if (entry.key() == "location") {
            place.location = entry.value();
        } else if (entry.key() == "offset" || entry.key() == "length") {
            const auto number = parsedNumber(entry.value());
            if (!number) {
                return fail(ErrorCode::InvalidModel,
                            tensorLabel(proto) + " has external data with the " + entry.key() +
                                " '" + entry.value() + "', which is no number");
            }
            (entry.key() == "offset" ? place.offset : place.length.emplace()) = *number;
        }
    }
    const std::filesystem::path relative = std::filesystem::path(place.location).lexically_normal();
    if (relative.empty() || !relative.is_relative() || *relative.begin() == "..") {
        return fail(ErrorCode::InvalidModel, tensorLabel(proto) + " keeps its values in '" +
                                                 place.location +
                                                 "'; only a file in the model's own folder or "
                                                 "below is read");
    }
    return place;
}

Result<Bytes> externalData(const onnx::TensorProto& proto, const std::filesystem::path& folder,
                           std::size_t size)
{
    const auto place = externalPlace(proto);
    if (!place) {
        return failFrom(place);
    }
    const std::filesystem::path path = folder / place->location;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorCode::FileNotFound, tensorLabel(proto) + " keeps its values in '" +
                                                 path.string() +
                                                 "', which cannot be opened; put it beside the "
                                                 "model");
    }
    std::error_code code;
    const auto fileSize = std::filesystem::file_size(path, code);
    const std::uint64_t length = place->length.value_or(size);
    if (code || length != size || place->offset > fileSize || fileSize - place->offset < size) {
        return fail(ErrorCode::InvalidModel,
                    tensorLabel(proto) + " needs " + std::to_string(size) + " bytes, but '" +
                        path.string() + "' holds fewer at its place; copy that file again");
    }
    Bytes bytes(size);
    file.seekg(static_cast<std::streamoff>(place->offset));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!file) {
        return fail(ErrorCode::FileUnreadable, "'" + path.string() + "' cannot be read");
    }
    return bytes;
}

/// Whether values of this type are carried; elementSize knows all but the four-bit ones.
bool isCarried(ElementType type)
{
    return isFourBit(type) || elementSize(type) > 0;
}

} // namespace

Result<Constant> constantFrom(const onnx::TensorProto& proto, const std::filesystem::path& folder)
{
    const auto type = static_cast<ElementType>(proto.data_type());
    if (!isCarried(type) || proto.has_segment()) {
        return fail(ErrorCode::Unsupported, tensorLabel(proto) + " holds values of the kind " +
                                                toString(type) +
                                                ", which this program does not read");
    }
    const Shape shape(proto.dims().begin(), proto.dims().end());
    const auto size = expectedSize(type, shape);
    if (!size) {
        return fail(ErrorCode::InvalidModel,
                    tensorLabel(proto) + " has the impossible shape " + toString(shape));
    }
    Bytes bytes;
    if (proto.data_location() == onnx::TensorProto::EXTERNAL) {
        auto read = externalData(proto, folder, *size);
        if (!read) {
            return failFrom(read);
        }
        bytes = std::move(*read);
    } else {
        bytes = proto.has_raw_data() ? bytesOf(proto.raw_data()) : typedData(proto, type);
    }
    if (bytes.size() != *size) {
        return fail(ErrorCode::InvalidModel, tensorLabel(proto) + " of shape " + toString(shape) +
                                                 " needs " + std::to_string(*size) +
                                                 " bytes and has " + std::to_string(bytes.size()) +
                                                 "; the file is damaged");
    }
    return Constant{type, shape, std::make_shared<const Bytes>(std::move(bytes))};
}

void fillTensor(onnx::TensorProto& proto, const std::string& name, const Constant& constant)
{
    proto.set_name(name);
    proto.set_data_type(static_cast<std::int32_t>(constant.type));
    for (const std::int64_t extent : constant.shape) {
        proto.add_dims(extent);
    }
    const Bytes empty;
    const Bytes& bytes = constant.bytes ? *constant.bytes : empty;
    proto.set_raw_data(bytes.data(), bytes.size());
}

} // namespace quantoscope::model
