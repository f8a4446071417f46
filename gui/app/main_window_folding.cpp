// SPDX-License-Identifier: GPL-3.0-or-later
// Batch normalization folded into weights, or kept apart.
#include "gui/app/main_window.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/message_bar.h"

#include <QStatusBar>

#include <algorithm>

namespace quantoscope::gui {

void MainWindow::connectFolding()
{
    BatchNormFolding& folding = m_workbench.folding();
    connect(&folding, &BatchNormFolding::refitted, this,
            [this](const session::RefittedConfiguration& fitted) {
                m_messages->showMessage(MessageBar::Kind::Information, refittedText(fitted));
            });
    connect(&folding, &BatchNormFolding::finished, this,
            [this](const session::FoldingReportPtr& report) {
                const auto folded =
                    std::ranges::count(report->layers, model::BatchNormOutcome::Folded,
                                       &session::FoldedLayer::outcome);
                const auto kept = std::ranges::count(report->layers, model::BatchNormOutcome::Kept,
                                                     &session::FoldedLayer::outcome);
                statusBar()->showMessage(tr("%1, %2", "batch normalization folded, kept apart")
                                             .arg(tr("Batch normalization of %n layers is folded",
                                                     nullptr, static_cast<int>(folded)),
                                                  tr("that of %n layers is kept apart", nullptr,
                                                     static_cast<int>(kept))));
            });
}

void MainWindow::modelFolded()
{
    m_figures->clear();
    if (const auto images = m_workbench.session().dataInfo()) {
        m_figures->setPictures(images->validation->size());
    }
    showOutline();
    showModelSize();
    showCourse();
    updateActions();
}

} // namespace quantoscope::gui
