// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "gui/app/dimensions_dialog.h"
#include "gui/app/main_window.h"
#include "gui/app/open_images_dialog.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "tests/gui/eventually.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QWindow>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

/// Drags a file over the middle of a widget and lets go, through the window system's door, so that
/// widgets on the way may take it. False when nobody wanted it.
bool drop(MainWindow& window, const QWidget& over, const QString& path)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at = over.mapTo(&window, over.rect().center());
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.windowHandle(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    move.setAccepted(enter.isAccepted()); // as the window system's part of Qt does
    QCoreApplication::sendEvent(window.windowHandle(), &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(window.windowHandle(), &leave);
        return false;
    }
    QDropEvent dropped(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.windowHandle(), &dropped);
    return dropped.isAccepted();
}

} // namespace

/// Opens things the ways a user does, on the sample.
class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dropsModelAnywhere_data();
    void dropsModelAnywhere();
    void dropsFolderOfPictures();
    void dropsFolderBeforeTheModel();
    void refusesOtherFiles();
    void asksForDimensions();
    void opensPicturesByTheDialog();

private:
    [[nodiscard]] QString model() const { return sampleFolder() + QStringLiteral("/model.onnx"); }
    [[nodiscard]] QString fewPictures() const;
    void openLoneModel(MainWindow& window) const;
    [[nodiscard]] QString modelWithOpenSides() const;

    QTemporaryDir m_folder;
};

void OpeningTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
}

/// Three pictures of the sample, without labels.
QString OpeningTest::fewPictures() const
{
    const QString folder = m_folder.filePath(QStringLiteral("few pictures"));
    QDir().mkpath(folder);
    QDirIterator pictures(sampleFolder() + QStringLiteral("/val"), QDir::Files,
                          QDirIterator::Subdirectories);
    for (int i = 0; i < 3 && pictures.hasNext(); ++i) {
        const QFileInfo picture(pictures.next());
        QFile::copy(picture.filePath(), folder + QStringLiteral("/%1.").arg(i) + picture.suffix());
    }
    return folder;
}

/// A copy, so that no pictures lie beside it.
void OpeningTest::openLoneModel(MainWindow& window) const
{
    const QString copy = m_folder.filePath(QStringLiteral("lone.onnx"));
    QFile::copy(model(), copy);
    QVERIFY(drop(window, window.layers(), copy));
    QVERIFY(eventually([&] { return bool(window.workbench().outline()); }));
}

void OpeningTest::dropsModelAnywhere_data()
{
    QTest::addColumn<QString>("place");
    for (const char* place : {"graph", "table", "pictures"}) {
        QTest::newRow(place) << QString::fromLatin1(place);
    }
}

void OpeningTest::dropsModelAnywhere()
{
    QFETCH(QString, place);
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    // Once on the empty window, then on what a model has filled.
    for (int round = 0; round < 2; ++round) {
        if (place == QLatin1String("pictures")) {
            QVERIFY(window.showTab(QStringLiteral("images")));
        }
        const QHash<QString, QWidget*> places{{QStringLiteral("graph"), &window.graph()},
                                              {QStringLiteral("table"), &window.layers()},
                                              {QStringLiteral("pictures"), &window.images()}};
        const auto before = window.workbench().session().modelInfo();
        QVERIFY(drop(window, *places[place], model()));
        QVERIFY(eventually([&] { return window.workbench().session().modelInfo() != before; }));
        QVERIFY(eventually([&] { return bool(window.workbench().session().dataInfo()); }));
        QCOMPARE(window.messages().text(), QString());
        // The pictures beside the model came with it.
        QVERIFY(!window.workbench().session().dataInfo()->calibrationFromValidation);
    }
}

