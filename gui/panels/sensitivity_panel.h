// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "gui/models/model_outline.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace quantoscope::gui {

class ConfigurationDocument;
class LayerSelection;
class PlaceholderStack;
class SensitivityJob;
class SensitivityModel;

/// The sensitivity sweep: its choices, a button that starts and stops it, and its heat map. Schemes
/// and calibration are those of the configuration when it starts.
class SensitivityPanel : public QWidget
{
    Q_OBJECT

public:
    SensitivityPanel(SensitivityJob& job, SensitivityModel& model, ConfigurationDocument& document,
                     LayerSelection& selection, QWidget* parent = nullptr);
    ~SensitivityPanel() override;

    /// Whether there are a model and images to sweep.
    void setReady(bool ready);
    void setOutline(const std::shared_ptr<const ModelOutline>& outline);

    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QPushButton& startButton() { return *m_start; }
    [[nodiscard]] QPushButton& startOverButton() { return *m_startOver; }
    [[nodiscard]] QComboBox& figures() { return *m_figure; }
    [[nodiscard]] QString status() const;
    /// What Start would sweep.
    [[nodiscard]] session::SensitivityRequest request() const;

private:
    QWidget* makeChoices();
    QWidget* makeBar();
    void setUpTable();
    QComboBox* addChoice(QHBoxLayout& row, const QString& name, const QStringList& texts,
                         const QString& toolTip);
    void startOrStop();
    void showReport(const session::SensitivityPtr& report);
    void showState();
    void setTableWidths();
    void showCurrent(OutlineId id);
    void currentRowChanged(const QModelIndex& current);
    [[nodiscard]] bool canGoOn() const;

    SensitivityJob& m_job;
    SensitivityModel& m_model;
    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    QSortFilterProxyModel m_sorted;
    QTableView* m_table;
    PlaceholderStack* m_stack;
    QPushButton* m_start = nullptr;
    QPushButton* m_startOver = nullptr;
    QComboBox* m_target = nullptr;
    QComboBox* m_mode = nullptr;
    QComboBox* m_effort = nullptr;
    QComboBox* m_figure = nullptr;
    QLineEdit* m_bits = nullptr;
    QSpinBox* m_images = nullptr;
    QLabel* m_status = nullptr;
    QWidget* m_choices = nullptr;
    bool m_ready = false;
    bool m_following = false; ///< the selection object is telling us, not the user
};

} // namespace quantoscope::gui
