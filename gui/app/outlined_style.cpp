// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/outlined_style.h"

#include "gui/graph/operator_color.h"

#include <QPainter>
#include <QStyleOption>

namespace quantoscope::gui {

namespace {
constexpr double kOutlineShare = 0.45; ///< of the text's colour
}

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool isDark = option->palette.color(QPalette::Window).lightnessF() < 0.5F;
    if (!isDark || (!isBox && element != PE_IndicatorRadioButton)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, !isBox);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(blended(option->palette.color(QPalette::Window),
                            option->palette.color(QPalette::WindowText), kOutlineShare));
    const QRect outline = option->rect.adjusted(0, 0, -1, -1);
    if (isBox) {
        painter->drawRect(outline);
    } else {
        painter->drawEllipse(outline);
    }
    painter->restore();
}

} // namespace quantoscope::gui
