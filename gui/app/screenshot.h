// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/command_line.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstddef>

namespace quantoscope::gui {

class MainWindow;

/// Saves a picture of the window at a moment and ends the program: exit code 0, or 1 with a message
/// when something failed on the way.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow& window, QString file, ScreenshotMoment moment,
               QObject* parent = nullptr);

private:
    void check();
    bool isSwept();     ///< starts the sweep when asked first
    bool isSearched();  ///< starts the search when asked first
    bool isToured();    ///< likewise for the tour
    bool isCorrected(); ///< likewise for the weights
    bool isTried();     ///< applies the next of some presets, unless all were
    bool isExplored();  ///< what the moment asks for beyond the figures is done
    void take();

    MainWindow& m_window;
    QString m_file;
    ScreenshotMoment m_moment;
    QTimer m_poll;
    QElapsedTimer m_calm; ///< since the window settled; pictures and plots follow a moment later
    bool m_failed = false;
    std::size_t m_presets = 0; ///< applied so far
};

} // namespace quantoscope::gui
