// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/progress_area.h"

#include "gui/jobs/stage_text.h"
#include "gui/models/quantity_text.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
/// Estimates from less than this are guesses.
constexpr qint64 kSettledMs = 700;
constexpr int kBarWidth = 180;
constexpr int kBarSteps = 1000;
} // namespace

ProgressArea::ProgressArea(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_cancel(new QToolButton(this))
{
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(QIcon(u":/icons/stop.svg"_s));
    m_cancel->setToolTip(tr("Stop what is running (Esc)"));
    m_cancel->setAccessibleName(tr("Stop what is running"));
    connect(m_cancel, &QToolButton::clicked, this, &ProgressArea::cancelRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    setBusy(false);
}

void ProgressArea::setBusy(bool busy)
{
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    if (!busy) {
        m_text->setText(tr("Ready"));
        m_stageClock.invalidate();
    } else if (!m_stageClock.isValid()) {
        m_text->setText(tr("Working"));
        m_bar->setRange(0, 0);
    }
}

void ProgressArea::setProgress(const Progress& progress)
{
    if (!m_stageClock.isValid() || progress.stage != m_stage || progress.done < m_stageStart) {
        m_stage = progress.stage;
        m_stageStart = progress.done;
        m_stageClock.start();
    }
    QString text = stageText(progress.stage);
    if (progress.total > 0) {
        // A sweep and a search count work, not images.
        const bool isWork =
            progress.stage == Stage::MeasuringSensitivity || progress.stage == Stage::Searching;
        const QString share = isWork ? tr("%1 %").arg(100 * progress.done / progress.total)
                                     : tr("%1/%2").arg(progress.done).arg(progress.total);
        text += u" "_s % share % timeLeft(progress);
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(static_cast<int>(kBarSteps * progress.done / progress.total));
    } else {
        m_bar->setRange(0, 0);
    }
    m_text->setText(text);
}

QString ProgressArea::timeLeft(const Progress& progress)
{
    const std::int64_t done = progress.done - m_stageStart;
    const qint64 elapsed = m_stageClock.elapsed();
    if (done <= 0 || elapsed < kSettledMs || progress.done >= progress.total) {
        return {};
    }
    const double perItem = static_cast<double>(elapsed) / 1000.0 / static_cast<double>(done);
    return u", "_s % tr("%1 left").arg(durationText(
                         perItem * static_cast<double>(progress.total - progress.done)));
}

} // namespace quantoscope::gui
