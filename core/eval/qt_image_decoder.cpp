// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"

#include "core/eval/picture_file.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtGui/QImage>
#include <QtGui/QImageReader>

#include <algorithm>
#include <new>

namespace quantoscope::eval {
namespace {

constexpr int kAllocationLimitMiB = 1024;

Result<QByteArray> readBytes(const std::filesystem::path& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileNotFound,
                    "the picture cannot be opened (" + source.errorString().toStdString() + ")",
                    file.string());
    }
    return source.readAll();
}

/// Upright RGB888; transparent pixels lie on black.
QImage toRgb(QImage picture)
{
    if (picture.hasAlphaChannel()) {
        // A premultiplied colour is the colour over black.
        picture.convertTo(QImage::Format_ARGB32_Premultiplied);
        picture.reinterpretAsFormat(QImage::Format_RGB32);
    }
    picture.convertTo(QImage::Format_RGB888);
    return picture;
}

Image toImage(const QImage& picture)
{
    Image image;
    image.width = picture.width();
    image.height = picture.height();
    const auto rowBytes = static_cast<std::size_t>(image.width) * 3;
    image.rgb.resize(rowBytes * image.height);
    for (int row = 0; row < image.height; ++row) {
        std::copy_n(picture.constScanLine(row), rowBytes, image.rgb.begin() + row * rowBytes);
    }
    return image;
}

Result<Image> decodeBytes(QByteArray& bytes, const std::string& name)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    QImage picture;
    if (!reader.read(&picture) || picture.isNull()) {
        return fail(ErrorCode::FileUnreadable,
                    "the picture cannot be decoded (" + reader.errorString().toStdString() +
                        "); expected JPEG, PNG, BMP or WebP",
                    name);
    }
    picture = toRgb(std::move(picture));
    if (picture.isNull()) {
        return fail(ErrorCode::OutOfMemory, "no memory to convert the picture to RGB", name);
    }
    return toImage(picture);
}

} // namespace

QtImageDecoder::QtImageDecoder()
{
    // Colour profiles are not used, so what is wrong with them is no news.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.icc.warning=false"));
    QImageReader::setAllocationLimit(
        std::max(QImageReader::allocationLimit(), kAllocationLimitMiB));
}

Result<Image> QtImageDecoder::decode(const std::filesystem::path& file) const
{
    try {
        Result<QByteArray> bytes = readBytes(file);
        if (!bytes) {
            return failFrom(bytes);
        }
        const auto* first = reinterpret_cast<const std::uint8_t*>(bytes->constData());
        if (isTruncated({first, static_cast<std::size_t>(bytes->size())})) {
            return fail(ErrorCode::FileUnreadable,
                        "the picture is truncated: the file ends before its pixels do",
                        file.string());
        }
        return decodeBytes(*bytes, file.string());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory to decode the picture", file.string());
    }
}

} // namespace quantoscope::eval
