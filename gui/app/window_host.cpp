// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/window_host.h"

#include "gui/app/desk.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"

#include <utility>

namespace quantoscope::gui {

WindowHost::WindowHost(bool persistent, QObject* parent) : QObject(parent), m_persistent(persistent)
{
    adopt(std::make_unique<MainWindow>(persistent));
}

WindowHost::~WindowHost() = default;

void WindowHost::setLanguage(const QString& code)
{
    if (m_persistent) {
        storeLanguage(code);
    }
    applyLanguage(code);
    auto fresh = std::make_unique<MainWindow>(m_window->desk());
    fresh->takeOver(*m_window);
    fresh->setVisible(m_window->isVisible());
    adopt(std::move(fresh));
    Q_EMIT windowReplaced();
}

void WindowHost::adopt(std::unique_ptr<MainWindow> window)
{
    m_window = std::move(window);
    // Later, because the menu that asks belongs to the window that goes.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowHost::setLanguage,
            Qt::QueuedConnection);
}

} // namespace quantoscope::gui
