// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/dimensions_dialog.h"
#include "gui/app/main_window.h"
#include "gui/app/open_images_dialog.h"
#include "gui/app/path_text.h"
#include "gui/panels/message_bar.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include <optional>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

bool isModelFile(const QString& file)
{
    return QFileInfo(file).suffix().compare(u"onnx"_s, Qt::CaseInsensitive) == 0;
}

bool isPicture(const QString& file)
{
    return QFileInfo(file).isFile() && !QImageReader::imageFormat(file).isEmpty();
}

/// The first dropped model, session, folder or picture; empty when there is none.
QString droppedPath(const QMimeData& mime)
{
    for (const QUrl& url : mime.urls()) {
        const QString path = url.toLocalFile();
        if (!path.isEmpty() && (isModelFile(path) || isSessionFile(path) ||
                                QFileInfo(path).isDir() || isPicture(path))) {
            return path;
        }
    }
    return {};
}

} // namespace

void MainWindow::chooseModel()
{
    const auto info = m_workbench.session().modelInfo();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open Model"),
                                                      info ? pathText(info->file) : QString(),
                                                      tr("ONNX models (*.onnx);;All files (*)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void MainWindow::chooseImages()
{
    const auto info = m_workbench.session().modelInfo();
    if (!info) {
        return;
    }
    const auto images = m_workbench.session().dataInfo();
    auto* dialog = new OpenImagesDialog(
        images ? images->request : session::DataRequest{}, info->imageInputShape,
        images ? std::optional(images->validation->preprocess()) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_workbench.openData(dialog->request()); });
    dialog->open();
}

void MainWindow::chooseConfiguration()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Load Configuration"), suggestedFile(QString()),
                                     tr("Configurations (*.json);;All files (*)"));
    if (!file.isEmpty()) {
        m_workbench.loadConfiguration(toPath(file));
    }
}

void MainWindow::chooseConfigurationTarget()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save Configuration"),
                                                      suggestedFile(u"-configuration.json"_s),
                                                      tr("Configurations (*.json)"));
    if (!file.isEmpty()) {
        m_workbench.saveConfiguration(toPath(file));
    }
}

void MainWindow::chooseExportTarget()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export QDQ ONNX"), suggestedFile(u"-qdq.onnx"_s), tr("ONNX models (*.onnx)"));
    if (!file.isEmpty()) {
        m_workbench.exportQdq(toPath(file));
    }
}

void MainWindow::chooseHistoryTarget()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export Configurations Tried"),
                                                      suggestedFile(u"-tried.csv"_s),
                                                      tr("Comma-separated values (*.csv)"));
    if (!file.isEmpty()) {
        m_workbench.saveHistory(toPath(file));
    }
}

/// A name that was typed without a suffix gets that of the chosen filter, "PNG (*.png)", or the
/// usual one where the dialog names none.
QString MainWindow::withSuffix(const QString& file, const QString& filter, const QString& usual)
{
    if (!QFileInfo(file).suffix().isEmpty()) {
        return file;
    }
    const qsizetype star = filter.indexOf(u"(*."_s);
    return star < 0 ? file % usual
                    : file % filter.sliced(star + 2, filter.lastIndexOf(u')') - star - 2);
}

void MainWindow::chooseReportTarget()
{
    QString filter;
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save Report"), suggestedFile(u"-report.html"_s),
                                     tr("Web page (*.html);;PDF (*.pdf);;JSON (*.json)"), &filter);
    if (file.isEmpty()) {
        return;
    }
    m_workbench.saveReport(toPath(withSuffix(file, filter, u".html"_s)));
}

void MainWindow::askForDimensions(const OpenRequest& request, const session::OpenInput& input)
{
    auto* dialog = new DimensionsDialog(input, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, request, name = input.name] {
        OpenRequest fixed = request;
        fixed.model.fixed.byInput[name] = dialog->shape();
        open(fixed);
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPath(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedPath(*event->mimeData());
    event->acceptProposedAction();
    if (isModelFile(path) || isSessionFile(path)) {
        openFile(path);
    } else if (isPicture(path)) {
        tryPicture(path);
    } else if (!path.isEmpty()) {
        openDroppedFolder(path);
    }
}

void MainWindow::chooseTriedPicture()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Try Picture"), {},
        tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)"));
    if (!file.isEmpty()) {
        tryPicture(file);
    }
}

void MainWindow::tryPicture(const QString& file)
{
    if (!m_workbench.session().dataInfo()) {
        m_messages->showMessage(MessageBar::Kind::Information,
                                tr("Open a model and its images first: they say how a picture is "
                                   "prepared."));
        return;
    }
    m_docks[u"images"_s]->show();
    m_docks[u"images"_s]->raise();
    m_workbench.tryPicture(toPath(file));
}

void MainWindow::openDroppedFolder(const QString& folder)
{
    const auto images = m_workbench.session().dataInfo();
    session::DataRequest request;
    if (images) {
        // The same preparation, other pictures.
        request.preprocess = images->request.preprocess;
        request.customPreprocess = images->request.customPreprocess;
    }
    const bool hasParts = QFileInfo(folder % u"/val"_s).isDir();
    request.validation.images = toPath(hasParts ? QString(folder % u"/val"_s) : folder);
    if (hasParts && QFileInfo(folder % u"/calib"_s).isDir()) {
        request.calibrationImages = toPath(folder % u"/calib"_s);
    }
    m_workbench.openData(request);
    if (!m_workbench.session().modelInfo()) {
        m_messages->showMessage(MessageBar::Kind::Information,
                                tr("These images will be used with the next model you open."));
    }
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList files = m_workbench.memory().recentModels();
    for (const QString& file : files) {
        QAction* action = m_recentMenu->addAction(file);
        connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
    }
    if (files.isEmpty()) {
        m_recentMenu->addAction(tr("Nothing was open yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    QAction* clear = m_recentMenu->addAction(tr("Clear List"));
    connect(clear, &QAction::triggered, this, [this] { m_workbench.memory().clearRecentModels(); });
}

QString MainWindow::suggestedFile(const QString& suffix) const
{
    const auto info = const_cast<MainWindow*>(this)->m_workbench.session().modelInfo();
    if (!info) {
        return {};
    }
    const QFileInfo file(pathText(info->file));
    return file.absolutePath() % u'/' %
           (suffix.isEmpty() ? QString() : file.completeBaseName() % suffix);
}

} // namespace quantoscope::gui
