// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/confusion_view.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/eventually.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <cmath>
#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;

/// Compares what FP32 and the quantized model say of the sample's images, in the real window.
class ComparingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QStandardPaths::setTestModeEnabled(true);
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        m_window = std::make_unique<MainWindow>(false);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(m_window->openSample());
        QVERIFY(settles());
        session::UniformSettings few;
        few.bits = *quant::parseBits("W3A8");
        bench().applyUniform(few);
        QVERIFY(settles());
        QVERIFY(m_window->showTab(QStringLiteral("images")));
    }

    void cleanupTestCase() { m_window.reset(); }

    /// A click on a cell of the matrix shows just its images.
    void confusionMatrixCountsImages()
    {
        ImagesPanel& panel = m_window->images();
        panel.showView(ImagesPanel::Confusion);
        ConfusionModel& model = panel.confusion().model();
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update();
        int images = 0;
        QModelIndex changed;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                images += model.count(row, column);
                if (row != column && model.count(row, column) > 0) {
                    changed = model.index(row, column);
                }
            }
        }
        QCOMPARE(model.leftOut(), 0); // the sample has 16 classes
        QVERIFY(images > 0 && images <= bench().images().rowCount());
        QVERIFY2(changed.isValid(), "3-bit weights change no answer");
        const int count = model.count(changed.row(), changed.column());
        QCOMPARE(count, imagesWith(model.classAt(changed.row()), model.classAt(changed.column())));
        QTableView& table = panel.confusion().table();
        table.scrollTo(changed);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(changed).center());
        QCOMPARE(panel.view(), ImagesPanel::Grid);
        QCOMPARE(panel.grid().model()->rowCount(), count);
    }

    /// One of the validation images, tried from outside, gets the answers it has in the list.
    void picturesAreTried()
    {
        ImageListModel& images = bench().images();
        const QString file = images.index(0, 0).data(ImageListModel::FileRole).toString();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(file)});
        QSignalSpy spy(&bench(), &Workbench::pictureTried);
        std::shared_ptr<const session::TriedPicture> tried;
        connect(&bench(), &Workbench::pictureTried, this,
                [&](const std::shared_ptr<const session::TriedPicture>& one) { tried = one; });
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY2(QTest::qWaitFor([&] { return !spy.isEmpty(); }, 20000),
                 qPrintable(m_window->messages().text()));
        disconnect(&bench(), &Workbench::pictureTried, this, nullptr);
        QVERIFY(tried);
        const eval::ScoredClass& expected = images.floatTopFive(0)->front();
        QCOMPARE(tried->floats.front().classIndex, expected.classIndex);
        QVERIFY(std::abs(tried->floats.front().probability - expected.probability) < 1e-4F);
        QVERIFY(tried->sqnrDb > 0.0 && tried->sqnrDb < 60.0);
        QVERIFY(settles());
    }

    void brokenPicturesAreNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        bench().tryPicture(path.toStdString());
        QVERIFY(eventually([&] { return !m_window->messages().text().isEmpty(); }));
        QVERIFY(m_window->messages().text().contains(QStringLiteral("broken.png")));
        m_window->messages().dismiss();
        QVERIFY(settles());
    }

    /// SQNR layer by layer for one image.
    void tellsWhyOneFlipped()
    {
        Q_EMIT m_window->images().traceRequested(1, QStringLiteral("one"));
        QVERIFY(eventually([&] { return bench().tracing().picture() != nullptr; }));
        QVERIFY(bench().tracing().picture()->activationSqnrDb.size() > 5);
        QCOMPARE(bench().tracing().picture()->images, std::int64_t{1});
        QVERIFY(settles());
    }

    void measuresTime()
    {
        QTableView& table = m_window->layers().table();
        QVERIFY(table.isColumnHidden(LayerTableModel::TimeColumn));
        TradeOffPanel& panel = m_window->tradeOff();
        panel.setAxis(CostAxis::Bops);
        QCOMPARE(panel.plot().pointCount(), bench().history().rowCount());
        panel.setAxis(CostAxis::Time);
        QCOMPARE(panel.plot().pointCount(), 0);
        bench().timing().measureCurrent();
        QVERIFY(eventually([&] { return panel.plot().pointCount() == 1; }));
        QVERIFY(!table.isColumnHidden(LayerTableModel::TimeColumn));
        QVERIFY(bench().layers().milliseconds(bench().layers().idOf(1)).value() >= 0.0);
        QVERIFY(!bench().layers().isTimeStale());
        QVERIFY(eventually([&] { return !bench().isBusy(); }));
        panel.measureButton().click();
        QVERIFY(
            eventually([&] { return panel.plot().pointCount() == bench().history().rowCount(); }));
        QVERIFY(!panel.measureButton().isEnabled());
        bench().document().undoStack().undo();
        QVERIFY(bench().layers().isTimeStale());
        bench().document().undoStack().redo();
        QVERIFY(!bench().layers().isTimeStale());
        QVERIFY(settles());
        panel.setAxis(CostAxis::Size);
    }

    /// Esc stops a run; F5 goes on.
    void runsAndCancels()
    {
        session::UniformSettings other;
        other.bits = *quant::parseBits("W5A6");
        QSignalSpy stopped(&bench(), &Workbench::evaluationStopped);
        QSignalSpy partial(&bench(), &Workbench::partialReady);
        bench().applyUniform(other);
        QVERIFY(eventually([&] { return !partial.isEmpty(); }));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(eventually([&] { return !bench().isBusy(); }));
        QVERIFY(stopped.isEmpty() || !m_window->isSettled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QVERIFY(settles());
        QVERIFY(*bench().document().configuration() ==
                bench().history().tried().back().evaluation->configuration);
    }

private:
    Workbench& bench() { return m_window->workbench(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    int imagesWith(int floatClass, int quantizedClass)
    {
        const ImageListModel& images = bench().images();
        int count = 0;
        for (int row = 0; row < images.rowCount(); ++row) {
            count += images.floatTopFive(row)->front().classIndex == floatClass &&
                             images.quantizedTopFive(row)->front().classIndex == quantizedClass
                         ? 1
                         : 0;
        }
        return count;
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ComparingTest)
#include "tst_comparing.moc"
