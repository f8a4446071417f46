// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/folding_command.h"

#include <utility>

namespace quantoscope::gui {

FoldingCommand::FoldingCommand(BatchNormFolding& folding, const QString& text, State before,
                               State after, session::LayerChoice toldOf)
    : QUndoCommand(text), m_folding(folding), m_before(std::move(before)),
      m_after(std::move(after)), m_toldOf(std::move(toldOf)),
      m_progress(std::make_shared<Progress>())
{
}

void FoldingCommand::undo()
{
    if (m_progress->isVoid) { // the model is as it was
        setObsolete(true);
        m_folding.m_document.adopt(m_before.configuration);
        return;
    }
    m_folding.bring(m_before, {}, {});
}

void FoldingCommand::redo()
{
    if (!std::exchange(m_progress->isFirst, false)) {
        m_folding.bring(m_after, {}, {});
        return;
    }
    QUndoStack& stack = m_folding.m_document.undoStack();
    m_folding.bring(m_after, m_toldOf, [progress = m_progress, &stack](bool isOpen) {
        progress->isVoid = !isOpen;
        const int top = stack.index() - 1;
        const auto* last =
            top < 0 ? nullptr : dynamic_cast<const FoldingCommand*>(stack.command(top));
        const bool isLast = last != nullptr && last->m_progress == progress;
        if (!isOpen && isLast) {
            stack.undo();
        }
        return isLast;
    });
}

} // namespace quantoscope::gui
