// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/equalization.h"

#include "core/exec/equalized_layers.h"
#include "core/session/bias_absorption.h"
#include "core/session/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace quantoscope::session {
namespace {

/// Sweeps over all streams; each halves what is left in a chain of layers.
constexpr int kMostSweeps = 40;
/// Logarithm of a scale that no longer counts.
constexpr double kSettled = 1e-3;

/// A layer's weights as scaled so far.
struct ScaledWeights
{
    quant::WeightLayout layout;
    std::vector<float> values;
    quant::EqualizedLayer scales;
};

void takeLarger(std::vector<float>& ranges, const std::vector<float>& other)
{
    if (ranges.empty()) {
        ranges = other;
    }
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        ranges[i] = std::max(ranges[i], other[i]);
    }
}

void multiply(std::vector<float>& scales, const std::vector<float>& by)
{
    scales.resize(by.size(), 1.0F);
    for (std::size_t i = 0; i < by.size(); ++i) {
        scales[i] *= by[i];
    }
}

class Equalizer
{
public:
    /// \param rest what stays (may be null)
    Equalizer(const model::LayerModel& layers, std::shared_ptr<const quant::Equalization> rest)
        : m_layers(layers), m_rest(std::move(rest))
    {
    }

    void add(const model::ChannelStream& stream)
    {
        for (const auto* ends : {&stream.writers, &stream.readers}) {
            for (const std::size_t index : *ends) {
                if (!m_weights.contains(index)) {
                    m_weights[index] = asTheyStay(index);
                }
            }
        }
    }

    [[nodiscard]] std::vector<float> writtenRanges(const model::ChannelStream& stream) const
    {
        std::vector<float> ranges;
        for (const std::size_t index : stream.writers) {
            const ScaledWeights& writer = m_weights.at(index);
            takeLarger(ranges, quant::outputRanges(writer.values, writer.layout));
        }
        return ranges;
    }

    /// Returns the largest logarithm of a scale.
    double equalize(const model::ChannelStream& stream)
    {
        std::vector<float> read;
        for (const std::size_t index : stream.readers) {
            const ScaledWeights& reader = m_weights.at(index);
            takeLarger(read, quant::inputRanges(reader.values, reader.layout));
        }
        const auto scales = quant::equalizingScales(writtenRanges(stream), read);
        for (const std::size_t index : stream.writers) {
            apply(index, {scales, {}});
        }
        for (const std::size_t index : stream.readers) {
            apply(index, {{}, scales});
        }
        double largest = 0.0;
        for (const float scale : scales) {
            largest = std::max(largest, std::abs(std::log(double{scale})));
        }
        return largest;
    }

    [[nodiscard]] std::shared_ptr<const quant::Equalization> result() const
    {
        if (m_weights.empty()) {
            return m_rest;
        }
        auto equalization = m_rest ? std::make_shared<quant::Equalization>(*m_rest)
                                   : std::make_shared<quant::Equalization>();
        for (const auto& [index, weights] : m_weights) {
            equalization->layers[m_layers.layers[index].name] = weights.scales;
        }
        return equalization;
    }

private:
    [[nodiscard]] ScaledWeights asTheyStay(std::size_t index) const
    {
        const model::Layer& layer = m_layers.layers[index];
        ScaledWeights weights{exec::layoutOf(*model::linearGeometry(m_layers, index)),
                              model::floatValues(*m_layers.graph->tensor(layer.weight).constant),
                              quant::equalizationOf(m_rest, layer.name)};
        weights.values = quant::equalizedWeights(weights.values, weights.layout, weights.scales);
        return weights;
    }

    void apply(std::size_t index, const quant::EqualizedLayer& step)
    {
        ScaledWeights& weights = m_weights.at(index);
        weights.values = quant::equalizedWeights(weights.values, weights.layout, step);
        if (!step.outputScales.empty()) {
            multiply(weights.scales.outputScales, step.outputScales);
        }
        if (!step.inputScales.empty()) {
            multiply(weights.scales.inputScales, step.inputScales);
        }
    }

    const model::LayerModel& m_layers;
    std::shared_ptr<const quant::Equalization> m_rest;
    std::map<std::size_t, ScaledWeights> m_weights;
};

/// Name of a tensor at the ends of a stream whose range is set by hand; empty: there is none.
std::string handSetRange(const model::LayerModel& layers, const model::ChannelStream& stream,
                         const quant::Configuration& base)
{
    std::vector<model::TensorId> tensors;
    for (const std::size_t index : stream.writers) {
        tensors.push_back(layers.layers[index].outputs.front());
    }
    for (const std::size_t index : stream.readers) {
        tensors.push_back(layers.layers[index].inputs.front());
    }
    for (const model::TensorId tensor : tensors) {
        const std::string& name = layers.graph->tensor(tensor).name;
        if (quant::hasRangeSetByHand(base, name)) {
            return name;
        }
    }
    return {};
}

} // namespace

double channelSpread(std::span<const float> ranges)
{
    float least = 0.0F;
    float most = 0.0F;
    for (const float range : ranges) {
        if (range > 0.0F) {
            least = least == 0.0F ? range : std::min(least, range);
            most = std::max(most, range);
        }
    }
    return least > 0.0F ? double{most} / double{least} : 1.0;
}

