// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/panels/message_bar.h"
#include "tests/core/session/high_bias_network.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/network_request.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

/// Equalizes channels and absorbs biases in the window, and takes it back.
class EqualizingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void absorptionNeedsEqualizedChannels();
    void equalizesAndAbsorbs();
    void undoesAndRedoes();
    void takesItBack();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    bool isEqualized() { return bench().document().configuration()->equalization != nullptr; }
    bool isAbsorbed()
    {
        return session::hasShifts(bench().document().configuration()->equalization);
    }
    QAction* action(const QString& text) { return namedAction(*m_window, text); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    QAction* m_equalize = nullptr;
    QAction* m_absorb = nullptr;
};

void EqualizingTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    const auto request = networkRequest(tests::highBiasNetwork(), m_folder.filePath(u"net.onnx"_s));
    QVERIFY(request);
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    bench().openModel(*request);
    QVERIFY(eventually([&] { return bench().outline() != nullptr; }));
    QVERIFY(settles());
    QCOMPARE(m_window->messages().text(), QString());
    m_equalize = action(u"Equalize Channels"_s);
    m_absorb = action(u"Absorb High Biases"_s);
    QVERIFY(m_equalize && m_absorb);
}

void EqualizingTest::absorptionNeedsEqualizedChannels()
{
    QVERIFY(!isEqualized());
    QVERIFY(m_equalize->isEnabled());
    QVERIFY(!m_absorb->isEnabled());
}

void EqualizingTest::equalizesAndAbsorbs()
{
    m_equalize->trigger();
    QVERIFY(eventually([&] { return isEqualized(); }));
    QVERIFY(m_equalize->isChecked());
    QVERIFY(!m_absorb->isChecked());
    QVERIFY(m_absorb->isEnabled());
    m_absorb->trigger();
    QVERIFY(eventually([&] { return isAbsorbed(); }));
    QVERIFY(m_absorb->isChecked());
    QVERIFY(settles());
    QVERIFY(m_window->messages().text().contains(u"absorbed"_s));
    QVERIFY(m_window->messages().text().contains(u"pads with zeros"_s));
}

void EqualizingTest::undoesAndRedoes()
{
    QUndoStack& stack = bench().document().undoStack();
    stack.undo();
    QVERIFY(isEqualized() && !isAbsorbed());
    QVERIFY(!m_absorb->isChecked());
    stack.redo();
    QVERIFY(isAbsorbed());
    QVERIFY(m_absorb->isChecked());
    QVERIFY(settles());
}

void EqualizingTest::takesItBack()
{
    m_absorb->trigger();
    QVERIFY(isEqualized() && !isAbsorbed());
    QVERIFY(!m_absorb->isChecked());
    m_equalize->trigger();
    QVERIFY(!isEqualized());
    QVERIFY(!m_absorb->isEnabled());
    QVERIFY(settles());
}

QTEST_MAIN(EqualizingTest)
#include "tst_equalizing.moc"
