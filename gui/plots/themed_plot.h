// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plots/plot_library.h"

namespace quantoscope::gui {

/// A plot in the colours of the palette that says why it is empty when it is.
class ThemedPlot : public QCustomPlot
{
    Q_OBJECT

public:
    explicit ThemedPlot(QWidget* parent = nullptr);

    /// Shown in the middle instead of axes and data; empty: the plot itself.
    void setMessage(const QString& message);
    /// What the mouse is over, beside the cursor; empty hides it.
    void showToolTip(const QString& text);

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 110}; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 240}; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// Sets the pens and brushes of what a plot drew; called after the axes have their colours.
    virtual void applyColors() {}
    /// The legend in a row of its own above the plot, where it hides no data.
    void putLegendAbove();
    /// Gives the legend as many columns as fit; call when its items have changed.
    void wrapLegend();
    void replotLater() { replot(rpQueuedReplot); }
    [[nodiscard]] QColor textColor() const;
    [[nodiscard]] QColor gridColor() const;

private:
    void applyTheme();
    void styleAxis(QCPAxis& axis);

    QCPItemText* m_message; ///< owned by the plot
    bool m_legendAbove = false;
};

} // namespace quantoscope::gui
