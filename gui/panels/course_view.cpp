// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/course_view.h"

#include "gui/plots/course_plot.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

CourseView::CourseView(QWidget* parent)
    : QWidget(parent), m_ranges(new RangeCoursePlot), m_results(new ResultCoursePlot),
      m_measure(new QPushButton(tr("Measure"))), m_withResults(new QCheckBox(tr("With results"))),
      m_remark(new QLabel)
{
    m_measure->setToolTip(tr("Run the calibration images once and note the range that every method "
                             "finds after 1, 2, 4, … and all of them"));
    m_withResults->setToolTip(tr("Run the validation images, too, calibrated with each number of "
                                 "images"));
    m_withResults->setChecked(true);
    m_remark->setWordWrap(true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 2);
    bar->addWidget(m_measure);
    bar->addWidget(m_withResults);
    bar->addWidget(m_remark, 1);
    auto* plots = new QHBoxLayout;
    plots->setSpacing(0);
    plots->addWidget(m_ranges, 1);
    plots->addWidget(m_results, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(plots, 1);
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_isRunning) {
            Q_EMIT stopRequested();
        } else {
            Q_EMIT measureRequested(m_withResults->isEnabled() && m_withResults->isChecked());
        }
    });
    setPossible(false, false);
    showCourse();
}

void CourseView::setCourse(session::CalibrationCoursePtr course, bool isCurrent)
{
    m_course = std::move(course);
    m_isCurrent = isCurrent;
    showCourse();
}

void CourseView::setTensor(const std::string& tensor)
{
    m_tensor = tensor;
    showRanges();
}

void CourseView::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_measure->setText(isRunning ? tr("Stop") : tr("Measure"));
}

void CourseView::setPossible(bool hasImages, bool hasResults)
{
    m_measure->setEnabled(hasImages);
    m_withResults->setEnabled(hasImages && hasResults);
}

void CourseView::focusButton()
{
    m_measure->setFocus(Qt::ShortcutFocusReason);
}

void CourseView::showCourse()
{
    m_results->setVisible(m_course && !m_course->results.empty());
    if (m_results->isVisibleTo(this)) {
        m_results->setCourse(m_course);
    }
    m_remark->setText(m_course && !m_isCurrent ? tr("Measured before the last edits") : QString());
    showRanges();
}

void CourseView::showRanges()
{
    if (m_tensor.empty()) {
        m_ranges->setMessage(tr("No quantizer sits on this layer's output."));
        return;
    }
    if (!m_course) {
        m_ranges->setMessage(tr("Measure shows how many calibration images\n"
                                "the range of this output needs."));
        return;
    }
    const auto found =
        std::ranges::find(m_course->tensors, m_tensor, &session::TensorCourse::tensor);
    if (found == m_course->tensors.end()) {
        m_ranges->setMessage(tr("No quantizer sits on this layer's output."));
        return;
    }
    m_ranges->setCourse(m_course, static_cast<std::size_t>(found - m_course->tensors.begin()));
}

} // namespace quantoscope::gui
