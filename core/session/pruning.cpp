// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pruning.h"

namespace quantoscope::session {
namespace {

Status setPruning(quant::Configuration& configuration, const std::string& layer,
                  const quant::Pruning& pruning)
{
    const auto found = configuration.weights.find(layer);
    quant::WeightScheme scheme = found != configuration.weights.end()
                                     ? found->second
                                     : quant::WeightScheme{quant::Precision::float32()};
    scheme.pruning = pruning;
    const Status legal = quant::validate(scheme);
    if (legal) {
        configuration.weights[layer] = scheme;
    }
    return legal;
}

} // namespace

Result<PruningReport> withPruning(const model::LayerModel& layers, const quant::Configuration& base,
                                  const quant::Pruning& pruning,
                                  const std::vector<std::string>& names)
{
    PruningReport report{base, {}};
    for (const std::string& name : names) {
        const model::Layer* layer = layers.findLayer(name);
        const Status set = layer != nullptr && layer->hasWeights()
                               ? setPruning(report.configuration, name, pruning)
                               : Status(fail(ErrorCode::InvalidArgument,
                                             "the model has no such layer with weights"));
        if (!set) {
            return fail(set.error().code, set.error().message, "pruning of \"" + name + "\"");
        }
    }
    for (const model::Layer& layer : layers.layers) {
        if (!names.empty() || !layer.hasWeights()) {
            continue;
        }
        if (const Status set = setPruning(report.configuration, layer.name, pruning); !set) {
            report.skipped.push_back({layer.name, set.error().message});
        }
    }
    return report;
}

} // namespace quantoscope::session
