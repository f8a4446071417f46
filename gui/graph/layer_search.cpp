// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layer_search.h"

#include "gui/models/layer_column_text.h"
#include "gui/models/quantity_text.h"

#include <QStringBuilder>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// "[3, 3]", "3 × 3" and "3x3" are the same.
QString plainSetting(QString text)
{
    text.replace(u'×', u'x').replace(u',', u'x');
    text.removeIf([](QChar letter) {
        return letter.isSpace() || letter == u'[' || letter == u']' || letter == u'(' ||
               letter == u')';
    });
    return text;
}

bool hasSetting(const OutlineEntry& entry, const QString& wanted)
{
    const auto found = [&](const QString& text) {
        return plainSetting(text).contains(wanted, Qt::CaseInsensitive);
    };
    return std::ranges::any_of(entry.attributes,
                               [&](const OutlineAttribute& attribute) {
                                   return found(QString::fromStdString(attribute.name) % u'=' %
                                                QString::fromStdString(attribute.value));
                               }) ||
           (entry.hasWeights && found(shapeText(entry.weightShape)));
}

} // namespace

std::vector<OutlineId> searchLayers(const ModelOutline& outline, const QString& text)
{
    std::vector<OutlineId> matches;
    const QString wanted = text.trimmed();
    const QString setting = plainSetting(wanted);
    for (std::size_t i = 0; !wanted.isEmpty() && i < outline.entries.size(); ++i) {
        const OutlineEntry& entry = outline.entries[i];
        if (QString::fromStdString(entry.name).contains(wanted, Qt::CaseInsensitive) ||
            operatorText(entry).contains(wanted, Qt::CaseInsensitive) ||
            (!setting.isEmpty() && hasSetting(entry, setting))) {
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
