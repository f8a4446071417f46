// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/json_entry.h"

#include <fstream>
#include <iterator>

namespace quantoscope::session {
namespace {

constexpr const char* kFormat = "quantoscope-session";
constexpr int kVersion = 1;

namespace fs = std::filesystem;

/// Relative to the session's folder where that says where it is when both are moved together.
std::string pathText(const fs::path& path, const fs::path& folder)
{
    if (path.empty()) {
        return {};
    }
    std::error_code failed;
    const fs::path absolute = fs::absolute(path, failed).lexically_normal();
    const fs::path relative = absolute.lexically_relative(folder);
    const bool isNear = !relative.empty() && !relative.string().starts_with("../../..");
    return (isNear ? relative : absolute).generic_string();
}

fs::path pathFrom(const std::string& text, const fs::path& folder)
{
    return text.empty() ? fs::path() : (folder / fs::path(text)).lexically_normal();
}

fs::path folderOf(const fs::path& file)
{
    std::error_code failed;
    return fs::absolute(file, failed).lexically_normal().parent_path();
}

Json modelJson(const ModelRequest& model, const fs::path& folder)
{
    Json json{{"file", pathText(model.file, folder)}};
    for (const auto& [input, shape] : model.fixed.byInput) {
        json["dimensions"][input] = shape;
    }
    if (!model.keptBatchNorms.empty()) {
        json["keptBatchNorms"] = model.keptBatchNorms;
    }
    return json;
}

/// A preset's name, a file's path, or the settings themselves.
Json preprocessJson(const DataRequest& data, const fs::path& folder)
{
    if (data.customPreprocess) {
        return Json::parse(eval::toJson(*data.customPreprocess));
    }
    if (data.preprocess.starts_with('{')) {
        return Json::parse(data.preprocess, nullptr, false);
    }
    std::error_code failed;
    return fs::is_regular_file(data.preprocess, failed) ? pathText(data.preprocess, folder)
                                                        : data.preprocess;
}

Json imagesJson(const DataRequest& data, const fs::path& folder)
{
    return {{"folder", pathText(data.validation.images, folder)},
            {"labels", pathText(data.validation.labels, folder)},
            {"classes", pathText(data.validation.classes, folder)},
            {"limit", data.validation.limit},
            {"calibration", pathText(data.calibrationImages, folder)},
            {"calibrationLimit", data.calibrationLimit},
            {"calibrationChoice", eval::toString(data.calibrationChoice)},
            {"calibrationSeed", data.calibrationSeed},
            {"preprocess", preprocessJson(data, folder)}};
}

Json parsedOr(const std::string& text, Json fallback)
{
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? std::move(fallback) : json;
}

class SessionReader
{
public:
    SessionReader(const Json& json, const fs::path& file)
        : m_root(json, file.string(), {}), m_origin(file.string()), m_folder(folderOf(file))
    {
    }

    [[nodiscard]] Result<SessionFile> read() const
    {
        SessionFile session;
        if (const Status header = checkHeader(); !header) {
            return failFrom(header);
        }
        for (const auto& part : {&SessionReader::readModel, &SessionReader::readImages,
                                 &SessionReader::readConfiguration, &SessionReader::readRest}) {
            if (const Status read = (this->*part)(session); !read) {
                return failFrom(read);
            }
        }
        return session;
    }

private:
    [[nodiscard]] Status checkHeader() const
    {
        if (const Status known =
                m_root.checkKeys({"format", "version", "model", "images", "configuration", "pinned",
                                  "layer", "rules", "tried"});
            !known) {
            return known;
        }
        const Json* format = m_root.value("format");
        if (format == nullptr || *format != kFormat) {
            return m_root.wrong("this is not a session: \"format\" must be \"" +
                                std::string(kFormat) + "\"");
        }
        const Json* version = m_root.value("version");
        if (version == nullptr || *version != kVersion) {
            return m_root.wrong("\"version\" must be " + std::to_string(kVersion) + ", not " +
                                (version == nullptr ? std::string("missing") : version->dump()) +
                                "; a newer Quantoscope may read it");
        }
        return {};
    }

    [[nodiscard]] Status readModel(SessionFile& session) const
    {
        const Json* json = m_root.value("model");
        if (json == nullptr) {
            return m_root.wrong("\"model\" is missing");
        }
        const Entry entry = m_root.child(*json, "model");
        if (const Status known = entry.checkKeys({"file", "dimensions", "keptBatchNorms"});
            !known) {
            return known;
        }
        const auto file = entry.text("file");
        if (!file) {
            return failFrom(file);
        }
        session.model.file = pathFrom(*file, m_folder);
        if (const Json* dimensions = entry.value("dimensions")) {
            for (const auto& item : dimensions->items()) {
                session.model.fixed.byInput[item.key()] = item.value().get<Shape>();
            }
        }
        if (const Json* kept = entry.value("keptBatchNorms")) {
            session.model.keptBatchNorms = kept->get<std::vector<std::string>>();
        }
        return {};
    }

