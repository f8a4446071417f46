// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/choose_samples.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace quantoscope::eval {
namespace {

using Positions = std::vector<std::int32_t>;

constexpr std::array<std::pair<SampleChoice, const char*>, 3> kWords{
    {{SampleChoice::First, "first"},
     {SampleChoice::Random, "random"},
     {SampleChoice::ClassBalanced, "balanced"}}};

/// Fisher-Yates; std::shuffle differs by library.
template <typename T>
void shuffle(std::vector<T>& values, std::mt19937& generator)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[generator() % i]);
    }
}

Result<Positions> chooseBalanced(const DatasetIndex& index, std::size_t limit,
                                 std::mt19937& generator)
{
    std::map<int, Positions> byLabel;
    for (std::size_t i = 0; i < index.samples.size(); ++i) {
        const auto& label = index.samples[i].label;
        if (!label) {
            return fail(ErrorCode::InvalidArgument,
                        "a choice balanced by class needs the label of every picture; '" +
                            index.samples[i].displayName + "' has none");
        }
        byLabel[*label].push_back(static_cast<std::int32_t>(i));
    }
    std::vector<Positions> classes;
    std::size_t each = index.samples.size();
    for (auto& [label, positions] : byLabel) {
        shuffle(positions, generator);
        each = std::min(each, positions.size());
        classes.push_back(std::move(positions));
    }
    if (limit > 0 && limit < classes.size()) {
        shuffle(classes, generator);
        classes.resize(limit);
    }
    each = limit > 0 ? std::min(each, limit / classes.size()) : each;
    Positions chosen;
    for (std::size_t turn = 0; turn < each; ++turn) {
        for (const Positions& positions : classes) {
            chosen.push_back(positions[turn]);
        }
    }
    return chosen;
}

} // namespace

std::string toString(SampleChoice choice)
{
    const auto* found =
        std::ranges::find(kWords, choice, &std::pair<SampleChoice, const char*>::first);
    return found->second;
}

Result<SampleChoice> parseSampleChoice(std::string_view text)
{
    for (const auto& [choice, word] : kWords) {
        if (text == word) {
            return choice;
        }
    }
    return fail(ErrorCode::InvalidArgument, "\"" + std::string(text) +
                                                "\" is no choice of pictures; use first, random "
                                                "or balanced");
}

Result<std::vector<std::int32_t>> chooseSamples(const DatasetIndex& index, SampleChoice choice,
                                                std::int64_t limit, std::uint32_t seed)
{
    std::mt19937 generator(seed);
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(limit, 0));
    if (choice == SampleChoice::ClassBalanced && !index.samples.empty()) {
        return chooseBalanced(index, most, generator);
    }
    Positions chosen(index.samples.size());
    std::iota(chosen.begin(), chosen.end(), 0);
    if (choice == SampleChoice::Random) {
        shuffle(chosen, generator);
    }
    if (most > 0 && most < chosen.size()) {
        chosen.resize(most);
    }
    return chosen;
}

} // namespace quantoscope::eval
