// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/configured_model.h"

#include "core/base/parallel.h"
#include "core/exec/accumulator.h"
#include "core/exec/channel_removal.h"
#include "core/exec/equalized_layers.h"
#include "core/model/input_sites.h"
#include "core/quant/noise.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::exec {
namespace {

/// Variants of a layer's weights kept beside those in use: enough to go back and forth between
/// settings.
constexpr std::ptrdiff_t kCachedVariants = 3;

std::shared_ptr<const Tensor> constantOf(const model::LayerModel& layers, model::TensorId tensor)
{
    if (tensor == model::kNoTensor) {
        return nullptr;
    }
    const model::Constant& constant = *layers.graph->tensor(tensor).constant;
    return std::make_shared<const Tensor>(Tensor{constant.shape, model::floatValues(constant)});
}

} // namespace

ConfiguredModel::ConfiguredModel(std::shared_ptr<const model::LayerModel> layers)
    : m_layers(std::move(layers)), m_inputSites(model::inputSites(*m_layers)),
      m_cache(m_layers->layers.size())
{
    for (std::size_t i = 0; i < m_layers->layers.size(); ++i) {
        const model::Layer& layer = m_layers->layers[i];
        const bool hasWeights = layer.hasWeights();
        m_floatWeights.push_back(constantOf(*m_layers, hasWeights ? layer.weight : layer.gain));
        m_floatBiases.push_back(constantOf(*m_layers, hasWeights ? layer.bias : layer.offset));
    }
}

std::shared_ptr<const Tensor> ConfiguredModel::floatWeights(std::size_t layer) const
{
    return m_floatWeights[layer];
}

std::shared_ptr<const Tensor> ConfiguredModel::floatBias(std::size_t layer) const
{
    return m_floatBiases[layer];
}

Result<std::shared_ptr<ConfiguredModel>>
ConfiguredModel::newVariant(const quant::Equalization& equalization) const
{
    const auto layers = equalizedLayers(*m_layers, equalization);
    if (!layers) {
        return failFrom(layers);
    }
    auto variant = std::make_shared<ConfiguredModel>(*layers);
    for (std::size_t i = 0; i < m_layers->layers.size(); ++i) {
        const bool isScaled = equalization.layers.contains(m_layers->layers[i].name);
        variant->m_replacesBias.push_back(
            isScaled && (m_floatBiases[i] != nullptr || m_layers->layers[i].hasAffine()));
        if (!isScaled) { // what is the same is seen to be the same
            variant->m_floatWeights[i] = m_floatWeights[i];
            variant->m_floatBiases[i] = m_floatBiases[i];
        }
    }
    return variant;
}

Result<std::shared_ptr<ConfiguredModel>>
ConfiguredModel::equalized(const std::shared_ptr<const quant::Equalization>& equalization)
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const Variant& known : m_variants) {
            if (quant::isSameEqualization(known.equalization, equalization)) {
                return known.model;
            }
        }
    }
    auto model = newVariant(*equalization);
    if (!model) {
        return failFrom(model);
    }
    constexpr std::size_t kKept = 2;
    const std::scoped_lock lock(m_mutex);
    if (m_variants.size() >= kKept) {
        m_variants.erase(m_variants.begin());
    }
    m_variants.push_back({equalization, *model});
    return model;
}

WeightSetting ConfiguredModel::settingOf(std::size_t layer,
                                         const quant::Configuration& configuration,
                                         const std::optional<quant::QuantParams>& inputGrid) const
{
    const std::string& name = m_layers->layers[layer].name;
    WeightSetting setting;
    setting.removed = removedChannels(configuration)->at(layer);
    const auto found = configuration.weights.find(name);
    if (found == configuration.weights.end()) {
        return setting;
    }
    setting.scheme = found->second;
    setting.corrected = quant::correctedWeights(configuration, name);
    if (setting.corrected && setting.corrected->removed != setting.removed) {
        setting.corrected.reset();
    }
    if (setting.corrected &&
        !isUsable(*setting.corrected, *m_floatWeights[layer], m_floatBiases[layer].get(),
                  minimumScales(layer, setting.scheme, inputGrid))) {
        setting.corrected.reset();
    }
    return setting;
}

std::shared_ptr<const std::vector<quant::RemovedChannels>>
ConfiguredModel::removedChannels(const quant::Configuration& configuration) const
{
    std::map<std::string, double> shares;
    for (const auto& [name, scheme] : configuration.weights) {
        if (scheme.pruning.pattern == quant::PruningPattern::Channels) {
            shares[name] = scheme.pruning.share;
        }
    }
    const std::scoped_lock lock(m_mutex);
    if (!m_removal.channels || m_removal.shares != shares) {
        const auto streams = shares.empty()
                                 ? std::vector<model::ChannelStream>()
                                 : model::channelStreams(*m_layers, model::StreamUse::Removing);
        m_removal = {
            std::move(shares),
            std::make_shared<const std::vector<quant::RemovedChannels>>(exec::removedChannels(
                *m_layers, streams, configuration,
                [this](std::size_t i) -> const Tensor& { return *m_floatWeights[i]; }))};
    }
    return m_removal.channels;
}

