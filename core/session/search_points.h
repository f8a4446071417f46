// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/paired_difference.h"
#include "core/session/corrected_choices.h"
#include "core/session/exploration.h"
#include "core/session/picture_outcome.h"
#include "core/session/search_space.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::session {

/// An assignment that a search ran, with what it made of every picture.
struct SearchTrial
{
    SearchPoint::Origin origin = SearchPoint::Origin::Search;
    search::Assignment bits;
    std::optional<double> predictedTop1;
    std::vector<PictureOutcome> outcomes; ///< of the search's first pictures, in their order
    std::vector<PictureOutcome> heldOut;  ///< of the pictures held out; empty where it did not run
    /// By layer, where the search corrects weights.
    std::map<std::string, std::shared_ptr<const quant::CorrectedWeights>> corrected;
    /// Whether these are fitted to all calibration pictures; `outcomes` are of weights fitted to
    /// those that do not judge.
    bool fitsAll = false;
};

/// Pictures that check the outcome of a search: part of a reference's order.
struct SearchCheck
{
    std::shared_ptr<const FloatReference> reference;
    std::size_t first = 0, count = 0;
    bool isLabelled = false;
};

/// What a search goes on from. Immutable.
struct SearchMemory
{
    std::shared_ptr<const FloatReference> reference; ///< what was measured holds with this one
    std::vector<std::shared_ptr<const SearchTrial>> trials;
    double picturesRun = 0.0; ///< work of the trials, in FP32 runs of one picture
    std::shared_ptr<const CorrectedChoices> choices; ///< null unless the search corrects weights
};

/// The space's base with a trial's bits and weights.
[[nodiscard]] quant::Configuration configurationOf(const SearchSpace& space,
                                                   const SearchTrial& trial);

/// Makes the figures of trials. Immutable.
class SearchFigures
{
public:
    SearchFigures(std::shared_ptr<const FloatReference> reference, bool isLabelled,
                  SearchCheck check);

    [[nodiscard]] SearchPoint point(const SearchTrial& trial, const SearchSpace& space) const;
    /// Top-1 (without labels agreement) of FP32 less the trial's, over the pictures it ran on.
    [[nodiscard]] double drop(std::span<const PictureOutcome> outcomes) const;
    /// The same over all pictures, as far as these tell; empty unless the model classifies.
    [[nodiscard]] std::optional<search::Interval>
    againstFloat(std::span<const PictureOutcome> outcomes) const;
    /// FP32's top-1 over the pictures held out; empty without labels.
    [[nodiscard]] std::optional<double> heldOutFloatTop1() const;

private:
    std::shared_ptr<const FloatReference> m_reference;
    bool m_isLabelled;
    SearchCheck m_check;
    std::optional<search::PairedDifference> m_difference;
};

/// A predicted front thinned to SearchReport::kMostPredicted points, with its costs.
struct PricedPoint
{
    SearchCosts costs;
    search::Assignment bits;
    double loss = 0.0; ///< predicted
};
[[nodiscard]] std::vector<PricedPoint> pricedFront(const SearchSpace& space,
                                                   std::span<const search::FrontPoint> front);

} // namespace quantoscope::session
