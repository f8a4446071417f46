// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/appearance.h"
#include "gui/app/workbench.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace quantoscope::gui {

/// When --screenshot takes its picture.
enum class ScreenshotMoment {
    Welcome,   ///< no model is opened at all
    Opened,    ///< the model is open and its graph drawn
    Evaluated, ///< all figures are there
    Swept,     ///< and a sensitivity sweep, started by then, is done
    Searched,  ///< and a search for mixed precision, started by then, is done
    Corrected, ///< and the weights, corrected by then, are evaluated
    Tried,     ///< and some uniform configurations were evaluated, too
    Toured,    ///< and the tour of the window has begun
};

/// What the program was asked to do.
struct CommandLine
{
    std::optional<OpenRequest> open;
    bool openSample = false;
    QString screenshot; ///< empty: show the window
    QSize size;         ///< of the screenshot; invalid: the window's own
    ScreenshotMoment moment = ScreenshotMoment::Evaluated;
    QString layerView; ///< what to show of the selected layer
    QString layer;     ///< the layer to select
    QString tab;       ///< to show; empty: the layers
    std::optional<Appearance> appearance;
    std::optional<QString> language; ///< its code
};

/// Reads the arguments, the program's name first. Prints help or a usage error and ends the process
/// where asked or necessary (exit code 2 for wrong usage).
[[nodiscard]] CommandLine parseCommandLine(const QStringList& arguments);

} // namespace quantoscope::gui
