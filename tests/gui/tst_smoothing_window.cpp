// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/panels/message_bar.h"
#include "tests/core/session/token_network.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/network_request.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QInputDialog>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

/// Smooths the activations of a small network of tokens in the window, and corrects biases without
/// images.
class SmoothingWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void smoothsAndUndoes();
    void saysThatThereIsNoBatchNormalization();
    void correctsBiasesOfTheSample();
    void saysThatThereIsNothingToSmooth();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    QString message() { return m_window->messages().text(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    void smooth(double alpha)
    {
        namedAction(*m_window, u"Smooth Activations…"_s)->trigger();
        auto* dialog = m_window->findChild<QInputDialog*>(u"smoothingAlpha"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->doubleValue(), 0.5);
        dialog->setDoubleValue(alpha);
        dialog->accept();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void SmoothingWindowTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    const auto request = networkRequest(tests::tokenNetwork(), m_folder.filePath(u"net.onnx"_s));
    QVERIFY(request);
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    bench().openModel(*request);
    QVERIFY(eventually([&] { return bench().outline() != nullptr; }));
    QVERIFY(settles());
    QCOMPARE(message(), QString());
}

void SmoothingWindowTest::smoothsAndUndoes()
{
    smooth(0.6);
    QVERIFY(
        eventually([&] { return bench().document().configuration()->equalization != nullptr; }));
    QVERIFY(settles());
    QVERIFY2(message().startsWith(u"Activations of 3 groups of layers smoothed."_s),
             qPrintable(message()));
    QVERIFY(message().contains(u" : 1, now "_s));
    QUndoStack& stack = bench().document().undoStack();
    QCOMPARE(stack.undoText(), u"Smooth activations"_s);
    stack.undo();
    QVERIFY(!bench().document().configuration()->equalization);
    stack.redo();
    QVERIFY(bench().document().configuration()->equalization);
    stack.undo();
    QVERIFY(settles());
}

void SmoothingWindowTest::saysThatThereIsNoBatchNormalization()
{
    QAction* correct = namedAction(*m_window, u"Bias Correction without Images"_s);
    QVERIFY(correct && correct->isEnabled());
    correct->trigger();
    QVERIFY(message().contains(u"no batch normalization"_s));
    QVERIFY(bench().document().configuration()->corrected.empty());
}

void SmoothingWindowTest::correctsBiasesOfTheSample()
{
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
    namedAction(*m_window, u"Bias Correction without Images"_s)->trigger();
    QVERIFY(eventually([&] { return !bench().document().configuration()->corrected.empty(); }));
    QVERIFY(settles());
    QVERIFY2(message().contains(u"stem/Conv"_s), qPrintable(message())); // it reads the image
    QVERIFY2(message().contains(u"No images were needed"_s), qPrintable(message()));
    bench().document().undoStack().undo();
    QVERIFY(bench().document().configuration()->corrected.empty());
    QVERIFY(settles());
}

/// Its only Gemm reads what pooling makes of ReLU6.
void SmoothingWindowTest::saysThatThereIsNothingToSmooth()
{
    smooth(0.5);
    QVERIFY(eventually([&] { return message().contains(u"smooth"_s); }));
    QVERIFY(!bench().document().configuration()->equalization);
    QVERIFY(settles());
}

QTEST_MAIN(SmoothingWindowTest)
#include "tst_smoothing_window.moc"
