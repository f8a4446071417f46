// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/tried_panel.h"

#include "gui/models/configuration_difference.h"
#include "gui/models/configuration_document.h"
#include "gui/models/configuration_history.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/selected_rows.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace quantoscope::gui {

namespace {

constexpr QSize kDialogSize(760, 480);
/// Widths in multiples of the width of a digit.
constexpr int kColumnDigits[ConfigurationHistory::ColumnCount] = {26, 9,  12, 13, 11,
                                                                  13, 10, 11, 20};

/// Shows a difference until it is closed; owned by `parent`.
void showDifference(ConfigurationDifference* difference, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("difference"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(TriedPanel::tr("Compare Configurations"));
    difference->setParent(dialog);
    auto* table = new QTableView;
    table->setModel(difference);
    table->verticalHeader()->hide();
    table->setWordWrap(false);
    table->setAlternatingRowColors(true);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* summary =
        new QLabel(TriedPanel::tr("%n settings differ.", nullptr, difference->differences()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(summary);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    dialog->resize(kDialogSize);
    dialog->show();
}

} // namespace

TriedPanel::TriedPanel(ConfigurationHistory& history, ConfigurationDocument& document,
                       QWidget* parent)
    : QWidget(parent), m_history(history), m_document(document), m_table(new QTableView),
      m_stack(new PlaceholderStack(m_table))
{
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&history, signal, this, &TriedPanel::showState);
    }
    connect(&history, &QAbstractItemModel::modelReset, this, &TriedPanel::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TriedPanel::showState);
    connect(&document, &ConfigurationDocument::changed, this, &TriedPanel::showState);
    showState();
}

TriedPanel::~TriedPanel()
{
    // The order goes before the table, which then reports an empty selection.
    disconnect(m_table->selectionModel(), nullptr, this, nullptr);
}

QWidget* TriedPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(4);
    const auto add = [&](const QString& text, const QString& toolTip) {
        auto* button = new QPushButton(text);
        button->setToolTip(toolTip);
        row->addWidget(button);
        return button;
    };
    m_goBack = add(tr("Go Back"), tr("Make the selected configuration the current one; Undo brings "
                                     "the former one back"));
    m_compare = add(tr("Compare"), tr("Show in what two selected configurations differ, or the "
                                      "selected one from the current one"));
    m_cascade = add(tr("Cascade…"), tr("Run the cheaper of two configurations on every image, and "
                                       "the other where it is unsure"));
    m_remove = add(tr("Remove"), tr("Take the selected configurations off the list (Delete)"));
    row->addStretch(1);
    m_export = add(tr("Export CSV…"), tr("Save the list with its figures as a table"));
    connect(m_goBack, &QPushButton::clicked, this, &TriedPanel::goBack);
    connect(m_compare, &QPushButton::clicked, this, &TriedPanel::compare);
    connect(m_cascade, &QPushButton::clicked, this, [this] {
        if (const auto pair = selectedPair()) {
            Q_EMIT cascadeRequested(pair->first, pair->second);
        }
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_history.remove(selectedRows()); });
    connect(m_export, &QPushButton::clicked, this, &TriedPanel::exportRequested);
    return bar;
}

void TriedPanel::setUpTable()
{
    m_sorted.setSourceModel(&m_history);
    m_sorted.setSortRole(ConfigurationHistory::SortRole);
    m_table->setModel(&m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Configurations tried"));
    const int digit = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < ConfigurationHistory::ColumnCount; ++column) {
        m_table->setColumnWidth(column,
                                std::max(kColumnDigits[column] * digit,
                                         m_table->horizontalHeader()->sectionSizeHint(column)));
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* remove = new QAction(tr("Remove"), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, [this] { m_history.remove(selectedRows()); });
    m_table->addAction(remove);
}

std::vector<int> TriedPanel::selectedRows() const
{
    return selectedSourceRows(*m_table, m_sorted);
}

void TriedPanel::selectRow(int row)
{
    m_table->selectRow(m_sorted.mapFromSource(m_history.index(row, 0)).row());
}

void TriedPanel::takeOver(const TriedPanel& former)
{
    QItemSelection rows;
    for (const int row : former.selectedRows()) {
        const QModelIndex index = m_sorted.mapFromSource(m_history.index(row, 0));
        rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                                QItemSelectionModel::Rows);
}

void TriedPanel::showState()
{
    if (m_history.tried().empty()) {
        m_stack->showText(
            tr("Every configuration tried is listed here, with its figures. Give it a "
               "name or a note, go back to it, or compare two."));
    } else {
        m_stack->showContent();
    }
    const std::vector<int> rows = selectedRows();
    const int current = m_history.rowOf(*m_document.configuration());
    const bool isOne = rows.size() == 1;
    const bool isPair = selectedPair().has_value();
    m_goBack->setEnabled(isOne && rows.front() != current);
    m_compare->setEnabled(isPair);
    m_cascade->setEnabled(isPair);
    m_remove->setEnabled(!rows.empty());
    m_export->setEnabled(!m_history.tried().empty());
}

std::optional<std::pair<int, int>> TriedPanel::selectedPair() const
{
    std::vector<int> rows = selectedRows();
    if (rows.size() == 1) {
        rows.push_back(m_history.rowOf(*m_document.configuration()));
    }
    const bool isPair = rows.size() == 2 && rows[1] >= 0 && rows[0] != rows[1];
    return isPair ? std::optional(std::pair(rows[0], rows[1])) : std::nullopt;
}

void TriedPanel::goBack()
{
    const std::vector<int> rows = selectedRows();
    if (rows.size() != 1) {
        return;
    }
    const TriedConfiguration tried = m_history.tried()[static_cast<std::size_t>(rows.front())];
    m_document.edit(tr("Go back to %1").arg(tried.title()),
                    ConfigurationPtr(tried.evaluation, &tried.evaluation->configuration));
}

void TriedPanel::compare()
{
    const auto pair = selectedPair();
    if (!pair) {
        return;
    }
    const auto& tried = m_history.tried();
    showDifference(new ConfigurationDifference(tried[static_cast<std::size_t>(pair->first)],
                                               tried[static_cast<std::size_t>(pair->second)]),
                   this);
}

} // namespace quantoscope::gui
