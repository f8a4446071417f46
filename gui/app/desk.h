// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/session_keeper.h"
#include "gui/app/workbench.h"

namespace quantoscope::gui {

/// What outlives a window that is made anew in another language: everything but what is seen.
struct Desk
{
    explicit Desk(bool persistent) : workbench(persistent), keeper(workbench) {}

    Workbench workbench;
    SessionKeeper keeper;
};

} // namespace quantoscope::gui
