// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/instrument.h"

#include "core/exec/emulated_quantizer.h"
#include "core/model/batch_shapes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace quantoscope::exec {
namespace {

using model::Graph;
using model::LayerModel;
using model::Node;
using model::TensorId;
using model::TensorInfo;

/// Builds the instrumented graph node by node, keeping for every original tensor the one its
/// readers use now.
class Instrumenter
{
public:
    Instrumenter(const LayerModel& layers, Quantizers quantizers)
        : m_layers(layers), m_source(*layers.graph), m_quantizers(quantizers)
    {
        m_graph = m_source;
        m_graph.nodes.clear();
        m_isOfOnePicture = model::picturesAtOnce(m_source, 2) == 1;
        m_result.modelInputs = m_source.inputs.size();
        m_result.modelOutputs = m_source.outputs.size();
        for (std::size_t i = 0; quantizers != Quantizers::None && i < layers.sites.size(); ++i) {
            m_siteOf[layers.sites[i].tensor] = i;
        }
    }

    Result<InstrumentedGraph> build(Observe observe, Biases biases)
    {
        turnWeightsIntoInputs();
        if (biases == Biases::Inputs) {
            turnBiasesIntoInputs();
        }
        for (const TensorId input : m_source.inputs) {
            quantizeIfSite(input);
        }
        for (const Node& node : m_source.nodes) {
            copyNode(node);
        }
        for (TensorId& output : m_graph.outputs) {
            if (m_replacement.contains(output)) {
                renameOutput(output);
            }
        }
        if (observe == Observe::LayersAndSites) {
            addObservedOutputs();
        }
        for (std::size_t i = 0; i < m_source.tensors.size(); ++i) {
            m_result.readAs.push_back(current(static_cast<TensorId>(i)));
        }
        m_result.graph = std::move(m_graph);
        return std::move(m_result);
    }

private:
    void turnWeightsIntoInputs()
    {
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            const model::Layer& layer = m_layers.layers[i];
            if (layer.hasWeights()) {
                m_result.weights.push_back({i, m_graph.inputs.size()});
                m_fed[{layer.nodes.front(), layer.weight}] =
                    addInputFor(layer.weight, "quantoscope.weight." + std::to_string(i));
            }
        }
    }

