// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/correction_job.h"

#include "core/exec/moment_collector.h"
#include "core/model/linear_geometry.h"
#include "core/quant/corrected_weights.h"

#include <algorithm>
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
        images->fill(wanted, out);
    };
    return pictures;
}

} // namespace

CorrectionJob::CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                             CorrectionCallback partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_context(context),
      m_partial(std::move(partial))
{
    m_report.configuration = m_request.base;
    m_report.configuration.corrected.clear();
}

Result<CorrectionReportPtr> CorrectionJob::run()
{
    if (const Status started = startWalk(); !started) {
        return failFrom(started);
    }
    const auto& layers = m_place.room.info().layers->layers;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto scheme = m_request.base.weights.find(layers[i].name);
        if (scheme != m_request.base.weights.end() && scheme->second.precision.isInteger()) {
            wanted.push_back(i);
        }
    }
    CorrectionReportPtr published;
    for (const std::size_t layer : wanted) {
        m_context.progress(Stage::Correcting, static_cast<std::int64_t>(m_report.layers.size()),
                           static_cast<std::int64_t>(wanted.size()));
        if (const Status done = correct(layer); !done) {
            return failFrom(done);
        }
        m_report.seconds = m_stopwatch.seconds();
        published = std::make_shared<const CorrectionReport>(m_report);
        if (m_partial) {
            m_partial(published);
        }
    }
    return published ? published : std::make_shared<const CorrectionReport>(m_report);
}

Status CorrectionJob::startWalk()
{
    exec::ConfiguredModel& configured = m_place.room.configured();
    auto floats = configured.bind({}, nullptr);
    auto bound = configured.bind(m_report.configuration,
                                 m_place.calibration ? &m_place.calibration->histograms : nullptr);
    if (!floats || !bound) {
        return failFrom(!floats ? floats : bound);
    }
    m_activations = bound->activations;
    auto pictures = picturesOf(m_place.room, *m_place.data);
    m_report.images = pictures.count;
    auto walk = exec::LayerWalk::create(m_place.room.engine(), m_place.room.info().layers,
                                        *std::move(floats), *std::move(bound), std::move(pictures));
    if (!walk) {
        return failFrom(walk);
    }
    m_walk = *std::move(walk);
    return {};
}

std::optional<quant::QuantParams> CorrectionJob::inputGrid(std::size_t layer) const
{
    const auto site = m_place.room.configured().inputSite(layer);
    return site ? m_activations[*site] : std::nullopt;
}

Status CorrectionJob::correct(std::size_t layer)
{
    const auto& layers = *m_place.room.info().layers;
    const auto geometry = model::linearGeometry(layers, layer);
    if (!geometry) {
        m_report.layers.push_back({layers.layers[layer].name, false, {}});
        return {};
    }
    auto problem = problemFor(layer, *geometry);
    if (!problem) {
        return failFrom(problem);
    }
    auto solved = quant::reconstruct(*problem, m_request.steps);
    if (!solved) {
        return fail(solved.error().code, solved.error().message,
                    "layer " + layers.layers[layer].name);
    }
    return adopt(layer, *geometry, *std::move(solved));
}

Result<quant::ReconstructionProblem>
CorrectionJob::problemFor(std::size_t layer, const model::LinearGeometry& geometry)
{
    exec::ConfiguredModel& configured = m_place.room.configured();
    quant::ReconstructionProblem problem;
    const Status walked = m_place.giveWay([&](const JobContext& context) -> Status {
        exec::MomentCollector::Request request;
        request.geometry = geometry;
        request.hasBranch = m_walk->branchOf(layer).has_value();
        request.batch = m_walk->batch();
        auto collector = exec::MomentCollector::create(m_place.room.engine(), request);
        if (!collector) {
            return failFrom(collector);
        }
        const Status visited = m_walk->visit(layer, context, [&](const exec::LayerInputs& inputs) {
            return (*collector)->add(inputs);
        });
        problem.groups = (*collector)->take();
        return visited;
    });
    if (!walked) {
        return failFrom(walked);
    }
    const Tensor& weights = *configured.floatWeights(layer);
    problem.weights.resize(geometry.outChannels, static_cast<Eigen::Index>(geometry.groupInputs()));
    for (std::size_t filter = 0; filter < static_cast<std::size_t>(geometry.outChannels);
         ++filter) {
        for (std::size_t value = 0; value < geometry.groupInputs(); ++value) {
            problem.weights(static_cast<Eigen::Index>(filter), static_cast<Eigen::Index>(value)) =
                weights.values[placeOf(geometry, filter, value)];
        }
    }
    problem.scheme = m_request.base.weights.at(m_place.room.info().layers->layers[layer].name);
    problem.minimumScales = configured.minimumScales(layer, problem.scheme, inputGrid(layer));
    const auto bias = configured.floatBias(layer);
    problem.hasBias =
        bias != nullptr && bias->values.size() == static_cast<std::size_t>(geometry.outChannels);
    return problem;
}

Status CorrectionJob::adopt(std::size_t layer, const model::LinearGeometry& geometry,
                            quant::ReconstructedLayer solved)
{
    exec::ConfiguredModel& configured = m_place.room.configured();
    const model::Layer& info = m_place.room.info().layers->layers[layer];
    auto corrected = std::make_shared<quant::CorrectedWeights>();
    corrected->scheme = m_request.base.weights.at(info.name);
    corrected->method = "reconstruction";
    corrected->params = std::move(solved.params);
    corrected->params.axis = corrected->params.isPerTensor() ? -1 : info.channelAxis;
    corrected->codes.resize(solved.codes.size());
    for (std::size_t i = 0; i < solved.codes.size(); ++i) {
        corrected
            ->codes[placeOf(geometry, i / geometry.groupInputs(), i % geometry.groupInputs())] =
            solved.codes[i];
    }
    if (!solved.biasShift.empty()) {
        corrected->bias = configured.floatBias(layer)->values;
        for (std::size_t i = 0; i < corrected->bias.size(); ++i) {
            corrected->bias[i] += solved.biasShift[i];
        }
    }
    m_report.configuration.corrected[info.name] = corrected;
    m_report.layers.push_back({info.name, true, solved.error});
    const auto grid = inputGrid(layer);
    auto bound = configured.boundWeights(
        layer, configured.settingOf(layer, m_report.configuration, grid), grid);
    if (!bound) {
        return failFrom(bound);
    }
    m_walk->setWeights(layer, *std::move(bound));
    return {};
}

} // namespace quantoscope::session
