// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hardware_reason.h"

#include "gui/models/layer_column_text.h"
#include "gui/models/scheme_choices.h"

#include <QCoreApplication>

#include <algorithm>

namespace quantoscope::gui {

QString reasonOfHardware(const session::HardwareProfile& profile, const OutlineEntry& layer,
                         const QString& precision)
{
    const std::vector<int>& widths = profile.weightBitsOf(operatorKey(layer));
    const Result<quant::Precision> wanted = quant::parsePrecision(precision.toStdString());
    if (wanted && (wanted->isInteger() || wanted->bits() == 32) &&
        std::ranges::find(widths, wanted->bits()) != widths.end()) {
        return {};
    }
    return QCoreApplication::translate("quantoscope::gui", "%1 does not take %2 weights in %3")
        .arg(QString::fromStdString(profile.name),
             choiceText(SchemeField::WeightPrecision, precision), operatorText(layer));
}

} // namespace quantoscope::gui
