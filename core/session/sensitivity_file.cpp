// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sensitivity_file.h"

#include "core/base/atomic_file.h"
#include "core/search/sensitivity_json.h"
#include "core/search/sensitivity_sweep.h"
#include "core/session/configuration_file.h"
#include "core/session/reference_hash.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace quantoscope::session {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "quantoscope-sensitivity";
constexpr int kVersion = 2; // 1 had no effects of single pictures

/// Nothing where calibration is needed and has not happened.
std::optional<std::uint64_t> hashOf(const SweptMaterial& material, search::SensitivityTarget target)
{
    Hash hash = hashOf(*material.reference);
    if (target == search::SensitivityTarget::Weights) {
        return hash.value();
    }
    if (!material.calibration) {
        return std::nullopt;
    }
    for (const auto& [site, histogram] : material.calibration->histograms) {
        hash.add(std::bit_cast<std::uint64_t>(histogram.binWidth()));
        for (const std::int64_t bin : histogram.bins()) {
            hash.add(static_cast<std::uint64_t>(bin));
        }
    }
    return hash.value();
}

Json requestJson(const SensitivityRequest& request)
{
    quant::Configuration schemes;
    schemes.weights = request.weightSchemes;
    schemes.equalization = request.equalization;
    return {{"weightSchemes", Json::parse(toJson(schemes))},
            {"images", request.images},
            {"layers", request.layers},
            {"symmetricWeights", request.symmetricWeights},
            {"symmetricActivations", request.symmetricActivations},
            {"perChannel", request.granularity == quant::Granularity::PerChannel},
            {"calibration", quant::toString(request.calibration.method)},
            {"percentile", request.calibration.percentile}};
}

/// Throws Json::exception where something is missing or of another kind.
Result<SensitivityRequest> requestFrom(const Json& json, const search::SensitivityPlan& plan)
{
    SensitivityRequest request;
    request.target = plan.target;
    request.mode = plan.mode;
    request.effort = plan.effort;
    request.rank = plan.rank;
    request.bits = plan.bits;
    request.topCount = plan.topCount;
    json.at("images").get_to(request.images);
    json.at("layers").get_to(request.layers);
    json.at("symmetricWeights").get_to(request.symmetricWeights);
    json.at("symmetricActivations").get_to(request.symmetricActivations);
    request.granularity = json.at("perChannel").get<bool>() ? quant::Granularity::PerChannel
                                                            : quant::Granularity::PerTensor;
    json.at("percentile").get_to(request.calibration.percentile);
    const auto method = quant::parseCalibrationMethod(json.at("calibration").get<std::string>());
    if (!method) {
        return failFrom(method);
    }
    request.calibration.method = *method;
    auto schemes = configurationFromJson(json.at("weightSchemes").dump(), "weightSchemes");
    if (!schemes) {
        return failFrom(schemes);
    }
    request.weightSchemes = std::move(schemes->weights);
    request.equalization = std::move(schemes->equalization);
    return request;
}

Result<SensitivityPtr> reportFrom(const Json& json, const SweptMaterial& material)
{
    if (json.at("format").get<std::string>() != kFormat ||
        json.at("version").get<int>() != kVersion) {
        return fail(ErrorCode::InvalidData, "is not a sensitivity sweep of version 1");
    }
    auto state = search::sensitivityFromJson(json.at("sweep"));
    if (!state) {
        return failFrom(state);
    }
    const auto hash = hashOf(material, state->plan.target);
    if (!hash || json.at("material").get<std::uint64_t>() != *hash) {
        return fail(ErrorCode::InvalidData,
                    "was measured on another model or other pictures; run the sweep again");
    }
    auto request = requestFrom(json.at("request"), state->plan);
    if (!request) {
        return failFrom(request);
    }
    const auto sweep = search::SensitivitySweep::restore(*std::move(state));
    if (!sweep) {
        return failFrom(sweep);
    }
    auto report = std::make_shared<SensitivityReport>();
    report->request = *std::move(request);
    report->state = sweep->state();
    report->ranking = sweep->ranking();
    report->passes = sweep->passesDone();
    report->isFinished = !sweep->next().has_value();
    json.at("seconds").get_to(report->seconds);
    return report;
}

} // namespace

Status writeSensitivity(const SensitivityReport& report, const SweptMaterial& material,
                        const std::filesystem::path& file)
{
    const auto hash = hashOf(material, report.request.target);
    if (!hash) {
        return fail(ErrorCode::InvalidArgument, "a sweep of activations needs calibration");
    }
    const Json json{{"format", kFormat},
                    {"version", kVersion},
                    {"material", *hash},
                    {"request", requestJson(report.request)},
                    {"sweep", search::toJson(report.state)},
                    {"seconds", report.seconds}};
    return writeFile(file, json.dump() + "\n");
}

Result<SensitivityPtr> readSensitivity(const std::filesystem::path& file,
                                       const SweptMaterial& material)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::FileNotFound, "cannot be opened for reading", file.string());
    }
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    try {
        auto report = reportFrom(Json::parse(text), material);
        if (!report) {
            const std::string where = report.error().where;
            return fail(report.error().code,
                        (where.empty() ? "" : where + ": ") + report.error().message,
                        file.string());
        }
        return report;
    } catch (const Json::exception& exception) {
        return fail(ErrorCode::InvalidData, exception.what(), file.string());
    }
}

} // namespace quantoscope::session
