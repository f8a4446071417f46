// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/raise_opset.h"

#include <QTest>

using namespace quantoscope;
using exporting::raisedTo;

namespace {

/// x -> one node -> y, at opset 13.
model::Graph oneNode(const std::string& opType,
                     std::map<std::string, model::Attribute> attributes = {}, int outputs = 1)
{
    model::Graph graph;
    graph.irVersion = 7;
    graph.opsets[""] = 13;
    const auto add = [&graph](const std::string& name) {
        model::TensorInfo info;
        info.name = name;
        info.type = model::ElementType::Float32;
        return graph.addTensor(std::move(info));
    };
    model::Node node;
    node.name = "the node";
    node.opType = opType;
    node.attributes = std::move(attributes);
    node.inputs = {add("x")};
    for (int i = 0; i < outputs; ++i) {
        node.outputs.push_back(add("y" + std::to_string(i)));
    }
    graph.inputs = node.inputs;
    graph.outputs = node.outputs;
    graph.addNode(std::move(node));
    return graph;
}

} // namespace

class TestRaiseOpset : public QObject
{
    Q_OBJECT

private slots:
    void axesBecomeAnInput()
    {
        const auto graph =
            raisedTo(21, oneNode("ReduceMean", {{"axes", std::vector<std::int64_t>{2, 3}},
                                                {"keepdims", std::int64_t{0}}}));
        QVERIFY(graph);
        QCOMPARE(graph->opset(), 21);
        QCOMPARE(graph->irVersion, 10);
        const model::Node& node = graph->nodes.front();
        QVERIFY(!node.attributes.contains("axes"));
        QCOMPARE(model::intAttribute(node, "keepdims", 1), 0);
        QCOMPARE(node.inputs.size(), 2U);
        QCOMPARE(model::integerValues(*graph->tensor(node.inputs[1]).constant),
                 (std::vector<std::int64_t>{2, 3}));
    }

    void splitCountsItsOutputs()
    {
        const auto graph = raisedTo(21, oneNode("Split", {{"axis", std::int64_t{1}}}, 3));
        QVERIFY(graph);
        QCOMPARE(model::intAttribute(graph->nodes.front(), "num_outputs", 0), 3);
    }

    void modesKeepTheirMeaning()
    {
        const auto align = raisedTo(21, oneNode("RoiAlign"));
        QVERIFY(align);
        QCOMPARE(model::stringAttribute(align->nodes[0], "coordinate_transformation_mode", ""),
                 "output_half_pixel");
        model::Graph sampling = oneNode("GridSample", {{"mode", std::string("bicubic")}});
        sampling.opsets[""] = 16;
        const auto sample = raisedTo(21, sampling);
        QVERIFY(sample);
        QCOMPARE(model::stringAttribute(sample->nodes[0], "mode", ""), "cubic");
    }

    void newerDefinitionsStay()
    {
        model::Graph graph = oneNode("Split", {}, 2);
        graph.opsets[""] = 18;
        const auto raised = raisedTo(21, graph);
        QVERIFY(raised);
        QVERIFY(!raised->nodes[0].attributes.contains("num_outputs"));
        graph.opsets[""] = 22;
        const auto same = raisedTo(21, graph);
        QVERIFY(same);
        QCOMPARE(same->opset(), 22);
    }

    void lowTargetChangesNothing()
    {
        const auto graph =
            raisedTo(13, oneNode("ReduceMean", {{"axes", std::vector<std::int64_t>{1}}}));
        QVERIFY(graph);
        QCOMPARE(graph->opset(), 13);
        QVERIFY(graph->nodes[0].attributes.contains("axes"));
    }

    void refusesWhatHasNoEquivalent_data()
    {
        QTest::addColumn<QString>("opType");
        QTest::addColumn<int>("outputs");
        QTest::addRow("group norm") << "GroupNormalization" << 1;
        QTest::addRow("dft") << "DFT" << 1;
        QTest::addRow("training") << "BatchNormalization" << 5;
        QTest::addRow("sub-graph") << "If" << 1;
    }

    void refusesWhatHasNoEquivalent()
    {
        QFETCH(QString, opType);
        QFETCH(int, outputs);
        std::map<std::string, model::Attribute> attributes;
        if (opType == "If") {
            attributes["then_branch"] = model::OpaqueGraph{};
        }
        const auto graph = raisedTo(21, oneNode(opType.toStdString(), attributes, outputs));
        QVERIFY(!graph);
        QCOMPARE(graph.error().code, ErrorCode::Unsupported);
        QCOMPARE(graph.error().where, "the node");
        QVERIFY(QString::fromStdString(graph.error().message).contains(opType));
    }

    void otherDomainsAreLeftAlone()
    {
        model::Graph graph = oneNode("ReduceMean", {{"axes", std::vector<std::int64_t>{1}}});
        graph.nodes[0].domain = "com.example";
        const auto raised = raisedTo(21, graph);
        QVERIFY(raised);
        QVERIFY(raised->nodes[0].attributes.contains("axes"));
    }
};

QTEST_APPLESS_MAIN(TestRaiseOpset)
#include "tst_raise_opset.moc"
