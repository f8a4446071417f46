// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/app/session_keeper.h"
#include "gui/app/tour.h"
#include "gui/app/welcome_page.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/rules_panel.h"
#include "tests/gui/eventually.h"
#include "tests/gui/settings_in_folder.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

bool settles(MainWindow& window)
{
    return eventually([&] { return window.isSettled(); });
}

void edit(MainWindow& window, const char* bits)
{
    session::UniformSettings settings;
    settings.bits = *quant::parseBits(bits);
    window.workbench().applyUniform(settings);
}

} // namespace

/// Saves and reopens work on the sample in the real window.
class SessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QVERIFY(m_folder.isValid());
        keepSettingsIn(m_folder.path());
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
        QSettings().setValue(QStringLiteral("tour/seen"), true);
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
    }

    void beginsWithAWelcome()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.welcome().isVisible());
        const auto links = window.welcome().findChildren<QCommandLinkButton*>();
        QCOMPARE(links.size(), 3);
        QVERIFY(window.startTour() == nullptr); // there is nothing to show yet
        links[1]->click();                      // the sample
        QVERIFY(settles(window));
        QVERIFY(!window.welcome().isVisible());

        Tour* tour = window.startTour();
        QVERIFY(tour != nullptr && tour->count() <= 5);
        for (int stop = 0; stop < window.findChild<Tour*>()->count(); ++stop) {
            QCOMPARE(tour->stop(), stop);
            QTest::keyClick(tour, Qt::Key_Right);
        }
        QVERIFY(eventually([&] { return window.findChild<Tour*>() == nullptr; }));

        window.workbench().close();
        QVERIFY(eventually([&] { return window.welcome().isVisible(); }));
        QVERIFY(window.workbench().session().modelInfo() == nullptr);
        QCOMPARE(window.workbench().layers().rowCount(), 0);
        QVERIFY(window.openSample()); // and again
        QVERIFY(settles(window));
    }

    void reopensIdentical()
    {
        const QString file = m_folder.filePath(QStringLiteral("work.quantoscope"));
        quant::Configuration saved;
        std::string layer;
        double top1 = 0.0;
        {
            MainWindow window(true);
            window.show();
            QVERIFY(window.openSample());
            QVERIFY(settles(window));
            Workbench& bench = window.workbench();
            edit(window, "W4A8");
            QVERIFY(settles(window));
            bench.history().setData(bench.history().index(0, ConfigurationHistory::NameColumn),
                                    QStringLiteral("the first"));
            const std::vector<std::string> pinned{bench.outline()->entries[2].name};
            bench.document().setPinned(pinned, true);
            bench.selection().select(3);
            layer = bench.outline()->entries[3].name;
            QVERIFY(!window.keeper().isModified()); // no session yet: nothing to be saved
            window.keeper().save(file);
            QVERIFY(eventually([&] { return window.keeper().file() == file; }));
            QVERIFY(!window.isWindowModified());
            QVERIFY(window.windowTitle().contains(QStringLiteral("work")));
            saved = *bench.document().configuration();
            top1 = *bench.history().tried().front().evaluation->accuracy.top1;
            edit(window, "W8A8");
            QVERIFY(window.isWindowModified());
            bench.document().undoStack().undo();
            QVERIFY(!window.isWindowModified());
            QVERIFY(settles(window));
        }
        MainWindow window(false); // remembers nothing itself
        window.show();
        window.openFile(file);
        QVERIFY(settles(window));
        Workbench& bench = window.workbench();
        QCOMPARE(window.messages().text(), QString());
        QVERIFY(*bench.document().configuration() == saved);
        QCOMPARE(bench.document().pinned().size(), std::size_t{1});
        QCOMPARE(
            bench.outline()->entries[static_cast<std::size_t>(bench.selection().current())].name,
            layer);
        QVERIFY(eventually([&] { return bench.history().rowCount() == 2; }));
        QCOMPARE(bench.history().tried().front().name, QStringLiteral("the first"));
        QCOMPARE(*bench.history().tried().front().evaluation->accuracy.top1, top1);
        QCOMPARE(window.keeper().file(), file);
        QVERIFY(!window.isWindowModified());
    }

    void asksBeforeClosing()
    {
        const QString file = m_folder.filePath(QStringLiteral("work.quantoscope"));
        MainWindow window(true);
        window.show();
        window.openFile(file);
        QVERIFY(settles(window));
        edit(window, "W6A8");
        QVERIFY(settles(window));
        window.close();
        QVERIFY(window.isVisible());
        auto* question = window.findChild<QMessageBox*>();
        QVERIFY(question != nullptr);
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(window.isVisible() && window.isWindowModified());
        window.close();
        QVERIFY(eventually([&] {
            question = window.findChild<QMessageBox*>();
            return question != nullptr && question->isVisible();
        }));
        question->button(QMessageBox::Save)->click();
        QVERIFY(eventually([&] { return !window.isVisible(); }));
        const auto read = session::readSession(file.toStdString());
        QVERIFY(read);
        QCOMPARE(read->configuration->weights.begin()->second.precision.bits(), 6);
    }

    void recoversAfterACrash()
    {
        const QString file = m_folder.filePath(QStringLiteral("work.quantoscope"));
        const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        const QDir copies(data + QStringLiteral("/recovery"));
        const QString kept = m_folder.filePath(QStringLiteral("kept"));
        QDir().mkpath(kept);
        {
            MainWindow window(true);
            window.show();
            window.openFile(file);
            QVERIFY(settles(window));
            edit(window, "W3A8");
            QVERIFY(settles(window));
            window.keeper().writeCopy();
            QVERIFY(eventually([&] {
                return copies.entryList({QStringLiteral("*.quantoscope")}, QDir::Files).size() == 1;
            }));
            QVERIFY(!window.keeper().findRecovered()); // its own, and it is alive
            // A crash leaves the copy; an end in order does not.
            for (const QString& name : copies.entryList(QDir::Files)) {
                if (!name.endsWith(QStringLiteral(".lock"))) {
                    QVERIFY(QFile::copy(copies.filePath(name), kept + QLatin1Char('/') + name));
                }
            }
        }
        QVERIFY(copies.entryList({QStringLiteral("*.quantoscope")}, QDir::Files).isEmpty());
        for (const QString& name : QDir(kept).entryList(QDir::Files)) {
            QVERIFY(QFile::copy(kept + QLatin1Char('/') + name,
                                copies.filePath(QStringLiteral("1") + name)));
        }
        QFile::rename(copies.filePath(copies.entryList({QStringLiteral("*.of")}).first()),
                      copies.filePath(copies.entryList({QStringLiteral("*.quantoscope")}).first() +
                                      QStringLiteral(".of")));
        MainWindow window(true);
        window.show();
        window.offerRecovery();
        QVERIFY(window.messages().text().contains(QStringLiteral("work.quantoscope")));
        window.messages().actionButton().click();
        QVERIFY(settles(window));
        QCOMPARE(window.keeper().file(), file);
        QVERIFY(window.keeper().isModified());
        QCOMPARE(
            window.workbench().document().configuration()->weights.begin()->second.precision.bits(),
            3);
        QVERIFY(window.keeper().findRecovered() == std::nullopt);
    }

    void writesReports()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(settles(window));
        edit(window, "W3A8");
        QVERIFY(settles(window));
        const QString page = m_folder.filePath(QStringLiteral("report.html"));
        const QString paper = m_folder.filePath(QStringLiteral("report.pdf"));
        window.workbench().saveReport(page.toStdString());
        QVERIFY(eventually([&] { return window.messages().text().contains(page); }));
        window.workbench().saveReport(paper.toStdString());
        QVERIFY(eventually([&] { return window.messages().text().contains(paper); }));
        QFile html(page);
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray text = html.readAll();
        QCOMPARE(text.count("<svg class=\"plot\""),
                 2); // accuracy against size, and noise per layer
        QVERIFY(text.contains("Configurations tried: 2"));
        QVERIFY(text.contains("data:image/jpeg;base64,")); // images whose answer changed
        QFile pdf(paper);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.size() > 20000);
        QVERIFY(bytes.count("/Type /Page\n") + bytes.count("/Type /Page ") >= 2);
    }

    void brokenSessionsAreNamed()
    {
        const QString file = m_folder.filePath(QStringLiteral("broken.quantoscope"));
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"format\": 1}") > 0);
        broken.close();
        MainWindow window(false);
        window.show();
        window.openFile(file);
        QVERIFY(eventually([&] { return !window.messages().text().isEmpty(); }));
        QVERIFY(window.messages().text().contains(QStringLiteral("broken.quantoscope")));
        QVERIFY(window.welcome().isVisible());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(SessionsTest)
#include "tst_sessions.moc"
