// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/preprocess.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

namespace quantoscope::eval {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFields[] = {"preset", "width",    "height",   "fit",  "shortSide",
                                   "filter", "padValue", "channels", "mean", "std"};

template <typename Enum>
struct Word
{
    Enum value;
    const char* word;
};

constexpr Word<FitMode> kFits[] = {{FitMode::Stretch, "stretch"},
                                   {FitMode::ShortSideCrop, "short-side-crop"},
                                   {FitMode::ShortSideRoundedCrop, "short-side-rounded-crop"},
                                   {FitMode::Letterbox, "letterbox"},
                                   {FitMode::LetterboxTopLeft, "letterbox-top-left"}};
constexpr Word<ResizeFilter> kFilters[] = {{ResizeFilter::Bilinear, "bilinear"},
                                           {ResizeFilter::Bicubic, "bicubic"}};
constexpr Word<ChannelOrder> kChannels[] = {
    {ChannelOrder::Rgb, "rgb"}, {ChannelOrder::Bgr, "bgr"}, {ChannelOrder::Grey, "grey"}};

template <typename Enum, std::size_t Count>
const char* wordOf(const Word<Enum> (&words)[Count], Enum value)
{
    const auto* found = std::find_if(std::begin(words), std::end(words),
                                     [&](const Word<Enum>& each) { return each.value == value; });
    return found->word;
}

/// The fields of one file, read one by one; errors name the file and the field.
class FieldReader
{
public:
    FieldReader(const Json& object, std::string file) : m_object(object), m_file(std::move(file)) {}

    [[nodiscard]] bool has(const char* field) const { return m_object.contains(field); }

    template <typename Enum, std::size_t Count>
    Status read(const char* field, const Word<Enum> (&words)[Count], Enum& value) const
    {
        std::string expected;
        for (const Word<Enum>& each : words) {
            if (has(field) && m_object[field] == each.word) {
                value = each.value;
                return {};
            }
            expected += (expected.empty() ? "\"" : ", \"") + std::string(each.word) + "\"";
        }
        return has(field) ? wrong(field, "one of " + expected) : Status{};
    }

    Status read(const char* field, int& value) const
    {
        if (!has(field)) {
            return {};
        }
        const Json& found = m_object[field];
        const auto* number = found.get_ptr<const Json::number_integer_t*>();
        if (number == nullptr || *number < 0 || *number > std::numeric_limits<int>::max()) {
            return wrong(field, "a whole number, 0 or more");
        }
        value = static_cast<int>(*number);
        return {};
    }

    Status read(const char* field, std::string& value) const
    {
        if (has(field) && !m_object[field].is_string()) {
            return wrong(field, "a text");
        }
        value = has(field) ? m_object[field].get<std::string>() : value;
        return {};
    }

    /// A number for all channels, or a list with one number per channel.
    Status read(const char* field, int channelCount, std::array<float, 3>& values) const
    {
        if (!has(field)) {
            return {};
        }
        const Json& found = m_object[field];
        if (found.is_number()) {
            values.fill(found.get<float>());
            return {};
        }
        const auto isNumber = [](const Json& each) { return each.is_number(); };
        const bool isList = found.is_array() &&
                            found.size() == static_cast<std::size_t>(channelCount) &&
                            std::all_of(found.begin(), found.end(), isNumber);
        if (!isList) {
            return wrong(field, "a number or a list of " + std::to_string(channelCount));
        }
        values.fill(found[0].get<float>());
        std::transform(found.begin(), found.end(), values.begin(),
                       [](const Json& each) { return each.get<float>(); });
        return {};
    }

    /// Every member is a known field.
    [[nodiscard]] Status checkNames() const
    {
        for (const auto& [name, value] : m_object.items()) {
            if (std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields)) {
                std::string legal;
                for (const char* field : kFields) {
                    legal += (legal.empty() ? "" : ", ") + std::string(field);
                }
                return fail(ErrorCode::InvalidData,
                            "unknown field \"" + name + "\"; expected " + legal, m_file);
            }
        }
        return {};
    }

private:
    Status wrong(const char* field, const std::string& expected) const
    {
        return fail(ErrorCode::InvalidData,
                    "field \"" + std::string(field) + "\" is " + m_object[field].dump() +
                        "; expected " + expected,
                    m_file);
    }

    const Json& m_object;
    std::string m_file;
};

Result<Json> parseObject(const std::string& text, const std::string& origin)
{
    try {
        Json object = Json::parse(text);
        if (!object.is_object()) {
            return fail(ErrorCode::InvalidData, "expected a JSON object with preprocessing fields",
                        origin);
        }
        return object;
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidData, std::string("not valid JSON: ") + error.what(), origin);
    }
}

/// Positions of height and width in an image input of this layout.
std::pair<std::size_t, std::size_t> sidesOf(TensorLayout layout)
{
    return layout == TensorLayout::Nchw ? std::pair<std::size_t, std::size_t>{2, 3}
                                        : std::pair<std::size_t, std::size_t>{1, 2};
}

