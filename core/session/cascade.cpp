// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cascade.h"

#include <nlohmann/json.hpp>

namespace quantoscope::session {
namespace {

using Json = nlohmann::ordered_json;

Json pointJson(const search::CascadePoint& point)
{
    return {{"threshold", point.threshold},
            {"accuracy", point.accuracy},
            {"share", point.share},
            {"cost", point.cost}};
}

Json sideJson(const char* model, const char* configuration, double accuracy, double cost,
              const Evaluation& evaluation)
{
    return {{"model", model},          {"configuration", configuration},
            {"accuracy", accuracy},    {"cost", cost},
            {"bops", evaluation.bops}, {"sizeBytes", evaluation.sizeBytes}};
}

} // namespace

CascadeReportPtr withDrop(const CascadeReport& report, double drop)
{
    auto chosen = std::make_shared<CascadeReport>(report);
    chosen->request.drop = drop;
    chosen->chosen = search::cheapestPoint(report.curve, drop);
    chosen->crossChecked = search::crossCheckedPoint(report.pictures, report.costs, drop);
    return chosen;
}

std::string cascadeJson(const CascadeReport& report)
{
    const search::CascadePoint& point = report.curve.points[report.chosen];
    Json json{{"format", "quantoscope-cascade"}, {"version", 1}};
    json["cheap"] = sideJson(kCheapModel, kCheapConfiguration, report.curve.cheapAccuracy,
                             report.costs.cheap, *report.cheap);
    json["better"] = sideJson(kBetterModel, kBetterConfiguration, report.curve.betterAccuracy,
                              report.costs.better, *report.better);
    json["threshold"] = point.threshold;
    json["margin"] =
        "probability of the cheap model's most probable class less that of the second; "
        "probabilities are the softmax of its scores, unless these are not negative "
        "and sum to 1";
    json["rule"] = "run the better model where the margin is below the threshold";
    json["cost"] = report.request.cost == CascadeCost::Bops ? "bit operations of a picture"
                                                            : "ms of a picture on the machine that "
                                                              "measured";
    json["figures"] = pointJson(point);
    json["figures"]["images"] = report.pictures.size();
    json["figures"]["right"] = report.isLabelled ? "label" : "top-1 class of FP32";
    json["figures"]["drop"] = report.request.drop;
    json["figures"]["crossChecked"] = pointJson(report.crossChecked);
    json["curve"] = Json::array();
    for (const search::CascadePoint& each : report.curve.points) {
        json["curve"].push_back(pointJson(each));
    }
    return json.dump(2) + "\n";
}

} // namespace quantoscope::session
