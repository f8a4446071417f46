// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shape.h"
#include "core/base/tensor.h"

#include <QTest>

using namespace quantoscope;

class TestShape : public QObject
{
    Q_OBJECT

private slots:
    void countsAndText_data();
    void countsAndText();
    void viewsSeeTheirTensor();
};

void TestShape::countsAndText_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("scalar") << Shape{} << qint64(1) << QByteArray("scalar");
    QTest::newRow("image") << Shape{1, 3, 224, 224} << qint64(150528) << QByteArray("1x3x224x224");
    QTest::newRow("vector") << Shape{7} << qint64(7) << QByteArray("7");
    QTest::newRow("empty") << Shape{4, 0} << qint64(0) << QByteArray("4x0");
    QTest::newRow("dynamic") << Shape{kDynamic, 3} << qint64(kDynamic) << QByteArray("?x3");
    QTest::newRow("large") << Shape{65536, 65536} << (qint64(1) << 32) << QByteArray("65536x65536");
}

void TestShape::countsAndText()
{
    QFETCH(Shape, shape);
    QFETCH(qint64, count);
    QFETCH(QByteArray, text);
    QCOMPARE(elementCount(shape), std::int64_t{count});
    QCOMPARE(QByteArray::fromStdString(toString(shape)), text);
}

void TestShape::viewsSeeTheirTensor()
{
    const Tensor tensor{{2, 2}, {1, 2, 3, 4}};
    const TensorView view = tensor;
    QCOMPARE(view.shape, tensor.shape);
    QCOMPARE(view.values.data(), tensor.values.data());
    QCOMPARE(view.values.size(), std::size_t{4});
}

QTEST_APPLESS_MAIN(TestShape)
#include "tst_shape.moc"
