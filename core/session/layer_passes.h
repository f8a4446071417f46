// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "core/session/passes.h"

#include <cstdint>
#include <span>
#include <string>

namespace quantoscope::session {

/// Compares every layer's output with FP32 over these validation pictures.
[[nodiscard]] Result<NoiseReport> runNoisePass(EngineRoom& room, const QuantizedPass& pass,
                                               std::span<const std::int32_t> pictures,
                                               const JobContext& context);

/// Compares the output of every quantized layer with FP32 where that layer alone is quantized, its
/// weights and its output, over at most `images` validation pictures: one batch, once per layer.
[[nodiscard]] Result<NoiseReport> runOwnNoisePass(EngineRoom& room, const QuantizedPass& pass,
                                                  std::int64_t images, const JobContext& context);

/// A layer's output for one validation picture, in FP32 and under a configuration.
[[nodiscard]] Result<FeatureMaps> runFeatureMaps(EngineRoom& room, const QuantizedPass& pass,
                                                 const std::string& layer, std::int32_t picture,
                                                 const JobContext& context);

/// What FP32 and a configuration say of a set's only picture.
[[nodiscard]] Result<TriedPicture> runTriedPicture(EngineRoom& room, const QuantizedPass& pass,
                                                   const eval::ImageSet& picture,
                                                   const JobContext& context);

} // namespace quantoscope::session
