// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/search_options.h"

#include "cli/option_groups.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace quantoscope::cli {
namespace {

constexpr const char* kBudgets =
    "write avg-bits=4, size=BYTES (or size=2.5MiB), bops=N or drop=POINTS, not '";

tl::unexpected<Error> wrong(const std::string& message)
{
    return fail(ErrorCode::InvalidArgument, message);
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = code == std::errc{} && end == text.data() + text.size();
    return isWhole && std::isfinite(value) && value >= 0.0 ? std::optional(value) : std::nullopt;
}

std::optional<double> bytesOf(std::string_view text)
{
    double unit = 1.0;
    for (const auto& [suffix, factor] : {std::pair<std::string_view, double>{"KiB", 1024.0},
                                         std::pair<std::string_view, double>{"MiB", 1048576.0}}) {
        if (text.ends_with(suffix)) {
            text.remove_suffix(suffix.size());
            unit = factor;
            break;
        }
    }
    const auto number = numberOf(text);
    return number && *number * unit < 9e18 ? std::optional(*number * unit) : std::nullopt;
}

} // namespace

Result<session::SearchBudget> parseBudget(const std::string& text)
{
    session::SearchBudget budget;
    const auto parts = assignment(text);
    const auto number = !parts                   ? std::nullopt
                        : parts->first == "size" ? bytesOf(parts->second)
                                                 : numberOf(parts->second);
    if (!number) {
        return wrong(kBudgets + text + "'");
    }
    if (parts->first == "avg-bits") {
        budget.averageBits = *number;
    } else if (parts->first == "size") {
        budget.sizeBytes = static_cast<std::int64_t>(*number);
    } else if (parts->first == "bops") {
        budget.bops = *number;
    } else if (parts->first == "drop") {
        budget.drop = *number / 100.0;
    } else {
        return wrong(kBudgets + text + "'");
    }
    return budget;
}

Result<std::map<std::string, int>> parsePins(const std::vector<std::string>& texts)
{
    std::map<std::string, int> pins;
    for (const std::string& text : texts) {
        const auto parts = assignment(text);
        const auto bits = parts ? numberOf(parts->second) : std::nullopt;
        if (!bits || *bits != std::floor(*bits) || *bits < 1.0 || *bits > 32.0) {
            return wrong("write LAYER=BITS with 1 to 8, 16 or 32 (FP32), not '" + text + "'");
        }
        pins[parts->first] = static_cast<int>(*bits);
    }
    return pins;
}

} // namespace quantoscope::cli
