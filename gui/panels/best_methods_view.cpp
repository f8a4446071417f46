// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/best_methods_view.h"

#include "gui/models/best_methods.h"
#include "gui/models/quantity_text.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace quantoscope::gui {

namespace {

constexpr QSize kDialogSize(640, 420);
constexpr int kLossDigits = 3;

QTableWidgetItem* numberItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void addTrial(QTableWidget& table, const session::BestTrial& trial)
{
    const int row = table.rowCount();
    table.insertRow(row);
    auto* name = new QTableWidgetItem(bestMethodText(trial));
    auto* outcome = new QTableWidgetItem(bestOutcomeText(trial));
    if (trial.outcome == session::BestOutcome::Kept) {
        QFont bold = table.font();
        bold.setBold(true);
        name->setFont(bold);
        outcome->setFont(bold);
    }
    table.setItem(row, 0, name);
    table.setItem(row, 1, outcome);
    if (trial.wasJudged()) {
        table.setItem(row, 2, numberItem(QLocale().toString(trial.loss, 'g', kLossDigits)));
        table.setItem(row, 3, numberItem(durationText(trial.seconds)));
    }
}

} // namespace

BestMethodsView::BestMethodsView(const session::BestReport& report, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("bestMethods"));
    setWindowTitle(tr("Best for Me"));
    auto* summary = new QLabel(bestSummaryText(report));
    summary->setWordWrap(true);
    auto* table = new QTableWidget(0, 4);
    table->setHorizontalHeaderLabels({tr("Method"), tr("Outcome"),
                                      report.isKl ? tr("KL divergence") : tr("Noise over signal"),
                                      tr("Time")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->setAccessibleName(tr("Methods that were tried"));
    for (const session::BestTrial& trial : report.trials) {
        addTrial(*table, trial);
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(kDialogSize);
}

} // namespace quantoscope::gui
