// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_document.h"

#include <QSignalSpy>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

ConfigurationPtr withBits(int bits)
{
    auto configuration = std::make_shared<quant::Configuration>();
    configuration->weights["conv"].precision = quant::Precision::integer(bits);
    return configuration;
}

int bitsOf(const ConfigurationDocument& document)
{
    return document.configuration()->weights.at("conv").precision.bits();
}

} // namespace

class ConfigurationDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesAndRedoes()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        QSignalSpy changed(&document, &ConfigurationDocument::changed);
        document.edit(QStringLiteral("to 4"), withBits(4));
        document.edit(QStringLiteral("to 2"), withBits(2));
        QCOMPARE(bitsOf(document), 2);
        QCOMPARE(document.undoStack().undoText(), QStringLiteral("to 2"));
        document.undoStack().undo();
        QCOMPARE(bitsOf(document), 4);
        document.undoStack().undo();
        QCOMPARE(bitsOf(document), 8);
        QVERIFY(!document.undoStack().canUndo());
        document.undoStack().redo();
        QCOMPARE(bitsOf(document), 4);
        QCOMPARE(changed.count(), 5);
    }

    void publishedConfigurationsStay()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        const ConfigurationPtr before = document.configuration();
        document.edit(QStringLiteral("to 4"), withBits(4));
        QCOMPARE(before->weights.at("conv").precision.bits(), 8);
        QVERIFY(before != document.configuration());
    }

    void mergesEditsOfTheSameCell()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        const QString cell = QStringLiteral("bits/conv");
        for (const int bits : {7, 6, 5}) {
            document.edit(QStringLiteral("bits"), withBits(bits), cell);
        }
        QCOMPARE(document.undoStack().count(), 1);
        document.edit(QStringLiteral("other"), withBits(3), QStringLiteral("bits/other"));
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        QCOMPARE(bitsOf(document), 5);
        document.undoStack().undo();
        QCOMPARE(bitsOf(document), 8);
    }

    void editsThatCancelOutLeaveNoStep()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        const QString cell = QStringLiteral("bits/conv");
        document.edit(QStringLiteral("bits"), withBits(4), cell);
        document.edit(QStringLiteral("bits"), withBits(8), cell);
        QCOMPARE(bitsOf(document), 8);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void ignoresEditsThatChangeNothing()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        QSignalSpy changed(&document, &ConfigurationDocument::changed);
        document.edit(QStringLiteral("same"), withBits(8));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void pinsAreStepsOfTheirOwn()
    {
        ConfigurationDocument document;
        document.reset(withBits(8), {"b"});
        QSignalSpy changed(&document, &ConfigurationDocument::changed);
        QSignalSpy pinsChanged(&document, &ConfigurationDocument::pinsChanged);
        document.setPinned({"a", "b"}, true);
        QCOMPARE(document.pinned(), (std::set<std::string>{"a", "b"}));
        document.setPinned({"a"}, true); // pinned already
        QCOMPARE(pinsChanged.count(), 1);
        document.edit(QStringLiteral("to 4"), withBits(4));
        document.setPinned({"b"}, false);
        QCOMPARE(document.pinned(), std::set<std::string>{"a"});
        QCOMPARE(bitsOf(document), 4);
        for (int i = 0; i < 3; ++i) {
            document.undoStack().undo();
        }
        QCOMPARE(document.pinned(), std::set<std::string>{"b"});
        QCOMPARE(bitsOf(document), 8);
        QCOMPARE(changed.count(), 2); // the edit and its undo: pins change no configuration
        document.reset(withBits(6));
        QVERIFY(document.pinned().empty());
    }

    void resetForgetsTheSteps()
    {
        ConfigurationDocument document;
        document.reset(withBits(8));
        document.edit(QStringLiteral("to 4"), withBits(4));
        document.reset(withBits(6));
        QCOMPARE(bitsOf(document), 6);
        QVERIFY(!document.undoStack().canUndo());
    }
};

QTEST_GUILESS_MAIN(ConfigurationDocumentTest)
#include "tst_configuration_document.moc"
