// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::search {

/// What of a layer a trial quantizes.
enum class SensitivityTarget { Weights, Activations, Both };

enum class SensitivityMode {
    Alone,      ///< only this layer is quantized, the rest stays in float
    LeaveOneOut ///< everything is quantized but this layer
};

enum class SensitivityEffort {
    Exact, ///< every trial on all pictures
    Racing ///< pictures go to the layers whose place among the most sensitive is open
};

/// The figure that ranks layers.
enum class SensitivityRank {
    Noise, ///< energy of the logits' difference to FP32, that is logit SQNR
    Kl     ///< Kullback-Leibler divergence from FP32's probabilities
};

/// What to sweep and on what. The order of pictures is fixed by the caller and cut into batches.
struct SensitivityPlan
{
    SensitivityTarget target = SensitivityTarget::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    SensitivityEffort effort = SensitivityEffort::Exact;
    SensitivityRank rank = SensitivityRank::Noise;
    std::vector<std::string> layers; ///< distinct names
    std::vector<double> costs; ///< by layer: a run of one picture in full passes, above 0 (what is
                               ///< left from the layer's resume point to the end)
    std::vector<int> bits;     ///< distinct bit-widths, 1..32; the lowest ranks the layers
    std::int64_t pictures = 0; ///< at least 1
    std::int64_t batch = 16;   ///< pictures a batch, at least 1; the last batch may be smaller
    std::size_t topCount = 10; ///< racing ends when the set of so many most sensitive layers stands
    friend bool operator==(const SensitivityPlan&, const SensitivityPlan&) = default;
};

/// Effect of one trial on one picture against FP32.
struct PictureEffect
{
    double signal = 0.0; ///< sum of squared FP32 logits
    double noise = 0.0;  ///< sum of squared differences of the logits
    double kl = 0.0;     ///< nats; 0 without probabilities
    int top1 = 0;        ///< 1: right only now, -1: right only in FP32, 0: no change
};

/// Effects of a trial summed over pictures, and of each picture.
struct TrialSums
{
    std::int64_t images = 0;
    double signal = 0.0, noise = 0.0, kl = 0.0;
    std::int64_t top1 = 0;
    std::vector<double> noises, kls; ///< by picture, in the sweep's order

    /// Effects that are no number, or beyond 1e60, count as 1e60.
    void add(const PictureEffect& effect);
    TrialSums& operator+=(const TrialSums& other);
    friend bool operator==(const TrialSums&, const TrialSums&) = default;

    [[nodiscard]] double logitSqnrDb() const;    ///< kNoNoiseDb (200) without noise
    [[nodiscard]] double meanKl() const;         ///< nats, 0 without pictures
    [[nodiscard]] double top1Difference() const; ///< fraction, 0 without pictures
};

/// A layer (index into SensitivityPlan::layers) at some bits, and how far it came.
struct Trial
{
    std::size_t layer = 0;
    int bits = 8;
    std::int64_t batchesDone = 0; ///< always the first ones
    TrialSums sums;
    friend bool operator==(const Trial&, const Trial&) = default;
};

/// All there is to a sweep: it can be stored and taken up again.
struct SensitivityState
{
    SensitivityPlan plan;
    std::vector<Trial> trials; ///< by bits in ascending order, then by layer
    friend bool operator==(const SensitivityState&, const SensitivityState&) = default;
};

} // namespace quantoscope::search
