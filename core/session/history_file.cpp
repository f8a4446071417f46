// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history_file.h"

#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/corrected_weights_json.h"
#include "core/session/reference_hash.h"

#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace quantoscope::session {
namespace {

using CorrectedPtr = std::shared_ptr<const quant::CorrectedWeights>;

constexpr const char* kFormat = "quantoscope-history";
constexpr int kVersion = 1;

Json optionalJson(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

std::optional<double> optionalFrom(const Json& json, const char* key)
{
    const Json& value = json.at(key);
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

Json figuresJson(const Evaluation& evaluation)
{
    const ComparisonFigures& comparison = evaluation.comparison;
    return {{"images", evaluation.accuracy.images},
            {"top1", optionalJson(evaluation.accuracy.top1)},
            {"top5", optionalJson(evaluation.accuracy.top5)},
            {"agreement", optionalJson(comparison.agreement)},
            {"sqnrDb", comparison.sqnrDb},
            {"cosine", comparison.cosine},
            {"kl", optionalJson(comparison.kl)},
            {"sizeBytes", evaluation.sizeBytes},
            {"averageWeightBits", evaluation.averageWeightBits},
            {"bops", evaluation.bops},
            {"seconds", evaluation.seconds}};
}

void readFigures(const Json& json, Evaluation& evaluation)
{
    evaluation.accuracy.images = json.at("images").get<std::int64_t>();
    evaluation.accuracy.top1 = optionalFrom(json, "top1");
    evaluation.accuracy.top5 = optionalFrom(json, "top5");
    evaluation.comparison.agreement = optionalFrom(json, "agreement");
    evaluation.comparison.sqnrDb = json.at("sqnrDb").get<double>();
    evaluation.comparison.cosine = json.at("cosine").get<double>();
    evaluation.comparison.kl = optionalFrom(json, "kl");
    evaluation.sizeBytes = json.at("sizeBytes").get<std::int64_t>();
    evaluation.averageWeightBits = json.at("averageWeightBits").get<double>();
    evaluation.bops = json.value("bops", 0.0);
    evaluation.seconds = json.at("seconds").get<double>();
}

/// Corrected weights that several configurations share are written once.
class CorrectedTable
{
public:
    [[nodiscard]] Json indicesOf(const quant::Configuration& configuration)
    {
        Json indices = Json::object();
        for (const auto& [layer, unused] : configuration.corrected) {
            if (const auto corrected = quant::correctedWeights(configuration, layer)) {
                const auto [at, isNew] = m_indices.emplace(corrected.get(), m_indices.size());
                if (isNew) {
                    m_json.push_back(correctedJson(*corrected));
                }
                indices[layer] = at->second;
            }
        }
        return indices;
    }
    [[nodiscard]] Json json() { return std::move(m_json); }

private:
    std::map<const quant::CorrectedWeights*, std::size_t> m_indices;
    Json m_json = Json::array();
};

/// Reads an entry of the table when it is needed first: its scheme is the layer's.
Result<CorrectedPtr> correctedAt(const Json& table, std::size_t index,
                                 const quant::WeightScheme& scheme,
                                 quant::EqualizedLayer equalization, const std::string& origin,
                                 std::map<std::size_t, CorrectedPtr>& known)
{
    CorrectedPtr& corrected = known[index];
    if (!corrected) {
        const Entry entry(table.at(index), origin, "corrected " + std::to_string(index));
        auto read = correctedFrom(entry, scheme, std::move(equalization));
        if (!read) {
            return failFrom(read);
        }
        corrected = *std::move(read);
    }
    return corrected;
}

Result<std::vector<TriedRecord>> recordsFrom(const Json& json, const std::string& origin)
{
    std::vector<TriedRecord> records;
    std::map<std::size_t, CorrectedPtr> known;
    for (const Json& each : json.at("tried")) {
        auto configuration = configurationFromJson(each.at("configuration").dump(), origin);
        if (!configuration) {
            return failFrom(configuration);
        }
        for (const auto& item : each.at("corrected").items()) {
            auto corrected = correctedAt(
                json.at("corrected"), item.value().get<std::size_t>(),
                configuration->weights.at(item.key()),
                quant::equalizationOf(configuration->equalization, item.key()), origin, known);
            if (!corrected) {
                return failFrom(corrected);
            }
            configuration->corrected[item.key()] = *std::move(corrected);
        }
        auto evaluation = std::make_shared<Evaluation>();
        evaluation->configuration = *std::move(configuration);
        readFigures(each.at("figures"), *evaluation);
        records.push_back(
            {std::move(evaluation), each.at("name").get<std::string>(),
             each.at("note").get<std::string>(),
             each.contains("msPerPicture") ? optionalFrom(each, "msPerPicture") : std::nullopt});
    }
    return records;
}

} // namespace

std::string historyJson(const std::vector<TriedRecord>& tried, const FloatReference& reference)
{
    Json json{{"format", kFormat}, {"version", kVersion}};
    json["reference"] = hashOf(reference).value();
    CorrectedTable table;
    Json list = Json::array();
    for (const TriedRecord& each : tried) {
        quant::Configuration plain = each.evaluation->configuration;
        plain.corrected.clear();
        list.push_back({{"name", each.name},
                        {"note", each.note},
                        {"configuration", Json::parse(toJson(plain))},
                        {"corrected", table.indicesOf(each.evaluation->configuration)},
                        {"figures", figuresJson(*each.evaluation)},
                        {"msPerPicture", optionalJson(each.msPerPicture)}});
    }
    json["tried"] = std::move(list);
    json["corrected"] = table.json();
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status writeHistory(const std::vector<TriedRecord>& tried, const FloatReference& reference,
                    const std::filesystem::path& file)
{
    return writeFile(file, historyJson(tried, reference));
}

Result<std::vector<TriedRecord>> readHistory(const std::filesystem::path& file,
                                             const FloatReference& reference)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::FileNotFound, "the list cannot be opened", file.string());
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return historyFromJson(text, reference, file.string());
}

Result<std::vector<TriedRecord>>
historyFromJson(const std::string& text, const FloatReference& reference, const std::string& origin)
{
    try {
        const Json json = Json::parse(text);
        if (json.at("format") != kFormat || json.at("version") != kVersion) {
            return fail(ErrorCode::InvalidData, "this is no list of configurations of this version",
                        origin);
        }
        if (json.at("reference") != hashOf(reference).value()) {
            return fail(ErrorCode::InvalidData,
                        "it was measured on another model or on other pictures", origin);
        }
        return recordsFrom(json, origin);
    } catch (const std::exception& error) { // of the JSON library, or a name that is not there
        return fail(ErrorCode::InvalidData, error.what(), origin);
    }
}

} // namespace quantoscope::session
