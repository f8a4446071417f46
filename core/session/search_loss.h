// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/sensitivity.h"
#include "core/session/picture_outcome.h"

#include <span>
#include <vector>

namespace quantoscope::session {

/// What a search makes small.
class SearchLoss
{
public:
    /// \param pictures the search's, by index
    SearchLoss(const FloatReference& reference, std::span<const std::int32_t> pictures);

    /// As a trial of one layer predicts it.
    [[nodiscard]] double of(const search::TrialSums& sums) const;
    /// Noise-to-signal energy of the logits.
    [[nodiscard]] static double noiseOf(const search::TrialSums& sums);
    [[nodiscard]] double of(const PictureOutcome& outcome) const;
    /// Mean over pictures.
    [[nodiscard]] double of(std::span<const PictureOutcome> outcomes) const;
    /// Whether pictures of A show that it loses more than B by more than two standard errors of the
    /// mean of their paired differences. Both start with the same pictures; B's are as many or
    /// more.
    [[nodiscard]] bool isClearlyWorse(std::span<const PictureOutcome> a,
                                      std::span<const PictureOutcome> b) const;

private:
    bool m_byKl = false;
    double m_meanSignal = 1.0; ///< of a picture
};

} // namespace quantoscope::session
