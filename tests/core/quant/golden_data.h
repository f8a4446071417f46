// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <bit>
#include <cstdint>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What tests/data/quant_make_golden.py wrote, and the data recipes that it shares with these
/// tests.
namespace golden {

inline nlohmann::json load()
{
    std::ifstream file(QUANTOSCOPE_TEST_DATA "/quant_golden.json");
    return nlohmann::json::parse(file, nullptr, false);
}

inline const nlohmann::json& section(const char* name)
{
    static const nlohmann::json all = load();
    return all.at(name);
}

/// splitmix64 of seed * 2^32 + index.
inline std::uint64_t uniformBits(std::uint64_t seed, std::uint64_t index)
{
    std::uint64_t z = (seed << 32U) + index;
    z = (z + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

inline double bell(std::uint64_t seed, std::uint64_t index)
{
    double sum = 0.0;
    for (std::uint64_t i = 0; i < 4; ++i) {
        sum += static_cast<double>(uniformBits(seed, 4 * index + i) >> 40U) / 16777216.0;
    }
    return 1.75 * (sum - 2.0);
}

inline double shaped(std::string_view kind, double b, std::uint64_t index)
{
    if (kind == "heavy") {
        return b * b * b;
    }
    if (kind == "relu") {
        return b > 0.0 ? b : 0.0;
    }
    if (kind == "negative") {
        return b > 0.0 ? -b : 0.0;
    }
    if (kind == "outliers") {
        return index % 1000 == 0 ? b * 50.0 : b;
    }
    if (kind == "positive") {
        return b + 5.0;
    }
    if (kind == "shifted") {
        return b * 0.5 + 1.0;
    }
    return kind == "small" ? b / 1073741824.0 : b;
}

inline std::vector<float> data(std::string_view kind, std::uint64_t seed, std::uint64_t count)
{
    std::vector<float> values(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        values[i] = static_cast<float>(shaped(kind, bell(seed, i), i));
    }
    return values;
}

/// Sum of (i + 1) * integers[i] modulo 2^64, as text.
template <typename Integer>
std::string checksum(std::span<const Integer> integers)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < integers.size(); ++i) {
        sum += (i + 1) * static_cast<std::uint64_t>(integers[i]);
    }
    return std::to_string(sum);
}

} // namespace golden
