// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/dataset.h"
#include "core/exec/engine.h"
#include "core/model/layers.h"
#include "core/session/inspection.h"

namespace quantoscope::session {

/// Both forms of a model as they ship, one picture at a time.
struct TimedModels
{
    const model::LayerModel* layers = nullptr;
    const model::Graph* quantized = nullptr; ///< with QDQ pairs; keeps the layers' node names
    const eval::ImageSet* pictures = nullptr;
    std::size_t imageInput = 0;
};

/// Compiles both and runs them in turn, so that what else the machine does meets both alike.
[[nodiscard]] Result<TimeReport> measureLayerTimes(exec::Engine& engine, const TimedModels& models,
                                                   const JobContext& context);

} // namespace quantoscope::session
