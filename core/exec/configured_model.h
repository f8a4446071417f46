// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"
#include "core/exec/model_binding.h"
#include "core/exec/site_quantizers.h"
#include "core/exec/weight_setting.h"
#include "core/model/layers.h"
#include "core/quant/equalization.h"
#include "core/quant/quantize.h"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::exec {

/// Turns configurations into weights and grids, keeping what was computed so that changing one
/// layer quantizes that layer only. Thread-safe.
class ConfiguredModel
{
public:
    explicit ConfiguredModel(std::shared_ptr<const model::LayerModel> layers);

    /// The model as an equalization leaves it in FP32: FP32 weights and whatever is quantized are
    /// its. The last two are kept. Errors: as of equalizedLayers().
    [[nodiscard]] Result<std::shared_ptr<ConfiguredModel>>
    equalized(const std::shared_ptr<const quant::Equalization>& equalization);

    [[nodiscard]] const model::LayerModel& layers() const { return *m_layers; }

    /// \param histograms what calibration saw; may be null while no activation is quantized
    /// Errors: InvalidArgument naming the layer or tensor for an illegal scheme or a missing
    /// calibration.
    /// Weights are those of equalized().
    [[nodiscard]] Result<ModelBinding> bind(const quant::Configuration& configuration,
                                            const SiteHistograms* histograms);

    /// Channels that a configuration takes out of each layer, by layer index.
    [[nodiscard]] std::shared_ptr<const std::vector<quant::RemovedChannels>>
    removedChannels(const quant::Configuration& configuration) const;
    /// Which weights a setting makes zero; as of exec::zeroMask().
    [[nodiscard]] std::vector<std::uint8_t> zeroMask(std::size_t layer,
                                                     const WeightSetting& setting) const;
    /// A layer's bias under a setting: corrected, zero where its channel is removed; null where the
    /// layer has none.
    struct BoundBias
    {
        std::shared_ptr<const Tensor> values;
        bool isOwn = true; ///< the one of the model's FP32 form
    };
    [[nodiscard]] BoundBias boundBias(std::size_t layer, const WeightSetting& setting) const;

    /// Corrected weights whose scales are too small for an int32 bias beside this input count as
    /// none.
    [[nodiscard]] WeightSetting settingOf(std::size_t layer,
                                          const quant::Configuration& configuration,
                                          const std::optional<quant::QuantParams>& inputGrid) const;

    /// Weights of one layer as bind() has them.
    [[nodiscard]] Result<BoundWeights>
    boundWeights(std::size_t layer, const WeightSetting& setting,
                 const std::optional<quant::QuantParams>& inputGrid);
    /// Quantized weights of a layer with their codes (not cached), as bind() uses them.
    [[nodiscard]] Result<quant::QuantizedWeights>
    quantizedWeights(std::size_t layer, const WeightSetting& setting,
                     const std::optional<quant::QuantParams>& inputGrid) const;
    /// Lower bounds of the scales of a layer's slices, so that int32 holds its bias; empty: none.
    [[nodiscard]] std::vector<float>
    minimumScales(std::size_t layer, const quant::WeightScheme& scheme,
                  const std::optional<quant::QuantParams>& inputGrid) const;

    [[nodiscard]] std::shared_ptr<const Tensor> floatWeights(std::size_t layer) const;
    /// Null where the layer has none.
    [[nodiscard]] std::shared_ptr<const Tensor> floatBias(std::size_t layer) const;

    /// Site whose quantizer a layer's first input passes, looking through layers that only move
    /// values.
    [[nodiscard]] std::optional<std::size_t> inputSite(std::size_t layer) const;

private:
    struct CachedWeights
    {
        WeightSetting setting;
        std::vector<float> minimumScales;
        BoundWeights bound;
    };

    [[nodiscard]] Result<std::shared_ptr<ConfiguredModel>>
    newVariant(const quant::Equalization& equalization) const;
    [[nodiscard]] bool replacesBias(std::size_t layer) const
    {
        return !m_replacesBias.empty() && m_replacesBias[layer];
    }
    [[nodiscard]] Result<ModelBinding> bindOwn(const quant::Configuration& configuration,
                                               const SiteHistograms* histograms);

    struct PrunedFloats;
    [[nodiscard]] PrunedFloats prunedFloats(std::size_t layer, const WeightSetting& setting) const;
    static void dropUnused(std::vector<CachedWeights>& variants);
    [[nodiscard]] Result<BoundWeights> newWeights(std::size_t layer, const WeightSetting& setting,
                                                  std::span<const float> minimum) const;

    std::shared_ptr<const model::LayerModel> m_layers;
    std::vector<std::shared_ptr<const Tensor>> m_floatWeights; ///< by layer index
    std::vector<std::shared_ptr<const Tensor>> m_floatBiases;  ///< by layer index
    std::vector<std::optional<std::size_t>> m_inputSites;      ///< by layer index
    std::vector<bool> m_replacesBias; ///< by layer index; empty: the biases are the model's own
    mutable std::mutex m_mutex;
    std::vector<std::vector<CachedWeights>> m_cache; ///< by layer index, newest last
    /// What channels the schemes used last take out, and the streams they follow from.
    struct Removal
    {
        std::map<std::string, double> shares; ///< by layer name
        std::shared_ptr<const std::vector<quant::RemovedChannels>> channels;
    };
    mutable Removal m_removal;
    struct Variant
    {
        std::shared_ptr<const quant::Equalization> equalization;
        std::shared_ptr<ConfiguredModel> model;
    };
    std::vector<Variant> m_variants; ///< newest last
};

} // namespace quantoscope::exec
