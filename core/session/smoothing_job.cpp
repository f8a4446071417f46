// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/smoothing_job.h"

#include "core/eval/image_pass.h"
#include "core/exec/equalized_layers.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace quantoscope::session {
namespace {

bool areProductsOnly(const model::LayerModel& layers, const model::ChannelStream& stream)
{
    return std::ranges::all_of(stream.readers, [&](std::size_t reader) {
        const model::LayerKind kind = layers.layers[reader].kind;
        return kind == model::LayerKind::MatMul || kind == model::LayerKind::Gemm;
    });
}

/// Raises each channel's largest magnitude to what a tensor with channels last holds.
void takeMagnitudes(std::span<const float> values, std::vector<float>& largest)
{
    for (std::size_t first = 0; first < values.size(); first += largest.size()) {
        for (std::size_t c = 0; c < largest.size(); ++c) {
            largest[c] = std::max(largest[c], std::abs(values[first + c]));
        }
    }
}

} // namespace

std::vector<model::ChannelStream> smoothedBy(const LayerChoice& choice,
                                             const model::LayerModel& layers)
{
    auto streams = model::channelStreams(layers, model::StreamUse::Smoothing);
    std::erase_if(streams, [&](const model::ChannelStream& stream) {
        return !areProductsOnly(layers, stream) || !areChosen(choice, layers, stream.readers);
    });
    return streams;
}

std::shared_ptr<const quant::Equalization>
unsmoothed(const std::shared_ptr<const quant::Equalization>& equalization,
           const model::LayerModel& layers, const LayerChoice& choice)
{
    return withoutStreams(equalization, layers, smoothedBy(choice, layers));
}

std::int64_t SmoothingReport::smoothedStreams() const
{
    return std::ranges::count_if(streams, &EqualizedStream::isEqualized);
}

SmoothingJob::SmoothingJob(Place place, SmoothingRequest request)
    : m_place(std::move(place)), m_request(std::move(request))
{
    m_report.configuration = m_request.base;
    m_report.alpha = m_request.alpha;
    m_report.images = m_place.data->calibration->size();
}

Result<SmoothingReport> SmoothingJob::run()
{
    chooseStreams();
    if (m_report.smoothedStreams() == 0) {
        return std::move(m_report);
    }
    if (const Status measured = measure(); !measured) {
        return failFrom(measured);
    }
    auto equalization = m_rest ? std::make_shared<quant::Equalization>(*m_rest)
                               : std::make_shared<quant::Equalization>();
    for (std::size_t i = 0; i < m_streams.size(); ++i) {
        if (m_report.streams[i].isEqualized()) {
            scale(i, *equalization);
        }
    }
    const auto& before = m_request.base.equalization;
    m_report.replacesEqualization = before && (!m_rest || *m_rest != *before);
    m_report.configuration.equalization = std::move(equalization);
    m_report.configuration = quant::withoutStaleCorrections(std::move(m_report.configuration));
    m_report.seconds = m_stopwatch.seconds();
    return std::move(m_report);
}

void SmoothingJob::chooseStreams()
{
    const model::LayerModel& layers = *m_place.room.info().layers;
    m_streams = smoothedBy(m_request.layers, layers);
    for (const model::ChannelStream& stream : m_streams) {
        m_report.streams.push_back(outcomeOf(layers, stream, m_request.base));
        m_largest.emplace_back(static_cast<std::size_t>(stream.channels), 0.0F);
    }
    m_rest = m_request.layers.empty()
                 ? nullptr
                 : withoutStreams(m_request.base.equalization, layers, m_streams);
}

Status SmoothingJob::watch(const exec::InstrumentedGraph& graph,
                           std::vector<Watched>& watched) const
{
    const model::LayerModel& layers = *m_place.room.info().layers;
    for (std::size_t i = 0; i < m_streams.size(); ++i) {
        if (!m_report.streams[i].isEqualized()) {
            continue;
        }
        for (const std::size_t reader : m_streams[i].readers) {
            const model::TensorId read = layers.layers[reader].inputs.front();
            const auto seen = std::ranges::find_if(graph.observedLayers, [&](const auto& each) {
                return layers.layers[each.index].outputs.front() == read;
            });
            if (seen == graph.observedLayers.end()) {
                return fail(ErrorCode::InvalidModel, "no layer makes what it reads",
                            "layer " + layers.layers[reader].name);
            }
            watched.push_back({i, seen->output});
        }
    }
    return {};
}

Status SmoothingJob::measure()
{
    return m_place.giveWay([&](const JobContext& context) -> Status {
        const auto runner = m_place.room.observedFloat(nullptr, context);
        if (!runner) {
            return failFrom(runner);
        }
        std::vector<Watched> watched;
        if (const Status found = watch((*runner)->instrumented(), watched); !found) {
            return found;
        }
        const auto order = eval::naturalOrder(m_report.images);
        return eval::runPass(
            **runner,
            {m_place.data->calibration.get(), order, m_place.room.imageInput(), Stage::Calibrating},
            context, [&](std::span<const std::int32_t> pictures) -> Status {
                for (const Watched& each : watched) {
                    const auto values = (*runner)->output(each.output).values;
                    const std::size_t size =
                        values.size() / static_cast<std::size_t>((*runner)->batch());
                    takeMagnitudes(values.first(size * pictures.size()), m_largest[each.stream]);
                }
                return {};
            });
    });
}

/// Of the weights as they are in the model: what other streams do to a layer's outputs comes on
/// top.
std::vector<float> SmoothingJob::readRanges(const model::ChannelStream& stream) const
{
    const model::LayerModel& layers = *m_place.room.info().layers;
    std::vector<float> ranges(static_cast<std::size_t>(stream.channels), 0.0F);
    for (const std::size_t reader : stream.readers) {
        const model::Layer& layer = layers.layers[reader];
        const auto layout = exec::layoutOf(*model::linearGeometry(layers, reader));
        const auto weights = quant::equalizedWeights(
            model::floatValues(*layers.graph->tensor(layer.weight).constant), layout,
            quant::equalizationOf(m_rest, layer.name));
        const auto own = quant::inputRanges(weights, layout);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            ranges[i] = std::max(ranges[i], own[i]);
        }
    }
    return ranges;
}

void SmoothingJob::scale(std::size_t stream, quant::Equalization& equalization)
{
    const auto& layers = m_place.room.info().layers->layers;
    std::vector<float>& largest = m_largest[stream];
    const auto scales =
        quant::smoothingScales(largest, readRanges(m_streams[stream]), m_request.alpha);
    for (const std::size_t writer : m_streams[stream].writers) {
        equalization.layers[layers[writer].name].outputScales = scales;
    }
    for (const std::size_t reader : m_streams[stream].readers) {
        quant::EqualizedLayer& layer = equalization.layers[layers[reader].name];
        layer.inputScales = scales;
        layer.smoothingAlpha = m_request.alpha;
    }
    EqualizedStream& outcome = m_report.streams[stream];
    outcome.spreadBefore = channelSpread(largest);
    for (std::size_t i = 0; i < largest.size(); ++i) {
        largest[i] /= scales[i];
    }
    outcome.spreadAfter = channelSpread(largest);
}

} // namespace quantoscope::session
