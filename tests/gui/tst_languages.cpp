// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/desk.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/app/window_host.h"
#include "gui/jobs/error_text.h"
#include "gui/models/rule_list_model.h"
#include "gui/panels/figure_card.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/rules_panel.h"
#include "gui/panels/search_choices.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/tried_panel.h"
#include "tests/gui/settings_in_folder.h"
#include "tests/gui/translation_file.h"
#include "tests/gui/window_texts.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 240000;

bool settles(WindowHost& host)
{
    return QTest::qWaitFor([&] { return host.window().isSettled(); }, kPatienceMs);
}

QString committedFile(const QString& language)
{
    return u"" QUANTOSCOPE_SOURCE_DIR "/translations/quantoscope_"_s + language + u".ts"_s;
}

/// Texts that are the same in the language by the translators' will.
QSet<QString> keptTexts(const QString& language)
{
    QSet<QString> kept;
    for (const TranslatedMessage& message : readTranslations(committedFile(language))) {
        if (message.forms.contains(message.source)) {
            kept << message.source << QString(message.source).remove(u'&');
        }
    }
    return kept;
}

/// Words that are no language's: names of the model, of its operators, classes and files.
QSet<QString> namesIn(Workbench& bench)
{
    QSet<QString> names;
    for (const OutlineEntry& entry : bench.outline()->entries) {
        names << QString::fromStdString(entry.name) << QString::fromStdString(entry.opType);
        QStringList absorbed;
        for (const std::string& op : entry.absorbed) {
            absorbed << QString::fromStdString(op);
        }
        names << absorbed.join(u" + "_s);
    }
    for (const session::HardwareProfile& profile : session::bundledHardwareProfiles()) {
        names << QString::fromStdString(profile.name);
    }
    for (int row = 0; row < bench.images().rowCount(); ++row) {
        for (int column = 0; column < bench.images().columnCount(); ++column) {
            names << bench.images().index(row, column).data().toString();
        }
    }
    for (const Language& language : languages()) {
        names << language.name;
    }
    return names;
}

bool hasWords(const QString& text)
{
    static const QRegularExpression kWord(u"[A-Za-z][a-z]{2,}"_s);
    return text.contains(kWord);
}

/// Access keys that two entries of a menu share.
QStringList sharedKeys(const QMenu& menu)
{
    static const QRegularExpression kKey(u"&([^&\\s])"_s);
    QStringList shared;
    QHash<QString, QString> owners;
    for (const QAction* action : menu.actions()) {
        const QString key = kKey.match(action->text()).captured(1).toLower();
        if (!key.isEmpty() && owners.contains(key)) {
            shared << action->text() + u" and "_s + owners[key];
        }
        owners[key] = action->text();
    }
    return shared;
}

QString dockTitle(MainWindow& window, const QString& name)
{
    return window.findChild<QDockWidget*>(name)->windowTitle();
}

QString columnTitle(MainWindow& window, int column)
{
    return window.layers().table().model()->headerData(column, Qt::Horizontal).toString();
}

} // namespace

