// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_document.h"
#include "gui/models/layer_table_model.h"

#include <QStringBuilder>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

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

bool LayerTableModel::setField(std::span<const int> rows, SchemeField field, const QString& value)
{
    auto edited = std::make_shared<quant::Configuration>(*m_document.configuration());
    int count = 0;
    QString name;
    for (const int row : rows) {
        if (row < 0 || row >= rowCount() || !hasField(row, field)) {
            continue;
        }
        const OutlineEntry& layer = entry(row);
        if (isWeightField(field)) {
            quant::WeightScheme scheme = weightScheme(*edited, layer.name);
            if (!gui::setField(scheme, field, value)) {
                return false;
            }
            edited->weights[layer.name] = scheme;
        }
        for (std::size_t i = 0; !isWeightField(field) && i < layer.sites.size(); ++i) {
            quant::ActivationScheme scheme = activationScheme(*edited, layer.sites[i]);
            if (!gui::setField(scheme, field, value)) {
                return false;
            }
            edited->activations[layer.sites[i]] = scheme;
        }
        name = QString::fromStdString(layer.name);
        ++count;
    }
    if (count == 0) {
        return false;
    }
    const QString text =
        count == 1
            ? tr("Set %1 of %2 to %3").arg(schemeFieldText(field), name, choiceText(field, value))
            : tr("Set %1 of %n layers to %2", nullptr, count)
                  .arg(schemeFieldText(field), choiceText(field, value));
    const QString mergeKey =
        count == 1 ? QString(QString::number(static_cast<int>(field)) % u'/' % name) : QString();
    m_document.edit(text, std::move(edited), mergeKey);
    return true;
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
    const std::vector<SchemeChoice>& choices = schemeChoices(field); // ascending
    const auto found = std::ranges::find(choices, value(row, field), &SchemeChoice::value);
    if (found == choices.end()) {
        return false;
    }
    const auto last = static_cast<int>(choices.size()) - 1;
    const auto from = static_cast<int>(found - choices.begin());
    const int to = std::clamp(from + steps, 0, last);
    return to != from && setField({&row, 1}, field, choices[static_cast<std::size_t>(to)].value);
}

} // namespace quantoscope::gui
