// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QObject>

#include <vector>

namespace quantoscope::gui {

/// What all panels mean by "the selected layer", and which layers an edit of "the selection"
/// changes.
class LayerSelection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] OutlineId current() const { return m_current; }
    /// Ascending; usually with the current one among them.
    [[nodiscard]] const std::vector<OutlineId>& chosen() const { return m_chosen; }
    [[nodiscard]] bool isChosen(OutlineId id) const;
    /// Chooses one layer alone, or none. Does nothing when that is so already.
    void select(OutlineId id);
    void choose(std::vector<OutlineId> ids, OutlineId current);
    /// Adds layers to what is chosen, or takes them away when all of them are chosen.
    void toggle(const std::vector<OutlineId>& ids);

Q_SIGNALS:
    void currentChanged(quantoscope::gui::OutlineId id);
    void chosenChanged();

private:
    OutlineId m_current = kNoOutlineId;
    std::vector<OutlineId> m_chosen;
};

} // namespace quantoscope::gui
