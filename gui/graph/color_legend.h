// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/legend_picture.h"

#include <QWidget>

namespace quantoscope::gui {

/// One line that says what the graph's colours mean.
class ColorLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ColorLegend(QWidget* parent = nullptr);
    void setContent(const ColorLegendContent& content);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ColorLegendContent m_content;
};

} // namespace quantoscope::gui
