// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/model/fold_batch_norm.h"
#include "core/model/graph.h"
#include "core/model/graph_evaluator.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quantoscope::model {

struct SimplifyReport
{
    std::int64_t foldedConstants = 0;         ///< nodes replaced by their value
    std::int64_t removedIdentities = 0;       ///< Identity, Dropout and similar
    std::int64_t mergedPads = 0;              ///< zero padding merged into the Conv behind it
    std::vector<BatchNormFolding> batchNorms; ///< every BatchNormalization, in node order

    /// How many were merged into the layer before them, stayed because they were asked to, ...
    [[nodiscard]] std::int64_t batchNormCount(BatchNormOutcome outcome) const;
    /// The layers before these.
    [[nodiscard]] std::vector<std::string> namesOf(BatchNormOutcome outcome) const;
};

struct SimplifiedModel
{
    Graph graph; ///< default-domain opset at least kWorkingOpset
    SimplifyReport report;
};

/// The opset every simplified graph is raised to when it is older (per-channel
/// DequantizeLinear appeared in 13).
inline constexpr std::int64_t kWorkingOpset = 13;

/// Raises the opset, folds constants (nodes whose inputs are all constant), removes Identity,
/// inference-time Dropout and no-op nodes, merges zero padding into Conv, and folds
/// BatchNormalization into the Conv, ConvTranspose, Gemm or MatMul before it when nobody else reads
/// what lies between and `keeps` (may be empty) says no. Computes the same function as the input
/// graph up to float rounding; graph inputs and outputs keep their names. Sources: operator
/// changelog of the ONNX specification; Jacob et al. 2018, section 3.2.
[[nodiscard]] Result<SimplifiedModel> simplify(const Graph& graph, GraphEvaluator& evaluator,
                                               const JobContext& context,
                                               const KeepsBatchNorm& keeps = {});

} // namespace quantoscope::model
