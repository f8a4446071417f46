// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sensitivity_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace quantoscope::search {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
using Word = std::pair<const char*, T>;

constexpr std::array<Word<SensitivityTarget>, 3> kTargets{
    {{"weights", SensitivityTarget::Weights},
     {"activations", SensitivityTarget::Activations},
     {"both", SensitivityTarget::Both}}};
constexpr std::array<Word<SensitivityMode>, 2> kModes{
    {{"alone", SensitivityMode::Alone}, {"leave-one-out", SensitivityMode::LeaveOneOut}}};
constexpr std::array<Word<SensitivityEffort>, 2> kEfforts{
    {{"exact", SensitivityEffort::Exact}, {"racing", SensitivityEffort::Racing}}};
constexpr std::array<Word<SensitivityRank>, 2> kRanks{
    {{"noise", SensitivityRank::Noise}, {"kl", SensitivityRank::Kl}}};

template <typename Words, typename T>
std::string wordOf(const Words& words, T value)
{
    for (const auto& [word, meaning] : words) {
        if (meaning == value) {
            return word;
        }
    }
    return {};
}

template <typename T, std::size_t N>
Result<T> meaningOf(const std::array<Word<T>, N>& words, const std::string& text)
{
    std::string known;
    for (const auto& [word, meaning] : words) {
        if (text == word) {
            return meaning;
        }
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    return fail(ErrorCode::InvalidArgument, "\"" + text + "\" is not known; use one of " + known);
}

tl::unexpected<Error> wrong(const std::string& key, const char* expected)
{
    return fail(ErrorCode::InvalidData, "\"" + key + "\" must be there and be " + expected,
                "sensitivity sweep");
}

/// Reads entries of one object; remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const Json& json) : m_json(json) {}

    template <typename T>
    void read(const char* key, T& value)
    {
        try {
            m_json.at(key).get_to(value);
        } catch (const Json::exception&) {
            remember(wrong(key, "of the kind that is written there").value());
        }
    }
    template <typename T, std::size_t N>
    void readWord(const char* key, const std::array<Word<T>, N>& words, T& value)
    {
        std::string text;
        read(key, text);
        if (const auto meaning = meaningOf(words, text); meaning) {
            value = *meaning;
        } else {
            remember({ErrorCode::InvalidData, meaning.error().message, key});
        }
    }
    [[nodiscard]] Status status() const
    {
        return m_error ? Status(tl::unexpected<Error>(*m_error)) : Status();
    }

private:
    void remember(Error error)
    {
        if (!m_error) {
            m_error = std::move(error);
        }
    }
    const Json& m_json;
    std::optional<Error> m_error;
};

Json trialJson(const Trial& trial)
{
    const TrialSums& sums = trial.sums;
    return {trial.layer, trial.bits, trial.batchesDone, sums.images, sums.signal,
            sums.noise,  sums.kl,    sums.top1,         sums.noises, sums.kls};
}

bool isNumbers(const Json& json)
{
    return json.is_array() &&
           std::all_of(json.begin(), json.end(), [](const Json& each) { return each.is_number(); });
}

Result<Trial> trialFrom(const Json& json)
{
    constexpr std::size_t kNumbers = 8;
    if (!json.is_array() || json.size() != kNumbers + 2 || !isNumbers(json[kNumbers]) ||
        !isNumbers(json[kNumbers + 1])) {
        return wrong("trials", "arrays of eight numbers and two arrays of numbers");
    }
    for (std::size_t i = 0; i < kNumbers; ++i) {
        const bool isCount = i < 4 || i == kNumbers - 1;
        if (!(isCount ? json[i].is_number_integer() : json[i].is_number())) {
            return wrong("trials", "arrays of numbers, whole ones where they count");
        }
    }
    Trial trial;
    trial.layer = json[0].get<std::size_t>();
    trial.bits = json[1].get<int>();
    trial.batchesDone = json[2].get<std::int64_t>();
    trial.sums = {json[3].get<std::int64_t>(),
                  json[4].get<double>(),
                  json[5].get<double>(),
                  json[6].get<double>(),
                  json[7].get<std::int64_t>(),
                  json[8].get<std::vector<double>>(),
                  json[9].get<std::vector<double>>()};
    return trial;
}

} // namespace

Json toJson(const SensitivityState& state)
{
    const SensitivityPlan& plan = state.plan;
    Json json{{"target", wordOf(kTargets, plan.target)},
              {"mode", wordOf(kModes, plan.mode)},
              {"effort", wordOf(kEfforts, plan.effort)},
              {"rank", wordOf(kRanks, plan.rank)},
              {"layers", plan.layers},
              {"costs", plan.costs},
              {"bits", plan.bits},
              {"pictures", plan.pictures},
              {"batch", plan.batch},
              {"topCount", plan.topCount},
              {"trials", Json::array()}};
    for (const Trial& trial : state.trials) {
        json["trials"].push_back(trialJson(trial));
    }
    return json;
}

Result<SensitivityState> sensitivityFromJson(const Json& json)
{
    SensitivityState state;
    Reader reader(json);
    reader.readWord("target", kTargets, state.plan.target);
    reader.readWord("mode", kModes, state.plan.mode);
    reader.readWord("effort", kEfforts, state.plan.effort);
    reader.readWord("rank", kRanks, state.plan.rank);
    reader.read("layers", state.plan.layers);
    reader.read("costs", state.plan.costs);
    reader.read("bits", state.plan.bits);
    reader.read("pictures", state.plan.pictures);
    reader.read("batch", state.plan.batch);
    reader.read("topCount", state.plan.topCount);
    Json trials;
    reader.read("trials", trials);
    if (const Status read = reader.status(); !read) {
        return failFrom(read);
    }
    for (const Json& each : trials) {
        auto trial = trialFrom(each);
        if (!trial) {
            return failFrom(trial);
        }
        state.trials.push_back(*trial);
    }
    return state;
}

std::string toString(SensitivityTarget target)
{
    return wordOf(kTargets, target);
}

std::string toString(SensitivityMode mode)
{
    return wordOf(kModes, mode);
}

Result<SensitivityTarget> parseSensitivityTarget(const std::string& text)
{
    return meaningOf(kTargets, text);
}

Result<SensitivityMode> parseSensitivityMode(const std::string& text)
{
    return meaningOf(kModes, text);
}

} // namespace quantoscope::search
