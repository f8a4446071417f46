// SPDX-License-Identifier: GPL-3.0-or-later
// What of the sensitivity panel lies above the heat map: choices, buttons, status.
#include "gui/models/bits_list.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_selection.h"
#include "gui/models/quantity_text.h"
#include "gui/models/sensitivity_job.h"
#include "gui/models/sensitivity_model.h"
#include "gui/panels/button_width.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/sensitivity_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostImages = 1000000;

bool hasSameChoices(const session::SensitivityRequest& a, const session::SensitivityRequest& b)
{
    return a.target == b.target && a.mode == b.mode && a.effort == b.effort && a.rank == b.rank &&
           a.bits == b.bits && a.images == b.images &&
           quant::isSameEqualization(a.equalization, b.equalization);
}

} // namespace

SensitivityPanel::SensitivityPanel(SensitivityJob& job, SensitivityModel& model,
                                   ConfigurationDocument& document, LayerSelection& selection,
                                   QWidget* parent)
    : QWidget(parent), m_job(job), m_model(model), m_document(document), m_selection(selection),
      m_table(new QTableView), m_stack(new PlaceholderStack(m_table))
{
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeChoices());
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    connect(&job, &SensitivityJob::reportChanged, this, &SensitivityPanel::showReport);
    connect(&job, &SensitivityJob::runningChanged, this, &SensitivityPanel::showState);
    connect(&selection, &LayerSelection::currentChanged, this, &SensitivityPanel::showCurrent);
    showState();
}

QComboBox* SensitivityPanel::addChoice(QHBoxLayout& row, const QString& name,
                                       const QStringList& texts, const QString& toolTip)
{
    auto* combo = new QComboBox;
    combo->addItems(texts);
    combo->setToolTip(toolTip);
    combo->setAccessibleName(name);
    row.addWidget(combo);
    connect(combo, &QComboBox::activated, this, &SensitivityPanel::showState);
    return combo;
}

QWidget* SensitivityPanel::makeChoices()
{
    m_choices = new QWidget;
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(6, 3, 6, 0);
    row->setSpacing(4);
    m_target = addChoice(*row, tr("What is quantized"), {tr("Weights"), tr("Outputs"), tr("Both")},
                         tr("What of a layer is quantized: its weights, its output (activations), "
                            "or both"));
    m_mode = addChoice(*row, tr("Mode"), {tr("Alone"), tr("Leave one out")},
                       tr("Alone: only this layer is quantized, the rest stays in FP32.\n"
                          "Leave one out: everything is quantized but this layer."));
    row->addWidget(new QLabel(tr("at")));
    m_bits = new QLineEdit(u"8, 4"_s);
    m_bits->setMaximumWidth(fontMetrics().horizontalAdvance(u"8, 6, 4, 3, 2  "_s) + 16);
    m_bits->setToolTip(tr("Bit-widths to try, 1 to 8 and 16, as in “8, 4, 2”"));
    m_bits->setAccessibleName(tr("Bit-widths to try"));
    connect(m_bits, &QLineEdit::textChanged, this, &SensitivityPanel::showState);
    row->addWidget(m_bits);
    row->addWidget(new QLabel(tr("bits, on")));
    m_images = new QSpinBox;
    m_images->setRange(1, kMostImages);
    m_images->setValue(100);
    m_images->setToolTip(tr("At most so many validation images"));
    m_images->setAccessibleName(tr("Images"));
    connect(m_images, &QSpinBox::valueChanged, this, &SensitivityPanel::showState);
    row->addWidget(m_images);
    row->addWidget(new QLabel(tr("images")));
    row->addSpacing(6);
    m_effort = addChoice(*row, tr("Effort"), {tr("Racing"), tr("Exact")},
                         tr("Racing: layers whose place is clear get few images, the others more.\n"
                            "Exact: every layer gets all images."));
    row->addStretch(1);
    return m_choices;
}

