// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/model_report.h"

#include <nlohmann/json.hpp>

namespace quantoscope::session {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "quantoscope-model";
constexpr int kVersion = 1;

/// Extents that are not fixed are null.
Json shapeJson(const std::optional<Shape>& shape)
{
    if (!shape) {
        return nullptr;
    }
    Json json = Json::array();
    for (const std::int64_t extent : *shape) {
        json.push_back(extent == kDynamic ? Json(nullptr) : Json(extent));
    }
    return json;
}

Json portsJson(const model::Graph& graph, const std::vector<model::TensorId>& ids)
{
    Json json = Json::array();
    for (const model::TensorId id : ids) {
        const model::TensorInfo& info = graph.tensor(id);
        json.push_back({{"name", info.name},
                        {"type", model::toString(info.type)},
                        {"shape", shapeJson(info.shape)}});
    }
    return json;
}

const char* kindName(model::LayerKind kind)
{
    switch (kind) {
    case model::LayerKind::Conv:
        return "conv";
    case model::LayerKind::DepthwiseConv:
        return "depthwise-conv";
    case model::LayerKind::ConvTranspose:
        return "conv-transpose";
    case model::LayerKind::Gemm:
        return "gemm";
    case model::LayerKind::MatMul:
        return "matmul";
    case model::LayerKind::Arithmetic:
        return "arithmetic";
    case model::LayerKind::Movement:
        return "movement";
    case model::LayerKind::Other:
        break;
    }
    return "other";
}

Json layerJson(const model::Graph& graph, const model::Layer& layer)
{
    Json absorbed = Json::array();
    for (const model::Absorbed& each : layer.absorbed) {
        absorbed.push_back({{"name", each.name}, {"op", each.opType}});
    }
    Json json{{"name", layer.name},
              {"op", layer.opType},
              {"kind", kindName(layer.kind)},
              {"absorbed", std::move(absorbed)},
              {"outputShape", layer.outputs.empty()
                                  ? Json(nullptr)
                                  : shapeJson(graph.tensor(layer.outputs.front()).shape)}};
    if (layer.hasWeights()) {
        json["weightShape"] = shapeJson(graph.tensor(layer.weight).shape);
        json["channelAxis"] = layer.channelAxis;
    }
    json["parameters"] = layer.parameterCount;
    json["macs"] = layer.macs;
    return json;
}

Json layersJson(const model::LayerModel& model)
{
    Json json = Json::array();
    for (const model::Layer& layer : model.layers) {
        json.push_back(layerJson(*model.graph, layer));
    }
    return json;
}

Json sitesJson(const model::LayerModel& model)
{
    Json json = Json::array();
    for (const model::ActivationSite& site : model.sites) {
        Json producer = nullptr;
        if (site.layer) {
            producer = model.layers[static_cast<std::size_t>(*site.layer)].name;
        }
        json.push_back({{"name", site.name}, {"layer", std::move(producer)}});
    }
    return json;
}

} // namespace

std::string toJson(const ModelInfo& model)
{
    const model::Graph& graph = *model.layers->graph;
    const model::SimplifyReport& folded = model.simplification;
    Json json{{"format", kFormat},
              {"version", kVersion},
              {"file", model.file.string()},
              {"irVersion", model.irVersion},
              {"opset", model.opset},
              {"fileBytes", model.fileBytes},
              {"task", model.task == TaskKind::Classification ? "classification" : "generic"},
              {"classes", model.classCount},
              {"inputs", portsJson(graph, graph.inputs)},
              {"outputs", portsJson(graph, graph.outputs)},
              {"parameters", model.layers->parameterCount},
              {"macs", model.layers->macs},
              {"simplification",
               {{"foldedConstants", folded.foldedConstants},
                {"removedIdentities", folded.removedIdentities},
                {"foldedBatchNorms", folded.batchNormCount(model::BatchNormOutcome::Folded)},
                {"keptBatchNorms", folded.namesOf(model::BatchNormOutcome::Kept)},
                {"difference", model.simplificationDifference}}}};
    json["layers"] = layersJson(*model.layers);
    json["activations"] = sitesJson(*model.layers);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace quantoscope::session
