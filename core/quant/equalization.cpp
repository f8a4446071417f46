// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/equalization.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::quant {
namespace {

float scaleAt(const std::vector<float>& scales, std::size_t channel)
{
    return scales.empty() ? 1.0F : scales[channel];
}

} // namespace

EqualizedLayer equalizationOf(const std::shared_ptr<const Equalization>& equalization,
                              const std::string& layer)
{
    const bool isNamed = equalization && equalization->layers.contains(layer);
    return isNamed ? equalization->layers.at(layer) : EqualizedLayer{};
}

std::shared_ptr<const Equalization> withoutIdleLayers(Equalization equalization)
{
    std::erase_if(equalization.layers,
                  [](const auto& entry) { return entry.second == EqualizedLayer{}; });
    return equalization.layers.empty()
               ? nullptr
               : std::make_shared<const Equalization>(std::move(equalization));
}

std::size_t WeightLayout::outputOf(std::size_t value) const
{
    return isTransposed ? value % outChannels : value / (inChannels / groups * taps);
}

std::size_t WeightLayout::inputOf(std::size_t value) const
{
    if (isTransposed) {
        return value / outChannels;
    }
    const std::size_t groupInputs = inChannels / groups;
    const std::size_t group = outputOf(value) / (outChannels / groups);
    return group * groupInputs + value / taps % groupInputs;
}

std::vector<float> outputRanges(std::span<const float> weights, const WeightLayout& layout)
{
    std::vector<float> ranges(layout.outChannels, 0.0F);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        float& range = ranges[layout.outputOf(i)];
        range = std::max(range, std::abs(weights[i]));
    }
    return ranges;
}

std::vector<float> inputRanges(std::span<const float> weights, const WeightLayout& layout)
{
    std::vector<float> ranges(layout.inChannels, 0.0F);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        float& range = ranges[layout.inputOf(i)];
        range = std::max(range, std::abs(weights[i]));
    }
    return ranges;
}

std::vector<float> equalizingScales(std::span<const float> writers, std::span<const float> readers)
{
    std::vector<float> scales(writers.size(), 1.0F);
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const double scale =
            std::sqrt(double{writers[i]} * double{readers[i]}) / double{readers[i]};
        if (std::isfinite(scale) && scale > 0.0) {
            scales[i] = static_cast<float>(scale);
        }
    }
    return scales;
}

std::vector<float> smoothingScales(std::span<const float> activations,
                                   std::span<const float> readers, double alpha)
{
    std::vector<float> scales(activations.size(), 1.0F);
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const double scale =
            std::pow(double{activations[i]}, alpha) / std::pow(double{readers[i]}, 1.0 - alpha);
        const bool isUsed = activations[i] > 0.0F && readers[i] > 0.0F;
        if (isUsed && std::isfinite(scale) && static_cast<float>(scale) > 0.0F) {
            scales[i] = static_cast<float>(scale);
        }
    }
    return scales;
}

std::vector<float> equalizedWeights(std::span<const float> weights, const WeightLayout& layout,
                                    const EqualizedLayer& layer)
{
    std::vector<float> scaled(weights.begin(), weights.end());
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        scaled[i] *= scaleAt(layer.inputScales, layout.inputOf(i)) /
                     scaleAt(layer.outputScales, layout.outputOf(i));
    }
    return scaled;
}

std::vector<float> equalizedBias(std::span<const float> bias, const EqualizedLayer& layer)
{
    std::vector<float> scaled(bias.begin(), bias.end());
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        scaled[i] /= scaleAt(layer.outputScales, i);
    }
    return scaled;
}

} // namespace quantoscope::quant
