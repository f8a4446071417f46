// SPDX-License-Identifier: GPL-3.0-or-later
// How many calibration images are enough, and cascades of two configurations.
#include "gui/app/main_window.h"
#include "gui/panels/cascade_dialog.h"
#include "gui/panels/course_view.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/tried_panel.h"

#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::addCourseAction(QMenu& menu)
{
    m_measureCourse = addAction(
        menu, tr("&Number of Images"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
        tr("Measure how ranges and the result change with the number of calibration images"));
    connect(m_measureCourse, &QAction::triggered, this, [this] {
        CourseView& view = m_inspector->views().course();
        bringUp(u"inspector"_s, *m_inspector);
        m_inspector->views().showView(LayerView::Calibration);
        view.focusButton();
        if (!m_workbench.course().isRunning()) {
            view.measureButton().click();
        }
    });
}

void MainWindow::addCascadeAction(QMenu& menu)
{
    m_cascade = addAction(
        menu, tr("Casca&de…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        tr("Run a cheap configuration, and a better one where the cheap one is unsure: two of "
           "those tried (Park et al. 2015, Wang et al. 2018)"));
    connect(m_cascade, &QAction::triggered, this, [this] {
        const auto pair = m_tried->selectedPair();
        bringUp(u"tried"_s, m_tried->table());
        if (pair) {
            showCascade(pair->first, pair->second);
        } else {
            m_messages->showMessage(MessageBar::Kind::Information,
                                    tr("Select two configurations here, then choose Cascade."));
        }
    });
}

void MainWindow::showCascade(int first, int second)
{
    const auto& tried = m_workbench.history().tried();
    auto* dialog = new CascadeDialog(m_workbench.session(), tried[static_cast<std::size_t>(first)],
                                     tried[static_cast<std::size_t>(second)], this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Its jobs are of what is open now.
    connect(&m_workbench, &Workbench::modelOpened, dialog, &QDialog::reject);
    connect(&m_workbench, &Workbench::modelFolded, dialog, &QDialog::reject);
    connect(&m_workbench, &Workbench::dataOpened, dialog, &QDialog::reject);
    dialog->show();
}

void MainWindow::connectCourse()
{
    CalibrationCourseJob& job = m_workbench.course();
    CourseView& view = m_inspector->views().course();
    connect(&view, &CourseView::measureRequested, &job, &CalibrationCourseJob::start);
    connect(&view, &CourseView::stopRequested, &job, &CalibrationCourseJob::stop);
    connect(&job, &CalibrationCourseJob::courseChanged, this, &MainWindow::showCourse);
    connect(&m_workbench.document(), &ConfigurationDocument::changed, this,
            &MainWindow::showCourse);
    connect(&job, &CalibrationCourseJob::runningChanged, &view, &CourseView::setRunning);
    connect(m_tried, &TriedPanel::cascadeRequested, this, &MainWindow::showCascade);
}

void MainWindow::showCourse()
{
    const CalibrationCourseJob& job = m_workbench.course();
    CourseView& view = m_inspector->views().course();
    view.setCourse(job.course(), job.isCurrent());
    view.setPossible(m_workbench.session().dataInfo() != nullptr,
                     needsCalibration(*m_workbench.document().configuration()));
}

/// Which calibration images were taken.
void MainWindow::showCalibrationSet()
{
    const auto info = m_workbench.session().dataInfo();
    const int images = static_cast<int>(info->calibration->size());
    QString text = tr("Calibration uses %n images", nullptr, images);
    if (info->calibrationClasses > 0) {
        text =
            tr("%1: %2 of each of %n classes", nullptr, static_cast<int>(info->calibrationClasses))
                .arg(text)
                .arg(images / info->calibrationClasses);
    }
    statusBar()->showMessage(text);
}

} // namespace quantoscope::gui
