// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "graph_making.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

Result<Graph> testGraph(const char* name)
{
    return readOnnx(std::filesystem::path(QUANTOSCOPE_TEST_DATA) / "model_files" / name);
}

} // namespace

class TestOnnxStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFloats_data();
    void readsFloats();
    void readsIntegers_data();
    void readsIntegers();
    void keepsFourBitValues();
    void roundTrips_data();
    void roundTrips();
    void writesNothingHalfway();
};

void TestOnnxStorage::readsFloats_data()
{
    QTest::addColumn<std::vector<float>>("values");
    using Values = std::vector<float>;
    QTest::newRow("float_data") << Values{1.5F, -2.25F, 3.0F};
    QTest::newRow("double_data") << Values{0.1F, -std::numeric_limits<float>::infinity()};
    QTest::newRow("half_data") << Values{1.5F, -2.0F};
    QTest::newRow("bfloat16_data") << Values{1.5F, -2.0F};
    QTest::newRow("float_raw") << Values{1.5F, -2.25F};
    QTest::newRow("half_raw") << Values{1.5F, -2.0F};
    QTest::newRow("scalar") << Values{4.5F};
    QTest::newRow("none") << Values{};
}

void TestOnnxStorage::readsFloats()
{
    QFETCH(std::vector<float>, values);
    const auto graph = testGraph("storage.onnx");
    QVERIFY(graph);
    QVERIFY(graph->findTensor(QTest::currentDataTag()));
    QCOMPARE(valuesOf(*graph, QTest::currentDataTag()), values);
}

void TestOnnxStorage::readsIntegers_data()
{
    QTest::addColumn<ElementType>("type");
    QTest::addColumn<std::vector<std::int64_t>>("values");
    using Values = std::vector<std::int64_t>;
    constexpr std::int64_t kLarge = std::int64_t{1} << 40;
    QTest::newRow("int64_data") << ElementType::Int64 << Values{-5, kLarge};
    QTest::newRow("int64_raw") << ElementType::Int64 << Values{-5, kLarge};
    QTest::newRow("uint64_data") << ElementType::UInt64 << Values{7, kLarge};
    QTest::newRow("uint32_data") << ElementType::UInt32 << Values{7, 4294967295};
    QTest::newRow("int32_data") << ElementType::Int32 << Values{-7, 2147483647};
    QTest::newRow("int16_data") << ElementType::Int16 << Values{-300, 300};
    QTest::newRow("uint16_data") << ElementType::UInt16 << Values{300, 65535};
    QTest::newRow("int8_data") << ElementType::Int8 << Values{-128, 127};
    QTest::newRow("int8_raw") << ElementType::Int8 << Values{-128, 127};
    QTest::newRow("uint8_data") << ElementType::UInt8 << Values{0, 255};
    QTest::newRow("bool_data") << ElementType::Bool << Values{1, 0, 1};
}

void TestOnnxStorage::readsIntegers()
{
    QFETCH(std::vector<std::int64_t>, values);
    const auto graph = testGraph("storage.onnx");
    QVERIFY(graph);
    const auto id = graph->findTensor(QTest::currentDataTag());
    QVERIFY(id);
    QFETCH(ElementType, type);
    QCOMPARE(toString(graph->tensor(*id).constant->type), toString(type));
    QCOMPARE(integerValues(*graph->tensor(*id).constant), values);
}

/// Two values a byte, the first in the low half: -8 and 7, then 3 (onnx.proto, TensorProto).
void TestOnnxStorage::keepsFourBitValues()
{
    const auto graph = testGraph("storage.onnx");
    QVERIFY(graph);
    const Constant& constant = *graph->tensor(*graph->findTensor("int4_data")).constant;
    QCOMPARE(toString(constant.type), std::string("int4"));
    QCOMPARE(constant.shape, Shape{3});
    QCOMPARE(*constant.bytes, (std::vector<std::byte>{std::byte{0x78}, std::byte{0x03}}));
}

void TestOnnxStorage::roundTrips_data()
{
    QTest::addColumn<QString>("path");
    const QString own = QStringLiteral(QUANTOSCOPE_TEST_DATA "/model_files/");
    const QString shared = QStringLiteral(QUANTOSCOPE_SHARED_DATA "/models/");
    for (const char* name :
         {"storage", "constants", "names", "ir3", "if", "optional", "external"}) {
        QTest::newRow(name) << own + QString::fromLatin1(name) + QStringLiteral(".onnx");
    }
    for (const char* name : {"efficientnet-lite0", "yolox_nano", "ultraface"}) {
        QTest::newRow(name) << shared + QString::fromLatin1(name) + QStringLiteral(".onnx");
    }
}

void TestOnnxStorage::roundTrips()
{
    QFETCH(QString, path);
    if (!std::filesystem::exists(path.toStdString())) {
        QSKIP(qPrintable(path + QStringLiteral(" is not there")));
    }
    auto graph = readOnnx(path.toStdString());
    QVERIFY(graph);
    graph->irVersion = std::max<std::int64_t>(graph->irVersion, 4); // the writer's least
    const QTemporaryDir folder;
    const std::string copy = folder.filePath(QStringLiteral("copy.onnx")).toStdString();
    QVERIFY(writeOnnx(*graph, copy));
    const auto again = readOnnx(copy);
    QVERIFY2(again, again ? "" : again.error().message.c_str());
    QCOMPARE(difference(*graph, *again), std::string());
    QCOMPARE(toOnnxBytes(*again).value(), toOnnxBytes(*graph).value());
}

void TestOnnxStorage::writesNothingHalfway()
{
    const auto graph = testGraph("names.onnx");
    QVERIFY(graph);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("absent/model.onnx")).toStdString();
    const Status written = writeOnnx(*graph, path);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(written.error().where, path);
    // A folder in the place of the file: writing works, renaming fails, and nothing stays behind.
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("taken/child")));
    QVERIFY(!writeOnnx(*graph, folder.filePath(QStringLiteral("taken")).toStdString()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("taken")});
}

QTEST_GUILESS_MAIN(TestOnnxStorage)
#include "tst_onnx_storage.moc"
