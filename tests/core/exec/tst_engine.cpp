// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/same_function.h"
#include "tests/core/exec/sample_model.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::exec;

namespace {

/// x -> opType -> y with x of shape [?, 4].
model::Graph oneNode(const std::string& opType, const std::string& domain)
{
    model::Graph graph;
    graph.name = "one";
    graph.opsets = {{"", 13}};
    if (!domain.empty()) {
        graph.opsets[domain] = 1;
    }
    for (const char* name : {"x", "y"}) {
        model::TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        info.shape = Shape{kDynamic, 4};
        graph.addTensor(std::move(info));
    }
    graph.inputs = {model::TensorId{0}};
    graph.outputs = {model::TensorId{1}};
    model::Node node;
    node.name = "the_node";
    node.opType = opType;
    node.domain = domain;
    node.inputs = {model::TensorId{0}};
    node.outputs = {model::TensorId{1}};
    graph.addNode(std::move(node));
    return graph;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private slots:
    void namesTheNodeItCannotRun();
    void runsAndCountsCompilations();
    void infersShapesWithDynamicBatch();
    void bindRejectsAnotherShape();
    void tellsDifferentFunctionsApart();

private:
    Engine m_engine;
};

void TestEngine::namesTheNodeItCannotRun()
{
    const auto shaped = m_engine.inferShapes(oneNode("Frobnicate", "com.example"));
    QVERIFY(!shaped);
    QVERIFY(shaped.error().code == ErrorCode::Unsupported);
    QVERIFY(shaped.error().where.find("the_node") != std::string::npos);
    QVERIFY(shaped.error().message.find("Frobnicate") != std::string::npos);
}

void TestEngine::runsAndCountsCompilations()
{
    const std::int64_t before = m_engine.compileCount();
    const auto compiled = m_engine.compile(model::withBatch(oneNode("Neg", ""), 2));
    QVERIFY2(compiled, compiled ? "" : toString(compiled.error()).c_str());
    QCOMPARE(m_engine.compileCount(), before + 1);
    QCOMPARE((*compiled)->inputs().front().name, std::string("x"));
    QCOMPARE((*compiled)->inputs().front().shape, (Shape{2, 4}));
    auto request = (*compiled)->newRequest();
    QVERIFY(request);
    const auto tensor = std::make_shared<const Tensor>(Tensor{{2, 4}, {1, 2, 3, 4, 5, 6, 7, 8}});
    QVERIFY((*request)->bind(0, tensor));
    QVERIFY((*request)->run());
    for (std::size_t i = 0; i < 8; ++i) {
        QCOMPARE((*request)->output(0).values[i], -tensor->values[i]);
    }
}

void TestEngine::infersShapesWithDynamicBatch()
{
    const auto shaped = m_engine.inferShapes(oneNode("Relu", ""));
    QVERIFY(shaped);
    QCOMPARE(*shaped->tensor(model::TensorId{1}).shape, (Shape{kDynamic, 4}));
    QVERIFY(shaped->tensor(model::TensorId{1}).type == model::ElementType::Float32);
}

void TestEngine::bindRejectsAnotherShape()
{
    const auto compiled = m_engine.compile(model::withBatch(oneNode("Neg", ""), 2));
    QVERIFY(compiled);
    auto request = (*compiled)->newRequest();
    QVERIFY(request);
    const Status bound =
        (*request)->bind(0, std::make_shared<const Tensor>(Tensor{{1, 4}, {1, 2, 3, 4}}));
    QVERIFY(!bound);
    QVERIFY(bound.error().code == ErrorCode::ShapeMismatch);
    QCOMPARE(bound.error().where, std::string("x"));
}

void TestEngine::tellsDifferentFunctionsApart()
{
    const auto same = largestDifference(m_engine, oneNode("Relu", ""), oneNode("Relu", ""));
    QVERIFY(same);
    QCOMPARE(*same, 0.0);
    const auto other = largestDifference(m_engine, oneNode("Relu", ""), oneNode("Abs", ""));
    QVERIFY(other);
    QVERIFY(*other > 0.1);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
