// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/onnx_io.h"
#include "graph_making.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iterator>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

std::filesystem::path testFile(const QString& name)
{
    return std::filesystem::path(QUANTOSCOPE_TEST_DATA) / "model_files" / name.toStdString();
}

std::filesystem::path sharedModel(const QString& name)
{
    return std::filesystem::path(QUANTOSCOPE_SHARED_DATA) / "models" / name.toStdString();
}

QString textOf(const Error& error)
{
    return QString::fromStdString(toString(error));
}

} // namespace

class TestOnnxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSharedModels_data();
    void readsSharedModels();
    void refuses_data();
    void refuses();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void namesAndSortsNodes();
    void initializersAreNoInputs();
    void subGraphsCapture();
    void keepsOtherDomains();
    void constantNodesBecomeConstants();
    void externalData();
};

void TestOnnxReader::readsSharedModels_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("opset");
    QTest::addColumn<int>("nodes"); // onnx 1.23: nodes without Constant
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("outputs");

    QTest::newRow("efficientnet") << "efficientnet-lite0.onnx" << 13 << 234 << "images"
                                  << "?x3x224x224" << 1;
    QTest::newRow("deeplab") << "deeplab_v3_voc21.onnx" << 9 << 108 << "sub_7" << "1x257x257x3"
                             << 1;
    QTest::newRow("super resolution") << "super_resolution_x3_224.onnx" << 10 << 10 << "input"
                                      << "?x1x224x224" << 1;
    QTest::newRow("ultraface") << "ultraface.onnx" << 9 << 126 << "input" << "1x3x240x320" << 2;
    QTest::newRow("yolox") << "yolox_nano.onnx" << 11 << 369 << "images" << "1x3x416x416" << 1;
}

void TestOnnxReader::readsSharedModels()
{
    QFETCH(QString, file);
    QFETCH(QString, input);
    QFETCH(QString, shape);
    if (!std::filesystem::exists(sharedModel(file))) {
        QSKIP(qPrintable("the shared model " + file + " is not there"));
    }
    const auto graph = readOnnx(sharedModel(file));
    QVERIFY2(graph, graph ? "" : qPrintable(textOf(graph.error())));
    QTEST(static_cast<int>(graph->opset()), "opset");
    QTEST(static_cast<int>(graph->nodes.size()), "nodes");
    QTEST(static_cast<int>(graph->outputs.size()), "outputs");
    QCOMPARE(graph->inputs.size(), std::size_t{1});
    const TensorInfo& info = graph->tensor(graph->inputs.front());
    QCOMPARE(QString::fromStdString(info.name), input);
    QCOMPARE(QString::fromStdString(toString(*info.shape)), shape);
    for (std::size_t i = 0; i < graph->nodes.size(); ++i) {
        QCOMPARE(graph->findNode(graph->nodes[i].name), static_cast<NodeId>(i)); // unique names
    }
}

void TestOnnxReader::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("part"); // what the message must name

    const auto row = [](const char* file, ErrorCode code, const char* part) {
        QTest::newRow(file) << QString::fromLatin1(file) << code << QString::fromLatin1(part);
    };
    row("absent.onnx", ErrorCode::FileNotFound, "does not exist");
    row("make.py", ErrorCode::FileUnreadable, "not an ONNX model");
    row("opset6.onnx", ErrorCode::Unsupported, "opset 6; opsets 7 to 23");
    row("opset24.onnx", ErrorCode::Unsupported, "opset 24");
    row("ir2.onnx", ErrorCode::Unsupported, "IR version 2; versions 3 to 11");
    row("ir12.onnx", ErrorCode::Unsupported, "IR version 12");
    row("function.onnx", ErrorCode::Unsupported, "'Twice'");
    row("sparse.onnx", ErrorCode::Unsupported, "sparse tensors ('w')");
    row("sequence.onnx", ErrorCode::Unsupported, "'x'");
    row("text.onnx", ErrorCode::Unsupported, "'w'");
    row("unproduced.onnx", ErrorCode::InvalidModel, "node 'sum' (Add) reads tensor 'ghost'");
    row("unproduced_output.onnx", ErrorCode::InvalidModel, "output 'ghost'");
    row("no_outputs.onnx", ErrorCode::InvalidModel, "no outputs");
    row("cycle.onnx", ErrorCode::InvalidModel, "cycle");
    row("twice.onnx", ErrorCode::InvalidModel, "'y' is defined more than once");
    row("short_data.onnx", ErrorCode::InvalidModel, "'w' of shape 1x4 needs 16 bytes and has 12");
    row("external_escape.onnx", ErrorCode::InvalidModel, "'../external.bin'");
    row("external_missing.onnx", ErrorCode::FileNotFound, "absent.bin");
    row("external_short.onnx", ErrorCode::InvalidModel, "needs 48 bytes");
}

