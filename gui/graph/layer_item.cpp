// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layer_item.h"

#include "gui/graph/graph_layout.h"
#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/quantity_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kRadius = 6.0;
constexpr double kStripe = 6.0;
constexpr double kMargin = 4.0;
constexpr double kPinWidth = 12.0;
constexpr double kTextZoom = 0.30;   ///< below, a node is a coloured box
constexpr double kDetailZoom = 0.60; ///< below, only the operator is written

QRectF bodyRect()
{
    return {-kNodeSize.width() / 2, -kNodeSize.height() / 2, kNodeSize.width(), kNodeSize.height()};
}

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

/// Without the batch, which is the same everywhere.
QString nodeShape(const Shape& shape)
{
    return shape.size() > 1 ? shapeText(Shape(shape.begin() + 1, shape.end())).remove(u' ')
                            : shapeText(shape);
}

QString bitsText(QChar kind, int bits)
{
    return kind % QString::number(bits);
}

} // namespace

LayerItem::LayerItem(OutlineId id, const OutlineEntry& entry)
    : m_id(id), m_operator(nodeTitle(entry)), m_name(QString::fromStdString(entry.name)),
      m_shape(nodeShape(entry.outputShape)), m_color(operatorColor(entry))
{
    setToolTip(layerToolTip(entry));
    setCursor(Qt::PointingHandCursor);
}

QRectF LayerItem::boundingRect() const
{
    return bodyRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

void LayerItem::setBadges(const NodeBadges& badges)
{
    if (badges != m_badges) {
        m_badges = badges;
        update();
    }
}

void LayerItem::setFill(const std::optional<QColor>& fill)
{
    if (fill != m_fill) {
        m_fill = fill;
        update();
    }
}

void LayerItem::setCurrent(bool current)
{
    if (current != m_current) {
        m_current = current;
        setZValue(current ? 2.0 : 1.0);
        update();
    }
}

void LayerItem::setMatching(bool matching)
{
    if (matching != m_matching) {
        m_matching = matching;
        update();
    }
}

void LayerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const QPalette palette = widget != nullptr ? widget->palette() : option->palette;
    const double zoom =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF body = bodyRect();
    const QColor base = palette.color(QPalette::Base);
    QPen border(blended(base, m_color, 0.9), 1.0);
    if (m_matching) {
        border = QPen(QColor(okabe_ito::kVermillion), 2.5);
    }
    if (m_current) {
        border = QPen(palette.color(QPalette::Highlight), 3.5);
    }
    if (zoom < kTextZoom) {
        painter->setPen(m_current || m_matching ? border : QPen(Qt::NoPen));
        painter->setBrush(m_fill.value_or(blended(base, m_color, 0.75)));
        painter->drawRect(body);
        return;
    }
    painter->setPen(border);
    painter->setBrush(m_fill.value_or(blended(base, m_color, m_current ? 0.30 : 0.13)));
    painter->drawRoundedRect(body, kRadius, kRadius);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_color);
    painter->drawRoundedRect(QRectF(body.left(), body.top(), kStripe, body.height()), 3.0, 3.0);
    paintTexts(*painter, palette, zoom >= kDetailZoom);
    paintBadges(*painter, palette);
}

void LayerItem::paintTexts(QPainter& painter, const QPalette& palette, bool withDetails) const
{
    const QColor text = m_fill ? readableOn(*m_fill) : palette.color(QPalette::Text);
    const QColor faint = blended(m_fill.value_or(palette.color(QPalette::Base)), text, 0.68);
    const QRectF body = bodyRect().adjusted(kStripe + 6.0, 4.0, -6.0, -4.0);
    painter.setPen(text);
    const QFont title = nodeFont(withDetails ? 13.0 : 17.0, true);
    painter.setFont(title);
    const QRectF titleRect = withDetails
                                 ? QRectF(body.left(), body.top(), body.width(), 16.0)
                                 : QRectF(body.left(), body.top(), body.width(), body.height() / 2);
    painter.drawText(
        titleRect, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(title).elidedText(m_operator, Qt::ElideRight, titleRect.width()));
    if (!withDetails) {
        return;
    }
    const QFont small = nodeFont(10.5, false);
    painter.setFont(small);
    painter.setPen(faint);
    const QFontMetricsF metrics(small);
    painter.drawText(QRectF(body.left(), body.top() + 16.0, body.width(), 14.0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_name, Qt::ElideMiddle, body.width()));
    const double shapeWidth = body.width() - (m_badges.isPinned ? 66.0 + kPinWidth : 66.0);
    painter.drawText(QRectF(body.left(), body.bottom() - 15.0, shapeWidth, 15.0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_shape, Qt::ElideRight, shapeWidth));
}

void LayerItem::paintBadges(QPainter& painter, const QPalette& palette) const
{
    painter.setFont(nodeFont(10.5, true));
    double right = bodyRect().right() - 5.0;
    const auto badge = [&](QChar kind, int bits) {
        const QRectF rect(right - 29.0, bodyRect().bottom() - 19.0, 29.0, 15.0);
        const QColor color = bitsColor(bits, palette);
        painter.setPen(m_fill ? QPen(readableOn(*m_fill), 1.0) : QPen(Qt::NoPen));
        painter.setBrush(color);
        painter.drawRoundedRect(rect, 4.0, 4.0);
        painter.setPen(color.lightnessF() > 0.45F && color != QColor(okabe_ito::kVermillion)
                           ? Qt::black
                           : Qt::white);
        painter.drawText(rect, Qt::AlignCenter, bitsText(kind, bits));
        right -= 32.0;
    };
    if (m_badges.activationBits) {
        badge(u'A', *m_badges.activationBits);
    }
    if (m_badges.weightBits) {
        badge(u'W', *m_badges.weightBits);
    }
    if (m_badges.isPinned) {
        const QColor color = m_fill ? readableOn(*m_fill) : palette.color(QPalette::Text);
        const QPointF head(right - kPinWidth / 2 + 2.0, bodyRect().bottom() - 14.0);
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(head, head + QPointF(0.0, 9.0));
        painter.setBrush(color);
        painter.drawEllipse(head, 3.0, 3.0);
    }
}

} // namespace quantoscope::gui
