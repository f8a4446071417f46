// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_proto.h"

#include <algorithm>
#include <set>
#include <utility>

namespace quantoscope::model {

namespace {

/// Names a sub-graph reads but does not define itself.
void collectCaptures(const onnx::GraphProto& body, std::set<std::string> defined,
                     std::set<std::string>& captured)
{
    for (const auto& input : body.input()) {
        defined.insert(input.name());
    }
    for (const auto& initializer : body.initializer()) {
        defined.insert(initializer.name());
    }
    for (const auto& node : body.node()) {
        defined.insert(node.output().begin(), node.output().end());
    }
    const auto visit = [&](const std::string& name) {
        if (!name.empty() && !defined.contains(name)) {
            captured.insert(name);
        }
    };
    for (const auto& node : body.node()) {
        std::ranges::for_each(node.input(), visit);
        for (const auto& attribute : node.attribute()) {
            if (attribute.has_g()) {
                collectCaptures(attribute.g(), defined, captured);
            }
        }
    }
    for (const auto& output : body.output()) {
        visit(output.name());
    }
}

OpaqueGraph opaqueGraph(const onnx::GraphProto& body)
{
    std::set<std::string> captured;
    collectCaptures(body, {}, captured);
    return {body.SerializeAsString(), {captured.begin(), captured.end()}};
}

} // namespace

Result<Attribute> attributeFrom(const onnx::AttributeProto& proto,
                                const std::filesystem::path& folder)
{
    switch (proto.type()) {
    case onnx::AttributeProto::INT:
        return Attribute(static_cast<std::int64_t>(proto.i()));
    case onnx::AttributeProto::FLOAT:
        return Attribute(proto.f());
    case onnx::AttributeProto::STRING:
        return Attribute(proto.s());
    case onnx::AttributeProto::INTS:
        return Attribute(std::vector<std::int64_t>(proto.ints().begin(), proto.ints().end()));
    case onnx::AttributeProto::FLOATS:
        return Attribute(std::vector<float>(proto.floats().begin(), proto.floats().end()));
    case onnx::AttributeProto::STRINGS:
        return Attribute(std::vector<std::string>(proto.strings().begin(), proto.strings().end()));
    case onnx::AttributeProto::GRAPH:
        return Attribute(opaqueGraph(proto.g()));
    case onnx::AttributeProto::TENSOR: {
        auto constant = constantFrom(proto.t(), folder);
        if (!constant) {
            return failFrom(constant);
        }
        return Attribute(std::move(*constant));
    }
    default:
        return fail(ErrorCode::Unsupported, "attribute '" + proto.name() + "' is of a kind (" +
                                                std::to_string(proto.type()) +
                                                ") that this program does not read");
    }
}

Result<Constant> constantNodeValue(const onnx::NodeProto& proto,
                                   const std::filesystem::path& folder)
{
    if (proto.attribute_size() != 1 || proto.output_size() != 1) {
        return fail(ErrorCode::InvalidModel, "needs one attribute and one output");
    }
    auto attribute = attributeFrom(proto.attribute(0), folder);
    if (!attribute) {
        return failFrom(attribute);
    }
    if (auto* tensor = std::get_if<Constant>(&*attribute)) {
        return std::move(*tensor);
    }
    if (const auto* number = std::get_if<float>(&*attribute)) {
        return makeConstant({}, std::vector<float>{*number});
    }
    if (const auto* integer = std::get_if<std::int64_t>(&*attribute)) {
        return makeConstant({}, std::vector<std::int64_t>{*integer});
    }
    if (const auto* numbers = std::get_if<std::vector<float>>(&*attribute)) {
        return makeConstant({static_cast<std::int64_t>(numbers->size())}, *numbers);
    }
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&*attribute)) {
        return makeConstant({static_cast<std::int64_t>(integers->size())}, *integers);
    }
    return fail(ErrorCode::Unsupported, "holds text or a sparse tensor; only numbers are read");
}

} // namespace quantoscope::model
