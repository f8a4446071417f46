// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// What Pillow and numpy answered; made by tests/data/eval_make_golden.py.
namespace quantoscope::golden {

inline const nlohmann::json& section(const char* name)
{
    static const nlohmann::json all = nlohmann::json::parse(
        std::ifstream(std::string(QUANTOSCOPE_TEST_DATA) + "/eval_golden.json"));
    return all.at(name);
}

inline std::filesystem::path picture(const std::string& name)
{
    return std::filesystem::path(QUANTOSCOPE_TEST_DATA) / "eval_pictures" / name;
}

inline std::vector<std::uint8_t> bytes(const nlohmann::json& packed)
{
    const QByteArray raw =
        QByteArray::fromBase64(QByteArray::fromStdString(packed.get<std::string>()));
    return {raw.begin(), raw.end()};
}

inline std::vector<float> floats(const nlohmann::json& packed)
{
    const std::vector<std::uint8_t> raw = bytes(packed);
    std::vector<float> values(raw.size() / sizeof(float));
    std::memcpy(values.data(), raw.data(), values.size() * sizeof(float));
    return values;
}

} // namespace quantoscope::golden
