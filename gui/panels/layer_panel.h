// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gui/models/layer_filter_model.h"
#include "gui/models/model_outline.h"
#include "gui/models/wheel_steps.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;

namespace quantoscope::gui {

class BulkEditor;
class ConfigurationDocument;
class HardwareProfiles;
class LayerSelection;
class LayerTableModel;
class PlaceholderStack;

/// The layer table with its filter, the menu of its columns and the bulk editor. Ctrl and wheel
/// over a row step its weight bits, with Shift or over the cell of activation bits those.
class LayerPanel : public QWidget
{
    Q_OBJECT

public:
    LayerPanel(ConfigurationDocument& document, LayerTableModel& model, LayerSelection& selection,
               HardwareProfiles& profiles, QWidget* parent = nullptr);
    ~LayerPanel() override;

    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QComboBox& hardware() { return *m_hardware; }
    /// Selects the layers whose settings the chosen hardware does not take; hidden: there are none.
    [[nodiscard]] QToolButton& conflictsButton() { return *m_conflicts; }
    [[nodiscard]] BulkEditor& bulkEditor() { return *m_bulk; }
    [[nodiscard]] std::vector<int> selectedRows() const; ///< of the source model, ascending
    void selectRows(const std::vector<int>& rows);       ///< of the source model

    /// Scrolls to a layer's row; takes the filter away where it hides the row.
    void showLayer(OutlineId id);
    [[nodiscard]] QLineEdit& filterField() { return *m_filterField; }

    void copySettings();  ///< of the current row, to the clipboard
    void pasteSettings(); ///< to all selected rows, one undoable step

    /// Widths, order and visibility of the columns, for the settings.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void failed(const quantoscope::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    void setUpTable();
    void fillColumnMenu(QMenu& menu);
    void setUpHardware();
    void showConflicts();
    void setDefaultWidths();
    void modelReset();
    void showSelection();
    void tellSelection();
    void apply(const QModelIndex& index, const QString& value);
    void stepBits(const QWheelEvent& event);
    void showMenu(const QPoint& position);

    ConfigurationDocument& m_document;
    LayerTableModel& m_model;
    LayerSelection& m_selection;
    HardwareProfiles& m_profiles;
    LayerFilterModel m_filter;
    QTableView* m_table;
    QLineEdit* m_filterField = nullptr;
    QComboBox* m_hardware = nullptr;
    QToolButton* m_conflicts = nullptr;
    BulkEditor* m_bulk;
    PlaceholderStack* m_stack;
    WheelSteps m_wheel;
    OutlineId m_stepped = kNoOutlineId; ///< what the wheel steps until the mouse moves
    bool m_following = false;           ///< the selection object is telling us, not the user
};

} // namespace quantoscope::gui
