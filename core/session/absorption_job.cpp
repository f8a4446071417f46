// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/absorption_job.h"

#include "core/eval/image_pass.h"
#include "core/quant/bias_absorption.h"
#include "core/session/configurations.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace quantoscope::session {
namespace {

const std::string& outputOf(const model::LayerModel& layers, std::size_t layer)
{
    return layers.graph->tensor(layers.layers[layer].outputs.front()).name;
}

std::span<const float> firstPictures(const exec::Runner& runner, std::size_t output,
                                     std::size_t pictures)
{
    const auto values = runner.output(output).values;
    return values.first(values.size() / static_cast<std::size_t>(runner.batch()) * pictures);
}

} // namespace

AbsorptionJob::AbsorptionJob(Place place, EqualizationRequest request, const JobContext& context)
    : m_place(std::move(place)), m_base(std::move(request.base)),
      m_choice(std::move(request.layers)), m_context(context)
{
}

Result<AbsorptionReport> AbsorptionJob::run()
{
    m_report.images = m_place.data->calibration->size();
    const std::vector<model::ChannelStream> streams = chooseStreams();
    m_base.equalization = withoutShifts(m_base.equalization, *m_place.room.info().layers, streams);
    m_report.configuration = m_base;
    auto configured = m_place.room.configured(m_base.equalization);
    if (!configured) {
        return failFrom(configured);
    }
    m_configured = *std::move(configured);
    auto walk = LayerCorrection::create(m_place, floatsWith(m_base.equalization));
    if (!walk) {
        return failFrom(walk);
    }
    m_walk = *std::move(walk);
    m_shifted = m_base.equalization ? std::make_shared<quant::Equalization>(*m_base.equalization)
                                    : std::make_shared<quant::Equalization>();
    for (std::size_t i = 0; i < streams.size(); ++i) {
        m_context.progress(Stage::Correcting, static_cast<std::int64_t>(i),
                           static_cast<std::int64_t>(streams.size()));
        if (m_context.cancelled()) {
            return cancelledError();
        }
        if (const Status done = absorb(streams[i], m_report.pairs[i]); !done) {
            return failFrom(done);
        }
    }
    if (m_report.absorbedChannels() > 0) {
        if (const Status decided = decide(); !decided) {
            return failFrom(decided);
        }
    }
    m_report.seconds = m_stopwatch.seconds();
    return std::move(m_report);
}

/// Keeps what was absorbed where FP32 outputs stay near what they were.
Status AbsorptionJob::decide()
{
    if (const Status compared = compareFloats(); !compared) {
        return compared;
    }
    m_report.isRefused = !(m_report.floatSqnrDb >= AbsorptionReport::kLeastSqnrDb);
    if (!m_report.isRefused) {
        m_report.configuration.equalization = m_shifted;
        m_report.configuration = quant::withoutStaleCorrections(std::move(m_report.configuration));
    }
    return {};
}

std::vector<model::ChannelStream> AbsorptionJob::chooseStreams()
{
    const model::LayerModel& layers = *m_place.room.info().layers;
    std::vector<model::ChannelStream> streams = chosenStreams(layers, m_choice);
    for (const model::ChannelStream& stream : streams) {
        AbsorbedPair pair{layers.namesOf(stream.writers), layers.namesOf(stream.readers),
                          absorptionObstacle(layers, stream), 0, 0.0F};
        if (!pair.obstacle &&
            quant::hasRangeSetByHand(m_base, outputOf(layers, stream.writers.front()))) {
            pair.obstacle = AbsorptionObstacle::RangeSetByHand;
        }
        m_report.pairs.push_back(std::move(pair));
    }
    return streams;
}

Status AbsorptionJob::absorb(const model::ChannelStream& stream, AbsorbedPair& pair)
{
    if (pair.obstacle) {
        return {};
    }
    auto shifts = shiftsOf(stream.writers.front());
    if (!shifts) {
        return failFrom(shifts);
    }
    pair.channels = std::ranges::count_if(*shifts, [](float shift) { return shift > 0.0F; });
    if (pair.channels == 0) {
        pair.obstacle = AbsorptionObstacle::NothingToAbsorb;
        return {};
    }
    pair.largest = std::ranges::max(*shifts);
    m_shifted->layers[pair.writers.front()].outputShifts = *shifts;
    m_shifted->layers[pair.readers.front()].inputShifts = *std::move(shifts);
    return {};
}

/// From the moments of what the layer reads; its own outputs are seen behind its ReLU only.
Result<std::vector<float>> AbsorptionJob::shiftsOf(std::size_t writer)
{
    const auto inputs = m_walk->inputsOf(writer);
    if (!inputs) {
        return failFrom(inputs);
    }
    const auto& problem = (*inputs)->problem; // linear, or it would have an obstacle
    const auto& biases = m_configured->floatBias(writer)->values;
    const auto filters = static_cast<Eigen::Index>(problem.weights.rows()) /
                         static_cast<Eigen::Index>(problem.groups.size());
    std::vector<quant::PreActivation> channels;
    for (std::size_t group = 0; group < problem.groups.size(); ++group) {
        const auto first = static_cast<Eigen::Index>(group) * filters;
        const auto own =
            quant::preActivations(problem.weights.middleRows(first, filters),
                                  std::span(biases).subspan(static_cast<std::size_t>(first),
                                                            static_cast<std::size_t>(filters)),
                                  problem.groups[group]);
        channels.insert(channels.end(), own.begin(), own.end());
    }
    return quant::absorbableBiases(channels);
}

Status AbsorptionJob::compareFloats()
{
    return m_place.giveWay([&](const JobContext& context) -> Status {
        const auto binding = m_place.room.configured().bind(floatsWith(m_shifted), nullptr);
        if (!binding) {
            return failFrom(binding);
        }
        const auto observed = m_place.room.observed(*binding, nullptr, context);
        if (!observed) {
            return failFrom(observed);
        }
        if (const Status applied = observed->quantized->apply(*binding); !applied) {
            return applied;
        }
        const std::array<exec::Runner*, 2> runners{observed->floating, observed->quantized};
        const std::size_t outputs = runners[0]->instrumented().modelOutputs;
        const auto order = eval::naturalOrder(m_place.data->calibration->size());
        quant::NoiseSums sums;
        const Status ran =
            eval::runPassTogether(runners,
                                  {m_place.data->calibration.get(), order,
                                   m_place.room.imageInput(), Stage::RunningFloat},
                                  context, [&](std::span<const std::int32_t> pictures) -> Status {
                                      for (std::size_t i = 0; i < outputs; ++i) {
                                          sums.add(firstPictures(*runners[0], i, pictures.size()),
                                                   firstPictures(*runners[1], i, pictures.size()));
                                      }
                                      return {};
                                  });
        m_report.floatSqnrDb = quant::sqnrDb(sums);
        return ran;
    });
}

} // namespace quantoscope::session