void TestOnnxReader::refuses()
{
    QFETCH(QString, file);
    QFETCH(QString, part);
    const auto graph = readOnnx(testFile(file));
    QVERIFY(!graph);
    QTEST(graph.error().code, "code");
    QVERIFY2(textOf(graph.error()).contains(part), qPrintable(textOf(graph.error())));
    QCOMPARE(graph.error().where, testFile(file).string());
}

void TestOnnxReader::refusesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is not a model.\n");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", 24);
    QTest::newRow("zeros") << QByteArray(64, '\0');
    std::ifstream file(testFile(QStringLiteral("ir3.onnx")), std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    for (const int percent : {5, 25, 50, 75, 90}) {
        const auto length = static_cast<qsizetype>(whole.size()) * percent / 100;
        QTest::addRow("first %d percent of a model", percent) << QByteArray(whole.data(), length);
    }
}

void TestOnnxReader::refusesDamagedFiles()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("bad.onnx")).toStdString();
    std::ofstream(path, std::ios::binary).write(content.data(), content.size());
    const auto graph = readOnnx(path);
    QVERIFY(!graph);
    QCOMPARE(graph.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(graph.error().where, path.string());
}

void TestOnnxReader::namesAndSortsNodes()
{
    const auto graph = readOnnx(testFile(QStringLiteral("names.onnx")));
    QVERIFY(graph);
    QCOMPARE(nodesAsText(*graph), QByteArray("Relu Relu_0: x -> a\n"
                                             "Relu Relu_1: a -> b\n"
                                             "Neg same_2: a -> c\n"
                                             "Add same: c b -> y\n"));
    const TensorInfo& input = graph->tensor(graph->inputs.front());
    QCOMPARE(input.dimensionNames, (std::vector<std::string>{"N", ""}));
    QCOMPARE(*input.shape, (Shape{kDynamic, 4}));
}

void TestOnnxReader::initializersAreNoInputs()
{
    const auto graph = readOnnx(testFile(QStringLiteral("ir3.onnx")));
    QVERIFY(graph);
    QCOMPARE(graph->inputs.size(), std::size_t{1});
    QCOMPARE(valuesOf(*graph, "w"), std::vector<float>(4, 1.0F));
}

void TestOnnxReader::subGraphsCapture()
{
    const auto graph = readOnnx(testFile(QStringLiteral("if.onnx")));
    QVERIFY(graph);
    QCOMPARE(graph->nodes.size(), std::size_t{2}); // "before" is needed by the branches only
    const auto consumers = consumersOf(*graph);
    const auto outer = static_cast<std::size_t>(*graph->findTensor("outer"));
    QCOMPARE(consumers[outer], std::vector<NodeId>{*graph->findNode("choice")});
}

void TestOnnxReader::keepsOtherDomains()
{
    const auto graph = readOnnx(testFile(QStringLiteral("optional.onnx")));
    QVERIFY(graph);
    const Node& clip = graph->nodes.front();
    QCOMPARE(clip.inputs.size(), std::size_t{3});
    QCOMPARE(clip.inputs[1], kNoTensor);
    const Node& fancy = graph->nodes.back();
    QCOMPARE(fancy.domain, std::string("com.example"));
    QCOMPARE(intAttribute(fancy, "depth", 0), std::int64_t{3});
    QCOMPARE(stringAttribute(fancy, "word", ""), std::string("deep"));
}

void TestOnnxReader::constantNodesBecomeConstants()
{
    const auto graph = readOnnx(testFile(QStringLiteral("constants.onnx")));
    QVERIFY(graph);
    QVERIFY(graph->nodes.empty());
    QCOMPARE(valuesOf(*graph, "value"), (std::vector<float>{1.0F, 2.0F}));
    QCOMPARE(valuesOf(*graph, "value_float"), std::vector<float>{2.5F});
    QCOMPARE(valuesOf(*graph, "value_floats"), (std::vector<float>{3.5F, 4.5F}));
    const auto integers = [&graph](const char* name) {
        return integerValues(*graph->tensor(*graph->findTensor(name)).constant);
    };
    QCOMPARE(integers("value_int"), std::vector<std::int64_t>{7});
    QCOMPARE(integers("value_ints"), (std::vector<std::int64_t>{8, 9}));
    QVERIFY(graph->tensor(*graph->findTensor("value_int")).shape->empty());
}

void TestOnnxReader::externalData()
{
    const auto graph = readOnnx(testFile(QStringLiteral("external.onnx")));
    QVERIFY(graph);
    QCOMPARE(valuesOf(*graph, "w"), (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

QTEST_GUILESS_MAIN(TestOnnxReader)
#include "tst_onnx_reader.moc"
