// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/sensitivity_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/layer_selection.h"
#include "gui/models/quantity_text.h"
#include "gui/models/sensitivity_job.h"
#include "gui/models/sensitivity_model.h"
#include "gui/panels/heat_cell_delegate.h"
#include "gui/panels/placeholder_stack.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace quantoscope::gui {

SensitivityPanel::~SensitivityPanel()
{
    // The order goes before the table, which then reports an empty selection.
    disconnect(m_table->selectionModel(), nullptr, this, nullptr);
}

void SensitivityPanel::setUpTable()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SensitivityModel::SortRole);
    m_table->setModel(&m_sorted);
    m_table->setItemDelegate(new HeatCellDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SensitivityModel::NumberColumn, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Sensitivity of the layers"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SensitivityPanel::currentRowChanged);
}

void SensitivityPanel::setTableWidths()
{
    if (m_model.columnCount() <= SensitivityModel::FirstBitsColumn) {
        return;
    }
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setMinimumSectionSize(5 * digit);
    const int bitsColumns = m_model.columnCount() - SensitivityModel::FirstBitsColumn;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_table->setColumnWidth(column, (bitsColumns > 4 ? 9 : 13) * digit);
    }
    m_table->setColumnWidth(SensitivityModel::NumberColumn, 5 * digit);
    m_table->setColumnWidth(SensitivityModel::RankColumn, 8 * digit);
    m_table->setColumnWidth(SensitivityModel::NameColumn, 28 * digit);
}

void SensitivityPanel::setOutline(const std::shared_ptr<const ModelOutline>& outline)
{
    m_model.setOutline(outline);
    showReport(m_job.report()); // of an earlier window; of a model just opened there is none
}

void SensitivityPanel::setReady(bool ready)
{
    m_ready = ready;
    showState();
}

void SensitivityPanel::startOrStop()
{
    if (m_job.isRunning()) {
        m_job.stop();
    } else if (canGoOn()) {
        m_job.goOn();
    } else {
        m_job.start(request());
    }
}

void SensitivityPanel::showReport(const session::SensitivityPtr& report)
{
    const bool isNewTable = m_model.columnCount() <= SensitivityModel::FirstBitsColumn || !report ||
                            !m_model.report() || m_model.report()->state.plan != report->state.plan;
    m_model.setReport(report);
    if (isNewTable) {
        setTableWidths();
        showCurrent(m_selection.current());
    }
    showState();
}

void SensitivityPanel::showCurrent(OutlineId id)
{
    const int row = m_model.rowOf(id);
    const QScopedValueRollback guard(m_following, true);
    if (row < 0) {
        m_table->selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_sorted.mapFromSource(m_model.index(row, 0));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void SensitivityPanel::currentRowChanged(const QModelIndex& current)
{
    if (!m_following && current.isValid()) {
        m_selection.select(current.data(SensitivityModel::OutlineIdRole).toInt());
    }
}

} // namespace quantoscope::gui
