// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_picture.h"

#include "core/base/atomic_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = 24.0;
constexpr double kPngScale = 2.0;
constexpr double kLegendHeight = 28.0;
constexpr double kLegendWidth = 300.0;
constexpr std::size_t kItemsPerCheck = 64; ///< for a cancel

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

/// False when cancelled.
bool paintItems(QPainter& painter, const GraphPicture& picture, double zoom,
                const JobContext& context)
{
    for (std::size_t i = 0; i < picture.edges.size(); ++i) {
        if (i % kItemsPerCheck == 0 && context.cancelled()) {
            return false;
        }
        paintEdge(painter, picture.edges[i], picture.palette, zoom);
    }
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        if (i % kItemsPerCheck == 0 && context.cancelled()) {
            return false;
        }
        painter.save();
        painter.translate(picture.nodes[i].center);
        paintNode(painter, picture.nodes[i].picture, picture.palette, zoom);
        painter.restore();
    }
    return true;
}

/// The graph, its margin and its legend.
QRectF pageOf(const GraphPicture& picture)
{
    QRectF page = picture.bounds.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    if (!picture.legend.isEmpty()) {
        page.setTop(page.top() - kLegendHeight);
        const double missing = std::max(0.0, kLegendWidth - page.width());
        page.adjust(-missing / 2, 0.0, missing / 2, 0.0);
    }
    return page;
}

/// False when cancelled.
bool paintPage(QPainter& painter, const GraphPicture& picture, const QRectF& page, double zoom,
               const JobContext& context)
{
    painter.fillRect(page, picture.palette.color(QPalette::Base));
    if (!picture.legend.isEmpty()) {
        QFont font;
        font.setPixelSize(12);
        painter.setFont(font);
        paintLegend(painter,
                    QRectF(page.topLeft(), QSizeF(page.width(), kLegendHeight + 4.0)).toRect(),
                    picture.legend, picture.palette);
    }
    return paintItems(painter, picture, zoom, context);
}

Result<QByteArray> toSvg(const GraphPicture& picture, const QRectF& area, const JobContext& context)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(tr("Graph of the model"));
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF(QPointF(), area.size()));
    QPainter painter(&generator);
    painter.translate(-area.topLeft());
    if (!paintPage(painter, picture, area, 1.0, context)) {
        return cancelledError();
    }
    painter.end();
    return bytes;
}

double pngScale(const QSizeF& size)
{
    return std::min({kPngScale, kLongestEdge / std::max(size.width(), size.height()),
                     std::sqrt(kMostPixels / (size.width() * size.height()))});
}

Result<QByteArray> toPng(const GraphPicture& picture, const QRectF& area, const JobContext& context)
{
    const double scale = pngScale(area.size());
    const QSize pixels = (area.size() * scale).toSize().expandedTo({1, 1});
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) {
        return fail(ErrorCode::OutOfMemory,
                    tr("there is not enough memory for a picture of %1 by %2 pixels; save an SVG "
                       "instead")
                        .arg(pixels.width())
                        .arg(pixels.height())
                        .toStdString());
    }
    image.fill(picture.palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    if (!paintPage(painter, picture, area, std::max(scale, 0.01), context)) {
        return cancelledError();
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void paintGraph(QPainter& painter, const GraphPicture& picture, double zoom)
{
    paintItems(painter, picture, zoom, {});
}

Result<QImage> graphImage(const GraphPicture& picture, const QSize& size, const JobContext& context)
{
    QImage image(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double x = image.width() / std::max(1.0, picture.bounds.width());
    const double y = image.height() / std::max(1.0, picture.bounds.height());
    painter.scale(x, y);
    painter.translate(-picture.bounds.topLeft());
    if (!paintItems(painter, picture, std::min(x, y), context)) {
        return cancelledError();
    }
    painter.end();
    return image;
}

Status writeGraphPicture(const GraphPicture& picture, const std::filesystem::path& file,
                         const JobContext& context)
{
    if (picture.nodes.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    tr("there is no graph to save; wait until it is laid out").toStdString());
    }
    const QRectF area = pageOf(picture);
    const bool isSvg = file.extension() == ".svg" || file.extension() == ".SVG";
    const Result<QByteArray> bytes =
        isSvg ? toSvg(picture, area, context) : toPng(picture, area, context);
    return bytes ? writeFile(file, std::string_view(bytes->constData(),
                                                    static_cast<std::size_t>(bytes->size())))
                 : Status(failFrom(bytes));
}

} // namespace quantoscope::gui
