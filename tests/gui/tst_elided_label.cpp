// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/elided_label.h"

#include <QTest>

using namespace quantoscope::gui;

class ElidedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllThatFits()
    {
        ElidedLabel label(QStringLiteral("N × 32 × 112 × 112"));
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), label.text());
    }

    void keepsBothEnds()
    {
        ElidedLabel label(QStringLiteral("/_blocks.12/_depthwise_conv/Conv"));
        const int whole = label.sizeHint().width();
        for (const int width : {whole / 2, 3 * whole / 4, whole - 1}) {
            label.resize(width, label.sizeHint().height());
            const QString shown = label.shownText();
            const qsizetype gap = shown.indexOf(QChar(0x2026));
            QVERIFY2(gap > 0 && gap < shown.size() - 1, qPrintable(shown));
            QVERIFY(label.text().startsWith(shown.left(gap)));
            QVERIFY(label.text().endsWith(shown.mid(gap + 1)));
            QVERIFY(label.fontMetrics().horizontalAdvance(shown) <= width);
        }
        QVERIFY(label.minimumSizeHint().width() < whole / 2);
    }
};

QTEST_MAIN(ElidedLabelTest)
#include "tst_elided_label.moc"
