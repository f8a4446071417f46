// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/image_grid_delegate.h"

#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/image_list_model.h"

#include <QPainter>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPicture = 96;
constexpr int kMargin = 6;
constexpr int kBadge = 20;

struct Badge
{
    QString sign; ///< colours alone do not tell everybody
    QRgb color = 0;
};

Badge badgeOf(ImageChange change)
{
    switch (change) {
    case ImageChange::Broken:
        return {u"✕"_s, okabe_ito::kVermillion};
    case ImageChange::Changed:
        return {u"≠"_s, okabe_ito::kOrange};
    case ImageChange::Fixed:
        return {u"✓"_s, okabe_ito::kGreen};
    case ImageChange::Same:
    case ImageChange::Unknown:
        break;
    }
    return {};
}

void paintBadge(QPainter& painter, const QRect& picture, const Badge& badge)
{
    if (badge.sign.isEmpty()) {
        return;
    }
    const QRect circle(picture.right() - kBadge + 5, picture.top() - 5, kBadge, kBadge);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(QColor(badge.color));
    painter.drawEllipse(circle);
    painter.setPen(readableOn(QColor(badge.color)));
    painter.drawText(circle, Qt::AlignCenter, badge.sign);
}

} // namespace

void ImageGridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, option.palette.highlight());
    }
    const QRect inner = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRect place(inner.center().x() - kPicture / 2, inner.top(), kPicture, kPicture);
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    QRect picture = place;
    if (!image.isNull()) {
        picture.setSize(image.size().scaled(place.size(), Qt::KeepAspectRatio));
        picture.moveCenter(place.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(picture, image);
    }
    const auto change = static_cast<ImageChange>(index.data(ImageListModel::ChangeRole).toInt());
    paintBadge(*painter, picture, badgeOf(change));
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const QModelIndex answer = index.siblingAtColumn(ImageListModel::QuantizedColumn);
    const QRect text(inner.left(), place.bottom() + 3, inner.width(), option.fontMetrics.height());
    painter->drawText(
        text, Qt::AlignCenter,
        option.fontMetrics.elidedText(answer.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize ImageGridDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {kPicture + 2 * kMargin + 8, kPicture + 2 * kMargin + option.fontMetrics.height() + 4};
}

} // namespace quantoscope::gui