QWidget* SensitivityPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(4);
    m_start = new QPushButton;
    keepWidestText(*m_start, {tr("Start"), tr("Stop"), tr("Go On")});
    m_startOver = new QPushButton(tr("Start Over"));
    m_startOver->setToolTip(tr("Forget what was measured and sweep anew"));
    connect(m_start, &QPushButton::clicked, this, &SensitivityPanel::startOrStop);
    connect(m_startOver, &QPushButton::clicked, this, [this] { m_job.start(request()); });
    row->addWidget(m_start);
    row->addWidget(m_startOver);
    m_status = new QLabel;
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addSpacing(6);
    row->addWidget(m_status, 1);
    row->addWidget(new QLabel(tr("Show")));
    m_figure = addChoice(*row, tr("Figure"),
                         {tr("Logit SQNR (dB)"), tr("KL divergence (nats)"), tr("Top-1 (points)")},
                         tr("What the cells show, against FP32"));
    connect(m_figure, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_model.setFigure(static_cast<SensitivityFigure>(index)); });
    return bar;
}

session::SensitivityRequest SensitivityPanel::request() const
{
    session::SensitivityRequest request;
    request.target = static_cast<search::SensitivityTarget>(m_target->currentIndex());
    request.mode = static_cast<search::SensitivityMode>(m_mode->currentIndex());
    request.effort = m_effort->currentIndex() == 0 ? search::SensitivityEffort::Racing
                                                   : search::SensitivityEffort::Exact;
    request.bits = parseBitsList(m_bits->text());
    request.images = m_images->value();
    const quant::Configuration& configuration = *m_document.configuration();
    if (!configuration.weights.empty()) {
        const quant::WeightScheme& scheme = configuration.weights.begin()->second;
        request.symmetricWeights = scheme.symmetric;
        request.granularity = scheme.granularity;
    }
    if (!configuration.activations.empty()) {
        request.symmetricActivations = configuration.activations.begin()->second.symmetric;
    }
    request.calibration = configuration.calibration;
    request.equalization = configuration.equalization;
    return request;
}

bool SensitivityPanel::canGoOn() const
{
    const session::SensitivityPtr& report = m_job.report();
    return report && !report->isFinished && hasSameChoices(request(), report->request);
}

QString SensitivityPanel::status() const
{
    return m_status->text();
}

void SensitivityPanel::showState()
{
    const session::SensitivityPtr& report = m_job.report();
    const bool isRunning = m_job.isRunning();
    const std::vector<int> bits = parseBitsList(m_bits->text());
    const bool isLegal = !bits.empty() && (m_target->currentIndex() == 0 || bits.back() > 1);
    m_start->setText(isRunning ? tr("Stop") : canGoOn() ? tr("Go On") : tr("Start"));
    m_start->setToolTip(isRunning ? tr("Stop; what was measured stays")
                                  : tr("Measure what quantizing each layer does to the outputs"));
    const bool isDone = report && report->isFinished && hasSameChoices(request(), report->request);
    m_start->setEnabled(isRunning || (m_ready && isLegal && !isDone));
    m_startOver->setEnabled(m_ready && isLegal && report != nullptr);
    m_choices->setEnabled(!isRunning);
    if (!report) {
        m_status->setText(isRunning ? tr("Starting…")
                          : isLegal ? QString()
                                    : tr("Bits are 1 to 8 and 16; outputs need at least 2"));
        m_stack->showText(
            m_ready ? tr("How sensitive is each layer? Start quantizes one after the other and "
                         "shows what that does to the outputs. Edits go on meanwhile.")
                    : tr("The sensitivity of the layers appears here once a model and images are "
                         "open."));
        return;
    }
    m_stack->showContent();
    const auto& trials = report->state.trials;
    const auto done = std::ranges::count_if(
        trials, [](const search::Trial& trial) { return trial.sums.images > 0; });
    QString text = tr("%1 of %2 measured, %L3 passes, %4")
                       .arg(done)
                       .arg(trials.size())
                       .arg(report->passes, 0, 'f', 1)
                       .arg(durationText(report->seconds));
    if (report->isFinished) {
        text = tr("Done: %1").arg(text);
    } else if (!isRunning) {
        text = tr("Stopped: %1").arg(text);
    }
    m_status->setText(text);
    m_status->setToolTip(
        tr("Layers and bits measured on some images at least; a pass is the work of one FP32 pass "
           "over the sweep's images."));
}

} // namespace quantoscope::gui
