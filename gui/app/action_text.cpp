// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/action_text.h"

#include <QRegularExpression>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

QString actionText(const QString& menuText)
{
    static const QRegularExpression kKeyInBrackets(u"\\s?\\(&\\w\\)"_s);
    QString text = menuText;
    text.remove(kKeyInBrackets);
    return text.remove(u'&');
}

QKeySequence chord(QKeyCombination prefix, qsizetype number)
{
    const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number % 10);
    return QKeySequence(prefix, QKeyCombination(digit));
}

} // namespace quantoscope::gui
