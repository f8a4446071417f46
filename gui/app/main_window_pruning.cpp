// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/panels/message_bar.h"

#include <QMenu>

namespace quantoscope::gui {

void MainWindow::addPruningAction(QMenu& menu)
{
    m_sweepPruning = addAction(
        menu, tr("Sweep &Pruning"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
        tr("Prune all layers by growing shares at their bits (weights of least magnitude, Han et "
           "al. 2015) and measure each; the points appear in Accuracy against Cost. Where weights "
           "are corrected, each is corrected, too. Edits go on meanwhile; choosing this again "
           "stops it"));
    m_sweepPruning->setCheckable(true);
    connect(m_sweepPruning, &QAction::triggered, this, [this](bool isWanted) {
        PruningSweep& sweep = m_workbench.pruningSweep();
        if (isWanted) {
            sweep.start();
        } else {
            sweep.stop();
        }
    });
}

void MainWindow::updatePruningAction(bool hasImages)
{
    const bool isRunning = m_workbench.pruningSweep().isRunning();
    m_sweepPruning->setEnabled(hasImages);
    m_sweepPruning->setChecked(isRunning);
}

void MainWindow::connectPruning()
{
    PruningSweep& sweep = m_workbench.pruningSweep();
    connect(&sweep, &PruningSweep::finished, this, [this](int points) {
        m_messages->showMessage(
            MessageBar::Kind::Information,
            tr("%n shares of pruned weights measured; they are in Accuracy against Cost.", nullptr,
               points));
    });
}

} // namespace quantoscope::gui
