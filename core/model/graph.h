// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shape.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quantoscope::model {

/// Element types of ONNX tensors that this program carries; the values are ONNX's own numbers
/// (TensorProto.DataType), so that others pass through unharmed.
enum class ElementType : std::int32_t {
    Undefined = 0,
    Float32 = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
    BFloat16 = 16,
    Float8E4M3 = 17, ///< ONNX: FLOAT8E4M3FN
    Float8E5M2 = 19,
    UInt4 = 21,
    Int4 = 22,
};

/// Index into Graph::tensors. kNoTensor stands for an omitted optional input.
enum class TensorId : std::int32_t {};
/// Index into Graph::nodes. kNoNode: a tensor without producer (input or constant).
enum class NodeId : std::int32_t {};

inline constexpr TensorId kNoTensor{-1};
inline constexpr NodeId kNoNode{-1};

/// Values known before any run. Bytes are little-endian, row-major, as in TensorProto.raw_data;
/// shared because several graphs (original, simplified, instrumented) hold the same weights.
struct Constant
{
    ElementType type = ElementType::Float32;
    Shape shape;
    std::shared_ptr<const std::vector<std::byte>> bytes;
};

/// A sub-graph attribute (If, Loop, Scan), carried as serialized GraphProto bytes.
struct OpaqueGraph
{
    std::string bytes;
    std::vector<std::string> capturedTensors; ///< outer tensors its body reads by name
};

using Attribute = std::variant<std::int64_t, float, std::string, std::vector<std::int64_t>,
                               std::vector<float>, std::vector<std::string>, Constant, OpaqueGraph>;

/// Name and operator of a node of the original model that was merged into another one.
struct Absorbed
{
    std::string name;
    std::string opType;
};

struct Node
{
    std::string name; ///< unique in its graph; given by the reader where the file has none
    std::string opType;
    std::string domain; ///< empty for the default ONNX domain
    std::vector<TensorId> inputs;
    std::vector<TensorId> outputs;
    std::map<std::string, Attribute> attributes;
    std::vector<Absorbed> absorbed; ///< e.g. the BatchNormalization folded into this convolution
};

/// How the channels of a tensor lie over pictures of the kind that a model was trained on, each as
/// a normal distribution: what a BatchNormalization makes has its shift beta as mean and the
/// magnitude of its scale gamma as standard deviation.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.2.1.
struct NormalStatistics
{
    std::vector<double> means, deviations; ///< one a channel of axis 1
};

struct TensorInfo
{
    std::string name; ///< unique in its graph
    ElementType type = ElementType::Undefined;
    std::optional<Shape> shape;              ///< empty until known; extents may be kDynamic
    std::optional<Shape> sampleShape;        ///< at a batch of one; empty where `shape` says it all
    std::vector<std::string> dimensionNames; ///< of model inputs: "N", ...; "" where none
    std::optional<Constant> constant;
    NodeId producer = kNoNode;
    /// Kept where a folded BatchNormalization made the tensor; null elsewhere.
    std::shared_ptr<const NormalStatistics> statistics = nullptr;
};

/// An ONNX graph as plain values. Nodes are in topological order. Published graphs are not changed:
/// every transformation makes a new one.
struct Graph
{
    std::string name;
    std::int64_t irVersion = 8;
    std::map<std::string, std::int64_t> opsets; ///< by domain, "" is the default domain
    std::vector<TensorInfo> tensors;
    std::vector<Node> nodes;
    std::vector<TensorId> inputs; ///< without initializers
    std::vector<TensorId> outputs;

    [[nodiscard]] const TensorInfo& tensor(TensorId id) const
    {
        return tensors[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] TensorInfo& tensor(TensorId id) { return tensors[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const Node& node(NodeId id) const { return nodes[static_cast<std::size_t>(id)]; }
    [[nodiscard]] Node& node(NodeId id) { return nodes[static_cast<std::size_t>(id)]; }
    [[nodiscard]] std::int64_t opset() const; ///< version of the default domain, 0 when absent
    [[nodiscard]] std::optional<TensorId> findTensor(const std::string& tensorName) const;
    [[nodiscard]] std::optional<NodeId> findNode(const std::string& nodeName) const;

    TensorId addTensor(TensorInfo info);
    TensorId addConstant(std::string tensorName, Constant constant);
    /// Adds a float32 constant tensor.
    TensorId addConstant(std::string tensorName, Shape shape, const std::vector<float>& values);
    /// Adds an int64 constant tensor.
    TensorId addConstant(std::string tensorName, Shape shape,
                         const std::vector<std::int64_t>& values);
    /// Appends a node and makes it the producer of its outputs.
    NodeId addNode(Node node);
};

/// For every tensor, the nodes that read it (each once), in node order. Sub-graph captures count.
[[nodiscard]] std::vector<std::vector<NodeId>> consumersOf(const Graph& graph);

/// Sorts nodes topologically (stable), drops nodes and tensors that no output needs, and
/// renumbers both; producers are set anew. Names are kept.
[[nodiscard]] Graph compacted(const Graph& graph);

/// Values of a float32, float16, bfloat16 or double constant as float32; empty for other types.
[[nodiscard]] std::vector<float> floatValues(const Constant& constant);
/// Values of an integer or bool constant (not 4-bit) as int64; empty for other types.
[[nodiscard]] std::vector<std::int64_t> integerValues(const Constant& constant);
[[nodiscard]] Constant makeConstant(Shape shape, const std::vector<float>& values);
[[nodiscard]] Constant makeConstant(Shape shape, const std::vector<std::int64_t>& values);

/// Bytes one element takes in memory; 0 for strings and sub-byte types.
[[nodiscard]] std::size_t elementSize(ElementType type);
using quantoscope::toString; // of shapes; the overload below would hide it
/// "float32", "int8", ...
[[nodiscard]] std::string toString(ElementType type);

/// Attribute by name with a default, for the common kinds.
[[nodiscard]] std::int64_t intAttribute(const Node& node, const std::string& name,
                                        std::int64_t fallback);
[[nodiscard]] float floatAttribute(const Node& node, const std::string& name, float fallback);
[[nodiscard]] std::string stringAttribute(const Node& node, const std::string& name,
                                          const std::string& fallback);
[[nodiscard]] std::vector<std::int64_t> intsAttribute(const Node& node, const std::string& name);

} // namespace quantoscope::model
