// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "core/session/model_info.h"
#include "core/session/results.h"
#include "gui/models/cost_axis.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QToolButton;

namespace quantoscope::gui {

class ConfigurationDocument;
class ConfigurationHistory;
class PlaceholderStack;
class TradeOffPlot;
struct TriedConfiguration;

/// Accuracy against size, bit operations or measured time of every configuration tried, and of
/// those a search runs; a click goes back to one, as an undoable step.
class TradeOffPanel : public QWidget
{
    Q_OBJECT

public:
    TradeOffPanel(ConfigurationHistory& history, ConfigurationDocument& document,
                  QWidget* parent = nullptr);

    /// Null while there is none. Without labelled pictures the vertical axis is the output's SQNR.
    void setFloatReference(std::shared_ptr<const session::FloatReference> reference);
    /// What is known of the configuration being evaluated, and its costs.
    void setPartial(const session::PartialEvaluation& partial, double sizeBytes, double bops);
    /// FP32's bit operations, and its time for one image where that is measured.
    void setFloatCosts(double bops, std::optional<double> milliseconds);
    void setAxis(CostAxis axis);
    /// Nothing is being evaluated, or something else.
    void clearPartial();
    /// Null: there is no search.
    void setSearch(const session::SearchReportPtr& report);
    void setSelectedSearchPoint(int index); ///< -1: none
    [[nodiscard]] QToolButton& measureButton() { return *m_measure; }
    [[nodiscard]] TradeOffPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void searchPointClicked(int index);
    /// Configurations whose time is to be measured.
    void
    timesWanted(const std::vector<std::shared_ptr<const quant::Configuration>>& configurations);

private:
    QWidget* makeBar();
    [[nodiscard]] std::optional<double> costOf(const TriedConfiguration& tried) const;
    [[nodiscard]] std::optional<double> floatCost() const;
    void showUntimed();
    void wantTimes();
    void refresh();
    void refreshPoints(bool hasTop1);
    void refreshSearch();
    void restore(int index);

    ConfigurationHistory& m_history;
    ConfigurationDocument& m_document;
    std::shared_ptr<const session::FloatReference> m_reference;
    session::SearchReportPtr m_search;
    double m_floatBops = 0.0;
    std::optional<double> m_floatMs;
    std::vector<int> m_rows; ///< of the history, by point of the plot
    TradeOffPlot* m_plot;
    QComboBox* m_axis = nullptr;
    QToolButton* m_measure = nullptr;
    PlaceholderStack* m_stack;
};

} // namespace quantoscope::gui
