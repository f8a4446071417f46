// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/figure_card.h"
#include "gui/panels/figures_strip.h"

#include <QLocale>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

class FiguresStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void estimatesCarryTheirInterval()
    {
        FiguresStrip strip;
        strip.setFloatReference(reference());
        strip.setPartial(partial());
        QCOMPARE(strip.top1().value(), QStringLiteral("≈ 89.0 %"));
        QCOMPARE(strip.change().value(), QStringLiteral("−0.4 ± 0.6"));
        QCOMPARE(strip.change().remark(), QStringLiteral("before: +0.1 ± 0.2"));
        QCOMPARE(strip.pictures().value(), QStringLiteral("48"));
        QCOMPARE(strip.pictures().remark(), QStringLiteral("so far of 500"));
    }

    void exactFiguresCarryNone()
    {
        FiguresStrip strip;
        strip.setFloatReference(reference());
        strip.setEvaluation(evaluation(0.892, 8));
        QCOMPARE(strip.top1().value(), QStringLiteral("89.2 %"));
        QCOMPARE(strip.change().value(), QStringLiteral("−0.2"));
        QCOMPARE(strip.change().remark(), QString());
        strip.setEvaluation(evaluation(0.894, 7));
        QCOMPARE(strip.change().value(), QStringLiteral("0.0"));
        QCOMPARE(strip.change().remark(), QStringLiteral("before: +0.2"));
    }

    void keepsItsPlaces()
    {
        FiguresStrip strip;
        strip.resize(1280, 60);
        strip.show();
        const int before = strip.pictures().x();
        const int minimum = strip.minimumSizeHint().width();
        strip.setFloatReference(reference());
        strip.setPartial(partial());
        QCoreApplication::processEvents();
        QCOMPARE(strip.pictures().x(), before);
        strip.setEvaluation(evaluation(0.5, 4));
        QCoreApplication::processEvents();
        QCOMPARE(strip.pictures().x(), before);
        QCOMPARE(strip.minimumSizeHint().width(), minimum);
        QVERIFY2(minimum <= 1280, qPrintable(QString::number(minimum)));
    }

private:
    static std::shared_ptr<const session::FloatReference> reference()
    {
        auto reference = std::make_shared<session::FloatReference>();
        reference->accuracy.top1 = 0.894;
        reference->accuracy.top5 = 0.98;
        reference->accuracy.images = 500;
        return reference;
    }

    static session::PartialEvaluation partial()
    {
        session::PartialEvaluation partial;
        partial.images = 48;
        partial.totalImages = 500;
        partial.accuracy.top1 = 0.9;
        partial.floatAccuracy.top1 = 0.91;
        partial.againstFloat = search::Interval{-0.004, -0.009, 0.002};
        partial.againstPrevious = search::Interval{0.001, -0.001, 0.003};
        return partial;
    }

    static std::shared_ptr<const session::Evaluation> evaluation(double top1, int bits)
    {
        auto evaluation = std::make_shared<session::Evaluation>();
        evaluation->configuration.weights["layer"].precision = quant::Precision::integer(bits);
        evaluation->accuracy.top1 = top1;
        evaluation->accuracy.images = 500;
        return evaluation;
    }
};

QTEST_MAIN(FiguresStripTest)
#include "tst_figures_strip.moc"
