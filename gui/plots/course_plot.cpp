// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/course_plot.h"

#include "gui/graph/operator_color.h"
#include "gui/models/calibration_text.h"
#include "gui/models/quantity_text.h"

#include <QMouseEvent>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace quantoscope::gui {

namespace {

constexpr double kMargin = 1.15; ///< of the number of images beside the first and last
constexpr double kShapeSize = 6.0;

/// Colour and shape of a method, either of which tells it from the others.
struct Style
{
    QRgb color;
    QCPScatterStyle::ScatterShape shape;
};
constexpr std::array<Style, 6> kStyles{{{okabe_ito::kBlue, QCPScatterStyle::ssCircle},
                                        {okabe_ito::kSkyBlue, QCPScatterStyle::ssPlus},
                                        {okabe_ito::kGreen, QCPScatterStyle::ssSquare},
                                        {okabe_ito::kVermillion, QCPScatterStyle::ssDiamond},
                                        {okabe_ito::kOrange, QCPScatterStyle::ssTriangle},
                                        {okabe_ito::kPurple, QCPScatterStyle::ssCross}}};

void apply(const Style& style, const QColor& base, QCPGraph& graph)
{
    const QColor color = blended(base, QColor(style.color), 0.9);
    graph.setPen(QPen(color, 1.4));
    graph.setScatterStyle(QCPScatterStyle(style.shape, kShapeSize));
}

void addRoom(QCPAxis& axis)
{
    axis.rescale();
    const double size = axis.range().size();
    const double room =
        size > 0.0 ? 0.08 * size : std::max(1e-6, 0.1 * std::abs(axis.range().lower));
    axis.setRange(axis.range().lower - room, axis.range().upper + room);
}

} // namespace

CoursePlot::CoursePlot(QWidget* parent) : ThemedPlot(parent)
{
    xAxis->setScaleType(QCPAxis::stLogarithmic);
    xAxis->setLabel(tr("Calibration images"));
    putLegendAbove();
    legend->setIconSize(20, 14);
    legend->setRowSpacing(0);
}

void CoursePlot::setCounts(const std::vector<std::int64_t>& counts)
{
    m_counts = counts;
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        ticker->addTick(countAt(i), locale().toString(static_cast<qlonglong>(counts[i])));
    }
    xAxis->setTicker(ticker);
    if (!counts.empty()) {
        xAxis->setRange(1.0 / kMargin, countAt(counts.size() - 1) * kMargin);
    }
}

QString CoursePlot::countText(std::size_t row) const
{
    return tr("%n calibration images", nullptr, static_cast<int>(m_counts[row]));
}

void CoursePlot::mouseMoveEvent(QMouseEvent* event)
{
    ThemedPlot::mouseMoveEvent(event);
    if (m_counts.empty() || !axisRect()->rect().contains(event->pos())) {
        showToolTip({});
        return;
    }
    const auto distance = [&](std::int64_t count) {
        return std::abs(xAxis->coordToPixel(static_cast<double>(count)) - event->pos().x());
    };
    const auto nearest = std::ranges::min_element(m_counts, {}, distance);
    showToolTip(textAt(static_cast<std::size_t>(nearest - m_counts.begin())));
}

RangeCoursePlot::RangeCoursePlot(QWidget* parent) : CoursePlot(parent)
{
    yAxis->setLabel(tr("Range"));
    for (const quant::CalibrationMethod method : session::calibrationMethods()) {
        m_highs.push_back(addGraph());
        m_highs.back()->setName(calibrationText(method));
        m_lows.push_back(addGraph());
        m_lows.back()->removeFromLegend();
    }
    setAccessibleName(tr("Range of the layer's output against the number of calibration images"));
    applyColors();
}

