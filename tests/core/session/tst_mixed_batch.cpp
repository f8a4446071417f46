// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "tests/core/model/graph_making.h"
#include "tests/core/session/network_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

using Ints = std::vector<std::int64_t>;

std::vector<float> random(std::size_t count)
{
    std::mt19937 engine(static_cast<unsigned>(count));
    std::normal_distribution<float> normal(0.0F, 0.3F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(engine);
    }
    return values;
}

/// As torchvision's attention: 16 patches come first, then pictures, and a Gemm reads both as rows.
/// MACs of a picture: 16 * 16 * 48 (Conv) + 16 * 16 * 32 (MatMul) + 16 * 32 * 16 (Gemm) + 16 * 4.
model::Graph patchesFirst(std::int64_t batch)
{
    model::GraphMaker maker;
    maker.input("x", {batch, 3, 16, 16})
        .weights("w0", {16, 3, 4, 4}, random(768))
        .integers("flat", {0, 16, 16})
        .weights("w1", {16, 32}, random(512))
        .weights("b1", {32}, random(32))
        .integers("rows", {-1, 32})
        .weights("w2", {32, 16}, random(512))
        .integers("patches", {16, -1, 16})
        .weights("w3", {16, 4}, random(64))
        .node("Conv", {"x", "w0"}, {"c"}, {{"strides", Ints{4, 4}}})
        .node("Reshape", {"c", "flat"}, {"r"})
        .node("Transpose", {"r"}, {"t"}, {{"perm", Ints{2, 0, 1}}})
        .node("MatMul", {"t", "w1"}, {"m"})
        .node("Add", {"m", "b1"}, {"a"})
        .node("Relu", {"a"}, {"h"})
        .node("Reshape", {"h", "rows"}, {"f"})
        .node("Gemm", {"f", "w2"}, {"g"})
        .node("Reshape", {"g", "patches"}, {"u"})
        .node("Add", {"u", "t"}, {"s"})
        .node("ReduceMean", {"s"}, {"p"}, {{"axes", Ints{0}}, {"keepdims", std::int64_t{0}}})
        .node("MatMul", {"p", "w3"}, {"y"})
        .shape("y", {batch, 4})
        .output("y");
    return maker.graph();
}

} // namespace

/// Models in which the batch does not stay on axis 0.
class TestMixedBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAllProducts();
    void floatsEqualFixedBatch();
    void noiseEqualsFixedBatch_data();
    void noiseEqualsFixedBatch();
    void resumes();

private:
    std::unique_ptr<Session> open(std::int64_t batch)
    {
        return openNetwork(patchesFirst(batch), m_folder.filePath("net.onnx").toStdString());
    }

    QTemporaryDir m_folder;
};

void TestMixedBatch::countsAllProducts()
{
    for (const std::int64_t batch : {kDynamic, std::int64_t{1}}) {
        const auto session = open(batch);
        QVERIFY(session);
        QCOMPARE(session->modelInfo()->layers->macs,
                 std::int64_t{16 * 16 * 48 + 2 * 16 * 16 * 32 + 64});
    }
}

void TestMixedBatch::floatsEqualFixedBatch()
{
    const auto mixed = open(kDynamic)->evaluateFloat({});
    const auto fixed = open(1)->evaluateFloat({});
    QVERIFY(mixed && fixed);
    const auto& outputs = (*mixed)->outputs.values;
    const auto& expected = (*fixed)->outputs.values;
    QVERIFY(!outputs.empty());
    QCOMPARE(outputs.size(), expected.size());
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        QVERIFY(std::abs(outputs[i] - expected[i]) < 1e-4F * (1.0F + std::abs(expected[i])));
    }
}

void TestMixedBatch::noiseEqualsFixedBatch_data()
{
    QTest::addColumn<QByteArray>("bits");
    QTest::newRow("calibrated ranges") << QByteArray("W8A8");
    QTest::newRow("ranges of each picture") << QByteArray("W8A8dyn");
    QTest::newRow("ranges of each token") << QByteArray("W8A8tok");
}

void TestMixedBatch::noiseEqualsFixedBatch()
{
    QFETCH(QByteArray, bits);
    std::vector<double> sqnrDb;
    for (const std::int64_t batch : {kDynamic, std::int64_t{1}}) {
        const auto session = open(batch);
        QVERIFY(session);
        UniformSettings settings;
        settings.bits = quant::parseBits(bits.toStdString()).value();
        const auto evaluation = session->evaluate(session->uniform(settings).value(), {});
        QVERIFY2(evaluation, evaluation ? "" : toString(evaluation.error()).c_str());
        sqnrDb.push_back((*evaluation)->comparison.sqnrDb);
    }
    qInfo("%.3f and %.3f dB", sqnrDb[0], sqnrDb[1]);
    QVERIFY(sqnrDb[0] > 15.0 && std::abs(sqnrDb[0] - sqnrDb[1]) < 0.1);
}

void TestMixedBatch::resumes()
{
    const auto session = open(kDynamic);
    QVERIFY(session);
    UniformSettings settings;
    settings.bits = quant::parseBits("W8A8").value();
    quant::Configuration configuration = session->uniform(settings).value();
    QVERIFY(session->evaluate(configuration, {}));
    configuration.weights["g_node"].precision = quant::Precision::integer(4);
    QVERIFY(session->evaluate(configuration, {}));
    const auto equal = session->resumedEqualsScratch(configuration, {});
    QVERIFY(equal && *equal);
}

QTEST_GUILESS_MAIN(TestMixedBatch)
#include "tst_mixed_batch.moc"
