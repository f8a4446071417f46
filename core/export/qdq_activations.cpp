// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_builder.h"

#include <set>

namespace quantoscope::exporting {

namespace {

using model::Layer;
using model::LayerKind;
using model::Node;
using model::TensorId;

/// Tensors that a weight layer or Arithmetic layer reads as they are.
std::set<TensorId> readByIntegerLayers(const model::LayerModel& layers)
{
    std::set<TensorId> read;
    for (const Layer& layer : layers.layers) {
        if (layer.hasWeights() || layer.kind == LayerKind::Arithmetic) {
            read.insert(layer.inputs.begin(), layer.inputs.end());
        }
    }
    return read;
}

/// \param write appends what quantizes from its first to its second tensor
template <typename Write>
void quantizeSite(QdqBuilder& builder, const model::ActivationSite& site, const Write& write)
{
    if (site.layer) {
        const TensorId raw = builder.detachProducer(site.tensor);
        write(raw, site.tensor);
        return;
    }
    const model::TensorInfo& info = builder.source().tensor(site.tensor);
    const TensorId dequantized = builder.addFloatTensor(info.name + "_dequantized", info.shape);
    builder.redirectReaders(site.tensor, dequantized);
    write(site.tensor, dequantized);
}

} // namespace

ActivationGrids activationGrids(const QuantizedModel& quantized)
{
    ActivationGrids grids;
    for (const model::ActivationSite& site : quantized.layers->sites) {
        const auto found = quantized.activations.find(site.name);
        if (found != quantized.activations.end()) {
            grids[site.tensor] = &found->second;
        }
    }
    const model::Graph& graph = *quantized.layers->graph;
    for (const Layer& layer : quantized.layers->layers) {
        if (layer.kind != LayerKind::Movement) {
            continue;
        }
        const Node& node = graph.node(layer.nodes.front());
        const auto source = grids.find(node.inputs.front());
        if (source == grids.end()) {
            continue;
        }
        for (const TensorId output : node.outputs) {
            if (output != model::kNoTensor &&
                graph.tensor(output).type == model::ElementType::Float32) {
                grids.try_emplace(output, source->second);
            }
        }
    }
    return grids;
}

void writeActivations(QdqBuilder& builder, const ActivationGrids& grids)
{
    std::set<TensorId> sites;
    for (const model::ActivationSite& site : builder.layers().sites) {
        sites.insert(site.tensor);
        if (const auto grid = grids.find(site.tensor); grid != grids.end()) {
            const Values values = site.isNonNegative ? Values::NonNegative : Values::Any;
            quantizeSite(builder, site, [&](TensorId input, TensorId output) {
                builder.addQuantizePair(input, output, *grid->second, values);
            });
        }
        const auto& floats = builder.quantized().floatActivations;
        if (const auto found = floats.find(site.name); found != floats.end()) {
            quantizeSite(builder, site, [&](TensorId input, TensorId output) {
                builder.addFloatPair(input, output, found->second);
            });
        }
    }
    const std::set<TensorId> read = readByIntegerLayers(builder.layers());
    for (const auto& [tensor, params] : grids) {
        if (!sites.contains(tensor) && read.contains(tensor)) {
            // The pair changes no value; integer kernels look for it at every input.
            const TensorId raw = builder.detachProducer(tensor);
            builder.addQuantizePair(raw, tensor, *params, Values::OnGrid);
        }
    }
}

} // namespace quantoscope::exporting
