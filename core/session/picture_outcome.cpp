// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/picture_outcome.h"

#include "core/search/margins.h"

namespace quantoscope::session {

PictureOutcome outcomeOf(const FloatReference& reference, std::size_t picture,
                         std::span<const float> row)
{
    const std::size_t size = row.size();
    const auto expected = std::span(reference.outputs.values).subspan(picture * size, size);
    PictureOutcome outcome;
    for (std::size_t k = 0; k < size; ++k) {
        const double difference = double{row[k]} - double{expected[k]};
        outcome.effect.signal += double{expected[k]} * double{expected[k]};
        outcome.effect.noise += difference * difference;
    }
    if (!reference.labels.empty()) {
        const Shape shape{1, static_cast<std::int64_t>(size)};
        const auto agreement = eval::agreement(TensorView(shape, expected), TensorView(shape, row));
        outcome.effect.kl = agreement.kl;
        outcome.agrees = agreement.agreement > 0.5;
        outcome.margin = search::marginOf(row, reference.labels[picture]);
        const bool wasRight = reference.margins[picture] >= 0.0F;
        const bool isRight = outcome.margin >= 0.0F;
        outcome.effect.top1 = static_cast<int>(isRight) - static_cast<int>(wasRight);
    }
    return outcome;
}

} // namespace quantoscope::session
