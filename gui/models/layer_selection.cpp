// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_selection.h"

namespace quantoscope::gui {

void LayerSelection::select(OutlineId id)
{
    if (id == m_current) {
        return;
    }
    m_current = id;
    Q_EMIT currentChanged(id);
}

} // namespace quantoscope::gui
