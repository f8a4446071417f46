// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/site_quantizers.h"

#include "core/base/parallel.h"

#include <utility>

namespace quantoscope::exec {
namespace {

Result<quant::Range> calibratedRange(const model::LayerModel& layers, std::size_t site,
                                     const quant::ActivationScheme& scheme,
                                     const quant::Configuration& configuration,
                                     const SiteHistograms* histograms)
{
    const std::string& name = layers.sites[site].name;
    if (histograms == nullptr || !histograms->contains(name)) {
        return fail(ErrorCode::InvalidArgument,
                    "has no calibrated range; calibrate before quantizing activations",
                    "tensor " + name);
    }
    const auto range =
        quant::calibratedRange(histograms->at(name), configuration.calibration, scheme);
    if (!range) {
        return fail(range.error().code, range.error().message, "tensor " + name);
    }
    return range;
}

} // namespace

Result<std::optional<quant::QuantParams>>
activationParams(const model::LayerModel& layers, std::size_t site,
                 const quant::Configuration& configuration, const SiteHistograms* histograms)
{
    const auto scheme = configuration.activations.find(layers.sites[site].name);
    if (scheme == configuration.activations.end() || !scheme->second.hasStaticGrid()) {
        return std::optional<quant::QuantParams>();
    }
    const auto range = calibratedRange(layers, site, scheme->second, configuration, histograms);
    if (!range) {
        return failFrom(range);
    }
    return std::optional(quant::activationParams(*range, scheme->second));
}

Result<std::optional<quant::ActivationQuantizer>>
emulatedQuantizer(const model::LayerModel& layers, std::size_t site,
                  const quant::Configuration& configuration, const SiteHistograms* histograms)
{
    const auto scheme = configuration.activations.find(layers.sites[site].name);
    if (scheme == configuration.activations.end() || scheme->second.hasStaticGrid() ||
        scheme->second.precision.format == quant::NumberFormat::Float32) {
        return std::optional<quant::ActivationQuantizer>();
    }
    quant::Range range;
    if (scheme->second.isCalibrated()) {
        const auto calibrated =
            calibratedRange(layers, site, scheme->second, configuration, histograms);
        if (!calibrated) {
            return failFrom(calibrated);
        }
        range = *calibrated;
    }
    quant::ActivationQuantizer quantizer = quant::activationQuantizer(range, scheme->second);
    if (quantizer.source == quant::RangeSource::DynamicPerToken &&
        !layers.hasTokens(layers.sites[site])) {
        quantizer.source = quant::RangeSource::Dynamic;
    }
    return std::optional(quantizer);
}

Status bindActivations(ModelBinding& binding, const model::LayerModel& layers,
                       const quant::Configuration& configuration, const SiteHistograms* histograms)
{
    const std::size_t count = layers.sites.size();
    binding.activations.resize(count);
    binding.emulated.resize(count);
    return parallelTry(count, [&](std::size_t i, unsigned) -> Status {
        auto params = activationParams(layers, i, configuration, histograms);
        if (!params) {
            return failFrom(params);
        }
        auto emulated = emulatedQuantizer(layers, i, configuration, histograms);
        if (!emulated) {
            return failFrom(emulated);
        }
        binding.activations[i] = *std::move(params);
        binding.emulated[i] = *std::move(emulated);
        return {};
    });
}

} // namespace quantoscope::exec
