// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/openvino_tensor.h"

#include <array>
#include <cstring>
#include <utility>

namespace quantoscope::exec {

model::ElementType elementTypeOf(const ov::element::Type& type)
{
    using model::ElementType;
    static const std::array<std::pair<ov::element::Type, ElementType>, 13> kTypes{{
        {ov::element::f32, ElementType::Float32},
        {ov::element::f16, ElementType::Float16},
        {ov::element::bf16, ElementType::BFloat16},
        {ov::element::f64, ElementType::Double},
        {ov::element::i8, ElementType::Int8},
        {ov::element::u8, ElementType::UInt8},
        {ov::element::i16, ElementType::Int16},
        {ov::element::u16, ElementType::UInt16},
        {ov::element::i32, ElementType::Int32},
        {ov::element::u32, ElementType::UInt32},
        {ov::element::i64, ElementType::Int64},
        {ov::element::u64, ElementType::UInt64},
        {ov::element::boolean, ElementType::Bool},
    }};
    for (const auto& [engineType, elementType] : kTypes) {
        if (engineType == type) {
            return elementType;
        }
    }
    return ElementType::Undefined;
}

Shape shapeOf(const ov::PartialShape& shape)
{
    Shape extents;
    for (const ov::Dimension& dimension : shape) {
        extents.push_back(dimension.is_static() ? dimension.get_length() : kDynamic);
    }
    return extents;
}

model::Constant constantOf(const ov::Tensor& tensor)
{
    auto bytes = std::make_shared<std::vector<std::byte>>(tensor.get_byte_size());
    if (!bytes->empty()) {
        std::memcpy(bytes->data(), tensor.data(), bytes->size());
    }
    model::Constant constant;
    constant.type = elementTypeOf(tensor.get_element_type());
    constant.shape = shapeOf(ov::PartialShape(tensor.get_shape()));
    constant.bytes = std::move(bytes);
    return constant;
}

} // namespace quantoscope::exec
