// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/model_binding.h"

#include <numeric>

namespace quantoscope::exec {

std::optional<quant::ActivationQuantizer> quantizerAt(const ModelBinding& binding, std::size_t site)
{
    if (site < binding.emulated.size() && binding.emulated[site]) {
        return binding.emulated[site];
    }
    const auto& grid = binding.activations[site];
    return grid ? std::optional(quant::activationQuantizer(*grid)) : std::nullopt;
}

Quantizers neededQuantizers(const ModelBinding& binding, std::span<const std::size_t> sites)
{
    Quantizers needed = Quantizers::None;
    for (const std::size_t site : sites) {
        if (site < binding.emulated.size() && binding.emulated[site]) {
            return Quantizers::Emulated;
        }
        if (binding.activations[site]) {
            needed = Quantizers::AtSites;
        }
    }
    return needed;
}

Quantizers neededQuantizers(const ModelBinding& binding)
{
    std::vector<std::size_t> sites(binding.activations.size());
    std::iota(sites.begin(), sites.end(), std::size_t{0});
    return neededQuantizers(binding, sites);
}

} // namespace quantoscope::exec
