// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/quant/scheme.h"
#include "core/session/layer_names.h"
#include "core/session/model_info.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What folding a BatchNormalization does to the weights of the layer before it, or would do.
struct FoldedLayer
{
    std::string layer, batchNorm; ///< names of nodes; no layer: it stands behind none
    model::BatchNormOutcome outcome = model::BatchNormOutcome::Folded;
    /// Where it is folded or kept: the largest over the least range max|w| of an output channel
    /// (channels of zeros aside), and the SQNR of the weights rounded to nearest by the layer's
    /// scheme, without its pruning and split channels; empty where they stay in FP32.
    double spreadUnfolded = 1.0, spreadFolded = 1.0;
    std::optional<double> sqnrUnfoldedDb = std::nullopt, sqnrFoldedDb = std::nullopt;

    [[nodiscard]] bool isFoldable() const
    {
        return outcome == model::BatchNormOutcome::Folded ||
               outcome == model::BatchNormOutcome::Kept;
    }
};

struct FoldingReport
{
    std::vector<FoldedLayer> layers; ///< in graph order
    double seconds = 0.0;            ///< of opening the model so, and of these figures
};
using FoldingReportPtr = std::shared_ptr<const FoldingReport>;

/// The BatchNormalizations of a model, how each is folded and what that does under a configuration.
/// \param choice layers whose BatchNormalization is told of; empty: all
[[nodiscard]] Result<FoldingReport> foldingReport(const ModelInfo& model,
                                                  const quant::Configuration& configuration,
                                                  const LayerChoice& choice,
                                                  const JobContext& context);

/// Layers whose BatchNormalization can be folded, whether it is or not.
[[nodiscard]] LayerChoice foldableLayers(const ModelInfo& model);
/// Those of them that keep theirs.
[[nodiscard]] LayerChoice keptBatchNorms(const ModelInfo& model);

/// A configuration where the BatchNormalization of some layers is folded that was kept, or the
/// other way round.
struct RefittedConfiguration
{
    quant::Configuration configuration;
    std::int64_t corrections = 0; ///< layers that lost their corrected weights: made for others
    /// Layers that lost the scales and shifts of channels they write or read, or the pruning of
    /// channels: neither can pass a BatchNormalization that is kept.
    std::int64_t equalized = 0, pruned = 0;

    [[nodiscard]] bool isWhole() const { return corrections + equalized + pruned == 0; }
};
/// \param model as it is open, with the BatchNormalizations of `changed` folded or not
[[nodiscard]] RefittedConfiguration refitted(const ModelInfo& model, const LayerChoice& changed,
                                             const quant::Configuration& configuration);

} // namespace quantoscope::session
