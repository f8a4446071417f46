// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/interval.h"
#include "core/search/mixed_precision.h"
#include "core/search/sensitivity.h"
#include "core/session/results.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What a sensitivity sweep measures.
struct SensitivityRequest
{
    search::SensitivityTarget target = search::SensitivityTarget::Weights;
    search::SensitivityMode mode = search::SensitivityMode::Alone;
    search::SensitivityEffort effort = search::SensitivityEffort::Racing;
    search::SensitivityRank rank = search::SensitivityRank::Noise;
    std::vector<int> bits = {8, 4};
    std::vector<std::string> layers; ///< empty: every layer that has what is swept
    std::int64_t images = 100;       ///< at most so many validation pictures (0: all)
    std::size_t topCount = 10;       ///< racing settles which these most sensitive layers are
    /// By layer: symmetry and granularity of its weights; what is below holds for the others.
    std::map<std::string, quant::WeightScheme> weightSchemes;
    bool symmetricWeights = true;
    bool symmetricActivations = false;
    quant::Granularity granularity = quant::Granularity::PerChannel;
    quant::Calibration calibration = {};
    /// What trials and what they start from have; may be null.
    std::shared_ptr<const quant::Equalization> equalization;
};

/// A sweep as far as it came.
struct SensitivityReport
{
    SensitivityRequest request;
    search::SensitivityState state;
    std::vector<std::size_t> ranking; ///< layers of the plan, the most sensitive first
    double passes = 0.0; ///< work done, in FP32 passes over the sweep's pictures, by layers' costs
    double seconds = 0.0;
    bool isFinished = false;
};
using SensitivityPtr = std::shared_ptr<const SensitivityReport>;
using SensitivityCallback = std::function<void(const SensitivityPtr&)>;

/// What a mixed-precision search may spend. Exactly one is set.
struct SearchBudget
{
    std::optional<double> averageBits;     ///< of a weight, 1..16
    std::optional<std::int64_t> sizeBytes; ///< of the whole model, as Session::sizeBytes counts
    std::optional<double> bops;            ///< bit operations of one picture
    std::optional<double> drop;            ///< of top-1 against FP32, a fraction >= 0
    friend bool operator==(const SearchBudget&, const SearchBudget&) = default;
};

/// Which pictures a search judges by.
enum class SearchPictures {
    Validation,
    Calibration ///< the validation pictures then only check the outcome
};

/// Mixed precision of the weights to look for.
struct SearchRequest
{
    SearchBudget budget;
    /// Gives the activations, the calibration and the weights' schemes, all but their bits. Weight
    /// layers it leaves in FP32 are symmetric per-channel.
    quant::Configuration base;
    std::vector<int> bits = {2, 3, 4, 5, 6, 8};
    std::map<std::string, int> pinnedBits; ///< by layer: the only bits to consider, 32: stays FP32
    std::string profile; ///< id of a bundled hardware profile, or its file; empty: none
    std::int64_t sensitivityImages = 64; ///< pictures of the sensitivities behind the prediction
    int evaluations = 24;                ///< at most so many configurations truly evaluated
    /// Share of the validation pictures that only checks the outcome, 0..0.9; 0 for a search on
    /// calibration pictures, which checks it on all validation pictures that are not among them.
    double heldOut = 0.0;
    SearchPictures pictures = SearchPictures::Validation;
    /// Weights are corrected (Session::correctWeights) in place of rounding them to nearest: layers
    /// alone for the prediction, all of them in turn for what is evaluated.
    bool correctWeights = false;
    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

/// A configuration that a search ran.
struct SearchPoint
{
    enum class Origin {
        Search,
        Uniform,   ///< every layer at the same bits, the most that the budget allows
        WeightSqnr ///< what the same budget gives when layers are judged by their weights' SQNR
    };
    Origin origin = Origin::Search;
    quant::Configuration configuration;
    std::int64_t sizeBytes = 0;
    double averageWeightBits = 0.0;
    double bops = 0.0;
    std::optional<double> predictedTop1; ///< difference to FP32 as predicted, a fraction
    /// Figures over the pictures of the search, or the first of them where it was soon clear that
    /// others are better.
    std::int64_t images = 0;
    std::optional<double> top1; ///< fraction; without labels of all pictures empty
    double sqnrDb = 0.0;
    std::optional<double> kl;
    /// Top-1 over ALL pictures less that of FP32 (without labels agreement with FP32 less 1), as
    /// far as the pictures of the search tell.
    std::optional<search::Interval> againstFloat;
    /// Over the pictures held out; of the outcome and of the points it is compared with.
    std::optional<double> heldOutTop1;
    std::optional<double> heldOutAgreement; ///< with FP32
    std::optional<double> heldOutSqnrDb;
};

/// A point of the predicted front, corrected by what was evaluated so far.
struct PredictedPoint
{
    std::int64_t sizeBytes = 0;
    double averageWeightBits = 0.0;
    double bops = 0.0;
    std::optional<double> top1Difference; ///< to FP32, a fraction; empty before any evaluation
    double sqnrDb = 0.0;
};

enum class SearchPhase { MeasuringSensitivity, Evaluating, CheckingHeldOut, Finished };

/// What a search goes on from.
struct SearchMemory;

/// A search as far as it came.
struct SearchReport
{
    SearchRequest request;
    SearchPhase phase = SearchPhase::MeasuringSensitivity;
    std::vector<PredictedPoint> predicted; ///< by ascending size, at most kMostPredicted
    std::vector<SearchPoint> tried;        ///< in the order they were run
    std::vector<std::size_t> front;        ///< of `tried`: beaten by no other, by ascending size
    std::optional<std::size_t> best;       ///< of `tried`: meets the budget best
    std::int64_t images = 0;               ///< pictures of the search
    std::int64_t heldOutImages = 0;
    std::optional<double> heldOutFloatTop1; ///< of FP32 over the pictures held out
    double passes = 0.0; ///< work done, in FP32 passes over the pictures of the search
    double seconds = 0.0;
    SensitivityPtr sensitivity; ///< what the prediction rests on
    std::shared_ptr<const SearchMemory> memory;
    static constexpr std::size_t kMostPredicted = 256;
};
using SearchReportPtr = std::shared_ptr<const SearchReport>;
using SearchCallback = std::function<void(const SearchReportPtr&)>;

} // namespace quantoscope::session