std::vector<std::uint8_t> ConfiguredModel::zeroMask(std::size_t layer,
                                                    const WeightSetting& setting) const
{
    return exec::zeroMask(*m_floatWeights[layer], setting.scheme.pruning, setting.removed,
                          m_layers->layers[layer].channelAxis);
}

ConfiguredModel::BoundBias ConfiguredModel::boundBias(std::size_t layer,
                                                      const WeightSetting& setting) const
{
    const auto& own = m_floatBiases[layer];
    const bool isCorrected = setting.corrected && !setting.corrected->bias.empty();
    if (own == nullptr || (!isCorrected && setting.removed.outputs.empty())) {
        return {own};
    }
    auto bias = std::make_shared<Tensor>(*own);
    if (isCorrected) {
        bias->values = setting.corrected->bias;
    }
    for (const std::int32_t channel : setting.removed.outputs) {
        bias->values[static_cast<std::size_t>(channel)] = 0.0F;
    }
    return {std::move(bias), false};
}

/// The floats that a setting quantizes, and the scheme of what is left to do.
struct ConfiguredModel::PrunedFloats
{
    Tensor values;
    quant::WeightScheme scheme;
};

ConfiguredModel::PrunedFloats ConfiguredModel::prunedFloats(std::size_t layer,
                                                            const WeightSetting& setting) const
{
    PrunedFloats pruned{*m_floatWeights[layer], setting.scheme};
    if (setting.corrected && !setting.corrected->floats.empty()) {
        pruned.values.values = setting.corrected->floats;
    }
    pruned.scheme.pruning = {};
    const std::vector<std::uint8_t> mask = zeroMask(layer, setting);
    for (std::size_t i = 0; i < mask.size(); ++i) {
        pruned.values.values[i] = mask[i] != 0 ? 0.0F : pruned.values.values[i];
    }
    return pruned;
}

std::optional<std::size_t> ConfiguredModel::inputSite(std::size_t layer) const
{
    return m_inputSites[layer];
}

/// A bias is stored as int32 with scale input * weight; a channel whose weights are tiny beside its
/// bias needs a wider grid, or the bias would saturate.
std::vector<float>
ConfiguredModel::minimumScales(std::size_t layer, const quant::WeightScheme& scheme,
                               const std::optional<quant::QuantParams>& inputGrid) const
{
    const model::Layer& info = m_layers->layers[layer];
    const bool hasIntegerBias =
        scheme.precision.hasIntegerGrid() && scheme.scalesOutputs(info.channelAxis);
    if (info.bias == model::kNoTensor || !inputGrid || !hasIntegerBias) {
        return {};
    }
    std::vector<float> minimum;
    for (const float value : m_floatBiases[layer]->values) {
        const double limit =
            std::abs(static_cast<double>(value)) /
            (static_cast<double>(inputGrid->scales.front()) * quant::kLargestBiasCode);
        minimum.push_back(static_cast<float>(limit));
    }
    if (scheme.granularity == quant::Granularity::PerTensor && !minimum.empty()) {
        return {*std::max_element(minimum.begin(), minimum.end())};
    }
    return minimum;
}

Result<quant::QuantizedWeights>
ConfiguredModel::quantizedWeights(std::size_t layer, const WeightSetting& setting,
                                  const std::optional<quant::QuantParams>& inputGrid) const
{
    const Tensor& floats = *m_floatWeights[layer];
    Result<quant::QuantizedWeights> quantized;
    if (setting.hasCodes()) {
        auto values = quant::dequantizeLinear(floats.shape, setting.corrected->codes,
                                              setting.corrected->params);
        if (values) {
            return quant::QuantizedWeights{*std::move(values), setting.corrected->codes,
                                           setting.corrected->params};
        }
        quantized = failFrom(values);
    } else {
        const PrunedFloats pruned = prunedFloats(layer, setting);
        quantized = quant::quantizeWeights(pruned.values, pruned.scheme,
                                           m_layers->layers[layer].channelAxis,
                                           minimumScales(layer, setting.scheme, inputGrid));
    }
    if (!quantized) {
        return fail(quantized.error().code, quantized.error().message,
                    "layer " + m_layers->layers[layer].name);
    }
    return quantized;
}

/// What somebody still holds would take its memory anyway, and once forgotten it would come back as
/// other values to what was run with it: a search would spoil the activations kept for edits.
void ConfiguredModel::dropUnused(std::vector<CachedWeights>& variants)
{
    const auto isUnused = [](const CachedWeights& cached) {
        return cached.bound.values.use_count() == 1;
    };
    auto unused = std::count_if(variants.begin(), variants.end(), isUnused);
    for (auto oldest = variants.begin(); unused >= kCachedVariants && oldest != variants.end();) {
        if (isUnused(*oldest)) {
            oldest = variants.erase(oldest);
            --unused;
        } else {
            ++oldest;
        }
    }
}

