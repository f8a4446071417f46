// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/methods_panel.h"

#include "gui/models/activation_smoothing.h"
#include "gui/models/batch_norm_folding.h"
#include "gui/models/bias_absorption.h"
#include "gui/models/channel_equalization.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_selection.h"
#include "gui/models/weight_correction.h"
#include "gui/panels/button_width.h"
#include "gui/panels/placeholder_stack.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace quantoscope::gui {

namespace {

constexpr int kAllLayers = 0;
constexpr int kSelectedLayers = 1;
/// Widths in multiples of the width of a digit.
constexpr int kColumnDigits[MethodOutcomeModel::ColumnCount] = {24, 36, 13, 13, 9, 24};
constexpr double kAlphaStep = 0.05;

} // namespace

MethodsPanel::MethodsPanel(const MethodsPlace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_table(new QTableView),
      m_stack(new PlaceholderStack(m_table))
{
    setUpTable();
    m_help = new QLabel;
    m_help->setWordWrap(true);
    m_help->setContentsMargins(8, 2, 8, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeChoices());
    layout->addWidget(m_help);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    for (const BackgroundWork* work : works()) {
        connect(work, &BackgroundWork::runningChanged, this, &MethodsPanel::showState);
    }
    connect(&place.document, &ConfigurationDocument::changed, this, &MethodsPanel::showState);
    connect(&place.selection, &LayerSelection::chosenChanged, this, &MethodsPanel::showState);
    connect(&place.selection, &LayerSelection::currentChanged, this, &MethodsPanel::showState);
    connect(&place.outcomes, &MethodOutcomes::changed, this, &MethodsPanel::showOutcomes);
    showOutcomes();
    showState();
}

MethodsPanel::~MethodsPanel()
{
    disconnect(m_table->selectionModel(), nullptr, this,
               nullptr); // the order goes before the table
}

QWidget* MethodsPanel::makeChoices()
{
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(6, 4, 6, 0);
    row->setSpacing(4);
    m_methods = new QComboBox;
    m_methods->setAccessibleName(tr("Method"));
    for (const PostTrainingMethod method : kPostTrainingMethods) {
        m_methods->addItem(methodName(method));
        m_methods->setItemData(m_methods->count() - 1, methodHelp(method), Qt::ToolTipRole);
    }
    m_scope = new QComboBox;
    m_scope->setAccessibleName(tr("Layers that it works on"));
    m_scope->addItems({tr("All layers"), tr("Selected layers")});
    m_scope->setToolTip(
        tr("Layers that are not selected stay as they are. Channels are scaled only "
           "where selected layers alone write and read them"));
    m_alphaLabel = new QLabel(tr("Alpha"));
    m_alpha = new QDoubleSpinBox;
    m_alpha->setRange(0.0, 1.0);
    m_alpha->setSingleStep(kAlphaStep);
    m_alpha->setValue(session::SmoothingRequest{}.alpha);
    m_alpha->setToolTip(tr("How much weights take over (alpha, 0 to 1)"));
    m_alpha->setAccessibleName(m_alphaLabel->text());
    m_run = new QPushButton;
    keepWidestText(*m_run, {tr("Run"), tr("Stop")});
    m_remove = new QPushButton(tr("Remove"));
    row->addWidget(m_methods);
    row->addWidget(m_scope);
    row->addWidget(m_alphaLabel);
    row->addWidget(m_alpha);
    row->addStretch(1);
    row->addWidget(m_remove);
    row->addWidget(m_run);
    connect(m_methods, &QComboBox::currentIndexChanged, this, &MethodsPanel::showState);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &MethodsPanel::showState);
    connect(m_run, &QPushButton::clicked, this, &MethodsPanel::runOrStop);
    connect(m_remove, &QPushButton::clicked, this, &MethodsPanel::remove);
    return choices;
}

