// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench_correction.h"
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/pass_clock.h"
#include "core/base/atomic_file.h"
#include "core/session/report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <numeric>
#include <optional>
#include <set>

namespace quantoscope::cli {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

double mean(const std::vector<double>& values)
{
    return values.empty() ? 0.0
                          : std::accumulate(values.begin(), values.end(), 0.0) /
                                static_cast<double>(values.size());
}

/// How long edits took, in seconds and in plain FP32 passes as they were at the time.
struct EditTimes
{
    std::vector<double> first;       ///< until the first estimate
    std::vector<double> firstPasses; ///< the same in passes
    std::vector<double> exactPasses; ///< until the exact figure
};

/// Names of the layers to edit and of the tensors behind them.
std::vector<std::string> spread(std::vector<std::string> names, std::int64_t count)
{
    if (count <= 0 || static_cast<std::size_t>(count) >= names.size()) {
        return names;
    }
    std::vector<std::string> chosen;
    for (std::int64_t i = 0; i < count; ++i) {
        chosen.push_back(
            names[static_cast<std::size_t>(i) * names.size() / static_cast<std::size_t>(count)]);
    }
    return chosen;
}

/// Seconds until the first estimate and until the exact figure.
Result<std::pair<double, double>> edit(session::Session& session,
                                       const quant::Configuration& configuration,
                                       const JobContext& context)
{
    const auto start = Clock::now();
    std::optional<double> first;
    const auto evaluation =
        session.evaluate(configuration, context, [&](const session::PartialEvaluation& partial) {
            if (!first && partial.images >= std::min<std::int64_t>(16, partial.totalImages)) {
                first = secondsSince(start);
            }
        });
    if (!evaluation) {
        return failFrom(evaluation);
    }
    const double exact = secondsSince(start);
    return std::pair(first.value_or(exact), exact);
}

/// Changes one setting after the other, with a plain pass after every few.
template <typename Change>
Status editEach(session::Session& session, quant::Configuration& configuration,
                const std::vector<std::string>& names, const Change& change, PassClock& clock,
                const JobContext& context, EditTimes& times)
{
    constexpr std::size_t kEditsBetween = 5;
    std::vector<std::pair<double, double>> open;
    for (std::size_t i = 0; i < names.size(); ++i) {
        change(configuration, names[i]);
        const auto seconds = edit(session, configuration, context);
        if (!seconds) {
            return failFrom(seconds);
        }
        open.push_back(*seconds);
        if (open.size() < kEditsBetween && i + 1 < names.size()) {
            continue;
        }
        const auto pass = clock.measure();
        if (!pass) {
            return failFrom(pass);
        }
        for (const auto& [first, exact] : open) {
            times.first.push_back(first);
            times.firstPasses.push_back(first / *pass);
            times.exactPasses.push_back(exact / *pass);
        }
        open.clear();
    }
    return {};
}

/// From W8A8, layer after layer to 4 bits, then tensor after tensor to 7.
Status editAll(session::Session& session, quant::Configuration& configuration, std::int64_t count,
               PassClock& clock, const JobContext& context, EditTimes& weights,
               EditTimes& activations)
{
    std::vector<std::string> layers;
    std::vector<std::string> tensors;
    for (const auto& layer : session.modelInfo()->layers->layers) {
        if (layer.hasWeights()) {
            layers.push_back(layer.name);
        }
    }
    for (const auto& site : session.modelInfo()->layers->sites) {
        tensors.push_back(site.name);
    }
    const Status done = editEach(
        session, configuration, spread(layers, count),
        [](quant::Configuration& changed, const std::string& name) {
            changed.weights[name] =
                quant::withPrecision(changed.weights[name], quant::Precision::integer(4));
        },
        clock, context, weights);
    return done ? editEach(
                      session, configuration, spread(tensors, count),
                      [](quant::Configuration& changed, const std::string& name) {
                          changed.activations[name].precision = quant::Precision::integer(7);
                      },
                      clock, context, activations)
                : done;
}

/// A sweep in passes over its own pictures.
Result<std::pair<session::SensitivityPtr, double>>
sweep(session::Session& session, session::SensitivityRequest request,
      search::SensitivityEffort effort, PassClock& clock, const JobContext& context)
{
    request.effort = effort;
    const auto report = session.measureSensitivity(request, nullptr, context);
    const auto pass = report ? clock.measure() : Result<double>(0.0);
    if (!report || !pass) {
        return report ? failFrom(pass) : failFrom(report);
    }
    const auto total = session.dataInfo()->validation->size();
    const double share =
        static_cast<double>(std::min(request.images, total)) / static_cast<double>(total);
    return std::pair(*report, (*report)->seconds / (*pass * share));
}

std::set<std::size_t> mostSensitive(const session::SensitivityReport& report)
{
    const auto count = std::min(report.ranking.size(), report.request.topCount);
    return {report.ranking.begin(), report.ranking.begin() + static_cast<std::ptrdiff_t>(count)};
}

Result<nlohmann::ordered_json> sweeps(session::Session& session, std::int64_t images,
                                      PassClock& clock, const JobContext& context)
{
    session::SensitivityRequest request;
    request.images = images;
    const auto exact = sweep(session, request, search::SensitivityEffort::Exact, clock, context);
    if (!exact) {
        return failFrom(exact);
    }
    const auto racing = sweep(session, request, search::SensitivityEffort::Racing, clock, context);
    if (!racing) {
        return failFrom(racing);
    }
    return nlohmann::ordered_json{
        {"exactPasses", exact->second},
        {"racingPasses", racing->second},
        {"sameTopTen", mostSensitive(*exact->first) == mostSensitive(*racing->first)}};
}

nlohmann::ordered_json timesToJson(const EditTimes& times)
{
    const double worst = times.firstPasses.empty() ? 0.0
                                                   : *std::max_element(times.firstPasses.begin(),
                                                                       times.firstPasses.end());
    return {{"edits", times.first.size()},
            {"firstEstimate",
             {{"medianOfPass", median(times.firstPasses)},
              {"maxOfPass", worst},
              {"medianMs", median(times.first) * 1e3}}},
            {"exact", {{"meanOfPass", mean(times.exactPasses)}}}};
}

EditTimes together(EditTimes times, const EditTimes& more)
{
    times.first.insert(times.first.end(), more.first.begin(), more.first.end());
    times.firstPasses.insert(times.firstPasses.end(), more.firstPasses.begin(),
                             more.firstPasses.end());
    times.exactPasses.insert(times.exactPasses.end(), more.exactPasses.begin(),
                             more.exactPasses.end());
    return times;
}

Result<nlohmann::ordered_json> measure(session::Session& session, const BenchOptions& options,
                                       const JobContext& context)
{
    auto configuration = session.uniform({});
    if (!configuration) {
        return failFrom(configuration);
    }
    const auto settled = session.evaluate(*configuration, context);
    if (!settled) {
        return failFrom(settled);
    }
    PassClock clock(session, context);
    if (const auto pass = clock.measure(); !pass) {
        return failFrom(pass);
    }
    const std::int64_t compiles = session.compileCount();
    EditTimes weights;
    EditTimes activations;
    const Status edited =
        editAll(session, *configuration, options.layers, clock, context, weights, activations);
    if (!edited) {
        return failFrom(edited);
    }
    const std::int64_t compiled = session.compileCount() - compiles;
    nlohmann::ordered_json swept;
    if (options.sweepImages > 0) {
        auto measured = sweeps(session, options.sweepImages, clock, context);
        if (!measured) {
            return failFrom(measured);
        }
        swept = *std::move(measured);
    }
    nlohmann::ordered_json json{{"passSeconds", clock.mean()}};
    json.update(timesToJson(together(weights, activations)));
    json["weightEdits"] = timesToJson(weights);
    json["activationEdits"] = timesToJson(activations);
    json["compilesDuringEdits"] = compiled;
    if (!swept.is_null()) {
        json["sweep"] = std::move(swept);
    }
    json["peakRssMiB"] = session::peakRssMiB();
    const auto same = session.resumedEqualsScratch(*configuration, context);
    if (!same) {
        return failFrom(same);
    }
    json["bitExact"] = *same;
    return json;
}

} // namespace

Status runBench(const BenchOptions& options, const JobContext& context)
{
    const auto session = newSession();
    if (options.memoryMiB > 0) {
        session->setMemoryBudget(static_cast<std::size_t>(options.memoryMiB) << 20);
    }
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto data = session->openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    const auto json = options.corrections.empty()
                          ? measure(*session, options, context)
                          : measureCorrections(*session, options.corrections, context);
    if (!json) {
        return failFrom(json);
    }
    std::cout << json->dump(2) << '\n';
    return options.json.empty() ? Status{} : writeFile(options.json, json->dump(2) + "\n");
}

} // namespace quantoscope::cli
