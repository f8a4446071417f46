// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/search_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/layer_fields.h"
#include "gui/models/scheme_choices.h"
#include "gui/models/search_job.h"
#include "gui/models/search_model.h"
#include "gui/models/search_text.h"
#include "gui/panels/button_width.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/search_choices.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QStringList>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace quantoscope::gui {

namespace {

/// Widths in multiples of the width of a digit.
constexpr int kColumnDigits[SearchModel::ColumnCount] = {5, 7, 14, 10, 11, 10, 10, 16, 11, 11};

/// Schemes as the search sees them: it chooses the bits itself.
quant::Configuration searchBase(const quant::Configuration& configuration,
                                const ModelOutline& outline)
{
    quant::Configuration base = configuration;
    base.weights.clear();
    for (const OutlineEntry& entry : outline.entries) {
        if (entry.hasWeights) {
            quant::WeightScheme scheme = weightScheme(configuration, entry.name);
            scheme.precision = quant::Precision::integer(8);
            base.weights[entry.name] = scheme;
        }
    }
    return base;
}

} // namespace

SearchPanel::SearchPanel(SearchJob& job, SearchModel& model, ConfigurationDocument& document,
                         HardwareProfiles& profiles, QWidget* parent)
    : QWidget(parent), m_job(job), m_model(model), m_document(document),
      m_choices(new SearchChoices(profiles)), m_table(new QTableView),
      m_stack(new PlaceholderStack(m_table))
{
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_choices);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    connect(m_choices, &SearchChoices::changed, this, &SearchPanel::showState);
    connect(&job, &SearchJob::reportChanged, this, &SearchPanel::showReport);
    connect(&job, &SearchJob::runningChanged, this, &SearchPanel::showState);
    connect(&document, &ConfigurationDocument::changed, this, &SearchPanel::showState);
    connect(&document, &ConfigurationDocument::pinsChanged, this, &SearchPanel::showState);
    showState();
}

SearchPanel::~SearchPanel()
{
    // The order goes before the table, which then reports an empty selection.
    disconnect(m_table->selectionModel(), nullptr, this, nullptr);
}

QWidget* SearchPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(4);
    m_start = new QPushButton;
    keepWidestText(*m_start, {tr("Start"), tr("Stop"), tr("Go On")});
    m_startOver = new QPushButton(tr("Start Over"));
    m_startOver->setToolTip(tr("Forget what was tried and search anew"));
    m_take = new QPushButton(tr("Take"));
    m_take->setToolTip(tr("Make the selected configuration the current one; Undo brings the former "
                          "one back"));
    m_status = new QLabel;
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_pins = new QLabel;
    connect(m_start, &QPushButton::clicked, this, &SearchPanel::startOrStop);
    connect(m_startOver, &QPushButton::clicked, this, [this] { m_job.start(request()); });
    connect(m_take, &QPushButton::clicked, this, [this] { take(selectedPoint()); });
    row->addWidget(m_start);
    row->addWidget(m_startOver);
    row->addSpacing(6);
    row->addWidget(m_status, 1);
    row->addWidget(m_pins);
    row->addSpacing(6);
    row->addWidget(m_take);
    return bar;
}

void SearchPanel::setUpTable()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SearchModel::SortRole);
    m_table->setModel(&m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SearchModel::NumberColumn, Qt::AscendingOrder);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Configurations the search tried"));
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < SearchModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, kColumnDigits[column] * digit);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SearchPanel::currentRowChanged);
    connect(m_table, &QTableView::doubleClicked, this, [this] { take(selectedPoint()); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { take(selectedPoint()); });
    }
}

void SearchPanel::setOutline(const std::shared_ptr<const ModelOutline>& outline,
                             std::int64_t floatBytes)
{
    m_outline = outline;
    std::int64_t macs = 0;
    for (std::size_t i = 0; m_outline && i < m_outline->entries.size(); ++i) {
        macs += m_outline->entries[i].hasWeights ? m_outline->entries[i].macs : 0;
    }
    m_choices->setModel(floatBytes, macs);
    showReport(m_job.report()); // of an earlier window; of a model just opened there is none
}

void SearchPanel::setReady(bool ready)
{
    m_ready = ready;
    m_choices->setCorrectionProblem(
        ready ? QString() : tr("Weights are fitted to calibration images: open some first"));
    showState();
}

session::SearchRequest SearchPanel::request() const
{
    session::SearchRequest request;
    m_choices->fill(request);
    const quant::Configuration& configuration = *m_document.configuration();
    request.base = m_outline ? searchBase(configuration, *m_outline) : configuration;
    for (const std::string& layer : m_document.pinned()) {
        request.pinnedBits[layer] = weightScheme(configuration, layer).precision.bits();
    }
    return request;
}

void SearchPanel::startOrStop()
{
    if (m_job.isRunning()) {
        m_job.stop();
    } else if (canGoOn()) {
        m_job.goOn(m_choices->evaluations().value());
    } else {
        m_job.start(request());
    }
}

void SearchPanel::take(int point)
{
    const session::SearchReportPtr& report = m_job.report();
    if (!report || point < 0 || static_cast<std::size_t>(point) >= report->tried.size()) {
        return;
    }
    const session::SearchPoint& taken = report->tried[static_cast<std::size_t>(point)];
    select(point);
    m_document.edit(
        tr("Take %1 weight bits on average").arg(averageBitsText(taken.averageWeightBits)),
        ConfigurationPtr(report, &taken.configuration));
}

int SearchPanel::selectedPoint() const
{
    return m_sorted.mapToSource(m_table->currentIndex()).row();
}

void SearchPanel::select(int point)
{
    const QModelIndex index = m_sorted.mapFromSource(m_model.index(point, 0));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void SearchPanel::currentRowChanged()
{
    Q_EMIT pointSelected(selectedPoint());
    showButtons();
}

void SearchPanel::showReport(const session::SearchReportPtr& report)
{
    m_model.setReport(report);
    m_table->setColumnHidden(SearchModel::HeldOutColumn, !report || report->heldOutImages == 0);
    const bool isFinished = report && report->phase == session::SearchPhase::Finished;
    if (isFinished && report->best && selectedPoint() < 0) {
        select(static_cast<int>(*report->best));
    }
    showState();
}

QString SearchPanel::status() const
{
    return m_status->text();
}

} // namespace quantoscope::gui
