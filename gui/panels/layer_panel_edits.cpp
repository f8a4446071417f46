// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_clipboard.h"
#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/panels/layer_menu.h"
#include "gui/panels/layer_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>
#include <QWheelEvent>

#include <algorithm>

namespace quantoscope::gui {

void LayerPanel::copySettings()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        QGuiApplication::clipboard()->setText(
            settingsText(m_model.values(m_filter.mapToSource(current).row())));
    }
}

void LayerPanel::pasteSettings()
{
    const std::vector<int> rows = selectedRows();
    const Result<FieldValues> values = settingsFromText(QGuiApplication::clipboard()->text());
    const Status pasted = !values ? Status(failFrom(values))
                                  : m_model.setFields(rows, *values,
                                                      tr("Paste settings to %n layers", nullptr,
                                                         static_cast<int>(rows.size())));
    if (!pasted) {
        Q_EMIT failed(pasted.error());
    }
}

void LayerPanel::apply(const QModelIndex& index, const QString& value)
{
    const std::optional<SchemeField> field = LayerTableModel::fieldOf(index.column());
    const int row = m_filter.mapToSource(index).row();
    std::vector<int> rows = selectedRows();
    if (std::ranges::find(rows, row) == rows.end()) {
        rows = {row};
    }
    if (field && !m_model.setField(rows, *field, value)) {
        const QString reason = m_model.reasonAgainst(rows, *field, value);
        Q_EMIT failed({ErrorCode::InvalidArgument, reason.toStdString(), {}});
    }
}

void LayerPanel::showMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_selection.current() != kNoOutlineId && m_model.outline()) {
        addLayerActions(*menu, {m_document, m_model, *m_model.outline(), m_selection},
                        m_selection.current());
    }
    menu->addSeparator();
    menu->addAction(tr("&Copy Settings"), this, &LayerPanel::copySettings)
        ->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Pas&te Settings"), this, &LayerPanel::pasteSettings)
        ->setShortcut(QKeySequence::Paste);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

bool LayerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto& key = *static_cast<QKeyEvent*>(event);
        if (key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Paste)) {
            key.matches(QKeySequence::Copy) ? copySettings() : pasteSettings();
            return true;
        }
    }
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Wheel) {
            const auto& wheel = *static_cast<QWheelEvent*>(event);
            if (wheel.modifiers().testFlag(Qt::ControlModifier)) {
                stepBits(wheel);
                return true;
            }
            m_stepped = kNoOutlineId;
        } else if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
            m_stepped = kNoOutlineId;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPanel::stepBits(const QWheelEvent& event)
{
    const QModelIndex index = m_table->indexAt(event.position().toPoint());
    const int steps = m_wheel.take(event);
    // A table sorted by bits moves the row away from under the mouse.
    if (m_stepped == kNoOutlineId && index.isValid()) {
        m_stepped = m_model.idOf(m_filter.mapToSource(index).row());
    }
    const int row = m_model.rowOf(m_stepped);
    if (row < 0 || steps == 0) {
        return;
    }
    const bool overActivations = index.column() == LayerTableModel::ActivationBitsColumn;
    m_selection.select(m_stepped);
    m_model.stepPrecision(
        row, overActivations ? SchemeField::ActivationPrecision : steppedField(event.modifiers()),
        steps);
}

} // namespace quantoscope::gui
