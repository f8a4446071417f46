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

} // namespace quantoscope::model
