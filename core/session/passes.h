// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/exec/activation_cache.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/results.h"

namespace quantoscope::session {

/// Runs the validation pictures through the chain with nothing quantized.
[[nodiscard]] Result<FloatReference> runFloatPass(EngineRoom& room, const DataInfo& data,
                                                  const JobContext& context);

/// Runs the calibration pictures through FP32 and fills a histogram per activation site.
/// \param equalization of the FP32 weights; may be null
[[nodiscard]] Result<CalibrationInfo>
runCalibration(EngineRoom& room, const DataInfo& data,
               const std::shared_ptr<const quant::Equalization>& equalization,
               const JobContext& context);

/// What a quantized pass works on.
struct QuantizedPass
{
    const DataInfo& data;
    const FloatReference& reference;
    const CalibrationInfo* calibration = nullptr; ///< may be null while no activation is quantized
    const quant::Configuration& configuration;
    exec::ActivationCache* cache = nullptr; ///< of the reference's order; null: nothing is kept
    const Evaluation* previous = nullptr;   ///< to compare with; may be null
};

/// Runs the validation pictures through a configuration, each batch from its last kept cut, telling
/// `partial` after each batch.
[[nodiscard]] Result<Evaluation> runQuantizedPass(EngineRoom& room, const QuantizedPass& pass,
                                                  const JobContext& context,
                                                  const PartialCallback& partial);

/// The same, each batch a piece of work that gives way to edits; nothing is told before the end.
[[nodiscard]] Result<Evaluation> runQuantizedPassBetweenEdits(EngineRoom& room,
                                                              const QuantizedPass& pass,
                                                              const GivingWay& giveWay,
                                                              const JobContext& context);

} // namespace quantoscope::session
