// SPDX-License-Identifier: GPL-3.0-or-later
// Private to onnx_*.cpp: the only header of this program that shows protobuf types.
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <onnx/onnx_pb.h>

#include <filesystem>

namespace quantoscope::model {

/// The values of a tensor, whichever field of the message (or file in `folder`) stores them.
/// Errors: InvalidModel when the data does not fit the shape, FileNotFound for missing external
/// data, Unsupported for text and element types this program does not know.
[[nodiscard]] Result<Constant> constantFrom(const onnx::TensorProto& proto,
                                            const std::filesystem::path& folder);

/// An attribute of any kind the graph carries; Unsupported for others, errors as above for tensors.
[[nodiscard]] Result<Attribute> attributeFrom(const onnx::AttributeProto& proto,
                                              const std::filesystem::path& folder);

/// The value of a Constant node, whichever attribute states it.
[[nodiscard]] Result<Constant> constantNodeValue(const onnx::NodeProto& proto,
                                                 const std::filesystem::path& folder);

/// The values as raw_data under the given name.
void fillTensor(onnx::TensorProto& proto, const std::string& name, const Constant& constant);

} // namespace quantoscope::model
