// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/model_binding.h"
#include "core/model/layers.h"
#include "core/quant/histogram.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace quantoscope::exec {

/// Clipping range histograms of every site, by tensor name.
using SiteHistograms = std::map<std::string, quant::StreamingHistogram>;

/// Integer grid of a site under a configuration; empty when it has no static one.
/// \param histograms what calibration saw; may be null while no activation is quantized
/// Errors: InvalidArgument naming the tensor for an illegal scheme or a missing calibration.
[[nodiscard]] Result<std::optional<quant::QuantParams>>
activationParams(const model::LayerModel& layers, std::size_t site,
                 const quant::Configuration& configuration, const SiteHistograms* histograms);
/// Quantizer of a site that is no static integer grid; empty when it is one, or FP32.
[[nodiscard]] Result<std::optional<quant::ActivationQuantizer>>
emulatedQuantizer(const model::LayerModel& layers, std::size_t site,
                  const quant::Configuration& configuration, const SiteHistograms* histograms);
/// Both, of every site.
[[nodiscard]] Status bindActivations(ModelBinding& binding, const model::LayerModel& layers,
                                     const quant::Configuration& configuration,
                                     const SiteHistograms* histograms);

} // namespace quantoscope::exec
