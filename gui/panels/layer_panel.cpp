// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/layer_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/hardware_profiles.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/panels/bulk_editor.h"
#include "gui/panels/choice_delegate.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/selected_rows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostReasons = 12; ///< of a tool tip

/// Widths in multiples of the width of a digit.
constexpr int kColumnDigits[LayerTableModel::ColumnCount] = {
    5, 22, 17, 11, 13, 14, 11, 13, 13, 11, 15, 13, 11, 13, 13, 15, 10, 10, 10, 10, 9, 10, 18, 13};

} // namespace

LayerPanel::LayerPanel(ConfigurationDocument& document, LayerTableModel& model,
                       LayerSelection& selection, HardwareProfiles& profiles, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(model), m_selection(selection),
      m_profiles(profiles), m_table(new QTableView), m_bulk(new BulkEditor(model)),
      m_stack(new PlaceholderStack(m_table))
{
    m_filter.setSourceModel(&model);
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_bulk);
    connect(&selection, &LayerSelection::chosenChanged, this, &LayerPanel::showSelection);
    connect(&selection, &LayerSelection::currentChanged, this, &LayerPanel::showSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &LayerPanel::modelReset);
    connect(&model, &QAbstractItemModel::dataChanged, m_bulk, &BulkEditor::refresh);
    modelReset();
}

LayerPanel::~LayerPanel()
{
    // The filter goes before the table, which then reports an empty selection.
    disconnect(m_table->selectionModel(), nullptr, this, nullptr);
}

QWidget* LayerPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 3, 6, 3);
    auto* filter = new QLineEdit;
    m_filterField = filter;
    filter->setPlaceholderText(tr("Filter by layer or operator"));
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(tr("Filter by layer or operator"));
    connect(filter, &QLineEdit::textChanged, &m_filter, &LayerFilterModel::setText);
    auto* columns = new QToolButton;
    columns->setText(tr("Columns"));
    columns->setToolTip(tr("Choose which columns are shown"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setAutoRaise(true);
    auto* menu = new QMenu(columns);
    // Built when opened: restoring the settings hides columns too.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(*menu); });
    columns->setMenu(menu);
    setUpHardware();
    layout->addWidget(filter, 1);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_hardware);
    layout->addWidget(columns);
    return bar;
}

void LayerPanel::setUpTable()
{
    auto* delegate = new ChoiceDelegate(m_table);
    m_table->setModel(&m_filter);
    m_table->setItemDelegate(delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LayerTableModel::NumberColumn, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) {
                auto* menu = new QMenu(this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                fillColumnMenu(*menu);
                menu->popup(m_table->horizontalHeader()->mapToGlobal(position));
            });
    m_table->setAccessibleName(tr("Layers"));
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LayerPanel::showMenu);
    setDefaultWidths();
    connect(delegate, &ChoiceDelegate::chosen, this, &LayerPanel::apply);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_bulk->setRows(selectedRows());
        tellSelection();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LayerPanel::tellSelection);
}

void LayerPanel::fillColumnMenu(QMenu& menu)
{
    menu.clear();
    for (int column = LayerTableModel::WeightBitsColumn; column < LayerTableModel::ColumnCount;
         ++column) {
        QAction* action = menu.addAction(layerColumnTitle(column));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, m_table,
                [this, column](bool shown) { m_table->setColumnHidden(column, !shown); });
    }
}

void LayerPanel::setUpHardware()
{
    m_hardware = new QComboBox;
    m_hardware->setModel(&m_profiles);
    m_hardware->setCurrentIndex(m_profiles.chosen());
    m_hardware->setToolTip(tr("Bits that this hardware does not take are greyed out in the table, "
                              "in the menus and below the table"));
    m_hardware->setAccessibleName(tr("Hardware"));
    m_conflicts = new QToolButton;
    m_conflicts->setAutoRaise(true);
    m_conflicts->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_conflicts->setIcon(style()->standardIcon(QStyle::SP_MessageBoxWarning));
    m_conflicts->hide();
    connect(m_hardware, &QComboBox::activated, &m_profiles, &HardwareProfiles::choose);
    connect(&m_profiles, &HardwareProfiles::chosenChanged, this,
            [this] { m_hardware->setCurrentIndex(m_profiles.chosen()); });
    connect(m_conflicts, &QToolButton::clicked, this, [this] {
        std::vector<int> rows;
        for (const LayerTableModel::Conflict& conflict : m_model.conflicts()) {
            rows.push_back(conflict.row);
        }
        m_filterField->clear();
        selectRows(rows);
        m_table->setFocus();
    });
    connect(&m_model, &LayerTableModel::profileChanged, this, &LayerPanel::showConflicts);
    connect(&m_document, &ConfigurationDocument::changed, this, &LayerPanel::showConflicts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LayerPanel::showConflicts);
}

