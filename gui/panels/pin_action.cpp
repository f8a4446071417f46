// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/pin_action.h"

#include "gui/models/configuration_document.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace quantoscope::gui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

} // namespace

QAction* addPinAction(QMenu& menu, ConfigurationDocument& document,
                      const std::vector<std::string>& layers)
{
    QAction* action = menu.addAction(tr("&Pin Bits in the Search"));
    action->setCheckable(true);
    action->setEnabled(!layers.empty());
    action->setChecked(!layers.empty() &&
                       std::ranges::all_of(layers, [&](const std::string& layer) {
                           return document.pinned().contains(layer);
                       }));
    action->setToolTip(layers.empty() ? tr("Only layers with weights can be pinned")
                                      : tr("A search for mixed precision keeps the weight bits "
                                           "these layers have now"));
    menu.setToolTipsVisible(true);
    QObject::connect(action, &QAction::triggered, &document,
                     [&document, layers](bool pinned) { document.setPinned(layers, pinned); });
    return action;
}

} // namespace quantoscope::gui
