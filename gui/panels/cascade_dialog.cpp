// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/cascade_dialog.h"

#include "gui/jobs/stage_text.h"
#include "gui/models/quantity_text.h"
#include "gui/plots/cascade_plot.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace quantoscope::gui {

namespace {
constexpr QSize kDialogSize(760, 560);
constexpr double kPoints = 100.0;
} // namespace

CascadeDialog::CascadeDialog(session::Session& session, TriedConfiguration first,
                             TriedConfiguration second, QWidget* parent)
    : QDialog(parent), m_session(session), m_cheap(std::move(first)), m_better(std::move(second)),
      m_plot(new CascadePlot), m_drop(new QDoubleSpinBox), m_cost(new QComboBox),
      m_figures(new QLabel), m_state(new QLabel), m_export(new QPushButton(tr("E&xport…")))
{
    setObjectName(QStringLiteral("cascade"));
    setWindowTitle(tr("Cascade"));
    if (m_better.evaluation->bops < m_cheap.evaluation->bops) {
        std::swap(m_cheap, m_better);
    }
    setUpChoices();
    auto* explanation = new QLabel(
        tr("Every image runs through the cheap configuration; where its most probable class leads "
           "the second by less than a threshold, the better one answers (Park et al. 2015, Wang et "
           "al. 2018)."));
    auto* form = new QFormLayout;
    form->addRow(tr("Cheap"), new QLabel(m_cheap.title()));
    form->addRow(tr("Better"), new QLabel(m_better.title()));
    form->addRow(tr("Accuracy that may be &lost"), m_drop);
    form->addRow(tr("C&ost"), m_cost);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    for (QLabel* label : {explanation, m_figures, m_state}) {
        label->setWordWrap(true);
    }
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(form);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_figures);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(kDialogSize);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &CascadeDialog::chooseFolder);
    connect(&m_job, &JobBase::progressChanged, this, [this](const Progress& progress) {
        m_state->setText(progress.total > 0 ? tr("%1: %2 of %3")
                                                  .arg(stageText(progress.stage))
                                                  .arg(progress.done)
                                                  .arg(progress.total)
                                            : tr("%1…").arg(stageText(progress.stage)));
    });
    measure();
}

void CascadeDialog::setUpChoices()
{
    m_drop->setRange(0.0, kPoints);
    m_drop->setDecimals(1);
    m_drop->setSingleStep(0.1);
    m_drop->setValue(0.5);
    m_drop->setSuffix(tr(" points"));
    m_drop->setToolTip(tr("How much less accurate than the better configuration the cascade may be "
                          "on the validation images"));
    m_cost->addItem(tr("Bit operations"), static_cast<int>(session::CascadeCost::Bops));
    m_cost->addItem(tr("Time on this machine"), static_cast<int>(session::CascadeCost::Time));
    m_cost->setToolTip(tr("What the cascade is to save"));
    m_export->setToolTip(tr("Write both models as ONNX, with a file that names them and the "
                            "threshold"));
    connect(m_drop, &QDoubleSpinBox::valueChanged, this, [this](double points) {
        if (m_report) {
            setReport(session::withDrop(*m_report, points / kPoints));
        }
    });
    connect(m_cost, &QComboBox::currentIndexChanged, this, &CascadeDialog::measure);
}

void CascadeDialog::measure()
{
    m_report.reset();
    m_export->setEnabled(false);
    m_figures->clear();
    m_plot->setMessage(tr("Running both configurations…"));
    const session::CascadeRequest request{
        m_cheap.evaluation->configuration, m_better.evaluation->configuration,
        m_drop->value() / kPoints,
        static_cast<session::CascadeCost>(m_cost->currentData().toInt())};
    m_job.start(
        [&session = m_session, request](const JobContext& context, const JobPort&) {
            return session.measureCascade(request, context);
        },
        [this](const Result<session::CascadeReportPtr>& report) {
            m_state->clear();
            if (report) {
                setReport(session::withDrop(**report, m_drop->value() / kPoints));
            } else {
                showProblem(report.error());
            }
        });
}

void CascadeDialog::setReport(const session::CascadeReportPtr& report)
{
    m_report = report;
    m_plot->setReport(report);
    m_export->setEnabled(!m_exportJob.isRunning());
    showFigures();
}

void CascadeDialog::showFigures()
{
    const session::CascadeReport& report = *m_report;
    const search::CascadePoint& chosen = report.curve.points[report.chosen];
    const auto ofBetter = [&report](const search::CascadePoint& point) {
        return percentText(point.cost / report.costs.better);
    };
    const QString right = report.isLabelled ? tr("top-1") : tr("same class as FP32");
    QString text =
        tr("Threshold %1: %2 of the images run again. Accuracy (%3) %4; cheap alone %5, better "
           "alone %6. Mean cost %7 of the better configuration's.")
            .arg(numberText(chosen.threshold), percentText(chosen.share), right,
                 percentText(chosen.accuracy), percentText(report.curve.cheapAccuracy),
                 percentText(report.curve.betterAccuracy), ofBetter(chosen));
    text += QLatin1Char('\n') +
            tr("Threshold chosen on one half of the images and judged on the other: accuracy %1, "
               "%2 run again, cost %3.")
                .arg(percentText(report.crossChecked.accuracy),
                     percentText(report.crossChecked.share), ofBetter(report.crossChecked));
    if (chosen.cost >= report.costs.better) {
        text += QLatin1Char('\n') + tr("This costs no less than the better configuration alone: "
                                       "allow more loss, or take a cheaper one.");
    }
    m_figures->setText(text);
}

void CascadeDialog::showProblem(const Error& error)
{
    const bool isCancelled = error.code == ErrorCode::Cancelled;
    const QString text = isCancelled ? tr("Stopped.") : QString::fromStdString(toString(error));
    m_state->setText(text);
    if (!m_report) {
        m_plot->setMessage(text);
    }
}

void CascadeDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export Cascade to Folder"));
    if (!folder.isEmpty()) {
        exportTo(std::filesystem::path(folder.toStdU16String()));
    }
}

void CascadeDialog::exportTo(const std::filesystem::path& folder)
{
    if (!m_report) {
        return;
    }
    m_export->setEnabled(false);
    m_state->setText(tr("Exporting…"));
    m_exportJob.start(
        [&session = m_session, report = m_report, folder](const JobContext& context,
                                                          const JobPort&) {
            return session.exportCascade(*report, folder, context);
        },
        [this, folder](const Status& written) {
            m_export->setEnabled(m_report != nullptr);
            if (written) {
                const auto file = folder / session::kCascadeManifest;
                m_state->setText(tr("Both models and %1 are written.")
                                     .arg(QString::fromStdU16String(file.u16string())));
            } else {
                showProblem(written.error());
            }
        });
}

} // namespace quantoscope::gui