void OpeningTest::dropsFolderOfPictures()
{
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    openLoneModel(window);
    QVERIFY(window.messages().isVisible()); // asks for pictures
    QVERIFY(drop(window, window.graph(), fewPictures()));
    QVERIFY(eventually([&] { return window.workbench().images().rowCount() == 3; }));
    QVERIFY(eventually([&] { return window.isSettled(); }));
    QCOMPARE(window.messages().text(), QString());
    // A folder with its parts, "val" and "calib".
    QVERIFY(drop(window, window.layers(), sampleFolder()));
    QVERIFY(eventually([&] { return window.workbench().images().rowCount() > 100; }));
    QVERIFY(!window.workbench().session().dataInfo()->calibrationFromValidation);
}

void OpeningTest::dropsFolderBeforeTheModel()
{
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(drop(window, window.graph(), fewPictures()));
    QVERIFY(window.messages().isVisible());
    QVERIFY(drop(window, window.graph(), model()));
    QVERIFY(eventually([&] { return window.workbench().images().rowCount() == 3; }));
    QCOMPARE(window.messages().text(), QString());
}

void OpeningTest::refusesOtherFiles()
{
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QFile other(m_folder.filePath(QStringLiteral("notes.pdf")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(!drop(window, window.graph(), other.fileName()));
    QVERIFY(!drop(window, window.layers(), other.fileName()));
    QVERIFY(!window.workbench().isBusy());
}

/// The sample, its input's height and width left open.
QString OpeningTest::modelWithOpenSides() const
{
    Result<model::Graph> graph = model::readOnnx(toPath(model()));
    if (!graph) {
        qFatal("%s", toString(graph.error()).c_str());
    }
    model::TensorInfo& input = graph->tensor(graph->inputs.front());
    input.shape = Shape{kDynamic, 3, kDynamic, kDynamic};
    input.dimensionNames = {"batch", "", "height", "width"};
    for (model::TensorInfo& tensor : graph->tensors) {
        if (tensor.producer != model::kNoNode) {
            tensor.shape.reset();
        }
    }
    const QString file = m_folder.filePath(QStringLiteral("open-sides.onnx"));
    if (const Status written = model::writeOnnx(*graph, toPath(file)); !written) {
        qFatal("%s", toString(written.error()).c_str());
    }
    return file;
}

void OpeningTest::asksForDimensions()
{
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(drop(window, window.graph(), modelWithOpenSides()));
    QVERIFY(eventually([&] { return window.findChild<DimensionsDialog*>() != nullptr; }));
    auto* dialog = window.findChild<DimensionsDialog*>();
    QVERIFY(dialog->isVisible());
    QList<QSpinBox*> spins = dialog->findChildren<QSpinBox*>();
    QCOMPARE(spins.size(), 2);
    for (QSpinBox* spin : spins) {
        spin->setValue(64);
    }
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(eventually(
        [&] { return window.workbench().outline() || !window.messages().text().isEmpty(); }));
    QVERIFY2(window.workbench().outline(), qPrintable(window.messages().text()));
    QCOMPARE(window.workbench().session().modelInfo()->imageInputShape[2], 64);
    QVERIFY(drop(window, window.graph(), fewPictures()));
    QVERIFY(eventually([&] { return window.isSettled(); }));
}

void OpeningTest::opensPicturesByTheDialog()
{
    MainWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    openLoneModel(window);
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_I)) {
            action->trigger();
        }
    }
    auto* dialog = window.findChild<OpenImagesDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QPushButton* open = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Open);
    QVERIFY(!open->isEnabled()); // no folder yet
    auto* folder = dialog->focusWidget();
    QVERIFY(qobject_cast<QLineEdit*>(folder) != nullptr);
    QTest::keyClicks(folder, sampleFolder() + QStringLiteral("/val"));
    dialog->findChildren<QSpinBox*>().front()->setValue(24);
    QVERIFY(open->isEnabled());
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(eventually([&] { return window.workbench().images().rowCount() == 24; }));
    QCOMPARE(window.messages().text(), QString());
    QVERIFY(window.workbench().session().dataInfo()->calibrationFromValidation);
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyAppearance(Appearance::Light);
    OpeningTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_opening.moc"
