// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <vector>

namespace quantoscope::model {

/// The tensors that carry an activation quantizer, model inputs first, then in layer order.
/// `isData` as from dataTensors.
[[nodiscard]] std::vector<ActivationSite> activationSites(const Graph& graph,
                                                          const std::vector<Layer>& layers,
                                                          const std::vector<bool>& isData);

/// Whether a tensor holds tokens along its last axis: a MatMul or Gemm reads it.
[[nodiscard]] bool hasTokens(const LayerModel& layers, const ActivationSite& site);

} // namespace quantoscope::model
