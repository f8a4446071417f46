// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/figure_text.h"

#include "core/quant/noise.h"

#include <array>
#include <charconv>

namespace quantoscope::session {

namespace {

/// value in the largest unit that leaves at least 1 before the point.
template <std::size_t N>
std::string scaled(std::int64_t value, double step, const std::array<const char*, N>& units)
{
    double rest = static_cast<double>(value);
    std::size_t unit = 0;
    while (rest >= step && unit + 1 < N) {
        rest /= step;
        ++unit;
    }
    const std::string number = unit == 0 ? std::to_string(value) : fixed(rest, 1);
    return units[unit][0] == '\0' ? number : number + " " + units[unit];
}

} // namespace

std::string fixed(double value, int decimals)
{
    std::array<char, 400> text{};
    const auto [end, code] = std::to_chars(text.data(), text.data() + text.size(), value,
                                           std::chars_format::fixed, decimals);
    return code == std::errc{} ? std::string(text.data(), end) : std::string("?");
}

std::string percent(const std::optional<double>& fraction)
{
    return fraction ? fixed(*fraction * 100.0, 2) + " %" : "-";
}

std::string grouped(std::int64_t value)
{
    std::string digits = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string bytesText(std::int64_t bytes)
{
    return scaled(bytes, 1024.0, std::array{"B", "KiB", "MiB", "GiB"});
}

std::string countText(std::int64_t count)
{
    return scaled(count, 1000.0, std::array{"", "k", "M", "G", "T"});
}

std::string decibels(const std::optional<double>& sqnrDb)
{
    if (!sqnrDb) {
        return "-";
    }
    return *sqnrDb >= quant::kNoNoiseDb ? "exact" : fixed(*sqnrDb, 1);
}

} // namespace quantoscope::session
