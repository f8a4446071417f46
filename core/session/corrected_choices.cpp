// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/corrected_choices.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

/// Fewer trials than a correction makes: bits are compared, and little changes between them.
quant::CorrectionSettings quickReconstruction()
{
    quant::CorrectionSettings settings;
    settings.method = quant::CorrectionMethod::Reconstruction;
    settings.steps.scaleTrials = 1;
    settings.steps.descents = 1;
    return settings;
}

/// At some bits; such a layer is rounded to nearest at all of them.
bool hasSplitChannels(const ChoicesRequest& request, const std::string& layer)
{
    return std::ranges::any_of(request.bits, [&layer](const auto& entry) {
        return entry.second.weights.at(layer).split > 0.0;
    });
}

Result<std::map<int, CorrectedChoice>>
choicesOf(const LayerCorrection& correction, LayerCorrection::Inputs& inputs,
          const std::string& name, const ChoicesRequest& request, const JobContext& context)
{
    std::map<int, CorrectedChoice> choices;
    for (const auto& [bits, configuration] : request.bits) {
        if (context.cancelled()) {
            return cancelledError();
        }
        auto solved = correction.solve(inputs, configuration.weights.at(name),
                                       quickReconstruction(), context);
        if (!solved) {
            return failFrom(solved);
        }
        choices[bits].error = solved->error.reconstructed;
        if (request.kept.contains(bits)) {
            choices[bits].weights = std::move(solved->weights);
        }
    }
    return choices;
}

} // namespace

Result<CorrectedChoices> correctAlone(const LayerCorrection::Place& place,
                                      const ChoicesRequest& request, const JobContext& context)
{
    quant::Configuration start = request.base;
    start.weights.clear();
    start.corrected.clear();
    auto correction = LayerCorrection::create(place, start);
    if (!correction) {
        return failFrom(correction);
    }
    CorrectedChoices choices;
    const auto& layers = place.room.info().layers->layers;
    std::int64_t done = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string& name = layers[i].name;
        if (std::ranges::find(request.layers, name) == request.layers.end() ||
            hasSplitChannels(request, name)) {
            continue;
        }
        context.progress(Stage::Correcting, done++,
                         static_cast<std::int64_t>(request.layers.size()));
        auto inputs = (*correction)->inputsOf(i);
        if (!inputs) {
            return failFrom(inputs);
        }
        if (!*inputs) {
            continue;
        }
        auto own = choicesOf(**correction, **inputs, name, request, context);
        if (!own) {
            return failFrom(own);
        }
        choices[name] = *std::move(own);
    }
    return choices;
}

} // namespace quantoscope::session
