// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/noise.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::eval {

/// A class and its softmax probability (the output itself when it already is a distribution).
struct ScoredClass
{
    int classIndex = -1;
    float probability = 0.0F;
};

/// The five best classes of one image, best first, ties to the lower index; fewer classes leave -1.
using TopFive = std::array<ScoredClass, 5>;
[[nodiscard]] TopFive topFive(std::span<const float> logits);

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
    double sqnrDb = 0.0;    ///< over all logits
    double cosine = 0.0;    ///< mean over images
    double kl = 0.0;        ///< mean over images of KL(softmax FP32 || softmax quantized), nats
};

/// Logits of images in order, [images, classes].
[[nodiscard]] AccuracyFigures accuracy(const TensorView& logits,
                                       std::span<const std::optional<int>> labels);
[[nodiscard]] AgreementFigures agreement(const TensorView& floatLogits,
                                         const TensorView& quantizedLogits);

} // namespace quantoscope::eval
