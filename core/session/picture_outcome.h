// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/sensitivity.h"
#include "core/session/results.h"

#include <cstddef>
#include <span>

namespace quantoscope::session {

/// What a configuration made of one picture.
struct PictureOutcome
{
    search::PictureEffect effect;
    float margin = 0.0F; ///< of the reference's label; Classification only
    bool agrees = false; ///< with FP32's top-1 class; Classification only
};

/// \param row the model's first output for the picture
[[nodiscard]] PictureOutcome outcomeOf(const FloatReference& reference, std::size_t picture,
                                       std::span<const float> row);

} // namespace quantoscope::session
