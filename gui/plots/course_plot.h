// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/calibration_course.h"
#include "gui/plots/themed_plot.h"

#include <cstdint>
#include <vector>

namespace quantoscope::gui {

/// Something against the number of calibration images, which doubles from tick to tick; the mouse
/// tells all values at the nearest number.
class CoursePlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit CoursePlot(QWidget* parent = nullptr);

protected:
    void setCounts(const std::vector<std::int64_t>& counts);
    [[nodiscard]] double countAt(std::size_t row) const
    {
        return static_cast<double>(m_counts[row]);
    }
    /// In lines, the first naming the number of images.
    [[nodiscard]] virtual QString textAt(std::size_t row) const = 0;
    [[nodiscard]] QString countText(std::size_t row) const;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    std::vector<std::int64_t> m_counts;
};

/// The range of a tensor by every calibration method.
class RangeCoursePlot : public CoursePlot
{
    Q_OBJECT

public:
    explicit RangeCoursePlot(QWidget* parent = nullptr);
    void setCourse(const session::CalibrationCoursePtr& course, std::size_t tensor);

protected:
    void applyColors() override;
    [[nodiscard]] QString textAt(std::size_t row) const override;

private:
    [[nodiscard]] const std::vector<quant::Range>& rangesAt(std::size_t row) const
    {
        return m_course->tensors[m_tensor].ranges[row];
    }

    session::CalibrationCoursePtr m_course;
    std::size_t m_tensor = 0;
    std::vector<QCPGraph*> m_highs, m_lows; ///< by method; owned by the plot
};

/// Top-1, agreement and SQNR of the outputs of the configuration calibrated with so many images.
class ResultCoursePlot : public CoursePlot
{
    Q_OBJECT

public:
    explicit ResultCoursePlot(QWidget* parent = nullptr);
    void setCourse(const session::CalibrationCoursePtr& course);

protected:
    void applyColors() override;
    [[nodiscard]] QString textAt(std::size_t row) const override;

private:
    session::CalibrationCoursePtr m_course;
    QCPGraph* m_top1; ///< owned by the plot, as the others
    QCPGraph* m_agreement;
    QCPGraph* m_sqnr; ///< on the right axis
};

} // namespace quantoscope::gui