std::vector<model::ChannelStream> chosenStreams(const model::LayerModel& layers,
                                                const LayerChoice& choice)
{
    std::vector<model::ChannelStream> streams = model::channelStreams(layers);
    std::erase_if(streams, [&](const model::ChannelStream& stream) {
        return !areChosen(choice, layers, stream.writers) ||
               !areChosen(choice, layers, stream.readers);
    });
    return streams;
}

EqualizedStream outcomeOf(const model::LayerModel& layers, const model::ChannelStream& stream,
                          const quant::Configuration& base)
{
    EqualizedStream outcome{layers.namesOf(stream.writers), layers.namesOf(stream.readers),
                            stream.obstacle, false, stream.where};
    const std::string tensor = handSetRange(layers, stream, base);
    if (outcome.isEqualized() && !tensor.empty()) {
        outcome.hasRangeSetByHand = true;
        outcome.where = tensor;
    }
    return outcome;
}

std::shared_ptr<const quant::Equalization>
withoutStreams(const std::shared_ptr<const quant::Equalization>& equalization,
               const model::LayerModel& layers, const std::vector<model::ChannelStream>& which)
{
    if (!equalization) {
        return nullptr;
    }
    auto rest = std::make_shared<quant::Equalization>(*equalization);
    for (const model::ChannelStream& stream : which) {
        for (const std::size_t index : stream.writers) {
            quant::EqualizedLayer& layer = rest->layers[layers.layers[index].name];
            layer.outputScales.clear();
            layer.outputShifts.clear();
        }
        for (const std::size_t index : stream.readers) {
            quant::EqualizedLayer& layer = rest->layers[layers.layers[index].name];
            layer.inputScales.clear();
            layer.inputShifts.clear();
            layer.smoothingAlpha.reset();
        }
    }
    return quant::withoutIdleLayers(std::move(*rest));
}

std::shared_ptr<const quant::Equalization>
unequalized(const std::shared_ptr<const quant::Equalization>& equalization,
            const model::LayerModel& layers, const LayerChoice& choice)
{
    return withoutStreams(equalization, layers, chosenStreams(layers, choice));
}

Result<EqualizationReport> equalized(const model::LayerModel& layers,
                                     const EqualizationRequest& request, const JobContext& context)
{
    const Stopwatch stopwatch;
    const std::vector<model::ChannelStream> streams = chosenStreams(layers, request.layers);
    EqualizationReport report;
    report.configuration = request.base;
    Equalizer equalizer(layers, request.layers.empty()
                                    ? nullptr
                                    : withoutStreams(request.base.equalization, layers, streams));
    for (const model::ChannelStream& stream : streams) {
        EqualizedStream outcome = outcomeOf(layers, stream, request.base);
        if (outcome.isEqualized()) {
            equalizer.add(stream);
            outcome.spreadBefore = channelSpread(equalizer.writtenRanges(stream));
        }
        report.streams.push_back(std::move(outcome));
    }
    double largest = 1.0;
    for (int sweep = 0; sweep < kMostSweeps && largest > kSettled; ++sweep) {
        if (context.cancelled()) {
            return cancelledError();
        }
        context.progress(Stage::Correcting, sweep, kMostSweeps);
        largest = 0.0;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (report.streams[i].isEqualized()) {
                largest = std::max(largest, equalizer.equalize(streams[i]));
            }
        }
    }
    for (std::size_t i = 0; i < streams.size(); ++i) {
        if (report.streams[i].isEqualized()) {
            report.streams[i].spreadAfter = channelSpread(equalizer.writtenRanges(streams[i]));
        }
    }
    report.configuration.equalization = equalizer.result();
    report.configuration = quant::withoutStaleCorrections(std::move(report.configuration));
    report.seconds = stopwatch.seconds();
    return report;
}

Status checkEqualization(const model::LayerModel& layers, const quant::Equalization& equalization)
{
    if (const auto scaled = exec::equalizedLayers(layers, equalization); !scaled) {
        return failFrom(scaled);
    }
    quant::Equalization open = equalization; // what no stream has accounted for yet
    const auto wrong = [](const std::string& layer) {
        return fail(
            ErrorCode::InvalidArgument,
            "its scales or shifts would change what the model computes; equalize this model again",
            "equalization of \"" + layer + "\"");
    };
    for (const model::ChannelStream& stream :
         model::channelStreams(layers, model::StreamUse::Smoothing)) {
        if (stream.obstacle) {
            continue;
        }
        if (!absorptionObstacle(layers, stream)) {
            const std::string& writer = layers.layers[stream.writers.front()].name;
            const std::string& reader = layers.layers[stream.readers.front()].name;
            if (std::exchange(open.layers[writer].outputShifts, {}) !=
                std::exchange(open.layers[reader].inputShifts, {})) {
                return wrong(writer);
            }
        }
        const std::vector<float> scales =
            open.layers[layers.layers[stream.writers.front()].name].outputScales;
        for (const std::size_t index : stream.writers) {
            const std::string& name = layers.layers[index].name;
            if (std::exchange(open.layers[name].outputScales, {}) != scales) {
                return wrong(name);
            }
        }
        for (const std::size_t index : stream.readers) {
            const std::string& name = layers.layers[index].name;
            if (std::exchange(open.layers[name].inputScales, {}) != scales) {
                return wrong(name);
            }
            open.layers[name].smoothingAlpha.reset();
        }
    }
    for (const auto& [name, layer] : open.layers) {
        if (layer != quant::EqualizedLayer{}) { // scales or shifts that nothing undoes
            return wrong(name);
        }
    }
    return {};
}

} // namespace quantoscope::session