/// Translation files, and the switch to another language while the window is open.
class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        Q_INIT_RESOURCE(translations);
        QVERIFY(m_folder.isValid());
        keepSettingsIn(m_folder.path());
    }

    void filesAreComplete_data()
    {
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("en") << 2;
        QTest::newRow("de") << 2;
        QTest::newRow("zh_CN") << 1;
        QTest::newRow("ja") << 1;
    }

    /// Whatever lupdate finds in the sources is translated, with nothing lost on the way.
    void filesAreComplete()
    {
        QFETCH(const int, pluralForms);
        const QString program = QStringLiteral(QUANTOSCOPE_LUPDATE);
        if (!QFile::exists(program)) {
            QSKIP("SKIP: lupdate was not found, so nothing is known of missing translations");
        }
        const QString language = QString::fromLatin1(QTest::currentDataTag());
        const QString file = m_folder.filePath(language + u".ts"_s);
        QVERIFY(QFile::copy(committedFile(language), file));
        QStringList options{u"-I"_s,           u"."_s,  u"-locations"_s, u"none"_s,
                            u"-no-obsolete"_s, u"gui"_s};
        if (language == u"en"_s) {
            options << u"-pluralonly"_s;
        }
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(QUANTOSCOPE_SOURCE_DIR));
        lupdate.start(program, options << u"-ts"_s << file);
        QVERIFY(lupdate.waitForFinished(kPatienceMs));
        QCOMPARE(lupdate.exitCode(), 0);

        const QList<TranslatedMessage> messages = readTranslations(file);
        QVERIFY(messages.size() > 10);
        QStringList faults;
        for (const TranslatedMessage& message : messages) {
            for (const QString& fault : faultsOf(message, pluralForms)) {
                faults << message.context + u": \""_s + message.source + u"\" "_s + fault;
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u"\n"_s + faults.join(u'\n')));
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("fine") << u"&Open %1…"_s << u"Ö&ffne %1…"_s << true;
        QTest::newRow("key in brackets") << u"&Open…"_s << u"開く(&O)…"_s << true;
        QTest::newRow("wide colon") << u"Output:"_s << u"输出："_s << true;
        QTest::newRow("empty") << u"Output"_s << QString() << false;
        QTest::newRow("placeholder") << u"%1 of %2"_s << u"%1 von %1"_s << false;
        QTest::newRow("number format") << u"%L1 dB"_s << u"%1 dB"_s << false;
        QTest::newRow("key") << u"&Open"_s << u"Öffne"_s << false;
        QTest::newRow("dots") << u"Open…"_s << u"Öffne"_s << false;
        QTest::newRow("colon") << u"Output:"_s << u"Ausgabe"_s << false;
    }

    void faultsAreFound()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, translation);
        QFETCH(const bool, isFine);
        const TranslatedMessage message{{}, source, {translation}, false, true};
        QCOMPARE(faultsOf(message, 1).isEmpty(), isFine);
    }

    void pluralsAreRight()
    {
        const auto text = [](int n) {
            return QCoreApplication::translate("quantoscope::gui::NoisePanel",
                                               "Outputs measured on %n images", nullptr, n);
        };
        applyLanguage(u"en"_s);
        QCOMPARE(text(1), u"Outputs measured on 1 image"_s);
        QCOMPARE(text(2), u"Outputs measured on 2 images"_s);
        applyLanguage(u"de"_s);
        QCOMPARE(text(1), u"Ausgaben an 1 Bild gemessen"_s);
        QCOMPARE(text(2), u"Ausgaben an 2 Bildern gemessen"_s);
    }

    void numbersFollowTheLanguage()
    {
        applyLanguage(u"de"_s);
        QCOMPARE(QLocale().decimalPoint(), u","_s);
        applyLanguage(u"ja"_s);
        QCOMPARE(QLocale().decimalPoint(), u"."_s);
    }

    void errorsSayWhatKindTheyAre()
    {
        const Error error{ErrorCode::FileNotFound, "does not exist", "a.onnx"};
        const QString details = u"a.onnx: does not exist"_s;
        applyLanguage(u"en"_s);
        QCOMPARE(errorText(error), details);
        for (const QString& language : {u"de"_s, u"zh_CN"_s, u"ja"_s}) {
            applyLanguage(language);
            QVERIFY(errorText(error).endsWith(u'\n' + details));
            for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
                const Error other{static_cast<ErrorCode>(code), "details", {}};
                QVERIFY2(errorText(other).endsWith(u"\ndetails"_s), qPrintable(errorText(other)));
            }
        }
        applyLanguage(u"en"_s);
    }

    void systemsLanguagesAreKnown()
    {
        QCOMPARE(languageFor(QLocale(u"de_AT"_s)), u"de"_s);
        QCOMPARE(languageFor(QLocale(u"ja_JP"_s)), u"ja"_s);
        QCOMPARE(languageFor(QLocale(u"zh_SG"_s)), u"zh_CN"_s);
        QCOMPARE(languageFor(QLocale(u"zh_TW"_s)), u"en"_s);
        QCOMPARE(languageFor(QLocale(u"fr_FR"_s)), u"en"_s);
    }

    void choiceIsRemembered()
    {
        storeLanguage(u"ja"_s);
        QCOMPARE(storedLanguage(), u"ja"_s);
        storeLanguage(u"xx"_s); // by another version
        QCOMPARE(storedLanguage(), QString());
        QCOMPARE(languageFromArguments({u"q"_s, u"--language"_s, u"de"_s}), u"de"_s);
        QCOMPARE(languageFromArguments({u"q"_s, u"--language=ja"_s}), u"ja"_s);
        QVERIFY(!languageFromArguments({u"q"_s, u"--sample"_s}));
    }

    void windowSpeaksEveryLanguage_data()
    {
        QTest::addColumn<QString>("layers");
        QTest::newRow("de") << u"Schichten"_s;
        QTest::newRow("zh_CN") << u"层"_s;
        QTest::newRow("ja") << u"レイヤー"_s;
    }

    /// Nothing that stood there in English still does, unless it is to.
    void windowSpeaksEveryLanguage()
    {
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        QFETCH(const QString, layers);
        const QString language = QString::fromLatin1(QTest::currentDataTag());
        applyLanguage(u"en"_s);
        WindowHost host(false);
        host.window().show();
        QVERIFY(host.window().openSample());
        QVERIFY(settles(host));
        const QSet<QString> english = textsOf(host.window());
        QStringList shared;
        for (const QMenu* menu : host.window().findChildren<QMenu*>()) {
            shared << sharedKeys(*menu);
        }
        host.setLanguage(language);
        QVERIFY(settles(host));
        QCOMPARE(dockTitle(host.window(), u"layers"_s), layers);
        const QSet<QString> kept = keptTexts(language);
        const QSet<QString> names = namesIn(host.window().workbench());
        QStringList left;
        for (const QString& text : textsOf(host.window()) & english) {
            if (hasWords(text) && !kept.contains(text) && !names.contains(text)) {
                left << text;
            }
        }
        QVERIFY2(left.isEmpty(), qPrintable(u"\n"_s + left.join(u'\n')));
        const QSize least = host.window().minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 720,
                 qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
        for (const QMenu* menu : host.window().findChildren<QMenu*>()) {
            shared << sharedKeys(*menu);
        }
        QVERIFY2(shared.isEmpty(), qPrintable(u"\n"_s + shared.join(u'\n')));
    }

    void switchLosesNothing()
    {
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        applyLanguage(u"en"_s);
        WindowHost host(false);
        host.window().show();
        QVERIFY(host.window().openSample());
        QVERIFY(settles(host));
        Workbench& bench = host.window().workbench();
        const auto before = bench.document().configuration();
        const QString file = m_folder.filePath(u"work.quantoscope"_s);
        QSignalSpy saved(&host.window().keeper(), &SessionKeeper::saved);
        host.window().keeper().save(file);
        QVERIFY(saved.wait(kPatienceMs));
        session::UniformSettings settings;
        settings.bits = *quant::parseBits("W4A8");
        bench.applyUniform(settings);
        QVERIFY(settles(host));
        choose(host.window());
        const auto evaluation = bench.evaluation();
        const auto noise = bench.noise();
        const QString englishTop1 = host.window().figures().top1().value();
        const QString englishColumn = columnTitle(host.window(), LayerTableModel::ShapeColumn);
        QSignalSpy busy(&bench, &Workbench::busyChanged);

        for (const QString& language : {u"de"_s, u"ja"_s, u"en"_s}) {
            host.setLanguage(language);
            MainWindow& window = host.window();
            QVERIFY(window.isVisible());
            QCOMPARE(&window.workbench(), &bench);
            QCOMPARE(bench.evaluation(), evaluation);
            QCOMPARE(bench.noise(), noise);
            QCOMPARE(busy.count(), 0); // no job was started or ended
            QCOMPARE(bench.document().undoStack().count(), 2);
            QCOMPARE(bench.document().undoStack().index(), 2);
            QCOMPARE(window.keeper().file(), file);
            QVERIFY(window.keeper().isModified());
            QVERIFY(window.isWindowModified());
            checkChoices(window);
            const QString top1 = window.figures().top1().value();
            QCOMPARE(top1.section(QRegularExpression(u"[.,]"_s), 0, 0),
                     englishTop1.section(u'.', 0, 0));
            QCOMPARE(top1.contains(u','), language == u"de"_s);
            QCOMPARE(columnTitle(window, LayerTableModel::ShapeColumn) == englishColumn,
                     language == u"en"_s);
            QCOMPARE(bench.history().rowCount(), 2);
        }
        bench.document().undoStack().undo(); // the rule
        QCOMPARE(bench.rules().rowCount(), 0);
        bench.document().undoStack().undo();
        QVERIFY(*bench.document().configuration() == *before);
        QVERIFY(settles(host));
        QVERIFY(!host.window().keeper().isModified());
    }

    /// What is being computed goes on, and its figures come to the new window.
    void switchWhileEvaluating()
    {
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        applyLanguage(u"en"_s);
        WindowHost host(false);
        host.window().show();
        QVERIFY(host.window().openSample());
        host.setLanguage(u"de"_s); // while the model is being opened
        QVERIFY(settles(host));
        Workbench& bench = host.window().workbench();
        QSignalSpy evaluated(&bench, &Workbench::evaluated);
        session::UniformSettings settings;
        settings.bits = *quant::parseBits("W3A8");
        bench.applyUniform(settings);
        QVERIFY(QTest::qWaitFor([&] { return bench.isBusy(); }, kPatienceMs));
        host.setLanguage(u"ja"_s);
        QVERIFY(settles(host));
        QCOMPARE(evaluated.count(), 1);
        QCOMPARE(bench.history().rowCount(), 2);
        QCOMPARE(host.window().figures().top1().value(),
                 QString(u"%L1 %"_s).arg(100.0 * *bench.evaluation()->accuracy.top1, 0, 'f', 1));
    }

