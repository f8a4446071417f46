// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/report.h"

#include "core/session/accumulators.h"
#include "core/session/configuration_file.h"
#include "core/session/configuration_summary.h"

#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include <algorithm>

namespace quantoscope::session {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "quantoscope-report";
constexpr int kVersion = 1;

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json modelJson(const ModelInfo& model)
{
    const model::SimplifyReport& folded = model.simplification;
    return {{"file", model.file.string()},
            {"irVersion", model.irVersion},
            {"opset", model.opset},
            {"fileBytes", model.fileBytes},
            {"layers", model.layers->layers.size()},
            {"parameters", model.layers->parameterCount},
            {"macs", model.layers->macs},
            {"task", model.task == TaskKind::Classification ? "classification" : "generic"},
            {"classes", model.classCount},
            {"imageInput", model.imageInput},
            {"imageInputShape", toString(model.imageInputShape)},
            {"simplification",
             {{"foldedConstants", folded.foldedConstants},
              {"removedIdentities", folded.removedIdentities},
              {"foldedBatchNorms", folded.batchNormCount(model::BatchNormOutcome::Folded)},
              {"keptBatchNorms", folded.namesOf(model::BatchNormOutcome::Kept)},
              {"difference", model.simplificationDifference}}}};
}

Json dataJson(const DataInfo& data)
{
    const eval::DatasetRequest& request = data.request.validation;
    return {{"folder", request.images.string()},
            {"labels", data.validation->index().hasLabels},
            {"labelsFile", request.labels.string()},
            {"preprocessOrigin", data.preprocessOrigin},
            {"preprocess", Json::parse(eval::toJson(data.validation->preprocess()))},
            {"seconds", data.seconds}};
}

Json calibrationJson(const Report& report)
{
    const quant::Configuration& configuration = report.evaluation->configuration;
    const bool fromValidation = report.data->calibrationFromValidation;
    const auto& folder = fromValidation ? report.data->request.validation.images
                                        : report.data->request.calibrationImages;
    Json json{{"images", report.calibration ? report.calibration->images : 0},
              {"fromValidation", fromValidation},
              {"folder", folder.string()},
              {"choice", eval::toString(report.data->request.calibrationChoice)},
              {"seed", report.data->request.calibrationSeed},
              {"classes", report.data->calibrationClasses},
              {"method", quant::toString(configuration.calibration.method)}};
    if (configuration.calibration.method == quant::CalibrationMethod::Percentile) {
        json["percentile"] = configuration.calibration.percentile;
    }
    return json;
}

Json quantizedJson(const Evaluation& evaluation)
{
    const ComparisonFigures& comparison = evaluation.comparison;
    return {{"top1", orNull(evaluation.accuracy.top1)},
            {"top5", orNull(evaluation.accuracy.top5)},
            {"agreement", orNull(comparison.agreement)},
            {"sqnrDb", comparison.sqnrDb},
            {"cosine", comparison.cosine},
            {"kl", orNull(comparison.kl)}};
}

Json secondsJson(const Report& report)
{
    Json json{{"decoding", report.data->seconds},
              {"fp32Pass", report.floatReference->seconds},
              {"quantizedPass", report.evaluation->seconds},
              {"calibration", report.calibration ? report.calibration->seconds : 0.0}};
    json["noise"] = report.noise ? Json(report.noise->seconds) : Json(nullptr);
    return json;
}

Json layersJson(const Report& report)
{
    Json json = Json::array();
    for (const LayerFigures& layer : report.evaluation->layers) {
        std::optional<double> activationSqnr = layer.activationSqnrDb;
        if (report.noise) {
            const auto found = report.noise->activationSqnrDb.find(layer.name);
            if (found != report.noise->activationSqnrDb.end()) {
                activationSqnr = found->second;
            }
        }
        const auto& accumulator = layer.accumulator;
        json.push_back({{"name", layer.name},
                        {"op", layer.op},
                        {"weightBits", orNull(layer.weightBits)},
                        {"activationBits", orNull(layer.activationBits)},
                        {"weightSqnrDb", orNull(layer.weightSqnrDb)},
                        {"activationSqnrDb", orNull(activationSqnr)},
                        {"sizeBytes", layer.sizeBytes},
                        {"keptShare", layer.keptShare},
                        {"sparseFormat", quant::toString(layer.format)},
                        {"addedChannels", layer.addedChannels},
                        {"macs", layer.macs},
                        {"accumulatorBits", accumulator ? Json(accumulator->bits) : Json()},
                        {"channels", accumulator ? Json(accumulator->channels) : Json()},
                        {"channelsOver16Bits", accumulator ? Json(accumulator->over16) : Json()},
                        {"channelsOver32Bits", accumulator ? Json(accumulator->over32) : Json()}});
    }
    return json;
}

Json accumulatorsJson(const Evaluation& evaluation)
{
    const AccumulatorTotals totals = accumulatorTotals(evaluation);
    return {{"layers", totals.layers},
            {"layersOver16Bits", totals.over16},
            {"layersOver32Bits", totals.over32},
            {"bits", totals.layers > 0 ? Json(totals.mostBits) : Json()}};
}

Json topFiveJson(const eval::TopFive& best)
{
    Json json = Json::array();
    for (const eval::ScoredClass& each : best) {
        if (each.classIndex >= 0) {
            json.push_back({{"class", each.classIndex}, {"probability", each.probability}});
        }
    }
    return json;
}

/// Classes are indices; "classNames" beside the list gives their names where they are known.
Json predictionsJson(const Report& report)
{
    Json json = Json::array();
    const auto& samples = report.data->validation->index().samples;
    const auto& floats = report.floatReference->predictions;
    const auto& quantized = report.evaluation->predictions;
    for (std::size_t i = 0; i < std::min({samples.size(), floats.size(), quantized.size()}); ++i) {
        json.push_back({{"file", samples[i].displayName},
                        {"label", orNull(samples[i].label)},
                        {"fp32", floats[i].front().classIndex},
                        {"quantized", quantized[i].front().classIndex},
                        {"fp32TopFive", topFiveJson(floats[i])},
                        {"quantizedTopFive", topFiveJson(quantized[i])}});
    }
    return json;
}

Json fixedPointJson(const Report& report)
{
    Json json{{"macShare", *report.evaluation->fixedPointShare}};
    if (const auto& effect = report.multiplierEffect) {
        json["changedPredictions"] = orNull(effect->changed);
        json["top1Difference"] = orNull(effect->top1Difference);
        json["floatMultipliersSqnrDb"] = effect->floatSqnrDb;
        json["sqnrDb"] = effect->fixedSqnrDb;
    }
    return json;
}

Json reportJson(const Report& report)
{
    const FloatReference& reference = *report.floatReference;
    const Evaluation& evaluation = *report.evaluation;
    Json json{{"format", kFormat}, {"version", kVersion}};
    json["model"] = modelJson(*report.model);
    json["data"] = dataJson(*report.data);
    json["images"] = reference.accuracy.images;
    json["fp32"] = {{"top1", orNull(reference.accuracy.top1)},
                    {"top5", orNull(reference.accuracy.top5)}};
    json["quantized"] = quantizedJson(evaluation);
    json["sizeBytes"] = {{"fp32", reference.sizeBytes}, {"quantized", evaluation.sizeBytes}};
    json["averageWeightBits"] = evaluation.averageWeightBits;
    json["accumulators"] = accumulatorsJson(evaluation);
    if (evaluation.fixedPointShare) {
        json["fixedPoint"] = fixedPointJson(report);
    }
    json["seconds"] = secondsJson(report);
    json["peakRssMiB"] = peakRssMiB();
    json["calibration"] = calibrationJson(report);
    json["configurationSummary"] = summary(evaluation.configuration);
    json["configuration"] = Json::parse(toJson(evaluation.configuration));
    json["activationSqnrImages"] = report.noise ? report.noise->images : 0;
    json["layers"] = layersJson(report);
    if (report.withPredictions) {
        json["classNames"] = report.data->validation->index().classNames;
        json["predictions"] = predictionsJson(report);
    }
    return json;
}

} // namespace

std::string toJson(const Report& report)
{
    // Names in a model or folder need not be UTF-8; what is not shows as the replacement character.
    return reportJson(report).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

double peakRssMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts KiB
}

} // namespace quantoscope::session
