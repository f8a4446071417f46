// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/preprocess.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::eval {
namespace {

/// What to scale the picture to, which part to keep, and where that part lies in the result.
struct Placement
{
    ResampleRequest scaled;
    int left = 0;
    int top = 0;
};

/// Half of `room`, ties to even, as Python's round (torchvision's centre crop).
int centred(int room)
{
    return static_cast<int>(std::nearbyint(room / 2.0));
}

Placement stretch(const Preprocess& preprocess)
{
    return {{preprocess.width, preprocess.height, {0, 0, preprocess.width, preprocess.height}}};
}

Placement shortSideCrop(const Image& image, const Preprocess& preprocess)
{
    const bool isUpright = image.width <= image.height;
    const std::int64_t shorter = std::min(image.width, image.height);
    const std::int64_t longer = std::max(image.width, image.height);
    const bool isRounded = preprocess.fit == FitMode::ShortSideRoundedCrop;
    const std::int64_t scaled = preprocess.shortSide * longer;
    const auto longSide = isRounded ? static_cast<int>(std::nearbyint(static_cast<double>(scaled) /
                                                                      static_cast<double>(shorter)))
                                    : static_cast<int>(scaled / shorter);
    const auto offset = [&](int room) { return isRounded ? room / 2 : centred(room); };
    Placement placement;
    placement.scaled.width = isUpright ? preprocess.shortSide : longSide;
    placement.scaled.height = isUpright ? longSide : preprocess.shortSide;
    placement.scaled.window = {offset(placement.scaled.width - preprocess.width),
                               offset(placement.scaled.height - preprocess.height),
                               preprocess.width, preprocess.height};
    return placement;
}

Placement letterbox(const Image& image, const Preprocess& preprocess)
{
    const double ratio = std::min(static_cast<double>(preprocess.width) / image.width,
                                  static_cast<double>(preprocess.height) / image.height);
    const bool isCentred = preprocess.fit == FitMode::Letterbox;
    const auto side = [&](int length, int limit) {
        const double exact = length * ratio;
        return std::clamp(static_cast<int>(isCentred ? std::nearbyint(exact) : exact), 1, limit);
    };
    Placement placement;
    placement.scaled.width = side(image.width, preprocess.width);
    placement.scaled.height = side(image.height, preprocess.height);
    placement.scaled.window = {0, 0, placement.scaled.width, placement.scaled.height};
    if (isCentred) {
        placement.left = (preprocess.width - placement.scaled.width) / 2;
        placement.top = (preprocess.height - placement.scaled.height) / 2;
    }
    return placement;
}

Placement place(const Image& image, const Preprocess& preprocess)
{
    switch (preprocess.fit) {
    case FitMode::Stretch:
        return stretch(preprocess);
    case FitMode::ShortSideCrop:
    case FitMode::ShortSideRoundedCrop:
        return shortSideCrop(image, preprocess);
    case FitMode::Letterbox:
    case FitMode::LetterboxTopLeft:
        break;
    }
    return letterbox(image, preprocess);
}

/// ITU-R 601-2 luma in 16-bit fixed point, as Pillow's convert("L").
std::vector<std::uint8_t> luma(const std::vector<std::uint8_t>& rgb)
{
    std::vector<std::uint8_t> grey(rgb.size() / 3);
    for (std::size_t pixel = 0; pixel < grey.size(); ++pixel) {
        const std::uint8_t* value = rgb.data() + pixel * 3;
        grey[pixel] = static_cast<std::uint8_t>(
            (value[0] * 19595U + value[1] * 38470U + value[2] * 7471U + 0x8000U) >> 16);
    }
    return grey;
}

std::vector<std::uint8_t> pad(const std::vector<std::uint8_t>& picture, const Placement& placement,
                              const Preprocess& preprocess)
{
    const auto channels = static_cast<std::size_t>(preprocess.channelCount());
    const std::size_t stride = preprocess.width * channels;
    const std::size_t rowBytes = placement.scaled.window.width * channels;
    std::vector<std::uint8_t> result(stride * preprocess.height,
                                     static_cast<std::uint8_t>(preprocess.padValue));
    for (int row = 0; row < placement.scaled.window.height; ++row) {
        std::copy_n(picture.begin() + row * rowBytes, rowBytes,
                    result.begin() + (placement.top + row) * stride + placement.left * channels);
    }
    return result;
}

void swapRedAndBlue(std::vector<std::uint8_t>& picture)
{
    for (std::size_t pixel = 0; pixel + 2 < picture.size(); pixel += 3) {
        std::swap(picture[pixel], picture[pixel + 2]);
    }
}

} // namespace

Result<std::vector<std::uint8_t>> fitImage(const Image& image, const Preprocess& preprocess)
{
    if (const Status valid = validate(preprocess); !valid) {
        return failFrom(valid);
    }
    if (image.width < 1 || image.height < 1 ||
        image.rgb.size() != static_cast<std::size_t>(image.width) * image.height * 3) {
        return fail(ErrorCode::InvalidArgument, "the picture holds no pixels");
    }
    Placement placement = place(image, preprocess);
    placement.scaled.filter = preprocess.filter;
    const bool isGrey = preprocess.channels == ChannelOrder::Grey;
    const std::vector<std::uint8_t> grey = isGrey ? luma(image.rgb) : std::vector<std::uint8_t>{};
    std::vector<std::uint8_t> fitted =
        resample({image.width, image.height, preprocess.channelCount(), isGrey ? grey : image.rgb},
                 placement.scaled);
    const PixelWindow& window = placement.scaled.window;
    if (window.width != preprocess.width || window.height != preprocess.height) {
        fitted = pad(fitted, placement, preprocess);
    }
    if (preprocess.channels == ChannelOrder::Bgr) {
        swapRedAndBlue(fitted);
    }
    return fitted;
}

} // namespace quantoscope::eval