private:
    static void choose(MainWindow& window)
    {
        window.resize(1500, 950);
        Workbench& bench = window.workbench();
        bench.selection().select(bench.layers().idOf(3));
        window.layers().filterField().setText(u"conv"_s);
        window.layers().table().setColumnWidth(LayerTableModel::NameColumn, 222);
        window.search().choices().evaluations().setValue(17);
        window.graph().colorings().setCurrentIndex(1);
        window.rules().rules().add(LayerRule{});
        QScrollBar& bar = *window.layers().table().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() >= kScrolledRows);
        bar.setValue(kScrolledRows);
        window.tried().selectRow(1);
        QVERIFY(window.showTab(u"search"_s));
    }

    static void checkChoices(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        QCOMPARE(window.size(), QSize(1500, 950));
        QCOMPARE(bench.selection().current(), bench.layers().idOf(3));
        QCOMPARE(window.layers().filterField().text(), u"conv"_s);
        QCOMPARE(window.layers().table().columnWidth(LayerTableModel::NameColumn), 222);
        QCOMPARE(window.search().choices().evaluations().value(), 17);
        QCOMPARE(window.graph().colorings().currentIndex(), 1);
        QVERIFY(!window.graph().isLayingOut());
        QVERIFY(window.graph().scene().drawing() != nullptr);
        QCOMPARE(window.rules().rules().rowCount(), 1);
        QTRY_VERIFY(!window.search().visibleRegion().isEmpty());
        const QModelIndexList tried = window.tried().table().selectionModel()->selectedRows();
        QCOMPARE(tried.size(), 1);
        QCOMPARE(tried.front().row(), 1);
        QVERIFY(window.showTab(u"layers"_s));
        QTRY_COMPARE(window.layers().table().verticalScrollBar()->value(), kScrolledRows);
        QVERIFY(window.showTab(u"search"_s));
    }

    static constexpr int kScrolledRows = 4;
    QTemporaryDir m_folder;
};

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
