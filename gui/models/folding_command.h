// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/batch_norm_folding.h"

#include <QUndoCommand>

#include <memory>

namespace quantoscope::gui {

/// Another choice of batch normalizations that are kept apart, with the configuration that fits it.
class FoldingCommand : public QUndoCommand
{
public:
    using State = BatchNormFolding::State;

    /// \param toldOf layers whose figures are wanted once it is done for the first time
    FoldingCommand(BatchNormFolding& folding, const QString& text, State before, State after,
                   session::LayerChoice toldOf);

    void undo() override;
    void redo() override;

private:
    struct Progress
    {
        bool isFirst = true;
        bool isVoid = false; ///< the model could not be opened so
    };

    BatchNormFolding& m_folding;
    State m_before, m_after;
    session::LayerChoice m_toldOf;
    std::shared_ptr<Progress> m_progress;
};

} // namespace quantoscope::gui
