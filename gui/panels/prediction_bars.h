// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace quantoscope::gui {

/// A class and how probable the model finds it.
struct PredictionBar
{
    QString name;
    double probability = 0.0; ///< 0..1
    bool isLabel = false;     ///< it is the right answer
};

/// The five best classes of one image as bars with their probabilities.
class PredictionBars : public QWidget
{
    Q_OBJECT

public:
    PredictionBars(const QString& title, const QColor& color, QWidget* parent = nullptr);
    void setBars(std::vector<PredictionBar> bars);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBar(QPainter& painter, const QRect& row, const PredictionBar& bar) const;

    QString m_title;
    QColor m_color;
    std::vector<PredictionBar> m_bars;
};

} // namespace quantoscope::gui
