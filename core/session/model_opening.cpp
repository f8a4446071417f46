// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/model_opening.h"

#include "core/exec/same_function.h"
#include "core/model/batch_shapes.h"
#include "core/model/onnx_io.h"
#include "core/session/layer_names.h"

#include <algorithm>
#include <cstdio>
#include <system_error>
#include <utility>

namespace quantoscope::session {
namespace {

/// Puts the file before the node that an inner room named.
template <typename T>
tl::unexpected<Error> failIn(const std::filesystem::path& file, const Result<T>& result)
{
    Error error = result.error();
    if (error.code == ErrorCode::Cancelled) {
        return tl::unexpected(std::move(error));
    }
    const std::string name = file.string();
    if (error.where.empty()) {
        error.where = name;
    } else if (error.where.find(name) == std::string::npos) {
        error.where = name + ": " + error.where;
    }
    return tl::unexpected(std::move(error));
}

/// The input that takes the picture: the only one, or the only one of rank 4.
std::optional<model::TensorId> pictureInput(const model::Graph& graph)
{
    std::optional<model::TensorId> found;
    for (const model::TensorId input : graph.inputs) {
        const auto& shape = graph.tensor(input).shape;
        if (shape && shape->size() == 4) {
            if (found) {
                return std::nullopt;
            }
            found = input;
        }
    }
    return found;
}

/// [N, classes] or [N, classes, 1, 1] as the only output means one score per class.
std::int64_t classCountOf(const model::Graph& graph)
{
    if (graph.outputs.size() != 1) {
        return 0;
    }
    const auto& shape = graph.tensor(graph.outputs.front()).shape;
    if (!shape || shape->size() < 2 || (*shape)[1] < 2) {
        return 0;
    }
    for (std::size_t i = 2; i < shape->size(); ++i) {
        if ((*shape)[i] != 1) {
            return 0;
        }
    }
    return (*shape)[1];
}

Status describeTask(ModelInfo& info, const std::filesystem::path& file)
{
    const model::Graph& graph = *info.layers->graph;
    const auto input = pictureInput(graph);
    if (!input || graph.inputs.size() != 1) {
        return fail(ErrorCode::Unsupported,
                    "has " + std::to_string(graph.inputs.size()) +
                        " inputs; a model with exactly one picture input of rank 4 "
                        "([N,C,H,W] or [N,H,W,C]) is needed",
                    file.string());
    }
    info.imageInput = graph.tensor(*input).name;
    info.imageInputShape = *graph.tensor(*input).shape;
    info.classCount = classCountOf(graph);
    info.task = info.classCount > 0 ? TaskKind::Classification : TaskKind::Generic;
    return {};
}

Status checkSameFunction(exec::Engine& engine, const model::Graph& original, ModelInfo& info)
{
    const auto difference = exec::largestDifference(engine, original, *info.layers->graph);
    if (!difference) {
        return failFrom(difference);
    }
    info.simplificationDifference = *difference;
    if (*difference > kSimplificationTolerance) {
        char text[160];
        std::snprintf(
            text, sizeof text,
            "the simplified model differs from the original by %.2g of the largest output "
            "(at most %.2g is accepted); please report this model",
            *difference, kSimplificationTolerance);
        return fail(ErrorCode::InvalidModel, text);
    }
    return {};
}

model::KeepsBatchNorm keepsNamed(const std::vector<std::string>& patterns)
{
    if (patterns.empty()) {
        return {};
    }
    return [patterns](const std::string& layer) {
        return std::ranges::any_of(patterns, [&](const std::string& pattern) {
            return layer == pattern || matchesPattern(pattern, layer);
        });
    };
}

/// Whether all of them stand for layers of the model.
Status checkNames(const model::LayerModel& layers, const std::vector<std::string>& patterns)
{
    for (const std::string& pattern : patterns) {
        if (const auto named = layersNamed(layers, pattern); !named) {
            return failFrom(named);
        }
    }
    return {};
}

} // namespace

Result<ModelInfo> openModelFile(exec::Engine& engine, const ModelRequest& request,
                                const JobContext& context)
{
    context.progress(Stage::ReadingModel, 0, 0);
    const auto read = model::readOnnx(request.file);
    if (!read) {
        return failIn(request.file, read);
    }
    const auto fixed = model::fixDimensions(*read, request.fixed);
    if (!fixed) {
        return failIn(request.file, fixed);
    }
    context.progress(Stage::SimplifyingModel, 0, 0);
    auto original = engine.inferShapes(*fixed);
    if (!original) {
        return failIn(request.file, original);
    }
    auto simplified =
        model::simplify(*original, engine, context, keepsNamed(request.keptBatchNorms));
    if (!simplified) {
        return failIn(request.file, simplified);
    }
    auto shaped = engine.inferShapes(simplified->graph);
    if (!shaped) {
        return failIn(request.file, shaped);
    }
    auto layers = model::buildLayers(
        std::make_shared<const model::Graph>(model::withSampleShapes(*shaped, engine)));
    if (!layers) {
        return failIn(request.file, layers);
    }
    if (const Status known = checkNames(*layers, request.keptBatchNorms); !known) {
        return failIn(request.file, Result<int>(failFrom(known)));
    }
    ModelInfo info;
    info.file = request.file;
    info.fixed = request.fixed;
    info.keptBatchNorms = request.keptBatchNorms;
    info.irVersion = read->irVersion;
    info.opset = read->opset();
    std::error_code ignored;
    info.fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(request.file, ignored));
    info.layers = std::make_shared<const model::LayerModel>(*std::move(layers));
    info.simplification = simplified->report;
    const Status described = describeTask(info, request.file);
    if (!described) {
        return failFrom(described);
    }
    if (context.cancelled()) {
        return cancelledError();
    }
    const Status same = checkSameFunction(engine, *original, info);
    if (!same) {
        return failIn(request.file, same);
    }
    return info;
}

} // namespace quantoscope::session
