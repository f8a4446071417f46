// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/elided_label.h"
#include "gui/panels/fact_row.h"

#include <QTest>
#include <QVBoxLayout>

using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

class FactRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsInOneLineWhereItFits()
    {
        FactRow row(u"MACs"_s, u"10.8 M"_s);
        const int wide = 2 * row.sizeHint().width();
        QVERIFY(!row.isStackedAt(wide));
        row.resize(wide, row.heightForWidth(wide));
        row.show();
        const auto labels = row.findChildren<ElidedLabel*>();
        QCOMPARE(labels.size(), 2);
        QCOMPARE(labels[0]->y(), labels[1]->y());
        QVERIFY(labels[1]->x() >= labels[0]->geometry().right());
    }

    /// Long words, as German has them, keep every letter for as long as either has a line of its
    /// own.
    void stacksWhatIsLong()
    {
        FactRow row(u"Gewichtsbereich"_s, u"−17,25 … 14,44"_s);
        const int width = row.sizeHint().width() - 20;
        QVERIFY(row.isStackedAt(width));
        row.resize(width, row.heightForWidth(width));
        row.show();
        const auto labels = row.findChildren<ElidedLabel*>();
        QVERIFY(labels[1]->y() >= labels[0]->geometry().bottom());
        QVERIFY(labels[1]->geometry().bottom() < row.height());
        for (const ElidedLabel* label : labels) {
            QCOMPARE(label->shownText(), label->text());
        }
    }

    void rowsFillAColumn()
    {
        QWidget page;
        auto* layout = new QVBoxLayout(&page);
        layout->addWidget(new FactRow(u"Operator"_s, u"Conv"_s));
        layout->addWidget(new FactRow(u"Gewichtsbereich"_s, u"asymmetrisch, pro Kanal"_s));
        layout->addStretch();
        page.resize(160, 300);
        page.show();
        const auto rows = page.findChildren<FactRow*>();
        QTRY_COMPARE(rows[1]->height(), rows[1]->heightForWidth(rows[1]->width()));
        QVERIFY(rows[1]->height() > rows[0]->height());
        QVERIFY(rows[1]->y() > rows[0]->geometry().bottom());
    }
};

QTEST_MAIN(FactRowTest)
#include "tst_fact_row.moc"
