// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/models/hardware_profiles.h"
#include "gui/panels/hardware_dialog.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/search_choices.h"
#include "gui/panels/search_panel.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/settings_in_folder.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <fstream>
#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

/// A chip that keeps the classifier in float and takes 2 or 4 bits elsewhere, one scale a layer.
constexpr const char* kOwnChip = R"({"format": "quantoscope-hardware-profile", "version": 1,
    "id": "own-chip", "name": "Own Chip", "weightBits": [2, 4], "perChannelWeights": false,
    "activationBits": [8], "floatOperators": ["Gemm"],
    "default": {"bits": "W4A8", "symmetricActivations": true, "perTensorWeights": true},
    "source": "its data sheet"})";

} // namespace

/// Chooses the hardware to quantize for, bundled and of one's own, in the real window.
class HardwareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAListModel();
    void chosenForTableAndSearch();
    void tellsWhatDoesNotFit();
    void addsAnOwnProfile();
    void usesItsDefaults();
    void remembersIt();
    void saysWhatIsWrong();
    void forgetsIt();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    HardwareProfiles& profiles() { return bench().hardware(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    void openDialog()
    {
        QAction* command = namedAction(*m_window, u"Hardware…"_s);
        QVERIFY(command);
        command->trigger();
        m_dialog = m_window->findChild<HardwareDialog*>();
        QVERIFY(m_dialog && m_dialog->isVisible());
    }
    void closeDialog()
    {
        delete m_dialog;
        m_dialog = nullptr;
    }
    [[nodiscard]] QString ownFile() const { return m_folder.filePath(u"own-chip.json"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    HardwareDialog* m_dialog = nullptr;
};

void HardwareTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    std::ofstream(ownFile().toStdString()) << kOwnChip;
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    m_window = std::make_unique<MainWindow>(true);
    m_window->show();
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
}

void HardwareTest::isAListModel()
{
    HardwareProfiles list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(list.add(ownFile()));
    QVERIFY(list.add(ownFile())); // again: read anew, not twice there
    QCOMPARE(list.files(), QStringList{ownFile()});
    const int row = list.rowOf(ownFile());
    QVERIFY(list.isOwn(row));
    list.choose(row);
    list.remove(1); // bundled: stays
    QCOMPARE(list.chosen(), row);
    list.remove(row);
    QCOMPARE(list.chosen(), 0);
    QVERIFY(list.files().isEmpty());
}

void HardwareTest::chosenForTableAndSearch()
{
    openDialog();
    const int row = profiles().rowOf(u"edge-tpu"_s);
    m_dialog->list().setCurrentIndex(profiles().index(row));
    QCOMPARE(profiles().chosen(), row);
    QCOMPARE(m_window->layers().hardware().currentIndex(), row);
    QCOMPARE(m_window->search().choices().profiles().currentIndex(), row);
    QCOMPARE(bench().layers().profile()->id, std::string("edge-tpu"));
    QVERIFY(!m_dialog->removeButton().isEnabled());
    QVERIFY(m_dialog->defaultsButton().isEnabled());
    closeDialog();
}

void HardwareTest::tellsWhatDoesNotFit()
{
    session::UniformSettings settings;
    settings.bits = *quant::parseBits("W8A8");
    bench().applyUniform(settings);
    QToolButton& button = m_window->layers().conflictsButton();
    QVERIFY2(button.isHidden(), qPrintable(button.toolTip()));
    settings.bits = *quant::parseBits("W4A8");
    bench().applyUniform(settings);
    QVERIFY(!button.isHidden());
    QVERIFY(button.toolTip().contains(u"Edge TPU"_s));
    button.click();
    int layersWithWeights = 0;
    for (const OutlineEntry& entry : bench().outline()->entries) {
        layersWithWeights += entry.hasWeights ? 1 : 0;
    }
    QCOMPARE(static_cast<int>(m_window->layers().selectedRows().size()), layersWithWeights);
    bench().document().undoStack().undo();
    QVERIFY(button.isHidden());
}

void HardwareTest::addsAnOwnProfile()
{
    openDialog();
    m_dialog->addFile(ownFile());
    QVERIFY2(m_dialog->messages().text().isEmpty(), qPrintable(m_dialog->messages().text()));
    QCOMPARE(profiles().chosenKey(), ownFile());
    QCOMPARE(m_window->layers().hardware().currentText(), u"Own Chip"_s);
    QCOMPARE(m_window->search().request().profile, ownFile().toStdString());
    QVERIFY(m_dialog->removeButton().isEnabled());
    QVERIFY(!m_window->layers().conflictsButton().isHidden());
}

void HardwareTest::usesItsDefaults()
{
    const auto before = bench().document().configuration();
    m_dialog->defaultsButton().click();
    closeDialog();
    const quant::Configuration& configuration = *bench().document().configuration();
    for (const OutlineEntry& entry : bench().outline()->entries) {
        const auto scheme = configuration.weights.find(entry.name);
        QCOMPARE(scheme != configuration.weights.end(), entry.hasWeights && entry.opType != "Gemm");
        if (scheme != configuration.weights.end()) {
            QCOMPARE(scheme->second.precision.bits(), 4);
            QVERIFY(scheme->second.granularity == quant::Granularity::PerTensor);
        }
    }
    QVERIFY2(m_window->layers().conflictsButton().isHidden(),
             qPrintable(m_window->layers().conflictsButton().toolTip()));
    QVERIFY(settles());
    bench().document().undoStack().undo();
    QVERIFY(*bench().document().configuration() == *before);
}

void HardwareTest::remembersIt()
{
    QVERIFY(settles());
    m_window.reset();
    m_window = std::make_unique<MainWindow>(true);
    QCOMPARE(profiles().chosenKey(), ownFile());
    QCOMPARE(bench().layers().profile()->name, std::string("Own Chip"));
}

void HardwareTest::saysWhatIsWrong()
{
    openDialog();
    QVERIFY(!m_dialog->defaultsButton().isEnabled()); // no model is open
    const QString file = m_folder.filePath(u"twin.json"_s);
    std::ofstream(file.toStdString()) << kOwnChip;
    m_dialog->addFile(file);
    QVERIFY2(m_dialog->messages().text().contains(u"own-chip"_s),
             qPrintable(m_dialog->messages().text()));
    std::ofstream(file.toStdString()) << "{}";
    m_dialog->addFile(file);
    QVERIFY(m_dialog->messages().text().contains(u"twin.json"_s));
    QCOMPARE(profiles().files(), QStringList{ownFile()});
}

void HardwareTest::forgetsIt()
{
    m_dialog->removeButton().click();
    QCOMPARE(profiles().chosen(), 0);
    QCOMPARE(m_window->layers().hardware().currentIndex(), 0);
    QCOMPARE(m_window->search().choices().profiles().currentIndex(), 0);
    QVERIFY(!bench().layers().profile());
    closeDialog();
    m_window = std::make_unique<MainWindow>(true);
    QVERIFY(profiles().files().isEmpty());
}

QTEST_MAIN(HardwareTest)
#include "tst_hardware.moc"
