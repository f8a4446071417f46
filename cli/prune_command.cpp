// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/session/figure_text.h"
#include "core/session/pruning_sweep.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace quantoscope::cli {

namespace {

using Align = TextTable::Align;

void print(const std::vector<session::PruningPoint>& points)
{
    TextTable table;
    for (const char* title : {"pruned", "size", "top-1", "agreement", "SQNR, dB", "KL, nats"}) {
        table.addColumn(title, Align::Right);
    }
    for (const session::PruningPoint& point : points) {
        const session::Evaluation& evaluation = *point.evaluation;
        const auto& kl = evaluation.comparison.kl;
        table.addRow({session::percent(point.share), session::bytesText(evaluation.sizeBytes),
                      session::percent(evaluation.accuracy.top1),
                      session::percent(evaluation.comparison.agreement),
                      session::decibels(evaluation.comparison.sqnrDb),
                      kl ? session::fixed(*kl, 4) : std::string("-")});
    }
    table.print(std::cout);
}

template <typename T>
nlohmann::ordered_json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

std::string jsonOf(const std::vector<session::PruningPoint>& points)
{
    nlohmann::ordered_json json{{"format", "quantoscope-pruning-sweep"}, {"version", 1}};
    json["points"] = nlohmann::ordered_json::array();
    for (const session::PruningPoint& point : points) {
        const session::Evaluation& evaluation = *point.evaluation;
        json["points"].push_back({{"share", point.share},
                                  {"sizeBytes", evaluation.sizeBytes},
                                  {"bops", evaluation.bops},
                                  {"top1", orNull(evaluation.accuracy.top1)},
                                  {"agreement", orNull(evaluation.comparison.agreement)},
                                  {"sqnrDb", evaluation.comparison.sqnrDb},
                                  {"kl", orNull(evaluation.comparison.kl)}});
    }
    return json.dump(2) + "\n";
}

} // namespace

Status runPrune(const PruneOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto chosen = chosenConfiguration(*session, options.base);
    if (!chosen) {
        return failFrom(chosen);
    }
    const auto data = session->openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    auto base = equalizedWhereAsked(*session, *chosen, options.base.equalization, context);
    if (!base) {
        return failFrom(base);
    }
    session::PruningSweepRequest request = options.request;
    request.base = *std::move(base);
    const auto points = session::sweepPruning(*session, request, context);
    if (!points) {
        return failFrom(points);
    }
    print(*points);
    return options.json.empty() ? Status() : writeFile(options.json, jsonOf(*points));
}

} // namespace quantoscope::cli
