// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/layer_menu.h"

#include "gui/graph/graph_walk.h"
#include "gui/models/choice_help.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/panels/pin_action.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <optional>

namespace quantoscope::gui {

namespace {

QString tr(const char* text, const char* remark = nullptr, int count = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, count);
}

std::vector<int> rowsOf(const LayerTableModel& layers, const std::vector<OutlineId>& ids)
{
    std::vector<int> rows;
    for (const OutlineId id : ids) {
        if (const int row = layers.rowOf(id); row >= 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<OutlineId> withOperatorOf(const ModelOutline& outline, OutlineId id)
{
    const QString wanted = operatorText(outline.entries[static_cast<std::size_t>(id)]);
    std::vector<OutlineId> ids;
    for (std::size_t i = 0; i < outline.entries.size(); ++i) {
        if (operatorText(outline.entries[i]) == wanted) {
            ids.push_back(static_cast<OutlineId>(i));
        }
    }
    return ids;
}

/// The value all rows have in common, if they do.
std::optional<QString> commonValue(const LayerTableModel& layers, const std::vector<int>& rows,
                                   SchemeField field)
{
    std::optional<QString> common;
    for (const int row : rows) {
        if (layers.hasField(row, field)) {
            const QString value = layers.value(row, field);
            if (common && *common != value) {
                return std::nullopt;
            }
            common = value;
        }
    }
    return common;
}

void addBits(QMenu& menu, LayerTableModel& layers, const std::vector<int>& rows, SchemeField field,
             const QString& title)
{
    const bool hasField =
        std::ranges::any_of(rows, [&](int row) { return layers.hasField(row, field); });
    if (!hasField) {
        return;
    }
    menu.addSection(title);
    const std::optional<QString> common = commonValue(layers, rows, field);
    for (const SchemeChoice& choice : schemeChoices(field)) {
        QAction* action = menu.addAction(choice.text);
        const QString reason = layers.reasonAgainst(rows, field, choice.value);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? choiceHelp(field, choice.value) : reason);
        action->setCheckable(true);
        action->setChecked(common == choice.value);
        QObject::connect(
            action, &QAction::triggered, &layers,
            [&layers, rows, field, value = choice.value] { layers.setField(rows, field, value); });
    }
}

void addScope(QMenu& menu, LayerTableModel& layers, const QString& title,
              const std::vector<int>& rows, const QString& whyNot)
{
    QMenu* bits = menu.addMenu(title);
    bits->setToolTipsVisible(true);
    bits->setEnabled(!rows.empty());
    bits->menuAction()->setToolTip(rows.empty() ? whyNot : QString());
    addBits(*bits, layers, rows, SchemeField::WeightPrecision, tr("Weights"));
    addBits(*bits, layers, rows, SchemeField::ActivationPrecision, tr("Output"));
}

} // namespace

void addLayerActions(QMenu& menu, const LayerMenuTarget& target, OutlineId id)
{
    const OutlineEntry& entry = target.outline.entries[static_cast<std::size_t>(id)];
    LayerTableModel& layers = target.layers;
    const QString nothing = tr("Nothing here carries a quantizer");
    const std::vector<int> chosen = rowsOf(layers, target.selection.chosen());
    const std::vector<int> alike = rowsOf(layers, withOperatorOf(target.outline, id));
    const std::vector<int> downstream = rowsOf(layers, downstreamOf(target.outline, id));
    addScope(menu, layers, tr("&Bits of This Layer"), rowsOf(layers, {id}), nothing);
    if (target.selection.chosen().size() > 1) {
        addScope(menu, layers,
                 tr("Bits of the &Selection (%n layers)", nullptr, static_cast<int>(chosen.size())),
                 chosen, nothing);
    }
    addScope(menu, layers,
             tr("Bits of &All %1 (%n layers)", nullptr, static_cast<int>(alike.size()))
                 .arg(operatorText(entry)),
             alike, nothing);
    addScope(menu, layers,
             tr("Bits of Everything &Downstream (%n layers)", nullptr,
                static_cast<int>(downstream.size())),
             downstream, nothing);
    menu.addSeparator();
    addPinAction(menu, target.document,
                 layers.weightLayers(chosen.empty() ? rowsOf(layers, {id}) : chosen));
    menu.setToolTipsVisible(true);
}

} // namespace quantoscope::gui
