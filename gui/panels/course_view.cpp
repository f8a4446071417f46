// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/course_view.h"

#include "gui/plots/course_plot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

CourseView::CourseView(QWidget* parent)
    : QWidget(parent), m_ranges(new RangeCoursePlot), m_results(new ResultCoursePlot),
      m_measure(new QPushButton(tr("Measure"))), m_withResults(new QCheckBox(tr("With results"))),
      m_shown(new QComboBox), m_plots(new QStackedWidget), m_remark(new QLabel)
{
    m_plots->addWidget(m_ranges);
    m_plots->addWidget(m_results);
    m_remark->setVisible(false);
    m_remark->setContentsMargins(6, 0, 6, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setUpBar();
    layout->addWidget(m_remark);
    layout->addWidget(m_plots, 1);
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_isRunning) {
            Q_EMIT stopRequested();
        } else {
            Q_EMIT measureRequested(m_withResults->isEnabled() && m_withResults->isChecked());
        }
    });
    connect(m_shown, &QComboBox::currentIndexChanged, m_plots, &QStackedWidget::setCurrentIndex);
    setPossible(false, false);
    showCourse();
}

void CourseView::setUpBar()
{
    m_measure->setToolTip(tr("Run the calibration images once and note the range that every method "
                             "finds after 1, 2, 4, … and all of them"));
    m_withResults->setToolTip(tr("Run the validation images, too, calibrated with each number of "
                                 "images"));
    m_withResults->setChecked(true);
    m_shown->addItem(tr("Range"));
    m_shown->addItem(tr("Result"));
    m_shown->setAccessibleName(tr("What is shown against the number of images"));
    m_shown->setToolTip(tr("The range of this output, or what the whole model does"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 2);
    bar->addWidget(m_measure);
    bar->addWidget(m_withResults);
    bar->addWidget(m_shown);
    bar->addStretch(1);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(bar);
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
    const bool isStale = m_course && !m_isCurrent;
    m_remark->setText(isStale ? tr("Measured before the last edits") : QString());
    m_remark->setVisible(isStale);
    showRanges();
    showResults();
}

void CourseView::showResults()
{
    if (m_course && !m_course->results.empty()) {
        m_results->setCourse(m_course);
    } else {
        m_results->setMessage(tr("Measure with results shows how many\n"
                                 "calibration images are enough."));
    }
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
