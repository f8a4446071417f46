// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/text_table.h"
#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <iomanip>
#include <iostream>
#include <sstream>
#include <utility>

namespace quantoscope::cli {

namespace {

std::string fixedText(double value, int digits)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

const search::Trial* trialOf(const session::SensitivityReport& report, std::size_t layer, int bits)
{
    for (const search::Trial& trial : report.state.trials) {
        if (trial.layer == layer && trial.bits == bits) {
            return &trial;
        }
    }
    return nullptr;
}

void print(const session::SensitivityReport& report)
{
    const search::SensitivityPlan& plan = report.state.plan;
    TextTable table;
    table.addColumn("Layer", TextTable::Align::Left);
    for (const int bits : plan.bits) {
        table.addColumn(std::to_string(bits) + " bits, dB", TextTable::Align::Right);
        table.addColumn("top-1, points", TextTable::Align::Right);
        table.addColumn("pictures", TextTable::Align::Right);
    }
    for (const std::size_t layer : report.ranking) {
        std::vector<std::string> row{plan.layers[layer]};
        for (const int bits : plan.bits) {
            const search::Trial* trial = trialOf(report, layer, bits);
            row.push_back(trial ? fixedText(trial->sums.logitSqnrDb(), 1) : "-");
            row.push_back(trial ? fixedText(trial->sums.top1Difference() * 100.0, 1) : "-");
            row.push_back(trial ? std::to_string(trial->sums.images) : "-");
        }
        table.addRow(std::move(row));
    }
    table.print(std::cout);
    std::cout << "most sensitive layers first; " << fixedText(report.passes, 1)
              << " passes of the pictures in " << fixedText(report.seconds, 1) << " s\n";
}

nlohmann::ordered_json toJson(const session::SensitivityReport& report)
{
    const search::SensitivityPlan& plan = report.state.plan;
    nlohmann::ordered_json json;
    json["images"] = plan.pictures;
    json["bits"] = plan.bits;
    json["seconds"] = report.seconds;
    json["passes"] = report.passes;
    json["finished"] = report.isFinished;
    json["ranking"] = nlohmann::ordered_json::array();
    for (const std::size_t layer : report.ranking) {
        json["ranking"].push_back(plan.layers[layer]);
    }
    json["trials"] = nlohmann::ordered_json::array();
    for (const search::Trial& trial : report.state.trials) {
        json["trials"].push_back({{"layer", plan.layers[trial.layer]},
                                  {"bits", trial.bits},
                                  {"images", trial.sums.images},
                                  {"sqnrDb", trial.sums.logitSqnrDb()},
                                  {"kl", trial.sums.meanKl()},
                                  {"top1Difference", trial.sums.top1Difference()}});
    }
    return json;
}

} // namespace

Status runSensitivity(const SensitivityOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto data = session->openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    const auto equalized = equalizedWhereAsked(*session, {}, options.equalization, context);
    if (!equalized) {
        return failFrom(equalized);
    }
    session::SensitivityRequest request = options.request;
    request.equalization = equalized->equalization;
    const auto report = session->measureSensitivity(request, nullptr, context);
    if (!report) {
        return failFrom(report);
    }
    print(**report);
    return options.json.empty() ? Status{}
                                : writeFile(options.json, toJson(**report).dump(2) + "\n");
}

} // namespace quantoscope::cli
