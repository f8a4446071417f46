// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/eval/image.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// How a picture is brought to the model's size.
enum class FitMode {
    Stretch,         ///< to width x height, aspect ratio ignored
    ShortSideCrop,   ///< short side to `shortSide`, then centre crop width x height
    Letterbox,       ///< to fit inside, rest filled with `padValue`, picture centred
    LetterboxTopLeft ///< the same with the picture at the top left
};
enum class ResizeFilter { Bilinear, Bicubic }; ///< as Pillow: antialiased, on 8-bit values, bit-exact
enum class ChannelOrder { Rgb, Bgr, Grey };    ///< Grey: ITU-R 601 luma as Pillow's convert("L")
enum class TensorLayout { Nchw, Nhwc };

/// From picture to tensor: fit, resize, channel order, then (x - mean) / std on the 0..255 values.
struct Preprocess
{
    std::string name = "torchvision"; ///< preset it came from, or "custom"
    int width = 224;
    int height = 224;
    FitMode fit = FitMode::ShortSideCrop;
    int shortSide = 256; ///< used by ShortSideCrop
    ResizeFilter filter = ResizeFilter::Bilinear;
    int padValue = 114; ///< used by the letterbox modes, 0..255
    ChannelOrder channels = ChannelOrder::Rgb;
    std::array<float, 3> mean{123.675F, 116.28F, 103.53F}; ///< in 0..255 units, in the order of `channels`
    std::array<float, 3> std{58.395F, 57.12F, 57.375F};    ///< in 0..255 units, not 0
    TensorLayout layout = TensorLayout::Nchw;
    friend bool operator==(const Preprocess&, const Preprocess&) = default;

    [[nodiscard]] int channelCount() const { return channels == ChannelOrder::Grey ? 1 : 3; }
};

/// "torchvision", "tensorflow", "efficientnet-lite", "unit", "raw".
[[nodiscard]] std::vector<std::string> preprocessPresets();

/// A preset made to fit a model's image input, shape [N,C,H,W] or [N,H,W,C] (layout and size are
/// taken from it; 1 channel gives Grey). Dynamic height or width: the preset's own size.
/// torchvision and efficientnet-lite set the short side to size * 256 / 224 and size + 32.
/// Errors: InvalidArgument for an unknown name (listing the known), Unsupported when the shape is no image.
[[nodiscard]] Result<Preprocess> preprocessPreset(const std::string& name, const Shape& inputShape);

/// Reads the fields of a JSON file over the preset that it names ("preset", default torchvision). Errors name the file and field.
/// Every field of Preprocess except layout may appear: width, height, fit ("stretch", "short-side-crop",
/// "letterbox", "letterbox-top-left"), shortSide, filter ("bilinear", "bicubic"), padValue, channels ("rgb", "bgr", "grey"), mean, std (number or list).
[[nodiscard]] Result<Preprocess> readPreprocess(const std::filesystem::path& file,
                                                const Shape& inputShape);
[[nodiscard]] std::string toJson(const Preprocess& preprocess);
[[nodiscard]] Status validate(const Preprocess& preprocess);

/// The fitted 8-bit picture, [height, width, channelCount], before mean and std.
[[nodiscard]] Result<std::vector<std::uint8_t>> fitImage(const Image& image,
                                                         const Preprocess& preprocess);

/// (x - mean) / std of one fitted picture into `out` in the layout's order; sizes must match.
void normalize(std::span<const std::uint8_t> fitted, const Preprocess& preprocess,
               std::span<float> out);

} // namespace quantoscope::eval