    [[nodiscard]] Result<fs::path> path(const Entry& entry, const char* key) const
    {
        if (entry.value(key) == nullptr) {
            return fs::path();
        }
        const auto text = entry.text(key);
        return text ? Result<fs::path>(pathFrom(*text, m_folder)) : failFrom(text);
    }

    [[nodiscard]] static std::int64_t count(const Entry& entry, const char* key,
                                            std::int64_t fallback)
    {
        const Json* json = entry.value(key);
        return json != nullptr ? std::max(std::int64_t{0}, json->get<std::int64_t>()) : fallback;
    }

    [[nodiscard]] Status readImages(SessionFile& session) const
    {
        const Json* json = m_root.value("images");
        if (json == nullptr) {
            return {};
        }
        const Entry entry = m_root.child(*json, "images");
        if (const Status known = entry.checkKeys(
                {"folder", "labels", "classes", "limit", "calibration", "calibrationLimit",
                 "calibrationChoice", "calibrationSeed", "preprocess"});
            !known) {
            return known;
        }
        DataRequest data;
        const std::initializer_list<std::pair<const char*, fs::path*>> paths = {
            {"folder", &data.validation.images},
            {"labels", &data.validation.labels},
            {"classes", &data.validation.classes},
            {"calibration", &data.calibrationImages}};
        for (const auto& [key, target] : paths) {
            auto read = path(entry, key);
            if (!read) {
                return failFrom(read);
            }
            *target = *std::move(read);
        }
        data.validation.limit = count(entry, "limit", 0);
        data.calibrationLimit = count(entry, "calibrationLimit", data.calibrationLimit);
        data.calibrationSeed = static_cast<std::uint32_t>(count(entry, "calibrationSeed", 0));
        if (entry.value("calibrationChoice") != nullptr) {
            const auto word = entry.text("calibrationChoice");
            const auto choice = word ? eval::parseSampleChoice(*word) : failFrom(word);
            if (!choice) {
                return entry.wrong(choice.error().message);
            }
            data.calibrationChoice = *choice;
        }
        if (const Json* preprocess = entry.value("preprocess")) {
            data.preprocess = preprocessText(*preprocess);
        }
        session.data = std::move(data);
        return {};
    }

    [[nodiscard]] std::string preprocessText(const Json& json) const
    {
        if (!json.is_string()) {
            return json.dump();
        }
        const auto text = json.get<std::string>();
        std::error_code failed;
        const fs::path file = pathFrom(text, m_folder);
        return fs::is_regular_file(file, failed) ? file.string() : text;
    }

    [[nodiscard]] Status readConfiguration(SessionFile& session) const
    {
        const Json* json = m_root.value("configuration");
        if (json == nullptr) {
            return m_root.wrong("\"configuration\" is missing");
        }
        auto configuration = configurationFromJson(json->dump(), m_origin);
        if (!configuration) {
            return failFrom(configuration);
        }
        session.configuration =
            std::make_shared<const quant::Configuration>(*std::move(configuration));
        return {};
    }

    [[nodiscard]] Status readRest(SessionFile& session) const
    {
        if (const Json* pinned = m_root.value("pinned")) {
            session.pinned = pinned->get<std::set<std::string>>();
        }
        if (const Json* layer = m_root.value("layer")) {
            session.layer = layer->get<std::string>();
        }
        if (const Json* rules = m_root.value("rules")) {
            session.rules = rules->dump();
        }
        if (const Json* tried = m_root.value("tried")) {
            session.tried = tried->dump();
        }
        return {};
    }

    Entry m_root;
    std::string m_origin;
    fs::path m_folder;
};

} // namespace

Status writeSession(const SessionFile& session, const std::filesystem::path& file)
{
    const fs::path folder = folderOf(file);
    Json json{{"format", kFormat}, {"version", kVersion}};
    json["model"] = modelJson(session.model, folder);
    if (session.data) {
        json["images"] = imagesJson(*session.data, folder);
    }
    json["configuration"] = Json::parse(toJson(*session.configuration));
    json["pinned"] = session.pinned;
    json["layer"] = session.layer;
    json["rules"] = parsedOr(session.rules, Json::array());
    if (!session.tried.empty()) {
        json["tried"] = parsedOr(session.tried, Json::object());
    }
    return writeFile(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<SessionFile> readSession(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::error_code ignored;
    if (!stream || fs::is_directory(file, ignored)) {
        return fail(ErrorCode::FileNotFound, "the session cannot be opened", file.string());
    }
    try {
        const Json json = Json::parse(stream);
        return SessionReader(json, file).read();
    } catch (const Json::exception& error) {
        const std::string_view reason = error.what();
        const std::size_t start = reason.find("] ");
        return fail(ErrorCode::InvalidData,
                    "this is no session: " + std::string(start == std::string_view::npos
                                                             ? reason
                                                             : reason.substr(start + 2)),
                    file.string());
    }
}

} // namespace quantoscope::session
