// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header writes Qt's keywords, which the window's own code is built without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
