// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/node_picture.h"

#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/quantity_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kRadius = 6.0;
constexpr double kStripe = 6.0;
constexpr double kPinWidth = 12.0;
constexpr double kBadgeWidth = 29.0;
constexpr double kRangeWidth = 40.0; ///< of "W2–8"
constexpr double kTextZoom = 0.30;   ///< below, a node is a coloured box
constexpr double kDetailZoom = 0.60; ///< below, only the operator is written
constexpr double kOutputZoom = 0.75; ///< below, what flows out of it is not

QFont nodeFont(double pixels, bool bold)
{
    QFont font;
    font.setPixelSize(static_cast<int>(pixels));
    font.setBold(bold);
    return font;
}

/// Operator and activation function, short enough for a node: "DWConv + Clip".
QString nodeTitle(const OutlineEntry& entry)
{
    QString title =
        entry.kind == model::LayerKind::DepthwiseConv ? u"DWConv"_s : operatorText(entry);
    QStringList absorbed;
    for (const std::string& op : entry.absorbed) {
        if (op != "Add" && op != "BatchNormalization" && op != "Pad") {
            absorbed.append(QString::fromStdString(op));
        }
    }
    if (absorbed == QStringList{u"Sigmoid"_s, u"Mul"_s}) {
        absorbed = {u"SiLU"_s};
    }
    for (const QString& op : absorbed) {
        title += u" + "_s % op;
    }
    return title;
}

QString bitsText(QChar kind, const BitsRange& bits)
{
    const QString fewest = kind % QString::number(bits.fewest);
    return bits.fewest == bits.most ? fewest : QString(fewest % u'–' % QString::number(bits.most));
}

double badgesWidth(const NodeBadges& badges)
{
    double width = badges.isPinned ? kPinWidth : 0.0;
    for (const auto& bits : {badges.weightBits, badges.activationBits}) {
        if (bits) {
            width += (bits->fewest == bits->most ? kBadgeWidth : kRangeWidth) + 3.0;
        }
    }
    return width;
}

