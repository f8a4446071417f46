// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hardware_reason.h"

#include "gui/models/layer_column_text.h"

#include <QCoreApplication>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

bool isTaken(const session::HardwareProfile& profile, const OutlineEntry& layer, SchemeField field,
             const QString& value)
{
    if (field == SchemeField::WeightPrecision || field == SchemeField::ActivationPrecision) {
        const Result<quant::Precision> wanted = quant::parsePrecision(value.toStdString());
        const bool ofWeights = field == SchemeField::WeightPrecision;
        return wanted && (ofWeights ? profile.takesWeights(operatorKey(layer), *wanted)
                                    : profile.takesActivations(operatorKey(layer), *wanted));
    }
    if (field == SchemeField::WeightGranularity) {
        quant::WeightScheme scheme;
        return !setField(scheme, field, value) || profile.takes(scheme.granularity);
    }
    if (field == SchemeField::WeightAxis) {
        quant::WeightScheme scheme;
        return !setField(scheme, field, value) || profile.takesAxis(scheme.axis);
    }
    if (field == SchemeField::WeightSymmetry) {
        return value == u"symmetric"_s || profile.asymmetricWeights;
    }
    if (field == SchemeField::ActivationSymmetry) {
        return value == u"symmetric"_s || profile.asymmetricActivations;
    }
    return field != SchemeField::ActivationSource || value == u"static"_s || profile.dynamicRanges;
}

} // namespace

QString reasonOfHardware(const session::HardwareProfile& profile, const OutlineEntry& layer,
                         SchemeField field, const QString& value)
{
    if (isTaken(profile, layer, field, value)) {
        return {};
    }
    return QCoreApplication::translate("quantoscope::gui", "%1 does not take %2 in %3 (%4)")
        .arg(QString::fromStdString(profile.name), choiceText(field, value), operatorText(layer),
             schemeFieldText(field));
}

} // namespace quantoscope::gui
