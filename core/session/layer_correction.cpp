// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_correction.h"

#include "core/exec/moment_collector.h"
#include "core/session/configurations.h"

#include <numeric>
#include <utility>

namespace quantoscope::session {
namespace {

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

} // namespace

Result<std::unique_ptr<LayerCorrection>> LayerCorrection::create(Place place,
                                                                 const quant::Configuration& start)
{
    auto floats = place.room.configured().bind(floatsWith(start.equalization), nullptr);
    auto bound = place.room.configured().bind(
        start, place.calibration ? &place.calibration->histograms : nullptr);
    if (!floats || !bound) {
        return failFrom(!floats ? floats : bound);
    }
    auto problems = LayerProblems::create(place.room, start, bound->activations);
    if (!problems) {
        return failFrom(problems);
    }
    std::unique_ptr<LayerCorrection> made(
        new LayerCorrection(std::move(place), *std::move(problems)));
    const Place& own = made->m_place;
    auto walk =
        exec::LayerWalk::create(own.room.engine(), own.room.info().layers, *std::move(floats),
                                *std::move(bound), picturesOf(own.room, *own.data));
    if (!walk) {
        return failFrom(walk);
    }
    made->m_walk = *std::move(walk);
    return made;
}

Result<std::optional<LayerCorrection::Inputs>> LayerCorrection::inputsOf(std::size_t layer)
{
    std::optional<Inputs> inputs = m_problems.of(layer);
    if (!inputs) {
        return inputs;
    }
    const Status walked = m_place.giveWay([&](const JobContext& context) -> Status {
        exec::MomentCollector::Request request;
        request.geometry = inputs->geometry;
        request.hasBranch = m_walk->branchOf(layer).has_value();
        request.batch = m_walk->batch();
        auto collector = exec::MomentCollector::create(m_place.room.engine(), request);
        if (!collector) {
            return failFrom(collector);
        }
        const Status visited = m_walk->visit(
            layer, context, [&](const exec::LayerInputs& read) { return (*collector)->add(read); });
        inputs->problem.groups = (*collector)->take();
        return visited;
    });
    if (!walked) {
        return failFrom(walked);
    }
    return inputs;
}

Status LayerCorrection::adopt(std::size_t layer, const quant::Configuration& configuration)
{
    exec::ConfiguredModel& configured = m_problems.configured();
    const auto grid = m_problems.inputGrid(layer);
    auto bound =
        configured.boundWeights(layer, configured.settingOf(layer, configuration, grid), grid);
    if (!bound) {
        return failFrom(bound);
    }
    m_walk->setWeights(layer, *std::move(bound));
    return {};
}

} // namespace quantoscope::session
