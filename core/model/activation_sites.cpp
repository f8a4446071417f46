// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/activation_sites.h"

#include "core/model/operator_kinds.h"

#include <algorithm>

namespace quantoscope::model {

namespace {

class SiteFinder
{
public:
    SiteFinder(const Graph& graph, const std::vector<Layer>& layers,
               const std::vector<bool>& isData);
    std::vector<ActivationSite> find();

private:
    [[nodiscard]] bool computes(const Layer& layer) const;
    [[nodiscard]] bool canCarry(TensorId tensor) const;
    [[nodiscard]] TensorId source(TensorId tensor) const;
    void findUses();
    void mark(TensorId tensor);

    const Graph& m_graph;
    const std::vector<Layer>& m_layers;
    const std::vector<bool>& m_isData;
    std::vector<int> m_layerOf; ///< layer that produces a tensor, -1 for none
    std::vector<bool> m_isUsed; ///< some operator computes with the values, perhaps once moved
    std::vector<bool> m_isSite;
};

SiteFinder::SiteFinder(const Graph& graph, const std::vector<Layer>& layers,
                       const std::vector<bool>& isData)
    : m_graph(graph), m_layers(layers), m_isData(isData), m_layerOf(graph.tensors.size(), -1),
      m_isUsed(graph.tensors.size(), false), m_isSite(graph.tensors.size(), false)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (const TensorId id : layers[i].outputs) {
            if (id != kNoTensor) {
                m_layerOf[static_cast<std::size_t>(id)] = static_cast<int>(i);
            }
        }
    }
}

/// Layers that would run in integers.
bool SiteFinder::computes(const Layer& layer) const
{
    return isWeightKind(layer.kind) || layer.kind == LayerKind::Arithmetic;
}

bool SiteFinder::canCarry(TensorId tensor) const
{
    const TensorInfo& info = m_graph.tensor(tensor);
    return isFloat(info.type) && !info.constant && m_isData[static_cast<std::size_t>(tensor)] &&
           !(info.shape && info.shape->empty());
}

/// The tensor whose values `tensor` holds, before any Movement.
TensorId SiteFinder::source(TensorId tensor) const
{
    int layer = m_layerOf[static_cast<std::size_t>(tensor)];
    while (layer >= 0 && m_layers[static_cast<std::size_t>(layer)].kind == LayerKind::Movement) {
        const NodeId mover = m_layers[static_cast<std::size_t>(layer)].nodes.front();
        tensor = m_graph.node(mover).inputs.front();
        layer = m_layerOf[static_cast<std::size_t>(tensor)];
    }
    return tensor;
}

void SiteFinder::findUses()
{
    for (const Layer& layer : m_layers) {
        if (layer.kind == LayerKind::Movement || layer.opType == "Shape" ||
            layer.opType == "Size") {
            continue;
        }
        for (const TensorId input : layer.inputs) {
            m_isUsed[static_cast<std::size_t>(source(input))] = true;
        }
    }
}

void SiteFinder::mark(TensorId tensor)
{
    m_isSite[static_cast<std::size_t>(tensor)] = canCarry(tensor);
}

std::vector<ActivationSite> SiteFinder::find()
{
    findUses();
    for (const Layer& layer : m_layers) {
        if (!computes(layer)) {
            continue;
        }
        for (const TensorId input : layer.inputs) {
            if (canCarry(input)) {
                mark(source(input));
            }
        }
        if (m_isUsed[static_cast<std::size_t>(layer.outputs.front())]) {
            mark(layer.outputs.front());
        }
    }
    const std::vector<bool> isNonNegative = nonNegativeTensors(m_graph);
    std::vector<ActivationSite> sites;
    const auto addSite = [&](TensorId id, std::optional<int> layer) {
        if (id != kNoTensor && m_isSite[static_cast<std::size_t>(id)]) {
            sites.push_back(
                {id, m_graph.tensor(id).name, layer, isNonNegative[static_cast<std::size_t>(id)]});
        }
    };
    for (const TensorId id : m_graph.inputs) {
        addSite(id, std::nullopt);
    }
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        for (const TensorId id : m_layers[i].outputs) {
            addSite(id, static_cast<int>(i));
        }
    }
    return sites;
}

} // namespace

std::vector<ActivationSite> activationSites(const Graph& graph, const std::vector<Layer>& layers,
                                            const std::vector<bool>& isData)
{
    return SiteFinder(graph, layers, isData).find();
}

} // namespace quantoscope::model
