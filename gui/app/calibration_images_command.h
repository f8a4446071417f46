// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <QUndoCommand>

#include <functional>

namespace quantoscope::gui {

/// A choice of calibration images, as a step on the undo stack. It only says what is wanted;
/// opening goes on in the background.
class CalibrationImagesCommand : public QUndoCommand
{
public:
    /// Opens what a request asks for; false when it is of pictures that are no longer open, and the
    /// step then goes.
    using Open = std::function<bool(const session::DataRequest& request)>;

    CalibrationImagesCommand(session::DataRequest before, session::DataRequest after, Open open);

    void undo() override;
    void redo() override;

private:
    void bring(const session::DataRequest& request);

    session::DataRequest m_before;
    session::DataRequest m_after;
    Open m_open;
};

} // namespace quantoscope::gui
