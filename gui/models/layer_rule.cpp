// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_rule.h"

#include "gui/models/hardware_reason.h"
#include "gui/models/layer_clipboard.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_fields.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

QString partText(const FieldValues& values, bool ofWeights)
{
    QStringList parts;
    for (const auto& [field, value] : values) {
        if (isWeightField(field) == ofWeights) {
            parts.append(choiceText(field, value));
        }
    }
    return parts.join(u", "_s);
}

/// Why the hardware does not take what a rule sets; empty: it does.
QString hardwareReason(const LayerRule& rule, const OutlineEntry& layer,
                       const std::optional<session::HardwareProfile>& profile)
{
    QString reason;
    for (const auto& [field, value] : rule.values) {
        const bool hasField = isWeightField(field) ? layer.hasWeights : layer.hasSite();
        if (profile && hasField && reason.isEmpty()) {
            reason = reasonOfHardware(*profile, layer, field, value);
        }
    }
    return reason;
}

} // namespace

bool changes(const LayerRule& rule, const OutlineEntry& layer)
{
    return matches(rule, layer) && std::ranges::any_of(rule.values, [&](const auto& value) {
               return isWeightField(value.first) ? layer.hasWeights : layer.hasSite();
           });
}

bool matches(const LayerRule& rule, const OutlineEntry& layer)
{
    return (rule.op.empty() || rule.op == operatorKey(layer)) &&
           (rule.name.isEmpty() ||
            QString::fromStdString(layer.name).contains(rule.name, Qt::CaseInsensitive));
}

QString ruleOperatorText(const std::string& op)
{
    if (op.empty()) {
        return tr("any operator");
    }
    OutlineEntry entry;
    entry.opType = op;
    entry.isInput = op == "Input";
    entry.kind = op == "DepthwiseConv" ? model::LayerKind::DepthwiseConv : model::LayerKind::Other;
    return operatorText(entry);
}

QString ruleText(const LayerRule& rule)
{
    const QString kind = rule.op.empty() ? tr("layers") : ruleOperatorText(rule.op);
    const QString which =
        rule.name.isEmpty() ? tr("All %1").arg(kind) : tr("All %1 named “%2”").arg(kind, rule.name);
    QStringList what;
    if (const QString weights = partText(rule.values, true); !weights.isEmpty()) {
        what.append(tr("weights %1").arg(weights));
    }
    if (const QString output = partText(rule.values, false); !output.isEmpty()) {
        what.append(tr("output %1").arg(output));
    }
    return tr("%1: %2").arg(which, what.isEmpty() ? tr("nothing changes") : what.join(u"; "_s));
}

Result<quant::Configuration> withRules(const quant::Configuration& configuration,
                                       const ModelOutline& outline,
                                       const std::vector<LayerRule>& rules,
                                       const std::optional<session::HardwareProfile>& profile)
{
    quant::Configuration edited = configuration;
    for (const LayerRule& rule : rules) {
        for (const OutlineEntry& layer : outline.entries) {
            if (!rule.isEnabled || !matches(rule, layer)) {
                continue;
            }
            if (const QString reason = hardwareReason(rule, layer, profile); !reason.isEmpty()) {
                return fail(ErrorCode::InvalidArgument,
                            tr("the rule \"%1\" can't be applied: %2")
                                .arg(ruleText(rule), reason)
                                .toStdString(),
                            layer.name);
            }
            if (!setFieldsOf(edited, layer, rule.values)) {
                return fail(ErrorCode::InvalidArgument,
                            tr("the rule \"%1\" is not legal here; zero points and power-of-two "
                               "scales are for INT2 and wider outside of MX blocks, so change "
                               "the bits or the other settings of the rule")
                                .arg(ruleText(rule))
                                .toStdString(),
                            layer.name);
            }
        }
    }
    return edited;
}

QJsonObject ruleJson(const LayerRule& rule)
{
    return {{u"operator"_s, QString::fromStdString(rule.op)},
            {u"name"_s, rule.name},
            {u"enabled"_s, rule.isEnabled},
            {u"settings"_s, settingsJson(rule.values)}};
}

LayerRule ruleFromJson(const QJsonObject& object)
{
    return {object.value(u"operator"_s).toString().toStdString(),
            object.value(u"name"_s).toString(),
            settingsFromJson(object.value(u"settings"_s).toObject()),
            object.value(u"enabled"_s).toBool(true)};
}

} // namespace quantoscope::gui
