// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/calibration_images_command.h"

#include <QCoreApplication>

#include <utility>

namespace quantoscope::gui {

CalibrationImagesCommand::CalibrationImagesCommand(session::DataRequest before,
                                                   session::DataRequest after, Open open)
    : QUndoCommand(
          QCoreApplication::translate("quantoscope::gui::Workbench", "Choose calibration images")),
      m_before(std::move(before)), m_after(std::move(after)), m_open(std::move(open))
{
}

void CalibrationImagesCommand::undo()
{
    bring(m_before);
}

void CalibrationImagesCommand::redo()
{
    bring(m_after);
}

void CalibrationImagesCommand::bring(const session::DataRequest& request)
{
    if (!m_open(request)) {
        setObsolete(true);
    }
}

} // namespace quantoscope::gui
