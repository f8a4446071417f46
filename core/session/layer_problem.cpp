// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_problem.h"

#include <utility>

namespace quantoscope::session {
namespace {

/// Place in the weight tensor of a filter's value.
std::size_t placeOf(const model::LinearGeometry& geometry, std::size_t filter, std::size_t value)
{
    return geometry.isTransposed ? value * static_cast<std::size_t>(geometry.outChannels) + filter
                                 : filter * geometry.groupInputs() + value;
}

/// Weights as a matrix of one filter a row.
quant::ReconstructionProblem::Matrix filtersOf(const Tensor& weights,
                                               const model::LinearGeometry& geometry)
{
    quant::ReconstructionProblem::Matrix filters(geometry.outChannels,
                                                 static_cast<Eigen::Index>(geometry.groupInputs()));
    for (std::size_t i = 0; i < static_cast<std::size_t>(filters.size()); ++i) {
        filters.data()[i] =
            weights
                .values[placeOf(geometry, i / geometry.groupInputs(), i % geometry.groupInputs())];
    }
    return filters;
}

/// A mask of a weight tensor in the order of its filters.
std::vector<std::uint8_t> prunedFilters(const std::vector<std::uint8_t>& mask,
                                        const model::LinearGeometry& geometry)
{
    std::vector<std::uint8_t> filters(mask.size());
    for (std::size_t i = 0; i < mask.size(); ++i) {
        filters[i] =
            mask[placeOf(geometry, i / geometry.groupInputs(), i % geometry.groupInputs())];
    }
    return filters;
}

} // namespace

Result<LayerProblems>
LayerProblems::create(EngineRoom& room, const quant::Configuration& configuration,
                      std::vector<std::optional<quant::QuantParams>> activations)
{
    auto configured = room.configured(configuration.equalization);
    if (!configured) {
        return failFrom(configured);
    }
    LayerProblems made;
    made.m_equalization = configuration.equalization;
    made.m_configured = *std::move(configured);
    made.m_removed = made.m_configured->removedChannels(configuration);
    made.m_activations = std::move(activations);
    return made;
}

std::optional<quant::QuantParams> LayerProblems::inputGrid(std::size_t layer) const
{
    const auto site = m_configured->inputSite(layer);
    return site ? m_activations[*site] : std::nullopt;
}

std::optional<LayerProblem> LayerProblems::of(std::size_t layer) const
{
    const auto geometry = model::linearGeometry(m_configured->layers(), layer);
    if (!geometry) {
        return std::nullopt;
    }
    LayerProblem made{layer, *geometry, {}};
    made.problem.weights = filtersOf(*m_configured->floatWeights(layer), *geometry);
    const auto bias = m_configured->floatBias(layer);
    made.problem.hasBias =
        bias != nullptr && bias->values.size() == static_cast<std::size_t>(geometry->outChannels);
    return made;
}

Result<SolvedLayer> LayerProblems::solve(LayerProblem& inputs, const quant::WeightScheme& scheme,
                                         const quant::CorrectionSettings& settings,
                                         const JobContext& context) const
{
    const exec::ConfiguredModel& configured = *m_configured;
    const model::Layer& layer = configured.layers().layers[inputs.layer];
    inputs.problem.scheme = scheme;
    inputs.problem.scheme.pruning = {};
    exec::ConfiguredModel::WeightSetting setting{scheme, nullptr, (*m_removed)[inputs.layer]};
    inputs.problem.pruned =
        prunedFilters(configured.zeroMask(inputs.layer, setting), inputs.geometry);
    inputs.problem.minimumScales =
        configured.minimumScales(inputs.layer, scheme, inputGrid(inputs.layer));
    auto solved = quant::correctLayer(inputs.problem, settings, context);
    if (!solved) {
        return fail(solved.error().code, solved.error().message, "layer " + layer.name);
    }
    const bool changes = quant::canCorrect(settings.method, inputs.problem);
    auto corrected = std::make_shared<quant::CorrectedWeights>();
    corrected->scheme = scheme;
    corrected->equalization = quant::equalizationOf(m_equalization, layer.name);
    corrected->removed = std::move(setting.removed);
    corrected->method = quant::toString(settings.method);
    corrected->params = std::move(solved->params);
    corrected->params.axis = corrected->params.isPerTensor() ? -1 : layer.channelAxis;
    corrected->codes.resize(solved->codes.size());
    const std::size_t values = inputs.geometry.groupInputs();
    for (std::size_t i = 0; i < solved->codes.size(); ++i) {
        corrected->codes[placeOf(inputs.geometry, i / values, i % values)] = solved->codes[i];
    }
    if (!solved->biasShift.empty()) {
        corrected->bias = configured.floatBias(inputs.layer)->values;
        for (std::size_t i = 0; i < corrected->bias.size(); ++i) {
            corrected->bias[i] += solved->biasShift[i];
        }
        for (const std::int32_t channel : corrected->removed.outputs) {
            corrected->bias[static_cast<std::size_t>(channel)] = 0.0F;
        }
    }
    return SolvedLayer{std::move(corrected), solved->error, changes};
}

} // namespace quantoscope::session
