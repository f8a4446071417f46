// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_clipboard.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kFormat("quantoscope-layer-settings");

} // namespace

QString fieldKey(SchemeField field)
{
    switch (field) {
    case SchemeField::WeightPrecision:
        return u"weightBits"_s;
    case SchemeField::WeightSymmetry:
        return u"weightSymmetry"_s;
    case SchemeField::WeightGranularity:
        return u"weightGranularity"_s;
    case SchemeField::WeightAxis:
        return u"weightAxis"_s;
    case SchemeField::WeightScale:
        return u"weightScale"_s;
    case SchemeField::WeightRange:
        return u"weightRanges"_s;
    case SchemeField::WeightPruning:
        return u"weightPruning"_s;
    case SchemeField::WeightSplitting:
        return u"weightSplitting"_s;
    case SchemeField::ActivationPrecision:
        return u"activationBits"_s;
    case SchemeField::ActivationSymmetry:
        return u"activationSymmetry"_s;
    case SchemeField::ActivationSource:
        return u"activationRanges"_s;
    case SchemeField::ActivationCalibration:
        return u"activationCalibration"_s;
    }
    return {};
}

QJsonObject settingsJson(const FieldValues& values)
{
    QJsonObject object;
    for (const auto& [field, value] : values) {
        object[fieldKey(field)] = value;
    }
    return object;
}

FieldValues settingsFromJson(const QJsonObject& object)
{
    FieldValues values;
    for (const SchemeField field : kSchemeFields) {
        const QString value = object.value(fieldKey(field)).toString();
        quant::WeightScheme weights;
        quant::ActivationScheme activations;
        if (isWeightField(field) ? setField(weights, field, value)
                                 : setField(activations, field, value)) {
            values[field] = value;
        }
    }
    return values;
}

QString settingsText(const FieldValues& values)
{
    QJsonObject object = settingsJson(values);
    object[u"format"_s] = kFormat;
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<FieldValues> settingsFromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const FieldValues values = settingsFromJson(object);
    if (object.value(u"format"_s).toString() != kFormat || values.empty()) {
        return fail(ErrorCode::InvalidData,
                    QCoreApplication::translate("quantoscope::gui::LayerClipboard",
                                                "the clipboard holds no settings of a layer; copy "
                                                "a row of the table first (Ctrl+C)")
                        .toStdString());
    }
    return values;
}

} // namespace quantoscope::gui
