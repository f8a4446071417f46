// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/margins.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace quantoscope::search {
namespace {

constexpr float kLowest = std::numeric_limits<float>::lowest();
constexpr float kLostTie = -std::numeric_limits<float>::min();

/// A finite total order for scores: NaN and -infinity are the lowest.
float comparable(float score)
{
    return std::isnan(score) ? kLowest
                             : std::clamp(score, kLowest, std::numeric_limits<float>::max());
}

std::size_t pictureCount(const TensorView& scores)
{
    return static_cast<std::size_t>(scores.shape.empty() ? 0 : scores.shape.front());
}

std::span<const float> rowOf(const TensorView& scores, std::size_t row)
{
    const std::size_t size = scores.values.size() / pictureCount(scores);
    return scores.values.subspan(row * size, size);
}

} // namespace

float marginOf(std::span<const float> scores, std::size_t label)
{
    assert(label < scores.size() && scores.size() > 1);
    const float own = comparable(scores[label]);
    float rival = kLowest;
    bool losesTie = false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (i != label) {
            const float other = comparable(scores[i]);
            losesTie = losesTie || (other == own && i < label);
            rival = std::max(rival, other);
        }
    }
    if (own == rival) {
        return losesTie ? kLostTie : 0.0F;
    }
    return comparable(own - rival);
}

std::vector<float> margins(const TensorView& scores, std::span<const std::size_t> labels)
{
    assert(labels.size() == pictureCount(scores));
    std::vector<float> found(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        found[i] = marginOf(rowOf(scores, i), labels[i]);
    }
    return found;
}

std::vector<std::size_t> topClasses(const TensorView& scores)
{
    std::vector<std::size_t> classes(pictureCount(scores));
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto row = rowOf(scores, i);
        classes[i] =
            static_cast<std::size_t>(std::ranges::max_element(row, {}, comparable) - row.begin());
    }
    return classes;
}

} // namespace quantoscope::search
