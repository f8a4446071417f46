// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/preprocess.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

namespace quantoscope::eval {
namespace {

constexpr int kLargestSide = 16384;

/// A preset at its own size; the short side follows from the size.
struct Preset
{
    Preprocess settings;
    int (*shortSide)(int size);
};

int torchvisionShortSide(int size)
{
    return static_cast<int>(std::int64_t{size} * 256 / 224);
}

int efficientNetLiteShortSide(int size)
{
    return size + 32;
}

int sameShortSide(int size)
{
    return size;
}

Preprocess stretched(std::string name, float mean, float std)
{
    Preprocess settings;
    settings.name = std::move(name);
    settings.fit = FitMode::Stretch;
    settings.shortSide = settings.width;
    settings.mean.fill(mean);
    settings.std.fill(std);
    return settings;
}

Preprocess efficientNetLite()
{
    Preprocess settings = stretched("efficientnet-lite", 127.0F, 128.0F);
    settings.fit = FitMode::ShortSideRoundedCrop;
    settings.filter = ResizeFilter::Bicubic;
    return settings;
}

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> kAll{
        {Preprocess{}, torchvisionShortSide},
        {stretched("tensorflow", 127.5F, 127.5F), sameShortSide},
        {efficientNetLite(), efficientNetLiteShortSide},
        {stretched("unit", 0.0F, 255.0F), sameShortSide},
        {stretched("raw", 0.0F, 1.0F), sameShortSide},
    };
    return kAll;
}

std::string presetList()
{
    std::string list;
    for (const std::string& name : preprocessPresets()) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

struct ImageInput
{
    TensorLayout layout = TensorLayout::Nchw;
    std::int64_t channels = 3;
    std::int64_t height = 0;
    std::int64_t width = 0;
};

std::optional<ImageInput> imageInput(const Shape& shape)
{
    if (shape.size() != 4) {
        return std::nullopt;
    }
    const auto isColour = [](std::int64_t extent) { return extent == 1 || extent == 3; };
    ImageInput input;
    if (!isColour(shape[1]) && isColour(shape[3])) {
        input = {TensorLayout::Nhwc, shape[3], shape[1], shape[2]};
    } else if (isColour(shape[1]) || shape[1] < 0) {
        input = {TensorLayout::Nchw, shape[1] < 0 ? 3 : shape[1], shape[2], shape[3]};
    } else {
        return std::nullopt;
    }
    const auto isSide = [](std::int64_t extent) { return extent != 0 && extent <= kLargestSide; };
    return isSide(input.height) && isSide(input.width) ? std::optional(input) : std::nullopt;
}

void makeGrey(Preprocess& settings)
{
    settings.channels = ChannelOrder::Grey;
    settings.mean.fill((settings.mean[0] + settings.mean[1] + settings.mean[2]) / 3.0F);
    settings.std.fill((settings.std[0] + settings.std[1] + settings.std[2]) / 3.0F);
}

Status invalid(const std::string& field, const std::string& found, const std::string& expected)
{
    return fail(ErrorCode::InvalidArgument, field + " is " + found + "; expected " + expected);
}

Status validateSize(const Preprocess& preprocess)
{
    const std::string range = "1 to " + std::to_string(kLargestSide);
    if (preprocess.width < 1 || preprocess.width > kLargestSide) {
        return invalid("width", std::to_string(preprocess.width), range);
    }
    if (preprocess.height < 1 || preprocess.height > kLargestSide) {
        return invalid("height", std::to_string(preprocess.height), range);
    }
    const int longer = std::max(preprocess.width, preprocess.height);
    const bool crops =
        preprocess.fit == FitMode::ShortSideCrop || preprocess.fit == FitMode::ShortSideRoundedCrop;
    if (crops && (preprocess.shortSide < longer || preprocess.shortSide > kLargestSide)) {
        return invalid("shortSide", std::to_string(preprocess.shortSide),
                       "at least the crop of " + std::to_string(preprocess.width) + " x " +
                           std::to_string(preprocess.height) + " (width x height) and at most " +
                           std::to_string(kLargestSide));
    }
    return {};
}

} // namespace

std::vector<std::string> preprocessPresets()
{
    std::vector<std::string> names;
    for (const Preset& preset : presets()) {
        names.push_back(preset.settings.name);
    }
    return names;
}

Result<Preprocess> preprocessPreset(const std::string& name, const Shape& inputShape)
{
    const auto preset = std::find_if(presets().begin(), presets().end(), [&](const Preset& each) {
        return each.settings.name == name;
    });
    if (preset == presets().end()) {
        return fail(ErrorCode::InvalidArgument,
                    "there is no preprocessing preset '" + name + "'; known are " + presetList());
    }
    const std::optional<ImageInput> input = imageInput(inputShape);
    if (!input) {
        return fail(ErrorCode::Unsupported,
                    "the model's input " + toString(inputShape) +
                        " is no picture; expected [N,C,H,W] or [N,H,W,C] with 1 or 3 channels");
    }
    Preprocess settings = preset->settings;
    settings.layout = input->layout;
    settings.width = input->width < 0 ? settings.width : static_cast<int>(input->width);
    settings.height = input->height < 0 ? settings.height : static_cast<int>(input->height);
    settings.shortSide = preset->shortSide(std::max(settings.width, settings.height));
    if (input->channels == 1) {
        makeGrey(settings);
    }
    return settings;
}

Status validate(const Preprocess& preprocess)
{
    if (Status size = validateSize(preprocess); !size) {
        return size;
    }
    if (preprocess.padValue < 0 || preprocess.padValue > 255) {
        return invalid("padValue", std::to_string(preprocess.padValue), "0 to 255");
    }
    for (int channel = 0; channel < preprocess.channelCount(); ++channel) {
        if (!std::isfinite(preprocess.mean[channel])) {
            return invalid("mean", std::to_string(preprocess.mean[channel]), "a finite number");
        }
        if (!std::isnormal(preprocess.std[channel])) {
            return invalid("std", std::to_string(preprocess.std[channel]),
                           "a finite number other than 0");
        }
    }
    return {};
}

NormalizeTable normalizeTable(const Preprocess& preprocess)
{
    NormalizeTable table{};
    for (std::size_t channel = 0; channel < table.size(); ++channel) {
        for (std::size_t value = 0; value < table[channel].size(); ++value) {
            table[channel][value] =
                (static_cast<float>(value) - preprocess.mean[channel]) / preprocess.std[channel];
        }
    }
    return table;
}

void normalize(std::span<const std::uint8_t> fitted, const Preprocess& preprocess,
               std::span<float> out)
{
    normalize(fitted, preprocess, normalizeTable(preprocess), out);
}

void normalize(std::span<const std::uint8_t> fitted, const Preprocess& preprocess,
               const NormalizeTable& table, std::span<float> out)
{
    assert(fitted.size() == out.size());
    const auto channels = static_cast<std::size_t>(preprocess.channelCount());
    const std::size_t pixels = fitted.size() / channels;
    const bool isPlanar = preprocess.layout == TensorLayout::Nchw;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const std::array<float, 256>& values = table[channel];
        const std::uint8_t* from = fitted.data() + channel;
        float* to = isPlanar ? out.data() + channel * pixels : out.data() + channel;
        const std::size_t step = isPlanar ? 1 : channels;
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            to[pixel * step] = values[from[pixel * channels]];
        }
    }
}

} // namespace quantoscope::eval
