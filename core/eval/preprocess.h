// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/eval/image.h"
#include "core/eval/resample.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// How a picture is brought to the model's size.
enum class FitMode {
    Stretch, ///< to width x height, aspect ratio ignored
    /// short side to `shortSide`, long side truncated, centre crop rounded to even (torchvision)
    ShortSideCrop,
    /// the same with the long side rounded and the crop rounded down (what most Pillow scripts do)
    ShortSideRoundedCrop,
    Letterbox, ///< to fit inside, rest `padValue`, picture centred, sides rounded (Ultralytics)
    LetterboxTopLeft ///< the same at the top left, sides truncated (YOLOX)
};
/// Grey: ITU-R 601 luma as Pillow's convert("L"), taken before the picture is scaled.
enum class ChannelOrder { Rgb, Bgr, Grey };
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
    std::array<float, 3> mean{123.675F, 116.28F,
                              103.53F}; ///< in 0..255 units, in the order of `channels`
    std::array<float, 3> std{58.395F, 57.12F, 57.375F}; ///< in 0..255 units, not 0
    TensorLayout layout = TensorLayout::Nchw;
    friend bool operator==(const Preprocess&, const Preprocess&) = default;

    [[nodiscard]] int channelCount() const { return channels == ChannelOrder::Grey ? 1 : 3; }
};

/// "torchvision", "tensorflow", "efficientnet-lite", "unit", "raw".
[[nodiscard]] std::vector<std::string> preprocessPresets();

/// A preset made to fit a model's image input, shape [N,C,H,W] or [N,H,W,C] (layout and size are
/// taken from it; 1 channel gives Grey). Dynamic height or width: the preset's own size.
/// torchvision and efficientnet-lite set the short side to size * 256 / 224 and size + 32, where
/// size is the longer of width and height. Grey takes the averages of the preset's three means and
/// stds. Errors: InvalidArgument for an unknown name (listing the known), Unsupported when the
/// shape is no image.
[[nodiscard]] Result<Preprocess> preprocessPreset(const std::string& name, const Shape& inputShape);

/// Reads the fields of a JSON file over the preset that it names ("preset", default torchvision).
/// Every field of Preprocess except layout may appear: width, height, fit ("stretch",
/// "short-side-crop", "short-side-rounded-crop", "letterbox", "letterbox-top-left"), shortSide,
/// filter ("bilinear", "bicubic"), padValue, channels ("rgb", "bgr", "grey"), mean, std (a number,
/// or one per channel in the order of `channels`). With "bgr" the preset's own means and stds are
/// turned round too. A new size sets the preset's short side anew. `name` becomes "custom" when a
/// field differs from the preset. Errors name the file and field: FileNotFound, InvalidData
/// (syntax, unknown field, wrong type or value), ShapeMismatch (size or channels differ from what
/// the model's input fixes).
[[nodiscard]] Result<Preprocess> readPreprocess(const std::filesystem::path& file,
                                                const Shape& inputShape);
/// The same from text; `origin` is what messages name.
[[nodiscard]] Result<Preprocess> parsePreprocess(const std::string& text, const std::string& origin,
                                                 const Shape& inputShape);
/// What readPreprocess reads; every field but layout.
[[nodiscard]] std::string toJson(const Preprocess& preprocess);
/// InvalidArgument naming the field that is outside its range.
[[nodiscard]] Status validate(const Preprocess& preprocess);

/// The fitted 8-bit picture, [height, width, channelCount], before mean and std.
/// Errors: those of validate; InvalidArgument for an empty picture.
[[nodiscard]] Result<std::vector<std::uint8_t>> fitImage(const Image& image,
                                                         const Preprocess& preprocess);

/// Normalized value of each 8-bit value, per channel.
using NormalizeTable = std::array<std::array<float, 256>, 3>;
[[nodiscard]] NormalizeTable normalizeTable(const Preprocess& preprocess);

/// (x - mean) / std of one fitted picture into `out` in the layout's order; sizes must match.
void normalize(std::span<const std::uint8_t> fitted, const Preprocess& preprocess,
               std::span<float> out);
/// The same with the table of `preprocess` made beforehand, for many pictures.
void normalize(std::span<const std::uint8_t> fitted, const Preprocess& preprocess,
               const NormalizeTable& table, std::span<float> out);

} // namespace quantoscope::eval
