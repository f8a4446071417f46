// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/pruning.h"

#include "core/quant/legal_words.h"

#include <cmath>
#include <optional>

namespace quantoscope::quant {
namespace {

constexpr int kLongestRun = 32;
constexpr std::string_view kUnstructured = "unstructured:";
constexpr std::string_view kChannels = "channels:";

/// Empty where the text is of another form.
std::optional<Pruning> read(const std::string& text)
{
    if (text == upperCase("none")) {
        return Pruning{};
    }
    for (const auto& [prefix, pattern] : {std::pair{kUnstructured, PruningPattern::Unstructured},
                                          std::pair{kChannels, PruningPattern::Channels}}) {
        if (text.starts_with(upperCase(prefix))) {
            const auto share = numberOf<double>(std::string_view(text).substr(prefix.size()));
            return share ? std::optional(Pruning{pattern, *share}) : std::nullopt;
        }
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    const auto kept = numberOf<int>(std::string_view(text).substr(0, colon));
    const auto of = numberOf<int>(std::string_view(text).substr(colon + 1));
    return kept && of ? std::optional(nOfMPruning(*kept, *of)) : std::nullopt;
}

} // namespace

Pruning unstructuredPruning(double share)
{
    return {PruningPattern::Unstructured, share};
}

Pruning nOfMPruning(int kept, int of)
{
    return {PruningPattern::NOfM, 0.0, kept, of};
}

Pruning channelPruning(double share)
{
    return {PruningPattern::Channels, share};
}

std::string toString(const Pruning& pruning)
{
    switch (pruning.pattern) {
    case PruningPattern::None:
        return "none";
    case PruningPattern::Unstructured:
        return std::string(kUnstructured) + numberText(pruning.share);
    case PruningPattern::NOfM:
        return std::to_string(pruning.kept) + ":" + std::to_string(pruning.of);
    case PruningPattern::Channels:
        return std::string(kChannels) + numberText(pruning.share);
    }
    return {};
}

Result<Pruning> parsePruning(std::string_view text)
{
    const auto pruning = read(upperCase(text));
    if (!pruning) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) +
                        "\" is no way to prune; write unstructured:0.5 (half of the weights go), "
                        "2:4 (two of every four stay), channels:0.25 (a quarter of the channels "
                        "goes) or none");
    }
    if (const Status legal = validate(*pruning); !legal) {
        return failFrom(legal);
    }
    return *pruning;
}

std::string toString(SparseFormat format)
{
    switch (format) {
    case SparseFormat::Dense:
        return "dense";
    case SparseFormat::Bitmask:
        return "bitmask";
    case SparseFormat::NOfM:
        return "N:M";
    }
    return {};
}

Status validate(const Pruning& pruning)
{
    const bool hasShare = pruning.pattern == PruningPattern::Unstructured ||
                          pruning.pattern == PruningPattern::Channels;
    if (hasShare && !(pruning.share > 0.0 && pruning.share < 1.0)) {
        return fail(ErrorCode::InvalidArgument, "a share of " + numberText(pruning.share) +
                                                    " cannot be pruned; choose one above 0 and "
                                                    "below 1");
    }
    const bool isRun = pruning.kept >= 1 && pruning.kept < pruning.of && pruning.of <= kLongestRun;
    if (pruning.pattern == PruningPattern::NOfM && !isRun) {
        return fail(ErrorCode::InvalidArgument,
                    toString(pruning) + " is no N:M pattern; N must be 1 to M - 1 and M at most " +
                        std::to_string(kLongestRun) + ", as in 2:4");
    }
    return {};
}

} // namespace quantoscope::quant
