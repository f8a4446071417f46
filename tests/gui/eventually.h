// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace quantoscope::gui {

/// For work in the background; a bound for what hangs, not for what is slow.
inline constexpr int kPatienceMs = 240000;

/// Lets events run until the condition holds; false when it does not in time.
template <typename Condition>
bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

} // namespace quantoscope::gui
