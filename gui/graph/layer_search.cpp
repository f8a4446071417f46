// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layer_search.h"

#include "gui/models/layer_column_text.h"

#include <algorithm>

namespace quantoscope::gui {

std::vector<OutlineId> searchLayers(const ModelOutline& outline, const QString& text)
{
    std::vector<OutlineId> matches;
    const QString wanted = text.trimmed();
    for (std::size_t i = 0; !wanted.isEmpty() && i < outline.entries.size(); ++i) {
        const OutlineEntry& entry = outline.entries[i];
        if (QString::fromStdString(entry.name).contains(wanted, Qt::CaseInsensitive) ||
            operatorText(entry).contains(wanted, Qt::CaseInsensitive)) {
            matches.push_back(static_cast<OutlineId>(i));
        }
    }
    return matches;
}

OutlineId nextMatch(const std::vector<OutlineId>& matches, OutlineId current, int direction)
{
    if (matches.empty()) {
        return kNoOutlineId;
    }
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(matches, current);
        return next == matches.end() ? matches.front() : *next;
    }
    const auto next = std::ranges::lower_bound(matches, current);
    return next == matches.begin() ? matches.back() : *(next - 1);
}

} // namespace quantoscope::gui
