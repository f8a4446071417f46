// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/scheme_choices.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;

namespace quantoscope::gui {

class LayerTableModel;

/// Sets bits and schemes of all selected layers at once.
class BulkEditor : public QWidget
{
    Q_OBJECT

public:
    explicit BulkEditor(LayerTableModel& model, QWidget* parent = nullptr);

    void setRows(std::vector<int> rows); ///< of the model
    void refresh();
    [[nodiscard]] QComboBox* combo(SchemeField field) const;

private:
    struct Entry
    {
        SchemeField field;
        QComboBox* combo;
    };
    void addCombo(SchemeField field, const QString& toolTip);
    void apply(const Entry& entry);

    LayerTableModel& m_model;
    std::vector<int> m_rows;
    std::vector<Entry> m_entries;
    QLabel* m_count;
};

} // namespace quantoscope::gui
