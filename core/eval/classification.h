// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::eval {

/// What a classifier's output holds.
enum class ScoreKind {
    Logits,       ///< probabilities are their softmax
    Probabilities ///< a distribution already
};

/// Probabilities when every picture's scores are non-negative and sum to 1 within 1e-3. Decide it
/// on the FP32 model's output and use it for the quantized one too, whose sums are less exact.
/// \param scores [pictures, classes]
[[nodiscard]] ScoreKind scoreKindOf(const TensorView& scores);

/// Class probabilities of one picture: softmax in double with the largest logit taken off first, or
/// the scores as they are. NaN counts as the lowest score.
[[nodiscard]] std::vector<double> probabilitiesOf(std::span<const float> scores, ScoreKind kind);

/// A class and its probability.
struct ScoredClass
{
    int classIndex = -1;
    float probability = 0.0F;
};

/// The five best classes of one image, best first, ties to the lower index; fewer classes leave -1.
using TopFive = std::array<ScoredClass, 5>;
[[nodiscard]] TopFive topFive(std::span<const float> scores, ScoreKind kind);
/// The same with the kind told from these scores alone.
[[nodiscard]] TopFive topFive(std::span<const float> scores);

/// Figures of one pass over the images.
struct AccuracyFigures
{
    std::int64_t images = 0;
    std::optional<double> top1; ///< fraction 0..1; empty without labels
    std::optional<double> top5;
};

/// How a quantized pass differs from the FP32 pass over the same images.
struct AgreementFigures
{
    double agreement = 0.0; ///< fraction of images with the same top-1
    double sqnrDb = 0.0;    ///< over all scores
    double cosine = 0.0;    ///< mean over images
    double kl = 0.0;        ///< mean over images of KL(FP32 || quantized), nats
};

/// Scores of images in order, [images, classes] (or with further extents of 1), and one label a
/// image. top1 and top5 count only images that have a label and are empty when none has; with five
/// classes or fewer top5 is 1.
[[nodiscard]] AccuracyFigures accuracy(const TensorView& scores,
                                       std::span<const std::optional<int>> labels);
/// Both views have one shape, [images, classes]. The kind of score is told from `floatScores`. KL
/// takes probabilities below 1e-12 as 1e-12.
[[nodiscard]] AgreementFigures agreement(const TensorView& floatScores,
                                         const TensorView& quantizedScores);

} // namespace quantoscope::eval