    void turnBiasesIntoInputs()
    {
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            const model::Layer& layer = m_layers.layers[i];
            if (layer.hasAffine()) {
                turnAffineIntoInputs(i);
            }
            if (!layer.hasWeights() || layer.bias == model::kNoTensor) {
                continue;
            }
            m_result.biases.push_back({i, m_graph.inputs.size()});
            const TensorId input = addInputFor(layer.bias, "quantoscope.bias." + std::to_string(i));
            for (const model::NodeId node : layer.nodes) {
                m_fed[{node, layer.bias}] = input;
            }
        }
    }

    /// As weights and biases are; equalization may scale them.
    void turnAffineIntoInputs(std::size_t index)
    {
        const model::Layer& layer = m_layers.layers[index];
        const auto feed = [&](TensorId constant, const char* role, std::vector<WeightInput>& fed) {
            if (constant != model::kNoTensor) {
                fed.push_back({index, m_graph.inputs.size()});
                m_fed[{layer.nodes.front(), constant}] = addInputFor(
                    constant, std::string("quantoscope.") + role + std::to_string(index));
            }
        };
        feed(layer.gain, "gain.", m_result.weights);
        feed(layer.offset, "offset.", m_result.biases);
    }

    /// An input in place of a constant.
    TensorId addInputFor(TensorId constant, std::string name)
    {
        TensorInfo info = m_source.tensor(constant);
        info.constant.reset();
        info.name = std::move(name);
        m_graph.inputs.push_back(m_graph.addTensor(std::move(info)));
        return m_graph.inputs.back();
    }

    void copyNode(const Node& node)
    {
        Node copy = node;
        const auto id = m_source.tensor(firstOutput(node)).producer;
        for (TensorId& input : copy.inputs) {
            if (const auto fed = m_fed.find({id, input}); fed != m_fed.end()) {
                input = fed->second;
            } else if (const auto found = m_replacement.find(input); found != m_replacement.end()) {
                input = found->second;
            }
        }
        m_graph.addNode(std::move(copy));
        for (const TensorId output : node.outputs) {
            if (output != model::kNoTensor) {
                quantizeIfSite(output);
            }
        }
    }

    static TensorId firstOutput(const Node& node)
    {
        for (const TensorId output : node.outputs) {
            if (output != model::kNoTensor) {
                return output;
            }
        }
        return model::kNoTensor;
    }

    void quantizeIfSite(TensorId tensor)
    {
        const auto found = m_siteOf.find(tensor);
        if (found != m_siteOf.end()) {
            m_replacement[tensor] = addQuantizer(tensor, found->second);
        }
    }

    TensorId addQuantizer(TensorId tensor, std::size_t site)
    {
        return m_quantizers == Quantizers::Emulated ? addEmulated(tensor, site)
                                                    : addOperators(tensor, site);
    }

    TensorId addEmulated(TensorId tensor, std::size_t site)
    {
        const std::string base = "quantoscope.site." + std::to_string(site);
        QuantizerInputs inputs;
        inputs.site = site;
        inputs.isOfOnePicture = m_isOfOnePicture;
        inputs.description =
            addScalars(base + ".description", {static_cast<std::int64_t>(kDescriptionSize)});
        m_result.quantizers.push_back(inputs);
        const TensorId output = apply(kEmulatedQuantizer, base, tensor, *inputs.description);
        m_graph.nodes.back().domain = kOwnDomain;
        m_graph.opsets[kOwnDomain] = 1;
        return output;
    }

    TensorId addOperators(TensorId tensor, std::size_t site)
    {
        const std::string base = "quantoscope.site." + std::to_string(site);
        const std::size_t rank = m_source.tensor(tensor).shape.value_or(Shape{}).size();
        QuantizerInputs inputs;
        inputs.site = site;
        inputs.scale = addScalar(base + ".scale", rank);
        inputs.low = addScalar(base + ".low", rank);
        inputs.high = addScalar(base + ".high", rank);
        inputs.gain = addScalar(base + ".gain", rank);
        inputs.bypass = addScalar(base + ".bypass", rank);
        m_result.quantizers.push_back(inputs);

        const TensorId scaled = apply("Div", base + ".scaled", tensor, inputs.scale);
        const TensorId rounded = append("Round", base + ".rounded", {scaled});
        const TensorId raised = apply("Max", base + ".raised", rounded, inputs.low);
        const TensorId clamped = apply("Min", base + ".clamped", raised, inputs.high);
        // bypass is +0 here, which turns -0 into +0: zero has one form, on the grid and in caches.
        const TensorId unsignedZero = apply("Add", base + ".unsigned_zero", clamped, inputs.bypass);
        const TensorId restored = apply("Mul", base + ".restored", unsignedZero, inputs.gain);
        const TensorId passed = apply("Mul", base + ".passed", tensor, inputs.bypass);
        return append("Add", base, {restored, passed});
    }

    /// A scalar needs the rank of its tensor: with shape [1] the engine leaves its fast path.
    std::size_t addScalar(const std::string& name, std::size_t rank)
    {
        return addScalars(name, Shape(rank, 1));
    }

    std::size_t addScalars(const std::string& name, Shape shape)
    {
        TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        info.shape = std::move(shape);
        m_graph.inputs.push_back(m_graph.addTensor(std::move(info)));
        return m_graph.inputs.size() - 1;
    }

    TensorId apply(const char* opType, const std::string& name, TensorId left, std::size_t input)
    {
        return append(opType, name, {left, m_graph.inputs[input]});
    }

    TensorId append(const char* opType, const std::string& name, std::vector<TensorId> inputs)
    {
        TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        const TensorId output = m_graph.addTensor(std::move(info));
        Node node;
        node.name = name;
        node.opType = opType;
        node.inputs = std::move(inputs);
        node.outputs = {output};
        m_graph.addNode(std::move(node));
        return output;
    }

    /// A model output that is quantized keeps its name on the quantized tensor.
    void renameOutput(TensorId& output)
    {
        const TensorId quantized = m_replacement.at(output);
        TensorInfo& original = m_graph.tensor(output);
        TensorInfo& replaced = m_graph.tensor(quantized);
        std::swap(original.name, replaced.name);
        original.name += ".float";
        output = quantized;
    }

    void addObservedOutputs()
    {
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            const model::Layer& layer = m_layers.layers[i];
            if (!layer.outputs.empty() && isFloat(layer.outputs.front())) {
                m_result.observedLayers.push_back({i, outputFor(layer.outputs.front())});
            }
        }
        for (std::size_t i = 0; i < m_layers.sites.size(); ++i) {
            m_result.observedSites.push_back({i, outputFor(m_layers.sites[i].tensor)});
        }
    }

    /// Position of a tensor, as its readers see it, among the outputs; added when it is not there
    /// yet.
    std::size_t outputFor(TensorId tensor)
    {
        const TensorId seen = current(tensor);
        const auto found = std::find(m_graph.outputs.begin(), m_graph.outputs.end(), seen);
        const auto position = static_cast<std::size_t>(found - m_graph.outputs.begin());
        if (found == m_graph.outputs.end()) {
            m_graph.outputs.push_back(seen);
        }
        return position;
    }

    [[nodiscard]] bool isFloat(TensorId tensor) const
    {
        return m_source.tensor(tensor).type == model::ElementType::Float32;
    }
    [[nodiscard]] TensorId current(TensorId tensor) const
    {
        const auto found = m_replacement.find(tensor);
        return found == m_replacement.end() ? tensor : found->second;
    }

    const LayerModel& m_layers;
    const Graph& m_source;
    Quantizers m_quantizers;
    bool m_isOfOnePicture = false;
    Graph m_graph;
    InstrumentedGraph m_result;
    std::map<TensorId, std::size_t> m_siteOf;
    std::map<TensorId, TensorId> m_replacement;
    /// By node and constant it reads: the input it reads now.
    std::map<std::pair<model::NodeId, TensorId>, TensorId> m_fed;
};

} // namespace

Result<InstrumentedGraph> instrument(const LayerModel& layers, Observe observe,
                                     Quantizers quantizers, Biases biases)
{
    return Instrumenter(layers, quantizers).build(observe, biases);
}

QuantizerScalars quantizerScalars(const std::optional<quant::QuantParams>& params)
{
    if (!params) {
        return {};
    }
    QuantizerScalars scalars;
    const std::int32_t zeroPoint = params->zeroPoints.front();
    scalars.scale = params->scales.front();
    scalars.low = static_cast<float>(params->qmin - zeroPoint);
    scalars.high = static_cast<float>(params->qmax - zeroPoint);
    scalars.gain = scalars.scale;
    scalars.bypass = 0.0F;
    return scalars;
}

} // namespace quantoscope::exec
