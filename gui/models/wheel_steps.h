// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/scheme_choices.h"

#include <QWheelEvent>

namespace quantoscope::gui {

/// Gathers the small turns of fine wheels and touchpads into whole steps.
class WheelSteps
{
public:
    /// Whole steps that `event` completes; up is positive. Some systems report a wheel turned with
    /// Shift as horizontal.
    int take(const QWheelEvent& event)
    {
        const QPoint angle = event.angleDelta();
        const int delta = angle.y() != 0 ? angle.y() : angle.x();
        m_rest = (m_rest < 0) == (delta < 0) ? m_rest + delta : delta;
        const int steps = m_rest / QWheelEvent::DefaultDeltasPerStep;
        m_rest -= steps * QWheelEvent::DefaultDeltasPerStep;
        return steps;
    }

private:
    int m_rest = 0;
};

/// What the wheel steps with Ctrl held: weight bits, with Shift activation bits.
[[nodiscard]] inline SchemeField steppedField(Qt::KeyboardModifiers modifiers)
{
    return modifiers.testFlag(Qt::ShiftModifier) ? SchemeField::ActivationPrecision
                                                 : SchemeField::WeightPrecision;
}

} // namespace quantoscope::gui
