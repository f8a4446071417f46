// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kBubbleWidth = 340;
constexpr int kGap = 12;
} // namespace

Tour::Tour(QList<TourStop> stops, QWidget& window) : QWidget(&window), m_stops(std::move(stops))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tour of the window"));
    addBubble();
    setGeometry(window.rect());
    window.installEventFilter(this);
    show();
    raise();
    showStop(0);
}

void Tour::addBubble()
{
    m_bubble = new QWidget(this);
    m_bubble->setAutoFillBackground(true);
    m_bubble->setBackgroundRole(QPalette::Base);
    m_title = new QLabel;
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_where = new QLabel;
    m_where->setForegroundRole(QPalette::PlaceholderText);
    auto* skip = new QPushButton(tr("Close"));
    m_back = new QPushButton(tr("Back"));
    m_next = new QPushButton;
    m_next->setDefault(true);
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, [this] { showStop(m_stop - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showStop(m_stop + 1); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_where);
    buttons->addStretch(1);
    for (QPushButton* button : {skip, m_back, m_next}) {
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout(m_bubble);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    m_bubble->setFixedWidth(kBubbleWidth);
}

void Tour::showStop(int index)
{
    if (index >= m_stops.size()) {
        end();
        return;
    }
    m_stop = std::max(0, index);
    const TourStop& stop = m_stops[m_stop];
    m_title->setText(stop.title);
    m_text->setText(stop.text);
    m_where->setText(tr("%1 of %2").arg(m_stop + 1).arg(m_stops.size()));
    m_back->setEnabled(m_stop > 0);
    m_next->setText(m_stop + 1 < m_stops.size() ? tr("Next") : tr("Done"));
    m_next->setFocus();
    placeBubble();
    update();
}

QRect Tour::lit() const
{
    const QWidget* place = m_stops[m_stop].place;
    if (place == nullptr || !place->isVisible()) {
        return {};
    }
    return QRect(place->mapTo(parentWidget(), QPoint(0, 0)), place->size()).adjusted(-3, -3, 3, 3);
}

/// Beside the place where there is room, else over its middle.
void Tour::placeBubble()
{
    m_bubble->adjustSize();
    m_bubble->setFixedHeight(m_bubble->heightForWidth(kBubbleWidth) > 0
                                 ? m_bubble->heightForWidth(kBubbleWidth)
                                 : m_bubble->sizeHint().height());
    const QRect place = lit().isEmpty() ? rect() : lit();
    const QSize size = m_bubble->size();
    const int x = std::clamp(place.center().x() - size.width() / 2, kGap,
                             std::max(kGap, width() - size.width() - kGap));
    const int y = std::clamp(place.center().y() - size.height() / 2, kGap,
                             std::max(kGap, height() - size.height() - kGap));
    if (place.right() + kGap + size.width() < width()) {
        m_bubble->move(place.right() + kGap, y);
    } else if (place.left() - kGap - size.width() > 0) {
        m_bubble->move(place.left() - kGap - size.width(), y);
    } else if (place.bottom() + kGap + size.height() < height()) {
        m_bubble->move(x, place.bottom() + kGap);
    } else if (place.top() - kGap - size.height() > 0) {
        m_bubble->move(x, place.top() - kGap - size.height());
    } else {
        m_bubble->move(x, y);
    }
}

void Tour::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath dim;
    dim.addRect(rect());
    QPainterPath hole;
    hole.addRoundedRect(lit(), 6, 6);
    painter.fillPath(dim.subtracted(hole), QColor(0, 0, 0, 130));
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawPath(hole);
    QWidget::paintEvent(event);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
    } else if (event->key() == Qt::Key_Left) {
        showStop(m_stop - 1);
    } else if (event->key() == Qt::Key_Right) {
        showStop(m_stop + 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Tour::mousePressEvent(QMouseEvent*)
{
    showStop(m_stop + 1);
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        placeBubble();
    }
    return QWidget::eventFilter(watched, event);
}

void Tour::end()
{
    Q_EMIT ended();
    close();
}

} // namespace quantoscope::gui
