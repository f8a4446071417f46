// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantoscope::gui {

/// What a configuration costs, as the horizontal axis of the trade-off plot.
enum class CostAxis {
    Size, ///< bytes of the model
    Bops, ///< bit operations of one picture
    Time, ///< milliseconds for one picture, measured
};

/// The unit in which an axis reaching up to `largest` is best read.
struct CostUnit
{
    double divisor = 1.0;
    QString label; ///< of the axis, with the unit
};
[[nodiscard]] CostUnit costUnit(CostAxis axis, double largest);
[[nodiscard]] QString costTitle(CostAxis axis); ///< "Model size"
[[nodiscard]] QString costHelp(CostAxis axis);  ///< what it means, in a sentence
[[nodiscard]] QString costText(CostAxis axis, double cost);
[[nodiscard]] QString millisecondsText(double ms); ///< "1.83 ms"

} // namespace quantoscope::gui
