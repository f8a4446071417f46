// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace quantoscope::gui {

/// What is running, how far it is, how long it still takes, and a button that stops it.
class ProgressArea : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressArea(QWidget* parent = nullptr);

    void setBusy(bool busy);
    void setProgress(const Progress& progress);

Q_SIGNALS:
    void cancelRequested();

private:
    [[nodiscard]] QString timeLeft(const Progress& progress);

    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    QElapsedTimer m_stageClock;
    Stage m_stage = Stage::ReadingModel;
    std::int64_t m_stageStart = 0; ///< how much was done when the stage was first heard of
};

} // namespace quantoscope::gui
