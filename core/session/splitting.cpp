// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/splitting.h"

#include <utility>

namespace quantoscope::session {
namespace {

constexpr std::size_t kMatrix = 2;

tl::unexpected<Error> wrong(const std::string& message)
{
    return fail(ErrorCode::InvalidArgument, message);
}

Status checkObstacle(const model::LayerModel& layers, const model::Layer& layer)
{
    const auto obstacle = splittingObstacle(layers, layer);
    return obstacle ? Status(wrong("its channels cannot be split: " + toString(*obstacle)))
                    : Status{};
}

Status setOne(quant::Configuration& configuration, const model::LayerModel& layers,
              const model::Layer& layer, double share)
{
    const auto found = configuration.weights.find(layer.name);
    quant::WeightScheme scheme = found != configuration.weights.end()
                                     ? found->second
                                     : quant::WeightScheme{quant::Precision::float32()};
    scheme.split = share;
    Status legal = share > 0.0 ? checkObstacle(layers, layer) : Status{};
    if (legal) {
        legal = quant::validate(scheme);
    }
    if (legal) {
        configuration.weights[layer.name] = scheme;
    }
    return legal;
}

} // namespace

std::string toString(SplittingObstacle obstacle)
{
    switch (obstacle) {
    case SplittingObstacle::Groups:
        return "it is depthwise or grouped, and ONNX wants equally many input channels in all "
               "groups, so that one cannot be copied alone";
    case SplittingObstacle::Transposed:
        return "it is a transposed convolution or has a transposed input";
    case SplittingObstacle::NoMatrix:
        return "its weights are not a matrix on the right of what it reads";
    }
    return {};
}

std::optional<SplittingObstacle> splittingObstacle(const model::LayerModel& layers,
                                                   const model::Layer& layer)
{
    const model::Node& node = layers.graph->node(layer.nodes.front());
    const std::size_t rank = layers.graph->tensor(layer.weight).constant->shape.size();
    switch (layer.kind) {
    case model::LayerKind::DepthwiseConv:
        return SplittingObstacle::Groups;
    case model::LayerKind::Conv:
        return model::intAttribute(node, "group", 1) == 1
                   ? std::nullopt
                   : std::optional(SplittingObstacle::Groups);
    case model::LayerKind::Gemm:
        return model::intAttribute(node, "transA", 0) == 0
                   ? std::nullopt
                   : std::optional(SplittingObstacle::Transposed);
    case model::LayerKind::MatMul: {
        const bool isRight = node.inputs.size() == 2 && node.inputs[1] == layer.weight;
        return isRight && rank == kMatrix ? std::nullopt
                                          : std::optional(SplittingObstacle::NoMatrix);
    }
    default:
        return SplittingObstacle::Transposed;
    }
}

Status checkSplitting(const model::LayerModel& layers, const quant::Configuration& configuration)
{
    for (const auto& [name, scheme] : configuration.weights) {
        const model::Layer* layer = scheme.split > 0.0 ? layers.findLayer(name) : nullptr;
        if (layer == nullptr) {
            continue;
        }
        if (const Status fits = checkObstacle(layers, *layer); !fits) {
            return fail(fits.error().code, fits.error().message, "splitting of \"" + name + "\"");
        }
    }
    return {};
}

Result<SplittingReport> withSplitting(const model::LayerModel& layers,
                                      const quant::Configuration& base, double share,
                                      const std::vector<std::string>& names)
{
    SplittingReport report{base, {}};
    for (const std::string& name : names) {
        const model::Layer* layer = layers.findLayer(name);
        const Status set = layer != nullptr && layer->hasWeights()
                               ? setOne(report.configuration, layers, *layer, share)
                               : Status(wrong("the model has no such layer with weights"));
        if (!set) {
            return fail(set.error().code, set.error().message, "splitting of \"" + name + "\"");
        }
    }
    for (const model::Layer& layer : layers.layers) {
        if (!names.empty() || !layer.hasWeights()) {
            continue;
        }
        if (const Status set = setOne(report.configuration, layers, layer, share); !set) {
            report.skipped.push_back({layer.name, set.error().message});
        }
    }
    return report;
}

} // namespace quantoscope::session
