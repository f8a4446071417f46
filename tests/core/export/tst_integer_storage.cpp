// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/integer_storage.h"

#include <QTest>

using namespace quantoscope;
using exporting::packedCodes;
using model::ElementType;

namespace {

quant::QuantParams grid(int bits, bool symmetric)
{
    const quant::IntegerLimits limits = quant::integerLimits(bits, symmetric);
    return {{1.0F}, {0}, limits.qmin, limits.qmax, -1};
}

QByteArray bytesOf(const model::Constant& constant)
{
    return {reinterpret_cast<const char*>(constant.bytes->data()),
            static_cast<qsizetype>(constant.bytes->size())};
}

} // namespace

class TestIntegerStorage : public QObject
{
    Q_OBJECT

private slots:
    void narrowestType_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("activation");
        const auto row = [](int bits, bool symmetric, ElementType weight, ElementType activation) {
            QTest::addRow("%d %s", bits, symmetric ? "symmetric" : "asymmetric")
                << bits << symmetric << static_cast<int>(weight) << static_cast<int>(activation);
        };
        using enum ElementType;
        for (const int bits : {1, 2, 3, 4}) {
            row(bits, true, Int4, Int8);
        }
        for (const int bits : {2, 3, 4}) {
            row(bits, false, UInt4, UInt8);
        }
        for (const int bits : {5, 6, 7, 8}) {
            row(bits, true, Int8, Int8);
            row(bits, false, UInt8, UInt8);
        }
        row(16, true, Int16, Int16);
        row(16, false, UInt16, UInt16);
    }

    void narrowestType()
    {
        QFETCH(int, bits);
        QFETCH(bool, symmetric);
        QTEST(static_cast<int>(exporting::weightStorage(grid(bits, symmetric))), "weight");
        QTEST(static_cast<int>(exporting::activationStorage(grid(bits, symmetric))), "activation");
    }

    // ONNX, TensorProto: "int4 and uint4 values are packed two a byte, the first in the low half".
    void packsFourBits()
    {
        const std::vector<std::int32_t> codes{1, -2, 7, -8, -1};
        QCOMPARE(bytesOf(packedCodes(ElementType::Int4, {5}, codes)),
                 QByteArray::fromHex("e1870f"));
        const std::vector<std::int32_t> positive{15, 0, 3};
        QCOMPARE(bytesOf(packedCodes(ElementType::UInt4, {3}, positive)),
                 QByteArray::fromHex("0f03"));
    }

    void packsWholeBytes()
    {
        const std::vector<std::int32_t> codes{-1, -128, 127};
        QCOMPARE(bytesOf(packedCodes(ElementType::Int8, {3}, codes)),
                 QByteArray::fromHex("ff807f"));
        const std::vector<std::int32_t> wide{-2, 258};
        QCOMPARE(bytesOf(packedCodes(ElementType::Int16, {2}, wide)),
                 QByteArray::fromHex("feff0201"));
        QCOMPARE(bytesOf(packedCodes(ElementType::Int32, {1}, std::vector{-2})),
                 QByteArray::fromHex("feffffff"));
    }

    void neededOpset()
    {
        QCOMPARE(exporting::opsetFor(ElementType::UInt8), 13);
        QCOMPARE(exporting::opsetFor(ElementType::Int32), 13);
        QCOMPARE(exporting::opsetFor(ElementType::Int4), 21);
        QCOMPARE(exporting::opsetFor(ElementType::UInt16), 21);
    }
};

QTEST_APPLESS_MAIN(TestIntegerStorage)
#include "tst_integer_storage.moc"
