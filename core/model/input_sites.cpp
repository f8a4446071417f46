// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/input_sites.h"

#include <map>

namespace quantoscope::model {
namespace {

std::optional<std::size_t> findInputSite(const LayerModel& layers,
                                         const std::map<TensorId, std::size_t>& siteOf,
                                         const std::map<TensorId, std::size_t>& layerOf,
                                         std::size_t layer)
{
    const Layer* current = &layers.layers[layer];
    while (!current->inputs.empty()) {
        const TensorId tensor = current->inputs.front();
        if (const auto site = siteOf.find(tensor); site != siteOf.end()) {
            return site->second;
        }
        const auto producer = layerOf.find(tensor);
        if (producer == layerOf.end() ||
            layers.layers[producer->second].kind != LayerKind::Movement) {
            return std::nullopt;
        }
        current = &layers.layers[producer->second];
    }
    return std::nullopt;
}

} // namespace

std::vector<std::optional<std::size_t>> inputSites(const LayerModel& layers)
{
    std::map<TensorId, std::size_t> siteOf;
    std::map<TensorId, std::size_t> layerOf;
    for (std::size_t i = 0; i < layers.sites.size(); ++i) {
        siteOf[layers.sites[i].tensor] = i;
    }
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        for (const TensorId output : layers.layers[i].outputs) {
            layerOf[output] = i;
        }
    }
    std::vector<std::optional<std::size_t>> sites;
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        sites.push_back(findInputSite(layers, siteOf, layerOf, i));
    }
    return sites;
}

} // namespace quantoscope::model