Result<BoundWeights>
ConfiguredModel::boundWeights(std::size_t layer, const WeightSetting& setting,
                              const std::optional<quant::QuantParams>& inputGrid)
{
    if (setting.scheme.isFloat32() && setting.removed.isEmpty()) {
        return BoundWeights{
            m_floatWeights[layer], std::nullopt, {}, m_floatBiases[layer], replacesBias(layer)};
    }
    const std::vector<float> minimum = minimumScales(layer, setting.scheme, inputGrid);
    {
        const std::scoped_lock lock(m_mutex);
        for (const CachedWeights& cached : m_cache[layer]) {
            if (cached.setting == setting && cached.minimumScales == minimum) {
                return cached.bound;
            }
        }
    }
    auto bound = newWeights(layer, setting, minimum);
    if (!bound) {
        return fail(bound.error().code, bound.error().message,
                    "layer " + m_layers->layers[layer].name);
    }
    const std::scoped_lock lock(m_mutex);
    auto& variants = m_cache[layer];
    for (const CachedWeights& cached : variants) {
        if (cached.setting == setting && cached.minimumScales == minimum) {
            return cached.bound; // of another thread: the same weights are to be the same values
        }
    }
    dropUnused(variants);
    variants.push_back({setting, minimum, *bound});
    return bound;
}

Result<BoundWeights> ConfiguredModel::newWeights(std::size_t layer, const WeightSetting& setting,
                                                 std::span<const float> minimum) const
{
    const Tensor& floats = *m_floatWeights[layer];
    BoundWeights bound;
    const BoundBias bias = boundBias(layer, setting);
    bound.bias = bias.values;
    bound.replacesBias = !bias.isOwn || replacesBias(layer);
    auto values = std::make_shared<Tensor>(Tensor{floats.shape, {}});
    if (setting.hasCodes()) {
        const quant::CorrectedWeights& corrected = *setting.corrected;
        auto dequantized = quant::dequantizeLinear(floats.shape, corrected.codes, corrected.params);
        if (!dequantized) {
            return failFrom(dequantized);
        }
        *values = *std::move(dequantized);
        bound.grid = std::make_shared<const quant::QuantParams>(corrected.params);
    } else {
        values->values.resize(floats.values.size());
        const int axis = m_layers->layers[layer].channelAxis;
        Result<quant::QuantParams> grid;
        if (setting.scheme.pruning.isSet() || !setting.removed.isEmpty() || setting.corrected) {
            const PrunedFloats pruned = prunedFloats(layer, setting);
            grid = quant::quantizeWeightsInto(pruned.values, pruned.scheme, axis, minimum,
                                              values->values);
        } else {
            grid =
                quant::quantizeWeightsInto(floats, setting.scheme, axis, minimum, values->values);
        }
        if (!grid) {
            return failFrom(grid);
        }
        const bool isPlain =
            setting.scheme.precision.hasIntegerGrid() && setting.scheme.scalesOutputs(axis);
        if (setting.scheme.precision.format != quant::NumberFormat::Float32) {
            bound.grid =
                std::make_shared<const quant::QuantParams>(isPlain ? *grid : quant::QuantParams{});
        }
    }
    const auto layout = bound.grid ? sumLayout(*m_layers, layer, *bound.grid) : std::nullopt;
    if (layout) {
        bound.sums = std::make_shared<const quant::CodeSums>(
            quant::codeSums(values->values, *bound.grid, *layout));
    }
    quant::NoiseSums noise;
    noise.add(floats.values, values->values);
    bound.sqnrDb = quant::sqnrDb(noise);
    bound.values = std::move(values);
    return bound;
}

Result<ModelBinding> ConfiguredModel::bind(const quant::Configuration& configuration,
                                           const SiteHistograms* histograms)
{
    if (!configuration.equalization) {
        return bindOwn(configuration, histograms);
    }
    const auto variant = equalized(configuration.equalization);
    return variant ? (*variant)->bindOwn(configuration, histograms)
                   : Result<ModelBinding>(failFrom(variant));
}

Result<ModelBinding> ConfiguredModel::bindOwn(const quant::Configuration& configuration,
                                              const SiteHistograms* histograms)
{
    ModelBinding binding;
    binding.requantization = configuration.requantization;
    const std::size_t layerCount = m_layers->layers.size();
    if (const Status bound = bindActivations(binding, *m_layers, configuration, histograms);
        !bound) {
        return failFrom(bound);
    }
    binding.weights.resize(layerCount);
    const Status bound = parallelTry(layerCount, [&](std::size_t i, unsigned) -> Status {
        if (!m_layers->layers[i].hasWeights()) {
            binding.weights[i].values = m_floatWeights[i];
            binding.weights[i].bias = m_floatBiases[i];
            binding.weights[i].replacesBias = replacesBias(i);
            return {};
        }
        const auto site = m_inputSites[i];
        const auto inputGrid = site ? binding.activations[*site] : std::nullopt;
        auto weights = boundWeights(i, settingOf(i, configuration, inputGrid), inputGrid);
        if (!weights) {
            return failFrom(weights);
        }
        binding.weights[i] = *std::move(weights);
        return {};
    });
    if (!bound) {
        return failFrom(bound);
    }
    return binding;
}

} // namespace quantoscope::exec
