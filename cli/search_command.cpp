// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/figure_text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <utility>

namespace quantoscope::cli {
namespace {

using Json = nlohmann::ordered_json;
using session::SearchPoint;
using session::SearchReport;

const char* nameOf(SearchPoint::Origin origin)
{
    switch (origin) {
    case SearchPoint::Origin::Uniform:
        return "uniform";
    case SearchPoint::Origin::WeightSqnr:
        return "weight-sqnr";
    case SearchPoint::Origin::Search:
        break;
    }
    return "search";
}

std::string pointsText(const std::optional<search::Interval>& difference)
{
    if (!difference) {
        return "-";
    }
    const double width = (difference->high - difference->low) / 2.0;
    return session::fixed(difference->value * 100.0, 2) +
           (width > 0.0 ? " ± " + session::fixed(width * 100.0, 2) : "");
}

void print(const SearchReport& report)
{
    TextTable table;
    for (const char* title : {"", "Found by"}) {
        table.addColumn(title, TextTable::Align::Left);
    }
    for (const char* title : {"avg bits", "size", "pictures", "top-1", "against FP32, points",
                              "SQNR, dB", "KL", "held out"}) {
        table.addColumn(title, TextTable::Align::Right);
    }
    for (std::size_t i = 0; i < report.tried.size(); ++i) {
        const SearchPoint& point = report.tried[i];
        table.addRow(
            {report.best == i ? "*" : "", nameOf(point.origin),
             session::fixed(point.averageWeightBits, 3), session::bytesText(point.sizeBytes),
             std::to_string(point.images), session::percent(point.top1),
             pointsText(point.againstFloat), session::decibels(point.sqnrDb),
             point.kl ? session::fixed(*point.kl, 4) : "-",
             session::percent(point.heldOutTop1 ? point.heldOutTop1 : point.heldOutAgreement)});
    }
    table.print(std::cout);
    if (report.heldOutImages > 0) {
        std::cout << "FP32 on the " << report.heldOutImages
                  << " pictures held out: " << session::percent(report.heldOutFloatTop1) << '\n';
    }
    std::cout << "* best; " << session::fixed(report.passes, 1) << " passes of " << report.images
              << " pictures in " << session::fixed(report.seconds, 1) << " s\n";
}

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json pointJson(const SearchPoint& point)
{
    Json json{{"origin", nameOf(point.origin)},
              {"sizeBytes", point.sizeBytes},
              {"averageWeightBits", point.averageWeightBits},
              {"bops", point.bops},
              {"predictedTop1Difference", orNull(point.predictedTop1)},
              {"images", point.images},
              {"top1", orNull(point.top1)},
              {"sqnrDb", point.sqnrDb},
              {"kl", orNull(point.kl)}};
    json["againstFloat"] = nullptr;
    if (const auto& difference = point.againstFloat) {
        json["againstFloat"] = {
            {"value", difference->value}, {"low", difference->low}, {"high", difference->high}};
    }
    json["heldOutTop1"] = orNull(point.heldOutTop1);
    json["heldOutAgreement"] = orNull(point.heldOutAgreement);
    json["weightBits"] = Json::object();
    for (const auto& [layer, scheme] : point.configuration.weights) {
        json["weightBits"][layer] = scheme.precision.bits();
    }
    return json;
}

Json toJson(const SearchReport& report)
{
    Json json{{"images", report.images},
              {"heldOutImages", report.heldOutImages},
              {"heldOutFloatTop1", orNull(report.heldOutFloatTop1)},
              {"passes", report.passes},
              {"seconds", report.seconds},
              {"best", orNull(report.best)},
              {"front", report.front}};
    json["tried"] = Json::array();
    for (const SearchPoint& point : report.tried) {
        json["tried"].push_back(pointJson(point));
    }
    json["predicted"] = Json::array();
    for (const session::PredictedPoint& point : report.predicted) {
        json["predicted"].push_back({{"sizeBytes", point.sizeBytes},
                                     {"averageWeightBits", point.averageWeightBits},
                                     {"bops", point.bops},
                                     {"top1Difference", orNull(point.top1Difference)},
                                     {"sqnrDb", point.sqnrDb}});
    }
    return json;
}

Status writeOutcome(const SearchOptions& options, const SearchReport& report)
{
    if (!options.json.empty()) {
        const Status written = writeFile(options.json, toJson(report).dump(2) + "\n");
        if (!written) {
            return written;
        }
    }
    if (!report.best) {
        return fail(ErrorCode::InvalidArgument,
                    "none of the " + std::to_string(report.tried.size()) +
                        " configurations that were run meets it; allow more, or more evaluations",
                    "budget");
    }
    return options.configuration.empty()
               ? Status{}
               : session::writeConfiguration(report.tried[*report.best].configuration,
                                             options.configuration);
}

} // namespace

Status runSearch(const SearchOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    auto base = chosenConfiguration(*session, options.base);
    if (!base) {
        return failFrom(base);
    }
    const auto data = session->openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    base = equalizedWhereAsked(*session, *base, options.base.equalization, context);
    if (!base) {
        return failFrom(base);
    }
    session::SearchRequest request = options.request;
    request.base = *std::move(base);
    const auto report = session->searchMixedPrecision(request, nullptr, context);
    if (!report) {
        return failFrom(report);
    }
    print(**report);
    return writeOutcome(options, **report);
}

} // namespace quantoscope::cli
