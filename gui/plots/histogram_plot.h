// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plots/themed_plot.h"

#include <vector>

namespace quantoscope::gui {

/// What histograms have in common: counts on a linear or a logarithmic axis, the wheel zooms along
/// the values, a double click shows all of them again.
class HistogramPlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit HistogramPlot(QWidget* parent = nullptr);
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const { return m_isLogarithmic; }

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    /// Bin counts as a step line that starts and ends at zero.
    static void setSteps(QCPGraph& graph, const std::vector<double>& edges,
                         const std::vector<double>& counts);
    [[nodiscard]] static double largest(const std::vector<double>& values); ///< at least 1
    void setCountRange(QCPAxis& axis, double most);
    /// What a double click goes back to.
    void setWholeRange(double low, double high);
    /// A shaded strip from top to bottom, under the data.
    QCPItemRect* addShade();
    static void shade(QCPItemRect& strip, double low, double high, bool isShown);
    [[nodiscard]] QColor shadeColor() const;

private:
    void applyScale(QCPAxis& axis);

    bool m_isLogarithmic = false;
    QCPRange m_whole;
};

} // namespace quantoscope::gui