QWidget* MethodsPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 0, 6, 3);
    m_outcomes = new QComboBox;
    m_outcomes->setAccessibleName(tr("Methods that ran"));
    m_outcomes->setToolTip(tr("What each did, layer by layer"));
    row->addWidget(m_outcomes, 1);
    connect(m_outcomes, &QComboBox::currentIndexChanged, this, &MethodsPanel::showOutcome);
    return bar;
}

void MethodsPanel::setUpTable()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(MethodOutcomeModel::SortRole);
    m_table->setModel(&m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the method went
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("What the method did to each layer"));
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < MethodOutcomeModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, kColumnDigits[column] * digit);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MethodsPanel::selectLayer);
}

void MethodsPanel::setOutline(const std::shared_ptr<const ModelOutline>& outline)
{
    m_outline = outline;
    showState();
}

void MethodsPanel::setReady(bool ready)
{
    m_ready = ready;
    showState();
}

PostTrainingMethod MethodsPanel::method() const
{
    return kPostTrainingMethods[static_cast<std::size_t>(std::max(0, m_methods->currentIndex()))];
}

bool MethodsPanel::isOnSelection() const
{
    return m_scope->currentIndex() == kSelectedLayers;
}

session::LayerChoice MethodsPanel::selectedLayers() const
{
    session::LayerChoice names;
    if (!m_outline) {
        return names;
    }
    std::vector<OutlineId> chosen = m_place.selection.chosen();
    if (chosen.empty() && m_place.selection.current() != kNoOutlineId) {
        chosen.push_back(m_place.selection.current());
    }
    for (const OutlineId id : chosen) {
        const OutlineEntry& entry = m_outline->entries[static_cast<std::size_t>(id)];
        if (entry.hasWeights) {
            names.insert(entry.name);
        }
    }
    return names;
}

session::LayerChoice MethodsPanel::layers() const
{
    return isOnSelection() ? selectedLayers() : session::LayerChoice{};
}

std::array<BackgroundWork*, 5> MethodsPanel::works() const
{
    return {&m_place.correction, &m_place.equalization, &m_place.absorption, &m_place.smoothing,
            &m_place.folding};
}

bool MethodsPanel::isRunning() const
{
    return std::ranges::any_of(works(), &BackgroundWork::isRunning);
}

QString MethodsPanel::problem() const
{
    const quant::Configuration& configuration = *m_place.document.configuration();
    if (!m_outline) {
        return tr("Open a model first.");
    }
    if (isOnSelection() && selectedLayers().empty()) {
        return tr("Select layers with weights, in the table or the graph.");
    }
    if (method() == PostTrainingMethod::BatchNormFolding) {
        const auto model = m_place.session.modelInfo();
        return model && model->simplification.batchNorms.empty()
                   ? tr("This model has no batch normalization, or its exporter has folded it into "
                        "the weights.")
                   : QString();
    }
    if (correctionOf(method()) && session::correctableLayers(configuration) == 0) {
        return tr("No layer has weights to correct: all are FP32, or have split channels.");
    }
    if (method() == PostTrainingMethod::BiasCorrectionAnalytic) {
        const auto model = m_place.session.modelInfo();
        if (model && !session::hasNormalStatistics(*model->layers)) {
            return tr("This model has no batch normalization to take means from: its exporter has "
                      "folded it into the weights.");
        }
        return m_ready || !needsCalibration(configuration)
                   ? QString()
                   : tr("Activations are calibrated on images: open some first.");
    }
    if (method() == PostTrainingMethod::BiasAbsorption && !configuration.equalization) {
        return tr("Equalize channels first.");
    }
    if (method() != PostTrainingMethod::Equalization && !m_ready) {
        return tr("This needs images to calibrate on: open some first.");
    }
    return {};
}

void MethodsPanel::runOrStop()
{
    if (!isRunning()) {
        start();
        return;
    }
    for (BackgroundWork* work : works()) {
        work->stop();
    }
}

