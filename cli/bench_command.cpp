// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
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

/// How long edits took, in seconds.
struct EditTimes
{
    std::vector<double> first; ///< until the first estimate
    std::vector<double> exact; ///< until the exact figure
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

Status edit(session::Session& session, const quant::Configuration& configuration,
            const JobContext& context, EditTimes& times)
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
    times.exact.push_back(secondsSince(start));
    times.first.push_back(first.value_or(times.exact.back()));
    return {};
}

/// From W8A8, layer after layer to 4 bits, then tensor after tensor.
Status editAll(session::Session& session, quant::Configuration& configuration, std::int64_t count,
               const JobContext& context, EditTimes& weights, EditTimes& activations)
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
    Status done;
    for (const std::string& layer : spread(layers, count)) {
        configuration.weights[layer].precision = quant::Precision::integer(4);
        done = done ? edit(session, configuration, context, weights) : done;
    }
    for (const std::string& tensor : spread(tensors, count)) {
        configuration.activations[tensor].precision = quant::Precision::integer(7);
        done = done ? edit(session, configuration, context, activations) : done;
    }
    return done;
}

Result<nlohmann::ordered_json> sweeps(session::Session& session, std::int64_t images,
                                      double passSeconds, const JobContext& context)
{
    const auto total = session.dataInfo()->validation->size();
    const double onePass =
        passSeconds * static_cast<double>(std::min(images, total)) / static_cast<double>(total);
    session::SensitivityRequest request;
    request.images = images;
    request.effort = search::SensitivityEffort::Exact;
    const auto exact = session.measureSensitivity(request, nullptr, context);
    request.effort = search::SensitivityEffort::Racing;
    const auto racing = exact ? session.measureSensitivity(request, nullptr, context) : exact;
    if (!racing) {
        return failFrom(racing);
    }
    const auto top = [&](const session::SensitivityReport& report) {
        const auto count = std::min(report.ranking.size(), request.topCount);
        return std::set<std::size_t>(report.ranking.begin(),
                                     report.ranking.begin() + static_cast<std::ptrdiff_t>(count));
    };
    return nlohmann::ordered_json{{"exactPasses", (*exact)->seconds / onePass},
                                  {"racingPasses", (*racing)->seconds / onePass},
                                  {"sameTopTen", top(**exact) == top(**racing)}};
}

nlohmann::ordered_json timesToJson(const EditTimes& times, double passSeconds)
{
    const double worst =
        times.first.empty() ? 0.0 : *std::max_element(times.first.begin(), times.first.end());
    return {{"edits", times.first.size()},
            {"firstEstimate",
             {{"medianOfPass", median(times.first) / passSeconds},
              {"maxOfPass", worst / passSeconds},
              {"medianMs", median(times.first) * 1e3}}},
            {"exact", {{"meanOfPass", mean(times.exact) / passSeconds}}}};
}

Result<nlohmann::ordered_json> measure(session::Session& session, const BenchOptions& options,
                                       const JobContext& context)
{
    const auto pass = session.measurePlainPass(context);
    if (!pass) {
        return failFrom(pass);
    }
    auto configuration = session.uniform({});
    if (!configuration) {
        return failFrom(configuration);
    }
    const auto settled = session.evaluate(*configuration, context);
    if (!settled) {
        return failFrom(settled);
    }
    const std::int64_t compiles = session.compileCount();
    EditTimes weights;
    EditTimes activations;
    const Status edited =
        editAll(session, *configuration, options.layers, context, weights, activations);
    if (!edited) {
        return failFrom(edited);
    }
    EditTimes all = weights;
    all.first.insert(all.first.end(), activations.first.begin(), activations.first.end());
    all.exact.insert(all.exact.end(), activations.exact.begin(), activations.exact.end());
    nlohmann::ordered_json json{{"passSeconds", *pass}};
    json.update(timesToJson(all, *pass));
    json["weightEdits"] = timesToJson(weights, *pass);
    json["activationEdits"] = timesToJson(activations, *pass);
    json["compilesDuringEdits"] = session.compileCount() - compiles;
    if (options.sweepImages > 0) {
        auto swept = sweeps(session, options.sweepImages, *pass, context);
        if (!swept) {
            return failFrom(swept);
        }
        json["sweep"] = *std::move(swept);
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
    const auto json = measure(*session, options, context);
    if (!json) {
        return failFrom(json);
    }
    std::cout << json->dump(2) << '\n';
    return options.json.empty() ? Status{} : writeFile(options.json, json->dump(2) + "\n");
}

} // namespace quantoscope::cli
