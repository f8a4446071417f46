// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/bits_list.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace quantoscope::gui {

std::vector<int> parseBitsList(const QString& text)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    std::vector<int> bits;
    for (const QString& part : text.split(kBetween, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int value = part.toInt(&isNumber);
        if (!isNumber || value < 1 || (value > 8 && value != 16)) {
            return {};
        }
        bits.push_back(value);
    }
    std::ranges::sort(bits, std::greater<>());
    bits.erase(std::ranges::unique(bits).begin(), bits.end());
    return bits;
}

} // namespace quantoscope::gui
