// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/cost_axis.h"

#include "gui/models/quantity_text.h"
#include "gui/models/search_text.h"

#include <QCoreApplication>

namespace quantoscope::gui {

namespace {

constexpr double kKilo = 1.0e3;
constexpr double kMega = 1.0e6;
constexpr double kGiga = 1.0e9;
constexpr double kTera = 1.0e12;

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

} // namespace

CostUnit costUnit(CostAxis axis, double largest)
{
    switch (axis) {
    case CostAxis::Size:
        return largest >= kMega ? CostUnit{kMega, tr("Model size (MB)")}
                                : CostUnit{kKilo, tr("Model size (kB)")};
    case CostAxis::Bops:
        return largest >= kTera   ? CostUnit{kTera, tr("Bit operations (10¹²)")}
               : largest >= kGiga ? CostUnit{kGiga, tr("Bit operations (10⁹)")}
                                  : CostUnit{kMega, tr("Bit operations (10⁶)")};
    case CostAxis::Time:
        break;
    }
    return {1.0, tr("Time per image (ms)")};
}

QString costTitle(CostAxis axis)
{
    return axis == CostAxis::Size   ? tr("Model size")
           : axis == CostAxis::Bops ? tr("Bit operations")
                                    : tr("Measured time");
}

QString costHelp(CostAxis axis)
{
    switch (axis) {
    case CostAxis::Size:
        return tr("Bytes of the model: weights at their bits, scales, zero points and biases");
    case CostAxis::Bops:
        return tr("BOPs of one image: multiply-accumulates times the bits of weights and inputs");
    case CostAxis::Time:
        break;
    }
    return tr("Milliseconds that the exported model takes for one image with the inference "
              "engine's own integer kernels on this machine");
}

QString costText(CostAxis axis, double cost)
{
    return axis == CostAxis::Size   ? bytesText(static_cast<std::int64_t>(cost))
           : axis == CostAxis::Bops ? bopsText(cost)
                                    : millisecondsText(cost);
}

QString millisecondsText(double ms)
{
    return tr("%1 ms").arg(numberText(ms, 3));
}

} // namespace quantoscope::gui
