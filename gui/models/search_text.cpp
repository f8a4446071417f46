// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/search_text.h"

#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;
using session::SearchPhase;
using session::SearchPoint;

namespace {

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

/// The difference to FP32, or without labels how often the two agree.
QString qualityLine(const session::SearchReport& report, const SearchPoint& point)
{
    if (!point.againstFloat) {
        return {};
    }
    const QString text = differenceText(*point.againstFloat, point.top1.has_value());
    if (judgesByCalibration(report)) {
        return point.top1 ? tr("Top-1 on calibration images against FP32: %1 points").arg(text)
                          : tr("Agreement with FP32 on calibration images: %1").arg(text);
    }
    return point.top1 ? tr("Top-1 against FP32: %1 points").arg(text)
                      : tr("Agreement with FP32: %1").arg(text);
}

QString heldOutLine(const session::SearchReport& report, const SearchPoint& point)
{
    const auto images = static_cast<int>(report.heldOutImages);
    if (judgesByCalibration(report) && point.heldOutTop1) {
        return tr("Validation: %1, FP32 %2 (%n images)", nullptr, images)
            .arg(percentText(point.heldOutTop1), percentText(report.heldOutFloatTop1));
    }
    if (judgesByCalibration(report) && point.heldOutAgreement) {
        return tr("Validation: %1 agreement with FP32 (%n images)", nullptr, images)
            .arg(percentText(point.heldOutAgreement));
    }
    if (point.heldOutTop1) {
        return tr("Held out: %1, FP32 %2 (%n images)", nullptr, images)
            .arg(percentText(point.heldOutTop1), percentText(report.heldOutFloatTop1));
    }
    if (point.heldOutAgreement) {
        return tr("Held out: %1 agreement with FP32 (%n images)", nullptr, images)
            .arg(percentText(point.heldOutAgreement));
    }
    return {};
}

/// "Evaluating: 7 of 24 configurations".
QString doneText(const session::SearchReport& report)
{
    return tr("%1 of %2 configurations").arg(report.tried.size()).arg(report.request.evaluations);
}

} // namespace

bool judgesByCalibration(const session::SearchReport& report)
{
    return report.request.pictures == session::SearchPictures::Calibration;
}

QString originText(SearchPoint::Origin origin)
{
    switch (origin) {
    case SearchPoint::Origin::Search:
        return tr("Search");
    case SearchPoint::Origin::Uniform:
        return tr("Uniform");
    case SearchPoint::Origin::WeightSqnr:
        return tr("Weight SQNR");
    }
    return {};
}

QString originHelp(SearchPoint::Origin origin)
{
    switch (origin) {
    case SearchPoint::Origin::Search:
        return tr("Found by the search, which judges layers by what they do to the outputs.");
    case SearchPoint::Origin::Uniform:
        return tr("For comparison: every layer has the same bits, the most the budget allows.");
    case SearchPoint::Origin::WeightSqnr:
        return tr("For comparison: the same budget, given to layers by the SQNR of their weights "
                  "alone.");
    }
    return {};
}

QString budgetText(const session::SearchBudget& budget)
{
    if (budget.averageBits) {
        return tr("%1 bits on average").arg(averageBitsText(*budget.averageBits));
    }
    if (budget.sizeBytes) {
        return bytesText(*budget.sizeBytes);
    }
    if (budget.bops) {
        return tr("%1 BOPs").arg(bopsText(*budget.bops));
    }
    return tr("FP32 − %L1 points").arg(100.0 * budget.drop.value_or(0.0), 0, 'f', 1);
}

QString averageBitsText(double bits)
{
    return QLocale().toString(bits, 'f', 2);
}

QString bopsText(double bops)
{
    return countText(std::llround(bops));
}

QString differenceText(const search::Interval& againstFloat, bool hasLabels)
{
    if (hasLabels) {
        return intervalText(againstFloat);
    }
    const double half =
        std::max(againstFloat.high - againstFloat.value, againstFloat.value - againstFloat.low);
    const QString agreement = percentText(1.0 + againstFloat.value);
    return half > 0.0 ? QString(agreement % u" ± "_s % QLocale().toString(100.0 * half, 'f', 1))
                      : agreement;
}

QString pointToolTip(const session::SearchReport& report, std::size_t index)
{
    const SearchPoint& point = report.tried[index];
    QStringList lines{
        u"<b>"_s % originText(point.origin) % u"</b>, "_s %
            tr("%1 weight bits on average").arg(averageBitsText(point.averageWeightBits)),
        tr("Size: %1").arg(bytesText(point.sizeBytes)) % u", "_s %
            tr("%1 BOPs").arg(bopsText(point.bops)),
    };
    if (point.top1) {
        const auto images = static_cast<int>(point.images);
        lines << (judgesByCalibration(report)
                      ? tr("Top-1: %1 (%n calibration images)", nullptr, images)
                      : tr("Top-1: %1 (%n images)", nullptr, images))
                     .arg(percentText(point.top1));
    }
    lines << qualityLine(report, point) << tr("Output SQNR: %1").arg(decibelText(point.sqnrDb))
          << heldOutLine(report, point);
    if (point.predictedTop1) {
        const double predicted = *point.predictedTop1;
        lines << tr("Predicted: %1 points").arg(intervalText({predicted, predicted, predicted}));
    }
    lines.removeAll(QString());
    return lines.join(u"<br>"_s);
}

QString searchStatus(const session::SearchReport& report, bool isRunning)
{
    QString what;
    if (report.phase == SearchPhase::Finished) {
        what = tr("Done: %1").arg(doneText(report));
    } else if (!isRunning) {
        what = tr("Stopped: %1").arg(doneText(report));
    } else if (report.phase == SearchPhase::MeasuringSensitivity) {
        what = tr("Measuring sensitivities");
    } else if (report.phase == SearchPhase::CheckingHeldOut) {
        const auto images = static_cast<int>(report.heldOutImages);
        what = judgesByCalibration(report)
                   ? tr("Checking the best on %n validation images", nullptr, images)
                   : tr("Checking the best on %n images held out", nullptr, images);
    } else {
        what = tr("Evaluating: %1").arg(doneText(report));
    }
    return tr("%1 on %n images, %2 passes, %3", nullptr,
              static_cast<int>(report.phase == SearchPhase::MeasuringSensitivity
                                   ? std::min(report.images, report.request.sensitivityImages)
                                   : report.images))
        .arg(what, QLocale().toString(report.passes, 'f', 1), durationText(report.seconds));
}

} // namespace quantoscope::gui
