// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>

#include <vector>

namespace quantoscope::gui {

/// An application that measures how long its event loop does not come round: the processor time the
/// GUI thread spends between two turns of the event dispatcher. Processor time, not time on the
/// wall, so that a busy machine does not change the answer; a thread that waits is not seen.
class EventLoopWatch : public QApplication
{
public:
    /// One event, handled outside of any other.
    struct Handled
    {
        double ms = 0.0;
        const char* receiver = "";
        QString name; ///< of the receiver, empty mostly
        int type = 0; ///< QEvent::Type
    };
    /// What happened from one turn of the loop to the next.
    struct Stretch
    {
        double ms = 0.0;
        QString during;             ///< what step() said last
        std::vector<Handled> worst; ///< most expensive events first; what remains was not an event
    };

    EventLoopWatch(int& argc, char** argv);

    /// Forgets what was measured and measures from now on.
    void start();
    void stop() { m_watching = false; }
    /// Names what the user does next.
    void step(const QString& name) { m_step = name; }

    /// Longest first.
    [[nodiscard]] const std::vector<Stretch>& longest() const { return m_longest; }
    /// A line for each stretch of at least `atLeastMs`, with its events.
    [[nodiscard]] QString report(double atLeastMs) const;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void turn();

    bool m_watching = false;
    int m_depth = 0;
    double m_since = 0.0;
    QString m_step;
    std::vector<Handled> m_handled; ///< in the current stretch
    std::vector<Stretch> m_longest;
};

} // namespace quantoscope::gui
