// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

class QAction;
class QMenu;

namespace quantoscope::gui {

class ConfigurationDocument;

/// Adds "Pin Bits in the Search" to a menu: checked when all layers are pinned, greyed out without
/// any. Lives as long as the menu.
QAction* addPinAction(QMenu& menu, ConfigurationDocument& document,
                      const std::vector<std::string>& layers);

} // namespace quantoscope::gui