void LayerPanel::showConflicts()
{
    const std::vector<LayerTableModel::Conflict> conflicts = m_model.conflicts();
    m_conflicts->setVisible(!conflicts.empty());
    m_conflicts->setText(tr("%n do not fit", nullptr, static_cast<int>(conflicts.size())));
    QStringList lines{tr("Select the layers whose settings this hardware does not take:")};
    for (const LayerTableModel::Conflict& conflict : conflicts | std::views::take(kMostReasons)) {
        lines << conflict.layer % u": "_s % conflict.reason;
    }
    if (conflicts.size() > kMostReasons) {
        lines << u"…"_s;
    }
    m_conflicts->setToolTip(lines.join(u'\n'));
}

void LayerPanel::setDefaultWidths()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < LayerTableModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, kColumnDigits[column] * digit);
    }
    m_table->setColumnHidden(LayerTableModel::TimeColumn, true); // until it is measured
    for (const int column :
         {LayerTableModel::WeightAxisColumn, LayerTableModel::WeightScaleColumn,
          LayerTableModel::WeightRangeColumn, LayerTableModel::SplittingColumn,
          LayerTableModel::ActivationSourceColumn, LayerTableModel::ActivationCalibrationColumn,
          LayerTableModel::AccumulatorColumn}) {
        m_table->setColumnHidden(column, true); // few need them; the Columns menu shows them
    }
}

void LayerPanel::modelReset()
{
    m_bulk->setRows({});
    if (m_model.rowCount() == 0) {
        m_stack->showText(tr("Layers and their quantization appear here once a model is open."));
    } else {
        m_stack->showContent();
    }
}

std::vector<int> LayerPanel::selectedRows() const
{
    return selectedSourceRows(*m_table, m_filter);
}

void LayerPanel::selectRows(const std::vector<int>& rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        const QModelIndex index = m_filter.mapFromSource(m_model.index(row, 0));
        selection.select(index, index);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect |
                                                     QItemSelectionModel::Rows);
}

void LayerPanel::showLayer(OutlineId id)
{
    const QModelIndex row = m_model.index(m_model.rowOf(id), 0);
    if (row.isValid() && !m_filter.mapFromSource(row).isValid()) {
        m_filterField->clear();
    }
    showSelection();
}

QByteArray LayerPanel::columnState() const
{
    return m_table->horizontalHeader()->saveState();
}

void LayerPanel::restoreColumnState(const QByteArray& state)
{
    m_table->horizontalHeader()->restoreState(state);
    m_table->sortByColumn(LayerTableModel::NumberColumn, Qt::AscendingOrder);
}

void LayerPanel::showSelection()
{
    const QScopedValueRollback guard(m_following, true);
    QItemSelection rows;
    for (const OutlineId id : m_selection.chosen()) {
        const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.rowOf(id), 0));
        if (index.isValid()) {
            rows.select(index, index);
        }
    }
    QItemSelectionModel& selection = *m_table->selectionModel();
    const QModelIndex current =
        m_filter.mapFromSource(m_model.index(m_model.rowOf(m_selection.current()), 0));
    if (current.isValid() && m_table->currentIndex().row() != current.row()) {
        selection.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    }
    selection.select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (current.isValid()) {
        m_table->scrollTo(current);
    }
}

/// What the user chose in the table becomes everybody's selection.
void LayerPanel::tellSelection()
{
    if (m_following || m_model.rowCount() == 0) {
        return;
    }
    std::vector<OutlineId> ids;
    for (const int row : selectedRows()) {
        ids.push_back(m_model.idOf(row));
    }
    const QModelIndex current = m_table->currentIndex();
    const OutlineId id = current.isValid() ? m_model.idOf(m_filter.mapToSource(current).row())
                                           : m_selection.current();
    const bool isHere = std::ranges::find(ids, id) != ids.end();
    m_selection.choose(ids, isHere || ids.empty() ? id : ids.front());
}

} // namespace quantoscope::gui