void paintTexts(QPainter& painter, const NodePicture& node, const QPalette& palette,
                bool withDetails)
{
    const QColor text = node.fill ? readableOn(*node.fill) : palette.color(QPalette::Text);
    const QColor faint = blended(node.fill.value_or(palette.color(QPalette::Base)), text, 0.68);
    const QRectF body = nodeBody().adjusted(kStripe + 6.0, 4.0, -6.0, -4.0);
    painter.setPen(text);
    const QFont title = nodeFont(withDetails ? 13.0 : 17.0, true);
    painter.setFont(title);
    const QRectF titleRect = withDetails
                                 ? QRectF(body.left(), body.top(), body.width(), 16.0)
                                 : QRectF(body.left(), body.top(), body.width(), body.height() / 2);
    painter.drawText(
        titleRect, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(title).elidedText(node.title, Qt::ElideRight, titleRect.width()));
    if (!withDetails) {
        return;
    }
    const QFont small = nodeFont(10.5, false);
    painter.setFont(small);
    painter.setPen(faint);
    const QFontMetricsF metrics(small);
    painter.drawText(QRectF(body.left(), body.top() + 16.0, body.width(), 14.0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(node.name, Qt::ElideMiddle, body.width()));
    const double shapeWidth = body.width() - badgesWidth(node.badges);
    painter.drawText(QRectF(body.left(), body.bottom() - 15.0, shapeWidth, 15.0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(node.shape, Qt::ElideRight, shapeWidth));
}

void paintBadges(QPainter& painter, const NodePicture& node, const QPalette& palette)
{
    painter.setFont(nodeFont(10.5, true));
    double right = nodeBody().right() - 5.0;
    const auto badge = [&](QChar kind, const BitsRange& bits) {
        const double width = bits.fewest == bits.most ? kBadgeWidth : kRangeWidth;
        const QRectF rect(right - width, nodeBody().bottom() - 19.0, width, 15.0);
        const QColor color = bitsColor(bits.fewest, palette);
        painter.setPen(node.fill ? QPen(readableOn(*node.fill), 1.0) : QPen(Qt::NoPen));
        painter.setBrush(color);
        painter.drawRoundedRect(rect, 4.0, 4.0);
        painter.setPen(color.lightnessF() > 0.45F && color != QColor(okabe_ito::kVermillion)
                           ? Qt::black
                           : Qt::white);
        painter.drawText(rect, Qt::AlignCenter, bitsText(kind, bits));
        right -= width + 3.0;
    };
    if (node.badges.activationBits) {
        badge(u'A', *node.badges.activationBits);
    }
    if (node.badges.weightBits) {
        badge(u'W', *node.badges.weightBits);
    }
    if (node.badges.isPinned) {
        const QColor color = node.fill ? readableOn(*node.fill) : palette.color(QPalette::Text);
        const QPointF head(right - kPinWidth / 2 + 2.0, nodeBody().bottom() - 14.0);
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(head, head + QPointF(0.0, 9.0));
        painter.setBrush(color);
        painter.drawEllipse(head, 3.0, 3.0);
    }
}

/// Over the edges, which may leave to its side.
void paintOutput(QPainter& painter, const NodePicture& node, const QPalette& palette)
{
    const QFont font = nodeFont(10.0, false);
    const QString text =
        QFontMetricsF(font).elidedText(node.output, Qt::ElideRight, outputLabel().width() - 4.0);
    QRectF place = outputLabel();
    place.setWidth(QFontMetricsF(font).horizontalAdvance(text) + 4.0);
    QColor base = palette.color(QPalette::Base);
    painter.setFont(font);
    painter.setPen(node.isCurrent ? palette.color(QPalette::Highlight)
                                  : blended(base, palette.color(QPalette::Text), 0.7));
    base.setAlphaF(0.85F);
    painter.fillRect(place, base);
    painter.drawText(place, Qt::AlignCenter, text);
}

/// Outline of a node; a block looks like a pile of them.
void paintBody(QPainter& painter, const NodePicture& node, const QPalette& palette,
               const QPen& border)
{
    const QRectF body = nodeBody();
    const QColor base = palette.color(QPalette::Base);
    painter.setPen(border);
    painter.setBrush(node.fill.value_or(blended(base, node.color, node.isCurrent ? 0.30 : 0.13)));
    if (node.isBlock) {
        painter.drawRoundedRect(body.adjusted(4.0, 4.0, 4.0, 4.0), kRadius, kRadius);
        painter.drawRoundedRect(body.adjusted(2.0, 2.0, 2.0, 2.0), kRadius, kRadius);
    }
    painter.drawRoundedRect(body, kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(node.color);
    painter.drawRoundedRect(QRectF(body.left(), body.top(), kStripe, body.height()), 3.0, 3.0);
}

} // namespace

QRectF outputLabel()
{
    return {7.0, kNodeSize.height() / 2 + 3.0, kNodeSize.width() / 2 + 25.0, 13.0};
}

QRectF nodeBody()
{
    return {-kNodeSize.width() / 2, -kNodeSize.height() / 2, kNodeSize.width(), kNodeSize.height()};
}

NodePicture nodePicture(const DrawnNode& node)
{
    NodePicture picture;
    picture.name = QString::fromStdString(node.entry.name);
    picture.shape = shortShapeText(node.entry.outputShape);
    picture.color = node.isBlock() ? QColor(0x88, 0x88, 0x88) : operatorColor(node.entry);
    picture.isBlock = node.isBlock();
    picture.title = node.isBlock() ? QString(QString::fromStdString(node.entry.opType) % u" ("_s %
                                             QString::number(node.layers.size()) % u')')
                                   : nodeTitle(node.entry);
    return picture;
}

QString shortShapeText(const Shape& shape)
{
    return (shape.size() > 1 ? shapeText(Shape(shape.begin() + 1, shape.end())) : shapeText(shape))
        .remove(u' ');
}

void paintNode(QPainter& painter, const NodePicture& node, const QPalette& palette, double zoom)
{
    const QColor base = palette.color(QPalette::Base);
    QPen border(blended(base, node.color, 0.9), 1.0);
    if (node.isMatching) {
        border = QPen(QColor(okabe_ito::kVermillion), 2.5);
    }
    if (node.isCurrent || node.isChosen) {
        border = QPen(palette.color(QPalette::Highlight), node.isCurrent ? 3.5 : 2.0);
    }
    if (zoom < kTextZoom) {
        const bool isMarked = node.isCurrent || node.isChosen || node.isMatching;
        border.setWidthF(std::max(border.widthF(), 2.0 / zoom)); // still seen from afar
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(isMarked ? border : QPen(Qt::NoPen));
        painter.setBrush(node.fill.value_or(blended(base, node.color, 0.75)));
        painter.drawRect(nodeBody());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintBody(painter, node, palette, border);
    paintTexts(painter, node, palette, zoom >= kDetailZoom);
    paintBadges(painter, node, palette);
    if (zoom >= kOutputZoom && !node.output.isEmpty()) {
        paintOutput(painter, node, palette);
    }
}

} // namespace quantoscope::gui
