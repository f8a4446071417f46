// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_times.h"

#include "core/model/input_shapes.h"
#include "core/session/stopwatch.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace quantoscope::session {
namespace {

constexpr int kWarmUps = 3;
constexpr int kFewestRuns = 15;
constexpr int kMostRuns = 200;
constexpr double kEnoughSeconds = 1.5; ///< for both models together
constexpr double kMsPerSecond = 1e3;

/// One form of the model, ready to run one picture.
struct TimedModel
{
    std::shared_ptr<const exec::CompiledModel> compiled;
    std::unique_ptr<exec::Request> request;
    std::vector<double> seconds;
};

Result<TimedModel> prepare(exec::Engine& engine, const model::Graph& graph,
                           const TimedModels& models)
{
    auto compiled = engine.compile(model::withBatch(graph, 1), {}, exec::Profiling::On);
    if (!compiled) {
        return failFrom(compiled);
    }
    auto request = (*compiled)->newRequest();
    if (!request) {
        return failFrom(request);
    }
    TimedModel timed{*std::move(compiled), *std::move(request), {}};
    const std::span<float> input = timed.request->input(models.imageInput);
    const auto values = static_cast<std::size_t>(elementCount(models.pictures->sampleShape()));
    const std::vector<std::int32_t> pictures(std::max<std::size_t>(1, input.size() / values), 0);
    if (const Status filled = models.pictures->fill(pictures, input); !filled) {
        return failFrom(filled);
    }
    return timed;
}

Status runOnce(TimedModel& model)
{
    const Stopwatch stopwatch;
    const Status ran = model.request->run();
    model.seconds.push_back(stopwatch.seconds());
    return ran;
}

double medianMs(std::vector<double> seconds)
{
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return *middle * kMsPerSecond;
}

std::map<std::string, std::string> layersByNode(const model::LayerModel& layers)
{
    std::map<std::string, std::string> names;
    for (const model::Layer& layer : layers.layers) {
        for (const model::NodeId node : layer.nodes) {
            names[layers.graph->node(node).name] = layer.name;
        }
    }
    return names;
}

/// The layer of a node, or of the node that the engine made a part of ("fc/WithoutBiases").
const std::string* layerOf(std::string node, const std::map<std::string, std::string>& layers)
{
    while (true) {
        if (const auto found = layers.find(node); found != layers.end()) {
            return &found->second;
        }
        const auto slash = node.rfind('/');
        if (slash == std::string::npos) {
            return nullptr;
        }
        node.resize(slash);
    }
}

/// Milliseconds by layer; a piece counts for the first layer that one of its nodes belongs to.
Result<std::map<std::string, double>> layerMs(const TimedModel& model,
                                              const std::map<std::string, std::string>& layers)
{
    const auto pieces = model.compiled->pieceTimes();
    if (!pieces) {
        return failFrom(pieces);
    }
    std::map<std::string, double> times;
    for (const exec::PieceTime& piece : *pieces) {
        for (const std::string& node : piece.nodes) {
            if (const std::string* layer = layerOf(node, layers)) {
                times[*layer] += piece.seconds * kMsPerSecond;
                break;
            }
        }
    }
    return times;
}

} // namespace

Result<TimeReport> measureLayerTimes(exec::Engine& engine, const TimedModels& models,
                                     const JobContext& context)
{
    context.progress(Stage::CompilingModel, 0, 0);
    auto floating = prepare(engine, *models.layers->graph, models);
    if (!floating) {
        return failFrom(floating);
    }
    auto quantized = prepare(engine, *models.quantized, models);
    if (!quantized) {
        return failFrom(quantized);
    }
    const std::array<TimedModel*, 2> both{&*floating, &*quantized};
    const Stopwatch stopwatch;
    int runs = 0;
    for (; runs < kMostRuns && (runs < kFewestRuns || stopwatch.seconds() < kEnoughSeconds);
         ++runs) {
        if (context.cancelled()) {
            return cancelledError();
        }
        context.progress(Stage::MeasuringTime, runs, 0);
        for (TimedModel* model : both) {
            if (const Status ran = runOnce(*model); !ran) {
                return failFrom(ran);
            }
            if (runs < kWarmUps) {
                model->seconds.clear();
            }
        }
    }
    TimeReport report;
    report.runs = runs - kWarmUps;
    report.floatMs = medianMs(floating->seconds);
    report.quantizedMs = medianMs(quantized->seconds);
    const auto layers = layersByNode(*models.layers);
    const auto floatTimes = layerMs(*floating, layers);
    const auto times = layerMs(*quantized, layers);
    if (!floatTimes || !times) {
        return failFrom(floatTimes ? times : floatTimes);
    }
    for (const model::Layer& layer : models.layers->layers) {
        const auto of = [&](const std::map<std::string, double>& known) {
            const auto found = known.find(layer.name);
            return found == known.end() ? 0.0 : found->second;
        };
        report.layers[layer.name] = LayerTime{of(*floatTimes), of(*times)};
    }
    return report;
}

} // namespace quantoscope::session
