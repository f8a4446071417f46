// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of post-training methods for the open model.
#include "gui/app/main_window.h"
#include "gui/models/best_methods.h"
#include "gui/panels/best_methods_view.h"
#include "gui/panels/message_bar.h"

#include <QInputDialog>
#include <QMenu>

namespace quantoscope::gui {

namespace {

constexpr int kUsualSeconds = 120;
constexpr int kMostSeconds = 24 * 3600;

} // namespace

void MainWindow::addBestAction(QMenu& menu)
{
    m_best = addAction(menu, tr("Best fo&r Me…"), {}, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U),
                       tr("Try calibration and post-training methods on this model for as long as "
                          "you allow, and keep what brings it nearer to FP32; bits stay"));
    connect(m_best, &QAction::triggered, this, [this] {
        auto* dialog = new QInputDialog(this);
        dialog->setObjectName(QStringLiteral("bestSeconds"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setInputMode(QInputDialog::IntInput);
        dialog->setIntRange(1, kMostSeconds);
        dialog->setIntStep(30);
        dialog->setIntValue(kUsualSeconds);
        dialog->setWindowTitle(tr("Best for Me"));
        dialog->setLabelText(tr("It may take so many seconds:"));
        connect(dialog, &QInputDialog::intValueSelected, this,
                [this](int seconds) { m_workbench.best().start(seconds); });
        dialog->open();
    });
    BestMethods& best = m_workbench.best();
    connect(&best, &BestMethods::finished, this, &MainWindow::showBest);
}

void MainWindow::showBest(const session::BestReportPtr& report, bool isApplied)
{
    if (!isApplied) {
        m_messages->showMessage(MessageBar::Kind::Information,
                                tr("The configuration was edited while methods were tried on it; "
                                   "it stays as it is."));
        return;
    }
    auto* view = new BestMethodsView(*report, this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->show();
}

} // namespace quantoscope::gui
