// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/choice_help.h"
#include "gui/models/configuration_document.h"
#include "gui/models/hardware_reason.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_table_model.h"

#include <QStringBuilder>

#include <algorithm>
#include <iterator>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// Wheels step through integers and, above them, formats without a scale: their order is that of
/// their widths.
bool isStep(const QString& value)
{
    const Result<quant::Precision> precision = quant::parsePrecision(value.toStdString());
    return precision && (precision->isInteger() || !precision->hasScale());
}

/// Whether a field says anything: symmetry and granularity are those of integers.
bool says(SchemeField field, const FieldValues& values)
{
    if (field == SchemeField::WeightPrecision || field == SchemeField::ActivationPrecision ||
        field == SchemeField::ActivationSource) {
        return true;
    }
    const auto precision =
        quant::parsePrecision(values
                                  .at(isWeightField(field) ? SchemeField::WeightPrecision
                                                           : SchemeField::ActivationPrecision)
                                  .toStdString());
    return precision && precision->isInteger();
}

} // namespace

bool LayerTableModel::hasField(int row, SchemeField field) const
{
    return isWeightField(field) ? entry(row).hasWeights : entry(row).hasSite();
}

QString LayerTableModel::value(int row, SchemeField field) const
{
    const OutlineEntry& layer = entry(row);
    const quant::Configuration& configuration = *m_document.configuration();
    if (!hasField(row, field)) {
        return {};
    }
    return isWeightField(field)
               ? fieldValue(field, weightScheme(configuration, layer.name))
               : fieldValue(field, activationScheme(configuration, layer.sites.front()));
}

QString LayerTableModel::reasonAgainst(int row, SchemeField field, const QString& value) const
{
    const OutlineEntry& layer = entry(row);
    if (!hasField(row, field)) {
        return tr("%1 has nothing of that kind to quantize")
            .arg(QString::fromStdString(layer.name));
    }
    const quant::Configuration& configuration = *m_document.configuration();
    if (field == SchemeField::WeightPruning) {
        if (const QString reason = reasonAgainstPruning(layer, value); !reason.isEmpty()) {
            return reason;
        }
    }
    if (field == SchemeField::WeightAxis) {
        if (const QString reason = reasonAgainstAxis(layer, value); !reason.isEmpty()) {
            return reason;
        }
    }
    if (field == SchemeField::WeightSplitting) {
        if (const QString reason = reasonAgainstSplitting(layer, value); !reason.isEmpty()) {
            return reason;
        }
    }
    const QString reason =
        isWeightField(field)
            ? gui::reasonAgainst(weightScheme(configuration, layer.name), field, value)
            : gui::reasonAgainst(activationScheme(configuration, layer.sites.front()), field, value,
                                 layer.hasTokens);
    return reason.isEmpty() && m_profile ? reasonOfHardware(*m_profile, layer, field, value)
                                         : reason;
}

QString LayerTableModel::reasonAgainst(std::span<const int> rows, SchemeField field,
                                       const QString& value) const
{
    for (const int row : rows) {
        if (row >= 0 && row < rowCount() && hasField(row, field)) {
            if (const QString reason = reasonAgainst(row, field, value); !reason.isEmpty()) {
                return reason;
            }
        }
    }
    return {};
}

void LayerTableModel::setProfile(std::optional<session::HardwareProfile> profile)
{
    m_profile = std::move(profile);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, WeightBitsColumn),
                           index(rowCount() - 1, ActivationCalibrationColumn), {ChoiceReasonsRole});
    }
    Q_EMIT profileChanged();
}

std::vector<LayerTableModel::Conflict> LayerTableModel::conflicts() const
{
    std::vector<Conflict> conflicts;
    for (int row = 0; m_profile && row < rowCount(); ++row) {
        const FieldValues own = values(row);
        for (const auto& [field, value] : own) {
            const QString reason = says(field, own)
                                       ? reasonOfHardware(*m_profile, entry(row), field, value)
                                       : QString();
            if (!reason.isEmpty()) {
                conflicts.push_back({row, QString::fromStdString(entry(row).name), reason});
                break;
            }
        }
    }
    return conflicts;
}

