// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/screenshot.h"

#include "gui/app/main_window.h"
#include "gui/app/tour.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/sensitivity_panel.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QPushButton>

#include <array>
#include <cstdio>
#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kPollMs = 100;
constexpr qint64 kCalmMs = 800;
constexpr std::array kPresets = {"W6A8", "W4A32", "W3A8", "W2A8", "W4A8"};
} // namespace

Screenshot::Screenshot(MainWindow& window, QString file, ScreenshotMoment moment, QObject* parent)
    : QObject(parent), m_window(window), m_file(std::move(file)), m_moment(moment)
{
    connect(&window.workbench(), &Workbench::failed, this, [this](const Error& error) {
        std::fprintf(stderr, "quantoscope: %s\n", toString(error).c_str());
        m_failed = true;
    });
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Screenshot::check);
    m_poll.start();
}

void Screenshot::check()
{
    const bool opened = m_window.workbench().outline() && !m_window.graph().isLayingOut();
    const bool ready = m_moment == ScreenshotMoment::Welcome  ? true
                       : m_failed                             ? !m_window.workbench().isBusy()
                       : m_moment == ScreenshotMoment::Opened ? opened
                                                              : m_window.isSettled();
    if (ready && !m_failed && !isExplored()) {
        return;
    }
    if (!ready) {
        m_calm.invalidate();
    } else if (!m_calm.isValid()) {
        m_calm.start();
    } else if (m_calm.hasExpired(kCalmMs)) {
        m_poll.stop();
        take();
    }
}

bool Screenshot::isExplored()
{
    return m_moment == ScreenshotMoment::Swept       ? isSwept()
           : m_moment == ScreenshotMoment::Toured    ? isToured()
           : m_moment == ScreenshotMoment::Searched  ? isSearched()
           : m_moment == ScreenshotMoment::Corrected ? isCorrected()
           : m_moment == ScreenshotMoment::Tried     ? isTried()
                                                     : true;
}

bool Screenshot::isToured()
{
    if (m_window.findChild<Tour*>() == nullptr) {
        m_window.startTour();
    }
    return true;
}

bool Screenshot::isCorrected()
{
    Workbench& bench = m_window.workbench();
    const bool isDone = !bench.document().configuration()->corrected.empty();
    if (!isDone && !bench.correction().isRunning()) {
        bench.correction().start();
    }
    return isDone;
}

bool Screenshot::isTried()
{
    if (m_presets == kPresets.size()) {
        return true;
    }
    session::UniformSettings settings;
    settings.bits = *quant::parseBits(kPresets[m_presets++]);
    m_window.workbench().applyUniform(settings);
    return false;
}

bool Screenshot::isSearched()
{
    SearchJob& job = m_window.workbench().search();
    if (!job.isRunning() && !job.report()) {
        m_window.search().startButton().click();
    }
    return !job.isRunning() && job.report() &&
           job.report()->phase == session::SearchPhase::Finished;
}

bool Screenshot::isSwept()
{
    SensitivityJob& job = m_window.workbench().sensitivity();
    if (!job.isRunning() && !job.report()) {
        m_window.sensitivity().startButton().click();
    }
    return !job.isRunning() && job.report() && job.report()->isFinished;
}

void Screenshot::take()
{
    const bool saved = m_window.grab().save(m_file);
    if (!saved) {
        std::fprintf(stderr, "quantoscope: %s cannot be written\n", qPrintable(m_file));
    }
    QCoreApplication::exit(saved && !m_failed ? 0 : 1);
}

} // namespace quantoscope::gui