/// The preset that the file names, at the file's size where the model leaves it open.
Result<Preprocess> basePreset(const FieldReader& fields, const Shape& inputShape,
                              const std::string& file)
{
    std::string name = Preprocess{}.name;
    Result<Preprocess> preset = Preprocess{};
    if (Status read = fields.read("preset", name); !read) {
        return failFrom(read);
    }
    preset = preprocessPreset(name, inputShape);
    if (!preset) {
        return fail(preset.error().code, preset.error().message, file);
    }
    Shape shape = inputShape;
    const auto [heightAt, widthAt] = sidesOf(preset->layout);
    for (const auto& [field, at] : {std::pair{"height", heightAt}, std::pair{"width", widthAt}}) {
        int side = 0;
        if (Status read = fields.read(field, side); !read) {
            return failFrom(read);
        }
        if (fields.has(field) && shape[at] >= 0 && shape[at] != side) {
            return fail(ErrorCode::ShapeMismatch,
                        "field \"" + std::string(field) + "\" is " + std::to_string(side) +
                            "; the model's input " + toString(inputShape) + " takes " +
                            std::to_string(shape[at]),
                        file);
        }
        shape[at] = fields.has(field) ? side : shape[at];
    }
    preset = preprocessPreset(name, shape);
    return preset ? preset
                  : fail(ErrorCode::InvalidData, "width and height must be 1 to 16384", file);
}

/// Applies "channels", with the preset's means and stds following the order.
Status readChannels(const FieldReader& fields, const std::string& file, Preprocess& settings)
{
    const ChannelOrder before = settings.channels;
    if (Status read = fields.read("channels", kChannels, settings.channels); !read) {
        return read;
    }
    if ((before == ChannelOrder::Grey) != (settings.channels == ChannelOrder::Grey)) {
        return fail(ErrorCode::ShapeMismatch,
                    "field \"channels\" is \"" + std::string(wordOf(kChannels, settings.channels)) +
                        "\"; the model's input takes " +
                        (before == ChannelOrder::Grey ? "1 channel" : "3 channels"),
                    file);
    }
    if (settings.channels == ChannelOrder::Bgr) {
        std::swap(settings.mean[0], settings.mean[2]);
        std::swap(settings.std[0], settings.std[2]);
    }
    return {};
}

Status readFields(const FieldReader& fields, const std::string& file, Preprocess& settings)
{
    Status status = readChannels(fields, file, settings);
    const auto also = [&](auto&&... arguments) {
        if (status) {
            status = fields.read(std::forward<decltype(arguments)>(arguments)...);
        }
    };
    also("fit", kFits, settings.fit);
    also("shortSide", settings.shortSide);
    also("filter", kFilters, settings.filter);
    also("padValue", settings.padValue);
    also("mean", settings.channelCount(), settings.mean);
    also("std", settings.channelCount(), settings.std);
    return status;
}

/// The double with the fewest digits that is this float, so that 123.675 is written as such.
double shortest(float value)
{
    char text[32];
    const auto written = std::to_chars(std::begin(text), std::end(text), value);
    double result = static_cast<double>(value);
    std::from_chars(text, written.ptr, result);
    return result;
}

Json numbers(const std::array<float, 3>& values, int count)
{
    Json list = Json::array();
    for (int i = 0; i < count; ++i) {
        list.push_back(shortest(values[i]));
    }
    return list;
}

} // namespace

Result<Preprocess> readPreprocess(const std::filesystem::path& file, const Shape& inputShape)
{
    std::ifstream stream(file);
    if (!stream) {
        return fail(ErrorCode::FileNotFound, "the preprocessing file cannot be opened",
                    file.string());
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return parsePreprocess(text, file.string(), inputShape);
}

Result<Preprocess> parsePreprocess(const std::string& text, const std::string& origin,
                                   const Shape& inputShape)
{
    const Result<Json> object = parseObject(text, origin);
    if (!object) {
        return failFrom(object);
    }
    const FieldReader fields(*object, origin);
    if (const Status names = fields.checkNames(); !names) {
        return failFrom(names);
    }
    const Result<Preprocess> preset = basePreset(fields, inputShape, origin);
    if (!preset) {
        return failFrom(preset);
    }
    Preprocess settings = *preset;
    if (const Status read = readFields(fields, origin, settings); !read) {
        return failFrom(read);
    }
    if (const Status valid = validate(settings); !valid) {
        return fail(ErrorCode::InvalidData, valid.error().message, origin);
    }
    if (settings != *preset) {
        settings.name = "custom";
    }
    return settings;
}

std::string toJson(const Preprocess& preprocess)
{
    Json object;
    const std::vector<std::string> presets = preprocessPresets();
    if (std::find(presets.begin(), presets.end(), preprocess.name) != presets.end()) {
        object["preset"] = preprocess.name;
    }
    object["width"] = preprocess.width;
    object["height"] = preprocess.height;
    object["fit"] = wordOf(kFits, preprocess.fit);
    object["shortSide"] = preprocess.shortSide;
    object["filter"] = wordOf(kFilters, preprocess.filter);
    object["padValue"] = preprocess.padValue;
    object["channels"] = wordOf(kChannels, preprocess.channels);
    object["mean"] = numbers(preprocess.mean, preprocess.channelCount());
    object["std"] = numbers(preprocess.std, preprocess.channelCount());
    return object.dump(2) + "\n";
}

} // namespace quantoscope::eval
