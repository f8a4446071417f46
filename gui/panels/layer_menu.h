// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

class QMenu;

namespace quantoscope::gui {

class ConfigurationDocument;
class LayerSelection;
class LayerTableModel;

/// What the menu of a layer changes and reads; outlives the menu.
struct LayerMenuTarget
{
    ConfigurationDocument& document;
    LayerTableModel& layers;
    const ModelOutline& outline;
    LayerSelection& selection;
};

/// Adds to a layer's menu: bits of this layer, of the selection, of all layers with its operator
/// and of all layers that read what it produces, each change one undoable step; and the pin of the
/// search. `outline` is read only here.
void addLayerActions(QMenu& menu, const LayerMenuTarget& target, OutlineId id);

} // namespace quantoscope::gui
