// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/classification.h"

#include "core/eval/output_comparison.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace quantoscope::eval {
namespace {

constexpr double kSumTolerance = 1e-3;
constexpr double kSmallestProbability = 1e-12;

/// Scores as rows, one a picture.
struct Rows
{
    std::size_t count = 0;
    std::size_t size = 0;
    std::span<const float> values;

    explicit Rows(const TensorView& scores)
        : count(static_cast<std::size_t>(scores.shape.empty() ? 0 : scores.shape.front())),
          size(count == 0 ? 0 : scores.values.size() / count), values(scores.values)
    {
    }
    [[nodiscard]] std::span<const float> operator[](std::size_t row) const
    {
        return values.subspan(row * size, size);
    }
};

/// A total order for scores: NaN is the lowest.
float comparable(float score)
{
    return std::isnan(score) ? -std::numeric_limits<float>::infinity() : score;
}

bool isDistribution(std::span<const float> scores)
{
    double sum = 0.0;
    for (const float score : scores) {
        if (!(score >= 0.0F)) {
            return false;
        }
        sum += static_cast<double>(score);
    }
    return std::abs(sum - 1.0) <= kSumTolerance;
}

std::size_t bestClass(std::span<const float> scores)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        best = comparable(scores[i]) > comparable(scores[best]) ? i : best;
    }
    return best;
}

/// How many classes come before `label`, ties to the lower index.
std::size_t rankOf(std::span<const float> scores, std::size_t label)
{
    const float own = comparable(scores[label]);
    std::size_t rank = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const float other = comparable(scores[i]);
        rank += other > own || (other == own && i < label) ? 1 : 0;
    }
    return rank;
}

/// KL divergence in nats; both are scaled to sum 1, which a quantized softmax misses.
double divergence(const std::vector<double>& reference, const std::vector<double>& value)
{
    const double referenceSum = std::accumulate(reference.begin(), reference.end(), 0.0);
    const double valueSum = std::accumulate(value.begin(), value.end(), 0.0);
    double sum = 0.0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double p = std::max(reference[i] / referenceSum, kSmallestProbability);
        const double q = std::max(value[i] / valueSum, kSmallestProbability);
        sum += p * std::log(p / q);
    }
    return sum;
}

} // namespace

ScoreKind scoreKindOf(const TensorView& scores)
{
    const Rows rows(scores);
    for (std::size_t row = 0; row < rows.count; ++row) {
        if (!isDistribution(rows[row])) {
            return ScoreKind::Logits;
        }
    }
    return rows.count > 0 ? ScoreKind::Probabilities : ScoreKind::Logits;
}

std::vector<double> probabilitiesOf(std::span<const float> scores, ScoreKind kind)
{
    std::vector<double> result(scores.size());
    if (kind == ScoreKind::Probabilities) {
        std::transform(scores.begin(), scores.end(), result.begin(), [](float score) {
            return std::isnan(score) ? 0.0 : static_cast<double>(score);
        });
        return result;
    }
    // Infinite logits become the largest finite ones, so that their difference is a number.
    static constexpr float kLargest = std::numeric_limits<float>::max();
    std::transform(scores.begin(), scores.end(), result.begin(), [](float score) {
        return static_cast<double>(std::clamp(comparable(score), -kLargest, kLargest));
    });
    const double largest = result.empty() ? 0.0 : *std::max_element(result.begin(), result.end());
    double sum = 0.0;
    for (double& value : result) {
        value = std::exp(value - largest);
        sum += value;
    }
    for (double& value : result) {
        value /= sum;
    }
    return result;
}

TopFive topFive(std::span<const float> scores, ScoreKind kind)
{
    std::vector<int> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    const std::size_t count = std::min(order.size(), TopFive{}.size());
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](int a, int b) {
        const float scoreA = comparable(scores[a]);
        const float scoreB = comparable(scores[b]);
        return scoreA > scoreB || (scoreA == scoreB && a < b);
    });
    const std::vector<double> probabilities = probabilitiesOf(scores, kind);
    TopFive best;
    for (std::size_t i = 0; i < count; ++i) {
        best[i] = {order[i], static_cast<float>(probabilities[order[i]])};
    }
    return best;
}

TopFive topFive(std::span<const float> scores)
{
    return topFive(scores, isDistribution(scores) ? ScoreKind::Probabilities : ScoreKind::Logits);
}

AccuracyFigures accuracy(const TensorView& scores, std::span<const std::optional<int>> labels)
{
    const Rows rows(scores);
    assert(rows.count == labels.size());
    std::int64_t labelled = 0;
    std::int64_t first = 0;
    std::int64_t firstFive = 0;
    for (std::size_t row = 0; row < rows.count; ++row) {
        if (!labels[row]) {
            continue;
        }
        ++labelled;
        const auto label = static_cast<std::size_t>(*labels[row]);
        if (label < rows.size) {
            const std::size_t rank = rankOf(rows[row], label);
            first += rank == 0 ? 1 : 0;
            firstFive += rank < TopFive{}.size() ? 1 : 0;
        }
    }
    AccuracyFigures figures;
    figures.images = static_cast<std::int64_t>(rows.count);
    if (labelled > 0) {
        figures.top1 = static_cast<double>(first) / static_cast<double>(labelled);
        figures.top5 = static_cast<double>(firstFive) / static_cast<double>(labelled);
    }
    return figures;
}

AgreementFigures agreement(const TensorView& floatScores, const TensorView& quantizedScores)
{
    assert(floatScores.values.size() == quantizedScores.values.size());
    const ScoreKind kind = scoreKindOf(floatScores);
    const Rows reference(floatScores);
    const Rows value(quantizedScores);
    std::int64_t same = 0;
    double divergences = 0.0;
    for (std::size_t row = 0; row < reference.count; ++row) {
        same += bestClass(reference[row]) == bestClass(value[row]) ? 1 : 0;
        divergences +=
            divergence(probabilitiesOf(reference[row], kind), probabilitiesOf(value[row], kind));
    }
    const OutputFigures output = compareOutputs(floatScores, quantizedScores);
    const double count = std::max(static_cast<double>(reference.count), 1.0);
    return {static_cast<double>(same) / count, output.sqnrDb, output.cosine, divergences / count};
}

} // namespace quantoscope::eval
