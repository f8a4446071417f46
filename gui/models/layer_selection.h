// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QObject>

namespace quantoscope::gui {

/// The one selected layer all panels share.
class LayerSelection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] OutlineId current() const { return m_current; }
    /// Does nothing when `id` is selected already.
    void select(OutlineId id);

Q_SIGNALS:
    void currentChanged(quantoscope::gui::OutlineId id);

private:
    OutlineId m_current = kNoOutlineId;
};

} // namespace quantoscope::gui
