// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <filesystem>
#include <string>

namespace quantoscope::model {

/// Reads an ONNX file: IR 3-11, default-domain opset 7-23, external data beside it.
/// Constant nodes become constants, unnamed nodes get a name, repeated names are made unique, and
/// nodes are sorted topologically. Tensor shapes are filled in as far as the file states them.
/// Errors name the file: FileNotFound, FileUnreadable (truncated, not ONNX), InvalidModel
/// (contradictions, e.g. a tensor nobody produces), Unsupported (IR or opset out of range).
[[nodiscard]] Result<Graph> readOnnx(const std::filesystem::path& path);

/// The graph as a serialized ModelProto. Fails past protobuf's 2 GiB limit.
[[nodiscard]] Result<std::string> toOnnxBytes(const Graph& graph);

/// Writes the graph as an AtomicFile: completely, or not at all.
[[nodiscard]] Status writeOnnx(const Graph& graph, const std::filesystem::path& path);

} // namespace quantoscope::model
