// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace quantoscope::gui {

class MainWindow;

/// Holds the window, and puts one in another language into its place when the user asks for it.
class WindowHost : public QObject
{
    Q_OBJECT

public:
    /// \param persistent remember geometry, models, configurations and the language between runs
    explicit WindowHost(bool persistent, QObject* parent = nullptr);
    ~WindowHost() override;

    [[nodiscard]] MainWindow& window() { return *m_window; }
    /// What runs goes on, and nothing but the language changes. References to the former window
    /// are void afterwards.
    void setLanguage(const QString& code);

Q_SIGNALS:
    void windowReplaced();

private:
    void adopt(std::unique_ptr<MainWindow> window);

    bool m_persistent;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace quantoscope::gui
