// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <QWidget>

#include <memory>

namespace quantoscope::gui {

class ConfigurationDocument;
class ConfigurationHistory;
class PlaceholderStack;
class TradeOffPlot;

/// Accuracy against size of every configuration tried, and of those a search runs; a click goes
/// back to one, as an undoable step.
class TradeOffPanel : public QWidget
{
    Q_OBJECT

public:
    TradeOffPanel(ConfigurationHistory& history, ConfigurationDocument& document,
                  QWidget* parent = nullptr);

    /// Null while there is none. Without labelled pictures the vertical axis is the output's SQNR.
    void setFloatReference(std::shared_ptr<const session::FloatReference> reference);
    /// What is known of the configuration being evaluated, and its size.
    void setPartial(const session::PartialEvaluation& partial, std::int64_t sizeBytes);
    /// Nothing is being evaluated, or something else.
    void clearPartial();
    /// Null: there is no search.
    void setSearch(const session::SearchReportPtr& report);
    void setSelectedSearchPoint(int index); ///< -1: none
    [[nodiscard]] TradeOffPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void searchPointClicked(int index);

private:
    void refresh();
    void refreshPoints(bool hasTop1);
    void refreshSearch();
    void restore(int index);

    ConfigurationHistory& m_history;
    ConfigurationDocument& m_document;
    std::shared_ptr<const session::FloatReference> m_reference;
    session::SearchReportPtr m_search;
    TradeOffPlot* m_plot;
    PlaceholderStack* m_stack;
};

} // namespace quantoscope::gui
