// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pruning.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {
namespace {

using quant::PruningPattern;

ChannelObstacle obstacleOf(model::StreamObstacle obstacle)
{
    switch (obstacle) {
    case model::StreamObstacle::ClippedActivation:
        return ChannelObstacle::Clip;
    case model::StreamObstacle::OtherActivation:
        return ChannelObstacle::Activation;
    case model::StreamObstacle::BatchNorm:
        return ChannelObstacle::BatchNorm;
    case model::StreamObstacle::ModelOutput:
        return ChannelObstacle::ModelOutput;
    case model::StreamObstacle::SharedWeights:
        return ChannelObstacle::SharedWeights;
    default:
        return ChannelObstacle::OtherOperator;
    }
}

bool isByChannels(const quant::Configuration& configuration, const std::string& layer)
{
    const auto found = configuration.weights.find(layer);
    return found != configuration.weights.end() &&
           found->second.pruning.pattern == PruningPattern::Channels;
}

tl::unexpected<Error> wrong(const std::string& message)
{
    return fail(ErrorCode::InvalidArgument, message);
}

std::string messageOf(const ChannelGroup& group)
{
    return "its channels cannot be removed: " + toString(*group.obstacle) +
           (group.where.empty() ? "" : " (" + group.where + ")");
}

Status setOne(quant::Configuration& configuration, const std::string& layer,
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

/// 1-bit weights have no zero for what is removed, and blocks of weights would fall apart.
Status checkFormat(const quant::Configuration& configuration, const std::string& layer)
{
    const auto found = configuration.weights.find(layer);
    if (found == configuration.weights.end()) {
        return {};
    }
    if (found->second.blockSize() > 0) {
        return wrong("\"" + layer +
                     "\" has groups or blocks of weights, which removed channels would tear "
                     "apart; choose per-channel or per-tensor");
    }
    if (found->second.precision == quant::Precision::integer(1)) {
        return wrong("\"" + layer +
                     "\" has 1-bit weights, which have no zero for removed channels; choose 2 "
                     "bits and more");
    }
    return {};
}

Status checkGroup(const quant::Configuration& configuration, const ChannelGroup& group,
                  const quant::Pruning& pruning)
{
    if (group.obstacle) {
        return wrong(messageOf(group));
    }
    for (const auto* layers : {&group.writers, &group.others}) {
        for (const std::string& layer : *layers) {
            if (Status fits = checkFormat(configuration, layer); !fits) {
                return fits;
            }
        }
    }
    for (const std::string& layer : group.writers) {
        const auto scheme = configuration.weights.find(layer);
        if (scheme == configuration.weights.end() || scheme->second.pruning != pruning) {
            return wrong("\"" + layer +
                         "\" writes the same channels and is pruned otherwise; give both the "
                         "same share");
        }
    }
    return {};
}

class Pruner
{
public:
    Pruner(const model::LayerModel& layers, quant::Configuration base,
           const quant::Pruning& pruning)
        : m_configuration(std::move(base)), m_pruning(pruning), m_groups(channelGroups(layers))
    {
    }

    Status prune(const std::string& layer)
    {
        const ChannelGroup& group = m_groups.at(layer);
        quant::Configuration changed = m_configuration;
        if (isByChannels(changed, layer)) {
            for (const std::string& writer : group.writers) {
                changed.weights[writer].pruning = {};
            }
        }
        const bool isTogether = m_pruning.pattern == PruningPattern::Channels;
        if (isTogether && group.obstacle) {
            return wrong(messageOf(group));
        }
        for (const std::string& each : isTogether ? group.writers : std::vector{layer}) {
            if (Status set = setOne(changed, each, m_pruning); !set) {
                return set;
            }
        }
        if (isTogether) {
            if (Status fits = checkGroup(changed, group, m_pruning); !fits) {
                return fits;
            }
        }
        m_configuration = std::move(changed);
        return {};
    }

    /// Whether a depthwise layer loses channels with the layer before, or has none of its own to.
    [[nodiscard]] bool follows(const std::string& layer) const
    {
        return m_pruning.pattern == PruningPattern::Channels &&
               m_groups.at(layer).obstacle == ChannelObstacle::FollowsItsInput;
    }

    quant::Configuration take() { return std::move(m_configuration); }

private:
    quant::Configuration m_configuration;
    quant::Pruning m_pruning;
    std::map<std::string, ChannelGroup> m_groups;
};

void addStream(const model::LayerModel& layers, const model::ChannelStream& stream,
               std::map<std::string, ChannelGroup>& groups)
{
    ChannelGroup group{
        layers.namesOf(stream.writers), layers.namesOf(stream.followers), {}, stream.where};
    if (stream.obstacle) {
        group.obstacle = obstacleOf(*stream.obstacle);
    }
    for (const std::string& reader : layers.namesOf(stream.readers)) {
        group.others.push_back(reader);
    }
    for (const std::string& writer : group.writers) {
        groups[writer] = group;
    }
    for (const std::string& follower : layers.namesOf(stream.followers)) {
        groups[follower] = {
            {follower}, {}, ChannelObstacle::FollowsItsInput, group.writers.front()};
    }
}

} // namespace

std::string toString(ChannelObstacle obstacle)
{
    switch (obstacle) {
    case ChannelObstacle::Clip:
        return "a clip does not make 0 of 0";
    case ChannelObstacle::Activation:
        return "an activation function does not make 0 of 0";
    case ChannelObstacle::BatchNorm:
        return "a batch normalization that is kept apart shifts them";
    case ChannelObstacle::OtherOperator:
        return "another operator makes or reads the channels";
    case ChannelObstacle::ModelOutput:
        return "they are an output of the model";
    case ChannelObstacle::SharedWeights:
        return "several layers share weights";
    case ChannelObstacle::FollowsItsInput:
        return "a depthwise layer has the channels of the layer before, prune those";
    case ChannelObstacle::NotRead:
        return "no layer with weights reads them";
    }
    return {};
}

std::map<std::string, ChannelGroup> channelGroups(const model::LayerModel& layers)
{
    std::map<std::string, ChannelGroup> groups;
    const auto& outputs = layers.graph->outputs;
    for (const model::Layer& layer : layers.layers) {
        if (layer.hasWeights()) {
            const bool isLast = !layer.outputs.empty() &&
                                std::ranges::find(outputs, layer.outputs.front()) != outputs.end();
            groups[layer.name] = {{layer.name},
                                  {},
                                  isLast ? ChannelObstacle::ModelOutput : ChannelObstacle::NotRead,
                                  {}};
        }
    }
    for (const auto& stream : model::channelStreams(layers, model::StreamUse::Removing)) {
        addStream(layers, stream, groups);
    }
    return groups;
}

Status checkChannelPruning(const model::LayerModel& layers,
                           const quant::Configuration& configuration)
{
    const bool isUsed = std::ranges::any_of(configuration.weights, [&](const auto& entry) {
        return isByChannels(configuration, entry.first);
    });
    if (!isUsed) {
        return {};
    }
    for (const auto& [name, group] : channelGroups(layers)) {
        if (!isByChannels(configuration, name)) {
            continue;
        }
        const Status fits =
            checkGroup(configuration, group, configuration.weights.at(name).pruning);
        if (!fits) {
            return fail(fits.error().code, fits.error().message, "pruning of \"" + name + "\"");
        }
    }
    return {};
}

Result<PruningReport> withPruning(const model::LayerModel& layers, const quant::Configuration& base,
                                  const quant::Pruning& pruning,
                                  const std::vector<std::string>& names)
{
    Pruner pruner(layers, base, pruning);
    for (const std::string& name : names) {
        const model::Layer* layer = layers.findLayer(name);
        const Status set = layer != nullptr && layer->hasWeights()
                               ? pruner.prune(name)
                               : Status(wrong("the model has no such layer with weights"));
        if (!set) {
            return fail(set.error().code, set.error().message, "pruning of \"" + name + "\"");
        }
    }
    PruningReport report;
    for (const model::Layer& layer : layers.layers) {
        if (!names.empty() || !layer.hasWeights() || pruner.follows(layer.name)) {
            continue;
        }
        if (const Status set = pruner.prune(layer.name); !set) {
            report.skipped.push_back({layer.name, set.error().message});
        }
    }
    report.configuration = pruner.take();
    return report;
}

} // namespace quantoscope::session
