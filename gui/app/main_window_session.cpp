// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions, the page one begins with, and the tour.
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"
#include "gui/app/session_keeper.h"
#include "gui/app/tour.h"
#include "gui/app/welcome_page.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/rules_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString sessionFilter()
{
    return MainWindow::tr("Quantoscope sessions (*%1)")
        .arg(QString::fromLatin1(session::kSessionSuffix));
}

} // namespace

bool isSessionFile(const QString& file)
{
    return file.endsWith(QLatin1StringView(session::kSessionSuffix), Qt::CaseInsensitive);
}

void MainWindow::addSessionActions(QMenu& menu)
{
    QAction* fresh = addAction(menu, tr("&New Session"), {}, QKeySequence::New,
                               tr("Close the model and begin anew"));
    connect(fresh, &QAction::triggered, this,
            [this] { leaveSession([this] { m_workbench.close(); }); });
    m_openSession = addAction(menu, tr("Open S&ession…"), u"open"_s,
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                              tr("Go on with saved work: model, images, settings, what was tried"));
    connect(m_openSession, &QAction::triggered, this, &MainWindow::chooseSession);
    QAction* save = addAction(menu, tr("&Save Session"), {}, QKeySequence::Save,
                              tr("Save model, images, settings and what was tried to one file"));
    connect(save, &QAction::triggered, this, &MainWindow::saveSession);
    QAction* saveAs =
        addAction(menu, tr("Save Session &As…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                  tr("Save the session to another file"));
    connect(saveAs, &QAction::triggered, this, &MainWindow::chooseSessionTarget);
    m_modelActions << fresh << save << saveAs;
}

void MainWindow::setUpSessions()
{
    m_keeper = &m_desk->keeper;
    connect(m_keeper, &SessionKeeper::changed, this, &MainWindow::showTitle);
    connect(m_keeper, &SessionKeeper::failed, this, &MainWindow::showFailure);
    connect(m_keeper, &SessionKeeper::saved, this, [this](const QString& file) {
        statusBar()->showMessage(tr("Saved %1").arg(file));
        if (const auto then = std::exchange(m_afterSave, nullptr)) {
            then();
        }
    });
    connect(&m_workbench, &Workbench::modelClosed, this, &MainWindow::modelClosed);
    m_welcome = new WelcomePage({m_openModel, m_openSample, m_openSession}, this);
    connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::openFile);
    connect(&m_workbench, &Workbench::modelOpened, m_welcome, &QWidget::hide);
    connect(&m_workbench, &Workbench::evaluated, this, &MainWindow::offerTour);
    showWelcome();
}

void MainWindow::showWelcome()
{
    m_welcome->setRecent(m_workbench.memory().recentModels());
    placeWelcome();
    m_welcome->show();
    m_welcome->raise();
}

/// Over the docks, so that they keep their places.
void MainWindow::placeWelcome()
{
    const int top = menuWidget() != nullptr ? menuWidget()->geometry().bottom() + 1 : 0;
    const int bottom = statusBar()->geometry().top();
    m_welcome->setGeometry(0, top, width(), std::max(0, bottom - top));
}

void MainWindow::modelClosed()
{
    m_figures->clear();
    showOutline();
    updateActions();
    showWelcome();
}

void MainWindow::showTitle()
{
    const auto info = m_workbench.session().modelInfo();
    const QString file = m_keeper->file().isEmpty()
                             ? info ? pathText(info->file.filename()) : QString()
                             : QFileInfo(m_keeper->file()).completeBaseName();
    setWindowTitle(file.isEmpty() ? tr("Quantoscope") : tr("%1[*] — Quantoscope").arg(file));
    setWindowModified(m_keeper->isModified());
}

void MainWindow::openFile(const QString& file)
{
    leaveSession([this, file] {
        OpenRequest request;
        (isSessionFile(file) ? request.session : request.model.file) = toPath(file);
        open(request);
    });
}

void MainWindow::chooseSession()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Open Session"), m_keeper->file(), sessionFilter());
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void MainWindow::saveSession()
{
    if (m_keeper->file().isEmpty()) {
        chooseSessionTarget();
    } else {
        m_keeper->save(m_keeper->file());
    }
}

void MainWindow::chooseSessionTarget()
{
    const QString suffix = QString::fromLatin1(session::kSessionSuffix);
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save Session"),
        m_keeper->file().isEmpty() ? suggestedFile(suffix) : m_keeper->file(), sessionFilter());
    if (file.isEmpty()) {
        m_afterSave = nullptr;
        return;
    }
    m_keeper->save(isSessionFile(file) ? file : QString(file % suffix));
}

/// Asks what to do with changes, and goes on with `then` unless the user would rather not.
void MainWindow::leaveSession(std::function<void()> then)
{
    if (!m_keeper->isModified()) {
        then();
        return;
    }
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Save Session"),
        tr("%1 has changes that are not saved.").arg(QFileInfo(m_keeper->file()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::finished, this, [this, then = std::move(then)](int answer) {
        if (answer == QMessageBox::Discard) {
            then();
        } else if (answer == QMessageBox::Save) {
            m_afterSave = then;
            saveSession();
        }
    });
    question->open();
}

void MainWindow::offerRecovery()
{
    const auto found = m_keeper->findRecovered();
    if (!found) {
        return;
    }
    auto* recover = new QAction(tr("Recover"), this);
    connect(recover, &QAction::triggered, this, [this, copy = *found] { m_keeper->recover(copy); });
    m_messages->showMessage(MessageBar::Kind::Information,
                            tr("Quantoscope ended unexpectedly while %1 had changes that were not "
                               "saved.")
                                .arg(QFileInfo(found->session).fileName()),
                            recover);
}

void MainWindow::addTourAction(QMenu& menu)
{
    QAction* tour = addAction(menu, tr("&Tour of the Window"), {}, QKeySequence(Qt::Key_F1),
                              tr("What is where, in five steps"));
    connect(tour, &QAction::triggered, this, &MainWindow::startTour);
    m_modelActions << tour;
}

/// The first time that there is something to see.
void MainWindow::offerTour()
{
    QSettings settings;
    if (m_workbench.memory().isPersistent() && !settings.value(u"tour/seen"_s).toBool()) {
        settings.setValue(u"tour/seen"_s, true);
        startTour();
    }
}

Tour* MainWindow::startTour()
{
    if (m_welcome->isVisible()) {
        return nullptr;
    }
    m_docks[u"layers"_s]->show();
    m_docks[u"layers"_s]->raise();
    return new Tour(
        {{m_docks[u"layers"_s]->widget(), tr("Turn a layer's bits"),
          tr("Every row is a layer. Click on bits and turn the wheel, or press + and −; select "
             "several rows to set them together. The same works in the graph by right-click.")},
         {m_figures, tr("See what it does at once"),
          tr("A first estimate stands here within a tenth of a second; the exact figures over all "
             "images follow. Ctrl+Z takes any step back.")},
         {m_docks[u"inspector"_s]->widget(), tr("Look into a layer"),
          tr("Histograms, ranges per channel, the clipping limits to drag, weights and feature "
             "maps "
             "of the selected layer (Alt+1 to Alt+6).")},
         {m_docks[u"tradeoff"_s]->widget(), tr("Compare what you tried"),
          tr("Every configuration is a point here. Click on one to restore it; the tab "
             "Configurations names and compares them.")},
         {m_toolBar, tr("Search, correct, export"),
          tr("Quantize has searches for mixed precision and corrected weights for low bits; Export "
             "writes the model for ONNX Runtime and OpenVINO. Ctrl+Shift+P finds any command.")}},
        *this);
}

} // namespace quantoscope::gui
