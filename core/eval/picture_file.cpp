// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/picture_file.h"

#include <algorithm>
#include <cstdlib>

namespace quantoscope::eval {
namespace {

using Bytes = std::span<const std::uint8_t>;

std::uint32_t littleEndian(Bytes file, std::size_t offset, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value |= static_cast<std::uint32_t>(file[offset + i]) << (8 * i);
    }
    return value;
}

/// Offset of the first scan's entropy-coded data, or the file's size when there is none.
std::size_t jpegScanStart(Bytes file)
{
    constexpr std::uint8_t kStartOfScan = 0xDA;
    std::size_t at = 2;
    while (at + 4 <= file.size()) {
        if (file[at] != 0xFF) {
            return file.size();
        }
        if (file[at + 1] == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const std::uint8_t marker = file[at + 1];
        const auto length = static_cast<std::size_t>(file[at + 2]) << 8 | file[at + 3];
        at += 2 + length;
        if (marker == kStartOfScan) {
            return std::min(at, file.size());
        }
    }
    return file.size();
}

bool isTruncatedJpeg(Bytes file)
{
    const Bytes scan = file.subspan(jpegScanStart(file));
    constexpr std::uint8_t kEndOfImage[] = {0xFF, 0xD9};
    return std::search(scan.begin(), scan.end(), std::begin(kEndOfImage), std::end(kEndOfImage)) ==
           scan.end();
}

bool isTruncatedBmp(Bytes file)
{
    constexpr std::size_t kHeaderSize = 34;
    constexpr std::uint32_t kCoreHeaderSize = 12; // OS/2: another field layout, left to the decoder
    if (file.size() < kHeaderSize) {
        return true;
    }
    const std::uint32_t compression = littleEndian(file, 30, 4);
    const bool isRunLength = compression == 1 || compression == 2;
    if (littleEndian(file, 14, 4) == kCoreHeaderSize || isRunLength) {
        return false;
    }
    const auto width = static_cast<std::uint64_t>(littleEndian(file, 18, 4));
    const auto height = static_cast<std::int32_t>(littleEndian(file, 22, 4));
    const std::uint64_t bitsPerPixel = littleEndian(file, 28, 2);
    const std::uint64_t stride = (width * bitsPerPixel + 31) / 32 * 4;
    const auto rows = static_cast<std::uint64_t>(std::abs(static_cast<std::int64_t>(height)));
    return littleEndian(file, 10, 4) + stride * rows > file.size();
}

} // namespace

bool isTruncated(std::span<const std::uint8_t> file)
{
    if (file.size() >= 2 && file[0] == 0xFF && file[1] == 0xD8) {
        return isTruncatedJpeg(file);
    }
    if (file.size() >= 2 && file[0] == 'B' && file[1] == 'M') {
        return isTruncatedBmp(file);
    }
    return false;
}

} // namespace quantoscope::eval
