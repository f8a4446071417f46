// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/channel_splits.h"

#include "core/quant/legal_words.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::quant {
namespace {

/// Products such as 0.1 * 30 come out a little above the whole number they are.
constexpr double kRounding = 1e-9;

std::size_t index(std::int32_t channel)
{
    return static_cast<std::size_t>(channel);
}

} // namespace

std::int64_t addedChannels(std::int64_t channels, double share)
{
    return static_cast<std::int64_t>(std::ceil(share * static_cast<double>(channels) - kRounding));
}

bool isLegalSplit(double share)
{
    return share >= 0.0 && share <= 1.0;
}

std::string splitText(double share)
{
    if (share == 0.0) {
        return "none";
    }
    return numberText(share);
}

Result<double> parseSplit(std::string_view text)
{
    if (upperCase(text) == upperCase("none")) {
        return 0.0;
    }
    const auto share = numberOf<double>(text);
    if (!share || !(*share > 0.0 && isLegalSplit(*share))) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) +
                        "\" is no share of input channels to add; choose one above 0 and at most "
                        "1, usually 0.01 to 0.1, or none");
    }
    return *share;
}

std::vector<std::int32_t> ChannelSplits::originals(std::int64_t channels) const
{
    std::vector<std::int32_t> found;
    for (const std::int32_t parent : parents) {
        const auto added = static_cast<std::ptrdiff_t>(parent - channels);
        found.push_back(added < 0 ? parent : found[static_cast<std::size_t>(added)]);
    }
    return found;
}

std::vector<int> ChannelSplits::halvings(std::int64_t channels) const
{
    const auto own = static_cast<std::size_t>(channels);
    std::vector<int> depths(own, 0); // by copy
    for (const std::int32_t parent : parents) {
        ++depths[index(parent)];
        depths.push_back(depths[index(parent)]);
    }
    std::vector<int> least(depths.begin(), depths.begin() + static_cast<std::ptrdiff_t>(own));
    const std::vector<std::int32_t> copied = originals(channels);
    for (std::size_t i = 0; i < copied.size(); ++i) {
        int& each = least[index(copied[i])];
        each = std::min(each, depths[own + i]);
    }
    return least;
}

} // namespace quantoscope::quant
