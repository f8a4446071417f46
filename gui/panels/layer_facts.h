// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/session/session.h"
#include "gui/models/model_outline.h"

#include <QString>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// What the inspector shows of one layer.
struct LayerFacts
{
    std::optional<session::WeightInspection> weights;    ///< layers with weights
    std::optional<session::ActivationInspection> output; ///< quantized and calibrated sites
    QString outputCalibration; ///< a value of SchemeField::ActivationCalibration; sites only
    std::optional<quant::AccumulatorFigures> accumulator; ///< layers that run on integers
    bool lacksOutputGrid = false;                         ///< the site has no static integer grid
};

/// A line of the facts: what it is, its value, and a sentence that explains the term.
struct FactLine
{
    QString name;
    QString value;
    QString explanation;
};

/// Gathers a layer's facts from the session; some milliseconds, so call it from a job.
[[nodiscard]] Result<LayerFacts> gatherFacts(const session::Session& session,
                                             const OutlineEntry& entry,
                                             const quant::Configuration& configuration);

/// The facts as people read them. `facts` may be null while they are being gathered.
[[nodiscard]] std::vector<FactLine> describe(const OutlineEntry& entry,
                                             const quant::Configuration& configuration,
                                             const LayerFacts* facts);

} // namespace quantoscope::gui