void RangeCoursePlot::setCourse(const session::CalibrationCoursePtr& course, std::size_t tensor)
{
    m_course = course;
    m_tensor = tensor;
    setMessage({});
    setCounts(course->counts);
    for (std::size_t method = 0; method < m_highs.size(); ++method) {
        m_highs[method]->data()->clear();
        m_lows[method]->data()->clear();
        for (std::size_t row = 0; row < course->counts.size(); ++row) {
            const quant::Range& range = rangesAt(row)[method];
            m_highs[method]->addData(countAt(row), static_cast<double>(range.high));
            m_lows[method]->addData(countAt(row), static_cast<double>(range.low));
        }
    }
    addRoom(*yAxis);
    setAccessibleDescription(course->counts.empty() ? QString()
                                                    : textAt(course->counts.size() - 1));
    wrapLegend();
    replotLater();
}

QString RangeCoursePlot::textAt(std::size_t row) const
{
    QStringList lines{countText(row)};
    for (std::size_t method = 0; method < m_course->methods.size(); ++method) {
        const quant::Range& range = rangesAt(row)[method];
        lines << tr("%1: %2 … %3")
                     .arg(calibrationText(m_course->methods[method]),
                          numberText(static_cast<double>(range.low)),
                          numberText(static_cast<double>(range.high)));
    }
    return lines.join(QLatin1Char('\n'));
}

void RangeCoursePlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    for (std::size_t method = 0; method < m_highs.size(); ++method) {
        const Style& style = kStyles[method % kStyles.size()];
        apply(style, base, *m_highs[method]);
        apply(style, base, *m_lows[method]);
    }
}

ResultCoursePlot::ResultCoursePlot(QWidget* parent)
    : CoursePlot(parent), m_top1(addGraph()), m_agreement(addGraph()),
      m_sqnr(addGraph(xAxis, yAxis2))
{
    m_top1->setName(tr("Top-1"));
    m_agreement->setName(tr("Same class as FP32"));
    m_sqnr->setName(tr("SQNR of the outputs"));
    yAxis->setLabel(tr("Images, %"));
    yAxis2->setLabel(tr("SQNR, dB"));
    yAxis2->setVisible(true);
    setAccessibleName(tr("Result against the number of calibration images"));
    applyColors();
}

void ResultCoursePlot::setCourse(const session::CalibrationCoursePtr& course)
{
    m_course = course;
    setMessage({});
    setCounts(course->counts);
    for (QCPGraph* graph : {m_top1, m_agreement, m_sqnr}) {
        graph->data()->clear();
    }
    for (std::size_t row = 0; row < course->results.size(); ++row) {
        const session::ResultAtCount& result = course->results[row];
        if (result.accuracy.top1) {
            m_top1->addData(countAt(row), 100.0 * *result.accuracy.top1);
        }
        if (result.comparison.agreement) {
            m_agreement->addData(countAt(row), 100.0 * *result.comparison.agreement);
        }
        m_sqnr->addData(countAt(row), result.comparison.sqnrDb);
    }
    const bool isClassified = m_agreement->dataCount() > 0;
    yAxis->setVisible(isClassified);
    if (isClassified) {
        addRoom(*yAxis);
    }
    addRoom(*yAxis2);
    setAccessibleDescription(course->results.empty() ? QString()
                                                     : textAt(course->results.size() - 1));
    wrapLegend();
    replotLater();
}

QString ResultCoursePlot::textAt(std::size_t row) const
{
    QStringList lines{countText(row)};
    if (row < m_course->results.size()) {
        const session::ResultAtCount& result = m_course->results[row];
        lines << tr("Top-1: %1").arg(percentText(result.accuracy.top1))
              << tr("Same class as FP32: %1").arg(percentText(result.comparison.agreement))
              << tr("SQNR of the outputs: %1").arg(decibelText(result.comparison.sqnrDb));
    }
    return lines.join(QLatin1Char('\n'));
}

void ResultCoursePlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    apply(kStyles[0], base, *m_top1);
    apply(kStyles[2], base, *m_agreement);
    apply(kStyles[3], base, *m_sqnr);
}

} // namespace quantoscope::gui
