// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/simplify.h"

#include "core/model/batch_shapes.h"
#include "core/model/fold_constants.h"
#include "core/model/fold_extents.h"
#include "core/model/fuse_layer_norm.h"
#include "core/model/opset_upgrade.h"
#include "core/model/remove_no_ops.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace quantoscope::model {

namespace {

constexpr std::int64_t kSteps = 5;

/// The same graph with known shapes, at an opset the other steps understand.
Result<Graph> prepared(const Graph& graph, GraphEvaluator& evaluator)
{
    auto shaped = withInferredShapes(graph, evaluator);
    if (!shaped || graph.opset() >= kWorkingOpset) {
        return shaped;
    }
    auto raised = raisedToOpset13(*shaped);
    return raised ? withInferredShapes(*raised, evaluator) : raised;
}

Result<SimplifiedModel> simplifyUnguarded(const Graph& graph, GraphEvaluator& evaluator,
                                          const JobContext& context, const KeepsBatchNorm& keeps)
{
    SimplifiedModel result;
    context.progress(Stage::SimplifyingModel, 0, kSteps);
    auto working = prepared(graph, evaluator);
    if (!working) {
        return failFrom(working);
    }
    if (context.cancelled()) {
        return cancelledError();
    }
    context.progress(Stage::SimplifyingModel, 1, kSteps);
    const Graph extents = withKnownExtentsFolded(*working, result.report.foldedConstants);
    auto folded = withConstantsFolded(withConstantReshapes(extents), evaluator,
                                      result.report.foldedConstants);
    if (!folded) {
        return failFrom(folded);
    }
    if (context.cancelled()) {
        return cancelledError();
    }
    context.progress(Stage::SimplifyingModel, 2, kSteps);
    result.graph = withoutNoOps(*folded, result.report.removedIdentities);
    context.progress(Stage::SimplifyingModel, 3, kSteps);
    result.graph = withPadsMerged(result.graph, result.report.mergedPads);
    context.progress(Stage::SimplifyingModel, 4, kSteps);
    result.graph =
        withLayerNormsFused(withBatchNormsFolded(result.graph, result.report.batchNorms, keeps));
    context.progress(Stage::SimplifyingModel, kSteps, kSteps);
    return result;
}

} // namespace

std::int64_t SimplifyReport::batchNormCount(BatchNormOutcome outcome) const
{
    return std::ranges::count(batchNorms, outcome, &BatchNormFolding::outcome);
}

std::vector<std::string> SimplifyReport::namesOf(BatchNormOutcome outcome) const
{
    std::vector<std::string> names;
    for (const BatchNormFolding& folding : batchNorms) {
        if (folding.outcome == outcome) {
            names.push_back(folding.layer);
        }
    }
    return names;
}

Result<SimplifiedModel> simplify(const Graph& graph, GraphEvaluator& evaluator,
                                 const JobContext& context, const KeepsBatchNorm& keeps)
{
    try {
        return simplifyUnguarded(graph, evaluator, context, keeps);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to simplify the model", graph.name);
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidModel, error.what(), graph.name);
    }
}

} // namespace quantoscope::model
