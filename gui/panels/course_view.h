// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/calibration_course.h"

#include <QWidget>

#include <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace quantoscope::gui {

class RangeCoursePlot;
class ResultCoursePlot;

/// How the range of a layer's output, and the result, change with the number of calibration images.
class CourseView : public QWidget
{
    Q_OBJECT

public:
    explicit CourseView(QWidget* parent = nullptr);

    /// \param isCurrent measured on the configuration as it is now
    void setCourse(session::CalibrationCoursePtr course, bool isCurrent);
    /// Whose range is shown; empty: the layer's output has no quantizer.
    void setTensor(const std::string& tensor);
    void setRunning(bool isRunning);
    /// Whether there are calibration images, and whether results depend on them.
    void setPossible(bool hasImages, bool hasResults);
    /// Gives the button the focus.
    void focusButton();

    [[nodiscard]] RangeCoursePlot& ranges() { return *m_ranges; }
    [[nodiscard]] ResultCoursePlot& results() { return *m_results; }
    [[nodiscard]] QPushButton& measureButton() { return *m_measure; }
    [[nodiscard]] QComboBox& shown() { return *m_shown; } ///< range or result
    [[nodiscard]] QCheckBox& withResults() { return *m_withResults; }

Q_SIGNALS:
    void measureRequested(bool withResults);
    void stopRequested();

private:
    void setUpBar();
    void showCourse();
    void showRanges();
    void showResults();

    RangeCoursePlot* m_ranges;
    ResultCoursePlot* m_results;
    QPushButton* m_measure;
    QCheckBox* m_withResults;
    QComboBox* m_shown;
    QStackedWidget* m_plots;
    QLabel* m_remark;
    session::CalibrationCoursePtr m_course;
    std::string m_tensor;
    bool m_isCurrent = true;
    bool m_isRunning = false;
};

} // namespace quantoscope::gui
