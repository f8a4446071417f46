// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace quantoscope::gui {

/// A place of the window and what it is for.
struct TourStop
{
    QPointer<QWidget> place;
    QString title;
    QString text;
};

/// Shows a newcomer around: dims the window but for one place at a time and says what it is for.
/// Closes itself at the end, at Escape, or when the user has seen enough.
class Tour : public QWidget
{
    Q_OBJECT

public:
    Tour(QList<TourStop> stops, QWidget& window);
    void showStop(int index);
    [[nodiscard]] int stop() const { return m_stop; }
    [[nodiscard]] int count() const { return static_cast<int>(m_stops.size()); }

Q_SIGNALS:
    void ended();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addBubble();
    void placeBubble();
    void end();
    [[nodiscard]] QRect lit() const;

    QList<TourStop> m_stops;
    int m_stop = 0;
    QWidget* m_bubble = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_where = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace quantoscope::gui
