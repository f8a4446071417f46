// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_selection.h"

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

bool LayerSelection::isChosen(OutlineId id) const
{
    return std::ranges::binary_search(m_chosen, id);
}

void LayerSelection::select(OutlineId id)
{
    choose(id == kNoOutlineId ? std::vector<OutlineId>() : std::vector<OutlineId>{id}, id);
}

void LayerSelection::choose(std::vector<OutlineId> ids, OutlineId current)
{
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    const bool isOther = current != m_current;
    const bool areOthers = ids != m_chosen;
    m_current = current;
    m_chosen = std::move(ids);
    if (areOthers) {
        Q_EMIT chosenChanged();
    }
    if (isOther && current == m_current) { // nobody has chosen again meanwhile
        Q_EMIT currentChanged(current);
    }
}

void LayerSelection::toggle(const std::vector<OutlineId>& ids)
{
    const bool add = !std::ranges::all_of(ids, [this](OutlineId id) { return isChosen(id); });
    std::vector<OutlineId> chosen = m_chosen;
    if (add) {
        chosen.insert(chosen.end(), ids.begin(), ids.end());
    } else {
        std::erase_if(chosen,
                      [&](OutlineId id) { return std::ranges::find(ids, id) != ids.end(); });
    }
    const bool keepsCurrent = std::ranges::find(chosen, m_current) != chosen.end();
    const OutlineId current = add && !ids.empty()              ? ids.front()
                              : keepsCurrent || chosen.empty() ? m_current
                                                               : chosen.front();
    choose(std::move(chosen), current);
}

} // namespace quantoscope::gui
