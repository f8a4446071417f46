// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/prediction_bars.h"

#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QPainter>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRows = 5;
constexpr int kPadding = 6;
} // namespace

PredictionBars::PredictionBars(const QString& title, const QColor& color, QWidget* parent)
    : QWidget(parent), m_title(title), m_color(color)
{
    setAccessibleName(title);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PredictionBars::setBars(std::vector<PredictionBar> bars)
{
    m_bars = std::move(bars);
    QString description;
    for (const PredictionBar& bar : m_bars) {
        description += bar.name % u' ' % percentText(bar.probability) % u"; "_s;
    }
    setAccessibleDescription(description);
    setToolTip(description.isEmpty()
                   ? QString()
                   : tr("Probability of the five best classes. A tick marks the label."));
    update();
}

QSize PredictionBars::sizeHint() const
{
    return {220, (kRows + 1) * (fontMetrics().height() + 6) + kPadding};
}

QSize PredictionBars::minimumSizeHint() const
{
    return {130, sizeHint().height()};
}

void PredictionBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int height = fontMetrics().height() + 6;
    QRect row(kPadding, 2, width() - 2 * kPadding, height);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(font());
    if (m_bars.empty()) {
        row.translate(0, height);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("no result yet"));
        return;
    }
    for (const PredictionBar& bar : m_bars) {
        row.translate(0, height);
        paintBar(painter, row, bar);
    }
}

void PredictionBars::paintBar(QPainter& painter, const QRect& row, const PredictionBar& bar) const
{
    const QColor base = palette().color(QPalette::Base);
    const QRect track = row.adjusted(0, 1, 0, -1);
    QRect filled = track;
    filled.setWidth(static_cast<int>(track.width() * bar.probability));
    painter.fillRect(track, blended(base, palette().color(QPalette::Text), 0.06));
    painter.fillRect(filled, blended(base, m_color, 0.55));
    painter.setPen(palette().color(QPalette::Text));
    const QString percent = percentText(bar.probability);
    const int percentWidth = fontMetrics().horizontalAdvance(percent) + 6;
    const QRect text = track.adjusted(5, 0, -5, 0);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, percent);
    const QString name = bar.isLabel ? QString(u"✓ "_s % bar.name) : bar.name;
    painter.drawText(text.adjusted(0, 0, -percentWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(name, Qt::ElideRight, text.width() - percentWidth));
}

} // namespace quantoscope::gui
