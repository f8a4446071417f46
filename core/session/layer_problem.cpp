// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_problem.h"

#include "core/quant/quantize.h"

#include <span>
#include <type_traits>
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

/// Values of filters as the weight tensor has them.
template <typename T>
std::vector<std::remove_const_t<T>> inTensorOrder(std::span<T> filters,
                                                  const model::LinearGeometry& geometry)
{
    std::vector<std::remove_const_t<T>> values(filters.size());
    const std::size_t each = geometry.groupInputs();
    for (std::size_t i = 0; i < filters.size(); ++i) {
        values[placeOf(geometry, i / each, i % each)] = filters[i];
    }
    return values;
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

std::function<
    Result<quant::ReconstructionProblem::Matrix>(const quant::ReconstructionProblem::Matrix&)>
LayerProblems::rounding(const LayerProblem& layer) const
{
    return [this, &layer](const quant::ReconstructionProblem::Matrix& filters)
               -> Result<quant::ReconstructionProblem::Matrix> {
        const Shape& shape = m_configured->floatWeights(layer.layer)->shape;
        const auto values = inTensorOrder(
            std::span(filters.data(), static_cast<std::size_t>(filters.size())), layer.geometry);
        const auto quantized = quant::quantizeWeights(
            {shape, values}, layer.problem.scheme,
            m_configured->layers().layers[layer.layer].channelAxis, layer.problem.minimumScales);
        if (!quantized) {
            return failFrom(quantized);
        }
        return filtersOf(quantized->values, layer.geometry);
    };
}

Result<SolvedLayer> LayerProblems::solve(LayerProblem& inputs, const quant::WeightScheme& scheme,
                                         const quant::CorrectionSettings& settings,
                                         const JobContext& context) const
{
    const exec::ConfiguredModel& configured = *m_configured;
    const model::Layer& layer = configured.layers().layers[inputs.layer];
    inputs.problem.scheme = scheme;
    inputs.problem.scheme.pruning = {};
    exec::WeightSetting setting{scheme, nullptr, (*m_removed)[inputs.layer]};
    inputs.problem.pruned =
        prunedFilters(configured.zeroMask(inputs.layer, setting), inputs.geometry);
    inputs.problem.minimumScales =
        configured.minimumScales(inputs.layer, scheme, inputGrid(inputs.layer));
    if (!scheme.hasPlainIntegerGrid()) {
        inputs.problem.rounded = rounding(inputs);
    }
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
    corrected->batchNormKept = layer.batchNorm != model::kNoNode;
    corrected->params = std::move(solved->params);
    corrected->params.axis = corrected->params.isPerTensor() ? -1 : layer.channelAxis;
    corrected->codes = inTensorOrder(std::span<const std::int32_t>(solved->codes), inputs.geometry);
    corrected->floats = inTensorOrder(
        std::span(solved->floats.data(), static_cast<std::size_t>(solved->floats.size())),
        inputs.geometry);
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