void MethodsPanel::start()
{
    if (const auto correction = correctionOf(method())) {
        m_place.correction.start(*correction, layers());
        return;
    }
    switch (method()) {
    case PostTrainingMethod::Equalization:
        return m_place.equalization.start(layers());
    case PostTrainingMethod::BiasAbsorption:
        return m_place.absorption.start(layers());
    case PostTrainingMethod::BatchNormFolding:
        return m_place.folding.fold(layers());
    default:
        return m_place.smoothing.start(m_alpha->value(), layers());
    }
}

void MethodsPanel::remove()
{
    if (correctionOf(method())) {
        m_place.correction.remove(layers());
        return;
    }
    switch (method()) {
    case PostTrainingMethod::Equalization:
        return m_place.equalization.remove(layers());
    case PostTrainingMethod::BiasAbsorption:
        return m_place.absorption.remove(layers());
    case PostTrainingMethod::BatchNormFolding:
        return m_place.folding.keep(layers());
    default:
        return m_place.smoothing.remove(layers());
    }
}

void MethodsPanel::showState()
{
    const QString what = problem();
    const bool isBusy = isRunning();
    const auto chosen = static_cast<int>(selectedLayers().size());
    m_scope->setItemText(kSelectedLayers, tr("Selected layers (%n)", nullptr, chosen));
    m_help->setText(what.isEmpty() ? methodHelp(method())
                                   : methodHelp(method()) + QStringLiteral("\n") + what);
    m_alphaLabel->setVisible(method() == PostTrainingMethod::Smoothing);
    m_alpha->setVisible(method() == PostTrainingMethod::Smoothing);
    m_run->setText(isBusy ? tr("Stop") : tr("Run"));
    m_run->setEnabled(isBusy || what.isEmpty());
    m_run->setToolTip(isBusy ? QString() : what);
    m_remove->setEnabled(m_outline && !(isOnSelection() && selectedLayers().empty()) &&
                         canRemove());
    m_remove->setToolTip(removeHelp());
}

bool MethodsPanel::canRemove() const
{
    const quant::Configuration& configuration = *m_place.document.configuration();
    if (correctionOf(method())) {
        return !configuration.corrected.empty();
    }
    if (method() != PostTrainingMethod::BatchNormFolding) {
        return configuration.equalization != nullptr;
    }
    const auto model = m_place.session.modelInfo();
    const session::LayerChoice wanted = layers();
    const session::LayerChoice kept = m_place.folding.kept();
    return model && !isRunning() &&
           std::ranges::any_of(session::foldableLayers(*model), [&](const std::string& layer) {
               return session::isChosen(wanted, layer) && !kept.contains(layer);
           });
}

QString MethodsPanel::removeHelp() const
{
    if (correctionOf(method())) {
        return tr("Round these layers to nearest again");
    }
    return method() == PostTrainingMethod::BatchNormFolding
               ? tr("Keep the batch normalization of these layers apart, in float")
               : tr("Leave channels and biases of these layers as they are in the model");
}

void MethodsPanel::showOutcomes()
{
    {
        const QSignalBlocker quiet(m_outcomes);
        m_outcomes->clear();
        for (const MethodOutcome& outcome : m_place.outcomes.all()) {
            m_outcomes->addItem(outcomeTitle(outcome));
        }
    }
    m_outcomes->setVisible(m_outcomes->count() > 0);
    showOutcome();
}

void MethodsPanel::showOutcome()
{
    const auto& all = m_place.outcomes.all();
    const int index = m_outcomes->currentIndex();
    if (index < 0) {
        m_model.setOutcome({});
        m_stack->showText(tr("No method has run yet. What each did appears here, layer by layer, "
                             "with the figures before and after."));
        return;
    }
    m_model.setOutcome(all[static_cast<std::size_t>(index)]);
    m_stack->showContent();
}

void MethodsPanel::selectLayer(const QModelIndex& index)
{
    const QString name = index.data(MethodOutcomeModel::LayerRole).toString();
    if (m_outline && !name.isEmpty() && !isOnSelection()) {
        m_place.selection.select(m_outline->find(name.toStdString()));
    }
}

} // namespace quantoscope::gui
