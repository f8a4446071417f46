// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QPushButton;
class QTableView;

namespace quantoscope::gui {

class ConfigurationDocument;
class ConfigurationHistory;
class PlaceholderStack;

/// The configurations tried, as a table: name them, write notes, go back to one, compare two,
/// remove some.
class TriedPanel : public QWidget
{
    Q_OBJECT

public:
    TriedPanel(ConfigurationHistory& history, ConfigurationDocument& document,
               QWidget* parent = nullptr);
    ~TriedPanel() override;

    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QPushButton& goBackButton() { return *m_goBack; }
    [[nodiscard]] QPushButton& compareButton() { return *m_compare; }
    [[nodiscard]] QPushButton& cascadeButton() { return *m_cascade; }
    [[nodiscard]] QPushButton& removeButton() { return *m_remove; }
    [[nodiscard]] QPushButton& exportButton() { return *m_export; }
    /// Selects the row of the history that has a configuration.
    void selectRow(int row);
    /// Selects what is selected in a panel on the same history.
    void takeOver(const TriedPanel& former);
    /// Rows of the history: the two selected, or the selected one and that of the current
    /// configuration.
    [[nodiscard]] std::optional<std::pair<int, int>> selectedPair() const;

Q_SIGNALS:
    void exportRequested();
    void cascadeRequested(int first, int second); ///< rows of the history

private:
    QWidget* makeBar();
    void setUpTable();
    void showState();
    void goBack();
    void compare();
    [[nodiscard]] std::vector<int> selectedRows() const; ///< of the history, ascending

    ConfigurationHistory& m_history;
    ConfigurationDocument& m_document;
    QSortFilterProxyModel m_sorted;
    QTableView* m_table;
    PlaceholderStack* m_stack;
    QPushButton* m_goBack = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_cascade = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace quantoscope::gui