FieldValues LayerTableModel::values(int row) const
{
    FieldValues values;
    for (const SchemeField field : kSchemeFields) {
        if (hasField(row, field)) {
            values[field] = value(row, field);
        }
    }
    return values;
}

bool LayerTableModel::setField(std::span<const int> rows, SchemeField field, const QString& value)
{
    if (!reasonAgainst(rows, field, value).isEmpty()) {
        return false;
    }
    std::vector<int> changed;
    std::ranges::copy_if(rows, std::back_inserter(changed), [&](int row) {
        return row >= 0 && row < rowCount() && hasField(row, field);
    });
    if (changed.empty()) {
        return false;
    }
    const auto count = static_cast<int>(changed.size());
    const QString name = QString::fromStdString(entry(changed.front()).name);
    const QString text =
        count == 1
            ? tr("Set %1 of %2 to %3").arg(schemeFieldText(field), name, choiceText(field, value))
            : tr("Set %1 of %n layers to %2", nullptr, count)
                  .arg(schemeFieldText(field), choiceText(field, value));
    const QString mergeKey =
        count == 1 ? QString(QString::number(static_cast<int>(field)) % u'/' % name) : QString();
    return edit(changed, {{field, value}}, text, mergeKey);
}

Status LayerTableModel::setFields(std::span<const int> rows, const FieldValues& values,
                                  const QString& text)
{
    for (const auto& [field, value] : values) {
        // Other fields change with a precision, so only the hardware can be against one.
        const bool isChecked =
            field == SchemeField::WeightPrecision || field == SchemeField::ActivationPrecision;
        const QString reason = isChecked ? reasonAgainst(rows, field, value) : QString();
        if (!reason.isEmpty()) {
            return fail(ErrorCode::InvalidArgument, reason.toStdString());
        }
    }
    if (!edit(rows, values, text, {})) {
        return fail(ErrorCode::InvalidArgument,
                    tr("none of the layers has such settings").toStdString());
    }
    return {};
}

bool LayerTableModel::edit(std::span<const int> rows, const FieldValues& values,
                           const QString& text, const QString& mergeKey)
{
    auto edited = std::make_shared<quant::Configuration>(*m_document.configuration());
    bool isChanged = false;
    for (const int row : rows) {
        const std::optional<bool> done = setFieldsOf(*edited, entry(row), values);
        if (!done) {
            return false;
        }
        isChanged |= *done;
    }
    if (isChanged) {
        m_document.edit(text, std::move(edited), mergeKey);
    }
    return isChanged;
}

std::vector<std::string> LayerTableModel::weightLayers(std::span<const int> rows) const
{
    std::vector<std::string> layers;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount() && entry(row).hasWeights) {
            layers.push_back(entry(row).name);
        }
    }
    return layers;
}

bool LayerTableModel::stepPrecision(int row, SchemeField field, int steps)
{
    if (row < 0 || row >= rowCount() || !hasField(row, field)) {
        return false;
    }
    const QString now = value(row, field);
    std::vector<QString> legal; // ascending
    for (const SchemeChoice& choice : schemeChoices(field)) {
        if (choice.value == now ||
            (isStep(choice.value) && reasonAgainst(row, field, choice.value).isEmpty())) {
            legal.push_back(choice.value);
        }
    }
    const auto found = std::ranges::find(legal, now);
    if (found == legal.end()) {
        return false;
    }
    const auto last = static_cast<int>(legal.size()) - 1;
    const auto from = static_cast<int>(found - legal.begin());
    const int to = std::clamp(from + steps, 0, last);
    return to != from && setField({&row, 1}, field, legal[static_cast<std::size_t>(to)]);
}

} // namespace quantoscope::gui
