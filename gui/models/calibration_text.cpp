// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/calibration_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringBuilder>

namespace quantoscope::gui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

} // namespace

QString calibrationText(const quant::Calibration& calibration)
{
    const QString method = calibrationText(calibration.method);
    return calibration.method == quant::CalibrationMethod::Percentile
               ? method % u' ' % QLocale().toString(calibration.percentile, 'g', 8)
               : method;
}

QString calibrationText(quant::CalibrationMethod method)
{
    switch (method) {
    case quant::CalibrationMethod::MinMax:
        return tr("min-max");
    case quant::CalibrationMethod::Percentile:
        return tr("percentile");
    case quant::CalibrationMethod::Mse:
        return tr("mean squared error");
    case quant::CalibrationMethod::Entropy:
        return tr("entropy (KL)");
    case quant::CalibrationMethod::MovingAverage:
        return tr("moving average");
    case quant::CalibrationMethod::PNorm:
        return tr("p-norm");
    }
    return {};
}

QString calibrationHelp(quant::CalibrationMethod method)
{
    switch (method) {
    case quant::CalibrationMethod::MinMax:
        return tr("The range holds every value seen while calibrating.");
    case quant::CalibrationMethod::Percentile:
        return tr("The range leaves out the rarest values at both ends.");
    case quant::CalibrationMethod::Mse:
        return tr("The range with the smallest mean squared rounding and "
                  "clipping error.");
    case quant::CalibrationMethod::Entropy:
        return tr("The range whose quantized histogram has the smallest "
                  "Kullback-Leibler divergence from the original (Migacz 2017).");
    case quant::CalibrationMethod::MovingAverage:
        return tr("The moving average of every picture's minimum and maximum (PyTorch's "
                  "MovingAverageMinMaxObserver).");
    case quant::CalibrationMethod::PNorm:
        return tr("The range with the smallest mean error to the power of 2.4, which minds large "
                  "errors more (Nahshan et al. 2021).");
    }
    return {};
}

} // namespace quantoscope::gui
