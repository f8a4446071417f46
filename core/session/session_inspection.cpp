// SPDX-License-Identifier: GPL-3.0-or-later
// What can be looked at of a layer: its weights, its output's values, where noise comes from.
#include "core/eval/image_pass.h"
#include "core/exec/accumulator.h"
#include "core/session/activation_inspection.h"
#include "core/session/configurations.h"
#include "core/session/layer_passes.h"
#include "core/session/session_state.h"
#include "core/session/weight_inspection.h"

#include <algorithm>
#include <array>

namespace quantoscope::session {

namespace {

Status checkPicture(const DataInfo& data, std::int32_t picture)
{
    if (picture < 0 || picture >= data.validation->size()) {
        return fail(ErrorCode::InvalidArgument,
                    "is not one of the " + std::to_string(data.validation->size()) +
                        " validation pictures",
                    "picture " + std::to_string(picture));
    }
    return {};
}

/// Index of a layer that has weights.
Result<std::size_t> weightLayer(const model::LayerModel& layers, const std::string& name)
{
    const model::Layer* found = layers.findLayer(name);
    if (found == nullptr || !found->hasWeights()) {
        return fail(ErrorCode::InvalidArgument, "has no weights to inspect", "layer " + name);
    }
    return static_cast<std::size_t>(found - layers.layers.data());
}

} // namespace

template <typename Report, typename Run>
Result<std::shared_ptr<const Report>> Session::look(const quant::Configuration& configuration,
                                                    const JobContext& context, const Run& run)
{
    const auto turn = m_impl->takeTurn();
    const quant::Configuration wanted = canonical(configuration);
    if (const Status valid = check(wanted); !valid) {
        return failFrom(valid);
    }
    const auto ready = m_impl->prepareLocked(wanted, context);
    if (!ready) {
        return failFrom(ready);
    }
    const auto data = dataInfo();
    Result<Report> report = run(
        *m_impl->room, QuantizedPass{*data, *ready->reference, ready->calibration.get(), wanted});
    if (!report) {
        return failFrom(report);
    }
    return std::make_shared<const Report>(*std::move(report));
}

Result<std::shared_ptr<const NoiseReport>>
Session::measureNoise(const quant::Configuration& configuration, std::int64_t images,
                      const JobContext& context)
{
    return look<NoiseReport>(
        configuration, context, [&](EngineRoom& room, const QuantizedPass& pass) {
            const auto order = eval::naturalOrder(std::min(images, pass.data.validation->size()));
            return runNoisePass(room, pass, order, context);
        });
}

Result<std::shared_ptr<const NoiseReport>>
Session::measurePictureNoise(const quant::Configuration& configuration, std::int32_t picture,
                             const JobContext& context)
{
    return look<NoiseReport>(
        configuration, context,
        [&](EngineRoom& room, const QuantizedPass& pass) -> Result<NoiseReport> {
            if (const Status known = checkPicture(pass.data, picture); !known) {
                return failFrom(known);
            }
            return runNoisePass(room, pass, std::array{picture}, context);
        });
}

Result<std::shared_ptr<const NoiseReport>>
Session::measureOwnNoise(const quant::Configuration& configuration, std::int64_t images,
                         const JobContext& context)
{
    return look<NoiseReport>(configuration, context,
                             [&](EngineRoom& room, const QuantizedPass& pass) {
                                 return runOwnNoisePass(room, pass, images, context);
                             });
}

Result<std::shared_ptr<const FeatureMaps>>
Session::featureMaps(const quant::Configuration& configuration, const std::string& layer,
                     std::int32_t picture, const JobContext& context)
{
    return look<FeatureMaps>(
        configuration, context,
        [&](EngineRoom& room, const QuantizedPass& pass) -> Result<FeatureMaps> {
            if (const Status known = checkPicture(pass.data, picture); !known) {
                return failFrom(known);
            }
            return runFeatureMaps(room, pass, layer, picture, context);
        });
}

Result<std::shared_ptr<const TriedPicture>>
Session::tryPicture(const quant::Configuration& configuration, const std::filesystem::path& file,
                    const JobContext& context)
{
    const auto data = dataInfo();
    if (!data) {
        return notOpen("pictures are");
    }
    eval::DatasetIndex index;
    index.samples.push_back({file, file.filename().string(), std::nullopt});
    const auto picture =
        eval::loadImages(index, data->validation->preprocess(), *m_impl->decoder, context);
    if (!picture) {
        return failFrom(picture);
    }
    return look<TriedPicture>(configuration, context,
                              [&](EngineRoom& room, const QuantizedPass& pass) {
                                  return runTriedPicture(room, pass, *picture, context);
                              });
}

Result<WeightInspection>
Session::inspectWeights(const std::string& layer, const quant::WeightScheme& scheme, int bins,
                        std::shared_ptr<const quant::CorrectedWeights> corrected,
                        const std::shared_ptr<const quant::Equalization>& equalization) const
{
    const auto room = m_impl->published(m_impl->room);
    if (!room) {
        return notOpen("model is");
    }
    const auto index = weightLayer(*room->info().layers, layer);
    if (!index) {
        return failFrom(index);
    }
    const auto configured = room->configured(equalization);
    if (!configured) {
        return failFrom(configured);
    }
    const auto quantized =
        (*configured)->quantizedWeights(*index, {scheme, std::move(corrected)}, std::nullopt);
    if (!quantized) {
        return failFrom(quantized);
    }
    return inspect(room->info().layers->layers[*index], (*configured)->floatWeights(*index),
                   quantized->values, std::max(1, bins));
}

Result<std::optional<quant::AccumulatorFigures>>
Session::inspectAccumulator(const std::string& layer,
                            const quant::Configuration& configuration) const
{
    const auto room = m_impl->published(m_impl->room);
    if (!room) {
        return notOpen("model is");
    }
    const auto index = weightLayer(*room->info().layers, layer);
    if (!index) {
        return failFrom(index);
    }
    const auto configured = room->configured(configuration.equalization);
    if (!configured) {
        return failFrom(configured);
    }
    const auto site = (*configured)->inputSite(*index);
    const auto calibrated = m_impl->knownCalibration(configuration.equalization);
    const auto grid = site ? exec::activationParams((*configured)->layers(), *site, configuration,
                                                    calibrated ? &calibrated->histograms : nullptr)
                           : Result<std::optional<quant::QuantParams>>(std::nullopt);
    if (!grid) {
        return failFrom(grid);
    }
    const auto weights =
        (*configured)
            ->boundWeights(*index, (*configured)->settingOf(*index, configuration, *grid), *grid);
    if (!weights) {
        return failFrom(weights);
    }
    return exec::accumulatorFigures(*weights, *grid);
}

Result<quant::QuantParams>
Session::activationParams(const std::string& tensor,
                          const quant::Configuration& configuration) const
{
    const auto room = m_impl->published(m_impl->room);
    const auto calibrated = m_impl->knownCalibration(configuration.equalization);
    if (!room || !calibrated) {
        return fail(ErrorCode::InvalidArgument, "has no calibrated range yet", "tensor " + tensor);
    }
    const auto& sites = room->info().layers->sites;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (sites[i].name == tensor) {
            auto params = exec::activationParams(*room->info().layers, i, configuration,
                                                 &calibrated->histograms);
            if (!params) {
                return failFrom(params);
            }
            if (*params) {
                return **std::move(params);
            }
        }
    }
    return fail(ErrorCode::InvalidArgument, "is not quantized", "tensor " + tensor);
}

Result<ActivationInspection> Session::inspectActivation(const std::string& tensor,
                                                        const quant::Configuration& configuration,
                                                        int bins) const
{
    const auto params = activationParams(tensor, configuration);
    if (!params) {
        return failFrom(params);
    }
    const auto calibrated = m_impl->knownCalibration(configuration.equalization);
    return inspect(tensor, calibrated->histograms.at(tensor), configuration.activations.at(tensor),
                   *params, std::max(1, bins));
}

} // namespace quantoscope::session
