// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/scheme_choices.h"

#include "gui/models/model_outline.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

std::vector<SchemeChoice> precisionChoices(std::initializer_list<quant::Precision> precisions)
{
    std::vector<SchemeChoice> choices;
    for (const quant::Precision& precision : precisions) {
        const QString name = QString::fromStdString(quant::toString(precision));
        choices.push_back({name, name});
    }
    return choices;
}

std::vector<SchemeChoice> weightPrecisions()
{
    using quant::Precision;
    return precisionChoices({Precision::integer(1), Precision::integer(2), Precision::integer(3),
                             Precision::integer(4), Precision::integer(5), Precision::integer(6),
                             Precision::integer(7), Precision::integer(8), Precision::integer(16),
                             Precision::float16(), Precision::float32()});
}

std::vector<SchemeChoice> activationPrecisions()
{
    using quant::Precision;
    return precisionChoices({Precision::integer(2), Precision::integer(3), Precision::integer(4),
                             Precision::integer(5), Precision::integer(6), Precision::integer(7),
                             Precision::integer(8), Precision::integer(16), Precision::float32()});
}

template <typename Scheme>
bool assignIfLegal(Scheme& scheme, const Scheme& wanted)
{
    if (!quant::validate(wanted)) {
        return false;
    }
    scheme = wanted;
    return true;
}

bool isChoice(SchemeField field, const QString& value)
{
    return std::ranges::any_of(schemeChoices(field),
                               [&](const SchemeChoice& choice) { return choice.value == value; });
}

QString symmetryValue(bool symmetric)
{
    return symmetric ? u"symmetric"_s : u"asymmetric"_s;
}

} // namespace

bool isWeightField(SchemeField field)
{
    return field == SchemeField::WeightPrecision || field == SchemeField::WeightSymmetry ||
           field == SchemeField::WeightGranularity;
}

std::vector<SchemeChoice> schemeChoices(SchemeField field)
{
    // Texts are asked for anew: the language may have changed.
    switch (field) {
    case SchemeField::WeightPrecision:
        return weightPrecisions();
    case SchemeField::ActivationPrecision:
        return activationPrecisions();
    case SchemeField::WeightGranularity:
        return {{u"per-channel"_s, tr("per-channel")}, {u"per-tensor"_s, tr("per-tensor")}};
    case SchemeField::WeightSymmetry:
    case SchemeField::ActivationSymmetry:
        break;
    }
    return {{u"symmetric"_s, tr("symmetric")}, {u"asymmetric"_s, tr("asymmetric")}};
}

QString schemeFieldText(SchemeField field)
{
    switch (field) {
    case SchemeField::WeightPrecision:
        return tr("weight bits");
    case SchemeField::WeightSymmetry:
        return tr("weight symmetry");
    case SchemeField::WeightGranularity:
        return tr("weight granularity");
    case SchemeField::ActivationPrecision:
        return tr("activation bits");
    case SchemeField::ActivationSymmetry:
        return tr("activation symmetry");
    }
    return {};
}

QString fieldValue(SchemeField field, const quant::WeightScheme& scheme)
{
    switch (field) {
    case SchemeField::WeightPrecision:
        return QString::fromStdString(quant::toString(scheme.precision));
    case SchemeField::WeightSymmetry:
        return symmetryValue(scheme.symmetric);
    case SchemeField::WeightGranularity:
        return scheme.granularity == quant::Granularity::PerChannel ? u"per-channel"_s
                                                                    : u"per-tensor"_s;
    default:
        return {};
    }
}

QString fieldValue(SchemeField field, const quant::ActivationScheme& scheme)
{
    switch (field) {
    case SchemeField::ActivationPrecision:
        return QString::fromStdString(quant::toString(scheme.precision));
    case SchemeField::ActivationSymmetry:
        return symmetryValue(scheme.symmetric);
    default:
        return {};
    }
}

QString choiceText(SchemeField field, const QString& value)
{
    if (field == SchemeField::WeightPrecision || field == SchemeField::ActivationPrecision) {
        return value; // called for every cell that is painted
    }
    for (const SchemeChoice& choice : schemeChoices(field)) {
        if (choice.value == value) {
            return choice.text;
        }
    }
    return value;
}

bool setField(quant::WeightScheme& scheme, SchemeField field, const QString& value)
{
    if (!isWeightField(field) || !isChoice(field, value)) {
        return false;
    }
    quant::WeightScheme wanted = scheme;
    if (field == SchemeField::WeightPrecision) {
        wanted.precision = *quant::parsePrecision(value.toStdString());
        // One bit is sign times mean magnitude: it has no zero point.
        wanted.symmetric = wanted.symmetric || wanted.precision == quant::Precision::integer(1);
    } else if (field == SchemeField::WeightSymmetry) {
        wanted.symmetric = value == u"symmetric"_s;
    } else {
        wanted.granularity = value == u"per-channel"_s ? quant::Granularity::PerChannel
                                                       : quant::Granularity::PerTensor;
    }
    return assignIfLegal(scheme, wanted);
}

bool setField(quant::ActivationScheme& scheme, SchemeField field, const QString& value)
{
    if (isWeightField(field) || !isChoice(field, value)) {
        return false;
    }
    quant::ActivationScheme wanted = scheme;
    if (field == SchemeField::ActivationPrecision) {
        wanted.precision = *quant::parsePrecision(value.toStdString());
    } else {
        wanted.symmetric = value == u"symmetric"_s;
    }
    return assignIfLegal(scheme, wanted);
}

quant::WeightScheme weightScheme(const quant::Configuration& configuration,
                                 const std::string& layer)
{
    const auto found = configuration.weights.find(layer);
    return found != configuration.weights.end()
               ? found->second
               : quant::WeightScheme{.precision = quant::Precision::float32()};
}

quant::ActivationScheme activationScheme(const quant::Configuration& configuration,
                                         const std::string& tensor)
{
    const auto found = configuration.activations.find(tensor);
    return found != configuration.activations.end()
               ? found->second
               : quant::ActivationScheme{.precision = quant::Precision::float32()};
}

std::optional<bool> setFieldsOf(quant::Configuration& configuration, const OutlineEntry& layer,
                                const FieldValues& values)
{
    bool isSet = false;
    for (const auto& [field, value] : values) {
        if (isWeightField(field) && layer.hasWeights) {
            quant::WeightScheme scheme = weightScheme(configuration, layer.name);
            if (!setField(scheme, field, value)) {
                return std::nullopt;
            }
            configuration.weights[layer.name] = scheme;
            isSet = true;
        }
        for (std::size_t i = 0; !isWeightField(field) && i < layer.sites.size(); ++i) {
            quant::ActivationScheme scheme = activationScheme(configuration, layer.sites[i]);
            if (!setField(scheme, field, value)) {
                return std::nullopt;
            }
            configuration.activations[layer.sites[i]] = scheme;
            isSet = true;
        }
    }
    return isSet;
}

} // namespace quantoscope::gui
