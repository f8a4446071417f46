// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_correction.h"

#include "core/exec/moment_collector.h"
#include "core/session/configurations.h"

#include <numeric>
#include <utility>

namespace quantoscope::session {
namespace {

/// Place in the weight tensor of a filter's value.
std::size_t placeOf(const model::LinearGeometry& geometry, std::size_t filter, std::size_t value)
{
    return geometry.isTransposed ? value * static_cast<std::size_t>(geometry.outChannels) + filter
                                 : filter * geometry.groupInputs() + value;
}

exec::WalkPictures picturesOf(const EngineRoom& room, const DataInfo& data)
{
    exec::WalkPictures pictures;
    pictures.count = data.calibration->size();
    pictures.input = room.imageInput();
    pictures.fill = [images = data.calibration](std::int64_t first, std::int64_t count,
                                                std::span<float> out) {
        std::vector<std::int32_t> wanted(static_cast<std::size_t>(count));
        std::iota(wanted.begin(), wanted.end(), static_cast<std::int32_t>(first));
        return images->fill(wanted, out);
    };
    return pictures;
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

Result<std::unique_ptr<LayerCorrection>> LayerCorrection::create(Place place,
                                                                 const quant::Configuration& start)
{
    std::unique_ptr<LayerCorrection> made(new LayerCorrection(std::move(place)));
    const Place& own = made->m_place;
    auto configured = own.room.configured(start.equalization);
    if (!configured) {
        return failFrom(configured);
    }
    made->m_equalization = start.equalization;
    made->m_configured = *std::move(configured);
    made->m_removed = made->m_configured->removedChannels(start);
    auto floats = own.room.configured().bind(floatsWith(start.equalization), nullptr);
    auto bound =
        own.room.configured().bind(start, own.calibration ? &own.calibration->histograms : nullptr);
    if (!floats || !bound) {
        return failFrom(!floats ? floats : bound);
    }
    made->m_activations = bound->activations;
    auto walk =
        exec::LayerWalk::create(own.room.engine(), own.room.info().layers, *std::move(floats),
                                *std::move(bound), picturesOf(own.room, *own.data));
    if (!walk) {
        return failFrom(walk);
    }
    made->m_walk = *std::move(walk);
    return made;
}

std::optional<quant::QuantParams> LayerCorrection::inputGrid(std::size_t layer) const
{
    const auto site = m_configured->inputSite(layer);
    return site ? m_activations[*site] : std::nullopt;
}

Result<std::optional<LayerCorrection::Inputs>> LayerCorrection::inputsOf(std::size_t layer)
{
    const auto geometry = model::linearGeometry(*m_place.room.info().layers, layer);
    if (!geometry) {
        return std::optional<Inputs>();
    }
    Inputs inputs{layer, *geometry, {}};
    const Status walked = m_place.giveWay([&](const JobContext& context) -> Status {
        exec::MomentCollector::Request request;
        request.geometry = *geometry;
        request.hasBranch = m_walk->branchOf(layer).has_value();
        request.batch = m_walk->batch();
        auto collector = exec::MomentCollector::create(m_place.room.engine(), request);
        if (!collector) {
            return failFrom(collector);
        }
        const Status visited = m_walk->visit(
            layer, context, [&](const exec::LayerInputs& read) { return (*collector)->add(read); });
        inputs.problem.groups = (*collector)->take();
        return visited;
    });
    if (!walked) {
        return failFrom(walked);
    }
    const exec::ConfiguredModel& configured = *m_configured;
    inputs.problem.weights = filtersOf(*configured.floatWeights(layer), *geometry);
    const auto bias = configured.floatBias(layer);
    inputs.problem.hasBias =
        bias != nullptr && bias->values.size() == static_cast<std::size_t>(geometry->outChannels);
    return std::optional<Inputs>(std::move(inputs));
}

Result<LayerCorrection::Solved> LayerCorrection::solve(Inputs& inputs,
                                                       const quant::WeightScheme& scheme,
                                                       const quant::CorrectionSettings& settings,
                                                       const JobContext& context) const
{
    const exec::ConfiguredModel& configured = *m_configured;
    const model::Layer& layer = m_place.room.info().layers->layers[inputs.layer];
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
    corrected->equalization = m_equalization;
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
    return Solved{std::move(corrected), solved->error, changes};
}

Status LayerCorrection::adopt(std::size_t layer, const quant::Configuration& configuration)
{
    exec::ConfiguredModel& configured = *m_configured;
    const auto grid = inputGrid(layer);
    auto bound =
        configured.boundWeights(layer, configured.settingOf(layer, configuration, grid), grid);
    if (!bound) {
        return failFrom(bound);
    }
    m_walk->setWeights(layer, *std::move(bound));
    return {};
}

} // namespace quantoscope::session
