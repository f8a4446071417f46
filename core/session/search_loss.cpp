// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_loss.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantoscope::session {
namespace {

constexpr double kRuinous = 1e30; // sums and squares of it still are numbers

double bounded(double loss)
{
    return std::isnan(loss) ? kRuinous : std::clamp(loss, 0.0, kRuinous);
}

} // namespace

SearchLoss::SearchLoss(const FloatReference& reference, std::span<const std::int32_t> pictures)
    : m_byKl(!reference.labels.empty())
{
    const auto size = static_cast<std::size_t>(reference.outputs.shape[1]);
    double signal = 0.0;
    for (const std::int32_t picture : pictures) {
        const auto row = std::span(reference.outputs.values)
                             .subspan(static_cast<std::size_t>(picture) * size, size);
        for (const float value : row) {
            signal += double{value} * double{value};
        }
    }
    m_meanSignal = std::max(signal / static_cast<double>(pictures.size()), 1e-30);
}

double SearchLoss::of(const search::TrialSums& sums) const
{
    return m_byKl ? bounded(sums.meanKl()) : noiseOf(sums);
}

double SearchLoss::noiseOf(const search::TrialSums& sums)
{
    return bounded(sums.noise / std::max(sums.signal, 1e-30));
}

double SearchLoss::of(const PictureOutcome& outcome) const
{
    return bounded(m_byKl ? outcome.effect.kl : outcome.effect.noise / m_meanSignal);
}

double SearchLoss::of(std::span<const PictureOutcome> outcomes) const
{
    const double sum = std::accumulate(
        outcomes.begin(), outcomes.end(), 0.0,
        [&](double before, const PictureOutcome& outcome) { return before + of(outcome); });
    return sum / std::max(static_cast<double>(outcomes.size()), 1.0);
}

bool SearchLoss::isClearlyWorse(std::span<const PictureOutcome> a,
                                std::span<const PictureOutcome> b) const
{
    constexpr double kErrors = 2.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = of(a[i]) - of(b[i]);
        sum += difference;
        squares += difference * difference;
    }
    const auto count = static_cast<double>(a.size());
    if (count < 2.0) {
        return false;
    }
    const double variance = std::max(0.0, squares - sum * sum / count) / (count - 1.0);
    return sum / count > kErrors * std::sqrt(variance / count);
}

} // namespace quantoscope::session
