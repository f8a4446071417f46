// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "gui/models/model_outline.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTableView;

namespace quantoscope::gui {

class ConfigurationDocument;
class HardwareProfiles;
class PlaceholderStack;
class SearchChoices;
class SearchJob;
class SearchModel;

/// The search for mixed precision: its choices, a button that starts and stops it, and what it
/// tried. Schemes, activations and calibration are those of the configuration when it starts;
/// pinned layers keep the bits they have by then.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    SearchPanel(SearchJob& job, SearchModel& model, ConfigurationDocument& document,
                HardwareProfiles& profiles, QWidget* parent = nullptr);
    ~SearchPanel() override;

    /// Whether there are a model and images to search with.
    void setReady(bool ready);
    /// \param floatBytes size of the model in FP32
    void setOutline(const std::shared_ptr<const ModelOutline>& outline, std::int64_t floatBytes);
    /// Makes a point of the report the current configuration, as one undoable step.
    void take(int point);
    void select(int point); ///< of the report

    [[nodiscard]] SearchChoices& choices() { return *m_choices; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QPushButton& startButton() { return *m_start; }
    [[nodiscard]] QPushButton& startOverButton() { return *m_startOver; }
    [[nodiscard]] QPushButton& takeButton() { return *m_take; }
    [[nodiscard]] int selectedPoint() const; ///< of the report, or -1
    [[nodiscard]] QString status() const;
    /// What Start would search.
    [[nodiscard]] session::SearchRequest request() const;

Q_SIGNALS:
    void pointSelected(int point); ///< -1: none

private:
    QWidget* makeBar();
    void setUpTable();
    void startOrStop();
    void showReport(const session::SearchReportPtr& report);
    void showState();
    void showButtons();
    void showPins();
    void currentRowChanged();
    [[nodiscard]] bool isSameSearch() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] QString placeholder() const;

    SearchJob& m_job;
    SearchModel& m_model;
    ConfigurationDocument& m_document;
    std::shared_ptr<const ModelOutline> m_outline;
    QSortFilterProxyModel m_sorted;
    SearchChoices* m_choices;
    QTableView* m_table;
    PlaceholderStack* m_stack;
    QPushButton* m_start = nullptr;
    QPushButton* m_startOver = nullptr;
    QPushButton* m_take = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_pins = nullptr;
    bool m_ready = false;
};

} // namespace quantoscope::gui
