// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plots/plot_library.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// A configuration that a search ran.
struct SearchMark
{
    enum class Kind { Found, Uniform, WeightSqnr };
    double cost = 0.0;
    /// Top-1 in percent, or SQNR in dB, as its 95 % interval. NaN: not known, not drawn.
    double quality = 0.0;
    double low = 0.0;
    double high = 0.0;
    Kind kind = Kind::Found;
    bool isFront = false; ///< no other is both cheaper and better
    bool isBest = false;
    QString toolTip = {};
};

/// A search as the plot shows it.
struct SearchCurves
{
    std::vector<QPointF> predicted;      ///< cost and quality, by ascending cost
    std::vector<SearchMark> tried;       ///< in any order
    std::optional<double> budgetCost;    ///< where a budget of cost stands
    std::optional<double> budgetQuality; ///< where a budget of accuracy stands
    QString budgetLabel;
    std::optional<double> floatQuality; ///< of FP32, whose cost may lie outside
    [[nodiscard]] bool isEmpty() const { return tried.empty() && predicted.empty(); }
};

/// What of the trade-off plot belongs to a search: predicted and measured front, the configurations
/// tried with their confidence bars, and the budget. Everything it makes is owned by the plot.
class SearchOverlay
{
public:
    explicit SearchOverlay(QCustomPlot& plot);
    SearchOverlay(const SearchOverlay&) = delete;
    SearchOverlay& operator=(const SearchOverlay&) = delete;

    /// \param unit cost per unit of the x axis
    void setCurves(SearchCurves curves, double unit);
    void setUnit(double unit);
    void setSelected(int index); ///< of SearchCurves::tried; -1: none
    void addToLegend();
    void setColors(const QColor& text, const QColor& base, const QFont& font);

    [[nodiscard]] const SearchCurves& curves() const { return m_curves; }
    [[nodiscard]] int selected() const { return m_selectedIndex; }
    [[nodiscard]] QPointF pixelOf(int index) const;
    /// The nearest mark within `radius` pixels, or -1.
    [[nodiscard]] int markAt(const QPointF& position, double radius) const;

private:
    QCPGraph* addGraph(const QString& name);
    void draw();
    void drawMarks();
    void drawLines();
    void drawSelected();
    void showBudgetLabel(const QCPRange& costs); ///< where its line is in view
    void setUpLine(QCPItemStraightLine& line, QCPItemText& label);

    QCustomPlot& m_plot;
    SearchCurves m_curves;
    double m_unit = 1.0e6;
    int m_selectedIndex = -1;
    QCPGraph* m_predicted;
    QCPGraph* m_front;
    QCPGraph* m_found;
    QCPGraph* m_uniform;
    QCPGraph* m_weightSqnr;
    QCPGraph* m_best;
    QCPGraph* m_selected;
    QCPGraph* m_barCenters; ///< every mark, drawn as nothing
    QCPErrorBars* m_bars;
    QCPItemStraightLine* m_budget;
    QCPItemText* m_budgetLabel;
    QCPItemStraightLine* m_float;
    QCPItemText* m_floatLabel;
};

} // namespace quantoscope::gui
