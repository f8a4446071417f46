// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/session/figure_text.h"
#include "core/session/model_report.h"

#include <iostream>

namespace quantoscope::cli {

namespace {

using Align = TextTable::Align;

std::string ports(const model::Graph& graph, const std::vector<model::TensorId>& ids)
{
    std::string text;
    for (const model::TensorId id : ids) {
        const model::TensorInfo& info = graph.tensor(id);
        text += (text.empty() ? "" : ", ") + info.name + " " +
                (info.shape ? toString(*info.shape) : "?") + " " + model::toString(info.type);
    }
    return text;
}

/// Those that are not folded; empty: none.
std::string otherBatchNorms(const model::SimplifyReport& done)
{
    using enum model::BatchNormOutcome;
    const std::pair<model::BatchNormOutcome, const char*> words[] = {
        {Kept, " kept as asked"},
        {NoLayer, " behind no layer with weights"},
        {OtherReaders, " behind layers that others read, too"},
        {NotConstant, " with parameters that are not constant"},
        {OtherShape, " with channels or a bias of another shape"}};
    std::string text;
    for (const auto& [outcome, what] : words) {
        if (const std::int64_t count = done.batchNormCount(outcome); count > 0) {
            text += ", " + std::to_string(count) + what;
        }
    }
    return text;
}

std::string simplificationText(const session::ModelInfo& model)
{
    const model::SimplifyReport& done = model.simplification;
    return std::to_string(done.foldedConstants) + " constants folded, " +
           std::to_string(done.removedIdentities) + " identities removed, " +
           std::to_string(done.batchNormCount(model::BatchNormOutcome::Folded)) +
           " BatchNormalization folded" + otherBatchNorms(done);
}

void printFacts(std::ostream& out, const session::ModelInfo& model)
{
    const model::Graph& graph = *model.layers->graph;
    TextTable facts;
    facts.addColumn("", Align::Left);
    facts.addColumn("", Align::Left);
    facts.addRow({"Model", model.file.string()});
    facts.addRow({"Format", "ONNX IR " + std::to_string(model.irVersion) + ", opset " +
                                std::to_string(model.opset) + ", " +
                                session::bytesText(model.fileBytes)});
    facts.addRow({"Inputs", ports(graph, graph.inputs)});
    facts.addRow({"Outputs", ports(graph, graph.outputs)});
    if (model.task == session::TaskKind::Classification) {
        facts.addRow({"Task", "classification, " + std::to_string(model.classCount) + " classes"});
    }
    facts.addRow({"Parameters", session::grouped(model.layers->parameterCount)});
    facts.addRow({"MACs", session::grouped(model.layers->macs)});
    facts.addRow({"Simplified", simplificationText(model)});
    facts.print(out);
}

std::string operators(const model::Layer& layer)
{
    std::string text = layer.opType;
    for (const model::Absorbed& absorbed : layer.absorbed) {
        text += " + " + absorbed.opType;
    }
    return text;
}

std::string outputShape(const model::Graph& graph, const model::Layer& layer)
{
    if (layer.outputs.empty() || !graph.tensor(layer.outputs.front()).shape) {
        return "?";
    }
    return toString(*graph.tensor(layer.outputs.front()).shape);
}

void printLayers(std::ostream& out, const model::LayerModel& model)
{
    TextTable table;
    table.addColumn("layer", Align::Left);
    table.addColumn("operators", Align::Left);
    table.addColumn("output", Align::Left);
    table.addColumn("weight", Align::Left);
    table.addColumn("parameters", Align::Right);
    table.addColumn("MACs", Align::Right);
    for (const model::Layer& layer : model.layers) {
        const bool hasWeights = layer.hasWeights();
        const auto& weight = hasWeights ? model.graph->tensor(layer.weight).shape : std::nullopt;
        table.addRow({layer.name, operators(layer), outputShape(*model.graph, layer),
                      weight ? toString(*weight) : "",
                      hasWeights ? session::grouped(layer.parameterCount) : "",
                      layer.macs > 0 ? session::countText(layer.macs) : ""});
    }
    table.print(out);
}

} // namespace

Status runInfo(const InfoOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    printFacts(std::cout, **model);
    std::cout << '\n';
    printLayers(std::cout, *(*model)->layers);
    if (options.json.empty()) {
        return {};
    }
    return writeFile(options.json, session::toJson(**model));
}

} // namespace quantoscope::cli
