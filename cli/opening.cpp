// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opening.h"

#include "cli/best_methods_text.h"
#include "cli/correction_text.h"
#include "cli/equalization_text.h"
#include "core/base/atomic_file.h"
#include "core/eval/qt_image_decoder.h"
#include "core/session/configuration_file.h"
#include "core/session/hardware_check.h"
#include "core/session/layer_names.h"
#include "core/session/pruning.h"
#include "core/session/range_choices.h"
#include "core/session/splitting.h"

#include <iostream>
#include <map>
#include <utility>

namespace quantoscope::cli {

namespace {

/// A configuration of a file, where the hardware takes it.
Result<quant::Configuration> suiting(const session::Session& session,
                                     quant::Configuration configuration,
                                     const QuantizationOptions& options)
{
    const auto profile = session::findHardwareProfile(options.hardware.profile);
    if (!profile) {
        return failFrom(profile);
    }
    const Status fits =
        session::checkHardware(*profile, *session.modelInfo()->layers, configuration);
    if (!fits) {
        return fail(fits.error().code, toString(fits.error()), options.configuration.string());
    }
    return configuration;
}

Result<quant::Configuration> unrangedConfiguration(const session::Session& session,
                                                   const QuantizationOptions& options)
{
    auto configuration = options.configuration.empty()
                             ? uniformOn(session, options.uniform, options.hardware)
                             : session::readConfiguration(options.configuration);
    if (!configuration) {
        return configuration;
    }
    configuration->requantization = options.requantization.value_or(configuration->requantization);
    if (options.configuration.empty()) {
        return configuration;
    }
    if (const Status fits = session.check(*configuration); !fits) {
        return fail(fits.error().code, toString(fits.error()), options.configuration.string());
    }
    return options.hardware.profile.empty() ? configuration
                                            : suiting(session, *std::move(configuration), options);
}

/// Layers with the same reason in one line.
void printSkipped(const char* what, const std::vector<session::SkippedLayer>& skipped)
{
    std::map<std::string, std::string> layers; // by reason
    for (const session::SkippedLayer& layer : skipped) {
        std::string& names = layers[layer.reason];
        names += (names.empty() ? "" : ", ") + layer.name;
    }
    for (const auto& [reason, names] : layers) {
        std::cout << what << names << "; " << reason << '\n';
    }
}

/// Of a pattern; none: all layers.
Result<std::vector<std::string>> namesOf(const model::LayerModel& layers,
                                         const std::string& pattern)
{
    return pattern.empty() ? std::vector<std::string>{} : session::layersNamed(layers, pattern);
}

Result<quant::Configuration> withWeightRange(const model::LayerModel& layers,
                                             quant::Configuration configuration,
                                             const RangeChoice& choice, double percentile)
{
    const auto names = namesOf(layers, choice.name);
    if (!names) {
        return failFrom(names);
    }
    const auto isBare = quant::parseWeightRange(choice.value); // names no percentile
    const std::string range =
        isBare && *isBare == quant::WeightRange::Percentile
            ? quant::toString(quant::Calibration{quant::CalibrationMethod::Percentile, percentile})
            : choice.value;
    return session::withWeightRange(std::move(configuration), range, *names);
}

/// Of the whole model: in place of what single tensors have, too.
Result<quant::Configuration> withCalibration(const model::LayerModel& layers,
                                             quant::Configuration configuration,
                                             const RangeChoice& choice, double percentile)
{
    const auto calibration = quant::parseCalibration(choice.value, percentile);
    if (!calibration) {
        return failFrom(calibration);
    }
    if (!choice.name.empty()) {
        const auto tensors = session::tensorsNamed(layers, choice.name);
        if (!tensors) {
            return failFrom(tensors);
        }
        return session::withCalibration(std::move(configuration), *calibration, *tensors);
    }
    configuration.calibration = *calibration;
    for (auto& [name, scheme] : configuration.activations) {
        scheme.calibration.reset();
    }
    return configuration;
}

Result<session::LayerChoice> choiceOf(const session::Session& session,
                                      const std::vector<std::string>& patterns)
{
    session::LayerChoice choice;
    for (const std::string& pattern : patterns) {
        const auto names = session::layersNamed(*session.modelInfo()->layers, pattern);
        if (!names) {
            return failFrom(names);
        }
        choice.insert(names->begin(), names->end());
    }
    return choice;
}

/// Methods by layer, as the options name them; empty: the same for all.
Result<std::map<std::string, quant::CorrectionMethod>>
methodsByLayer(const session::Session& session, const quant::Configuration& base,
               const QuantizationOptions& options)
{
    const auto only = choiceOf(session, options.equalization.layers);
    if (!only) {
        return failFrom(only);
    }
    std::vector<MethodChoice> choices = options.methods;
    if (choices.empty()) {
        choices.push_back({{}, quant::CorrectionMethod::Reconstruction});
    }
    std::map<std::string, quant::CorrectionMethod> methods;
    for (const MethodChoice& choice : choices) {
        const auto names = session::layersNamed(*session.modelInfo()->layers,
                                                choice.name.empty() ? "*" : choice.name);
        if (!names) {
            return failFrom(names);
        }
        for (const std::string& name : *names) {
            if (session::isChosen(*only, name) && base.weights.contains(name)) {
                methods[name] = choice.value;
            }
        }
    }
    if (methods.empty()) {
        return fail(ErrorCode::InvalidArgument, "none of the layers to correct is quantized",
                    "--method, --only-layers");
    }
    return methods;
}

} // namespace

std::unique_ptr<session::Session> newSession()
{
    return std::make_unique<session::Session>(std::make_shared<const eval::QtImageDecoder>());
}

Result<quant::Configuration> uniformOn(const session::Session& session,
                                       session::UniformSettings uniform,
                                       const HardwareOptions& hardware)
{
    if (hardware.profile.empty()) {
        return session.uniform(uniform);
    }
    const auto profile = session::findHardwareProfile(hardware.profile);
    if (!profile) {
        return failFrom(profile);
    }
    const quant::BitsPreset own = uniform.bits;
    uniform = session::withDefaults(std::move(uniform), profile->defaults);
    uniform.bits = hardware.hasOwnBits ? own : uniform.bits;
    const auto configuration = session.uniform(uniform);
    if (!configuration) {
        return configuration;
    }
    const model::LayerModel& layers = *session.modelInfo()->layers;
    auto fitting = session::keepingInFloat(*profile, layers, *configuration);
    const Status fits = session::checkHardware(*profile, layers, fitting);
    return fits ? Result<quant::Configuration>(std::move(fitting)) : failFrom(fits);
}

Result<quant::Configuration> rangedWhereAsked(const session::Session& session,
                                              Result<quant::Configuration> configuration,
                                              const RangeChoices& choices)
{
    const model::LayerModel& layers = *session.modelInfo()->layers;
    for (const RangeChoice& choice : choices.weights) {
        if (configuration) {
            configuration = withWeightRange(layers, *std::move(configuration), choice,
                                            choices.weightPercentile);
        }
    }
    for (const RangeChoice& choice : choices.activations) {
        if (configuration) {
            configuration =
                withCalibration(layers, *std::move(configuration), choice, choices.percentile);
        }
    }
    return configuration;
}

namespace {

/// Makes one change after another. \param change (layers, configuration, value, names) -> Result of
/// a new configuration and the layers it skipped
template <typename T, typename Change>
Result<quant::Configuration>
changedWhereAsked(const session::Session& session, Result<quant::Configuration> configuration,
                  const std::vector<NamedChoice<T>>& choices, const char* skipped, Change change)
{
    for (const NamedChoice<T>& choice : choices) {
        if (!configuration) {
            break;
        }
        const model::LayerModel& layers = *session.modelInfo()->layers;
        const auto names = namesOf(layers, choice.name);
        if (!names) {
            return failFrom(names);
        }
        auto changed = change(layers, *configuration, choice.value, *names);
        if (!changed) {
            return failFrom(changed);
        }
        printSkipped(skipped, changed->skipped);
        configuration = std::move(changed->configuration);
    }
    return configuration;
}

} // namespace

Result<quant::Configuration> prunedWhereAsked(const session::Session& session,
                                              Result<quant::Configuration> configuration,
                                              const std::vector<PruningChoice>& choices)
{
    return changedWhereAsked(session, std::move(configuration), choices,
                             "Not pruned: ", session::withPruning);
}

Result<quant::Configuration> splitWhereAsked(const session::Session& session,
                                             Result<quant::Configuration> configuration,
                                             const std::vector<SplittingChoice>& choices)
{
    return changedWhereAsked(session, std::move(configuration), choices,
                             "Not split: ", session::withSplitting);
}

Result<quant::Configuration> chosenConfiguration(const session::Session& session,
                                                 const QuantizationOptions& options)
{
    return splitWhereAsked(
        session,
        prunedWhereAsked(
            session,
            rangedWhereAsked(session, unrangedConfiguration(session, options), options.ranges),
            options.pruning),
        options.splitting);
}

Result<session::DataRequest> calibrationOnly(session::DataRequest request)
{
    const bool hasImages = !request.validation.images.empty();
    const bool hasCalibration = !request.calibrationImages.empty();
    if (!hasImages && !hasCalibration) {
        return fail(ErrorCode::InvalidArgument,
                    "quantized activations and --correct need pictures to calibrate on; add "
                    "--calibration DIR or "
                    "--images DIR, or keep activations in FP32 with --bits W8");
    }
    if (!hasCalibration) {
        request.calibrationImages = request.validation.images;
    }
    if (!hasImages) {
        request.validation.images = request.calibrationImages;
    }
    request.validation.limit = 1;
    return request;
}

Result<quant::Configuration> equalizedWhereAsked(session::Session& session,
                                                 const quant::Configuration& configuration,
                                                 const EqualizationOptions& options,
                                                 const JobContext& context)
{
    const auto only = choiceOf(session, options.layers);
    if (!only) {
        return failFrom(only);
    }
    if (options.smoothing) {
        auto smoothed =
            session.smoothActivations({configuration, *options.smoothing, *only}, context);
        if (!smoothed) {
            return failFrom(smoothed);
        }
        std::cout << smoothingText(*smoothed);
        return std::move(smoothed->configuration);
    }
    if (!options.equalize) {
        return configuration;
    }
    auto equalized = session.equalize({configuration, *only}, context);
    if (!equalized) {
        return failFrom(equalized);
    }
    std::cout << equalizationText(*equalized);
    if (!options.absorb) {
        return std::move(equalized->configuration);
    }
    auto absorbed = session.absorbBiases({equalized->configuration, *only}, context);
    if (!absorbed) {
        return failFrom(absorbed);
    }
    std::cout << absorptionText(*absorbed);
    return std::move(absorbed->configuration);
}

Result<quant::Configuration> correctedWhereAsked(session::Session& session,
                                                 const quant::Configuration& configuration,
                                                 const QuantizationOptions& options,
                                                 const JobContext& context)
{
    if (options.bestSeconds > 0.0) {
        const auto best = session.findBestMethods({configuration, options.bestSeconds}, context);
        if (!best) {
            return failFrom(best);
        }
        std::cout << bestMethodsText(**best);
        return (*best)->configuration;
    }
    auto equalized = equalizedWhereAsked(session, configuration, options.equalization, context);
    if (!equalized || !options.correct) {
        return equalized;
    }
    session::CorrectionRequest request;
    request.base = *std::move(equalized);
    auto methods = methodsByLayer(session, request.base, options);
    if (!methods) {
        return failFrom(methods);
    }
    request.layers = *std::move(methods);
    const auto report = session.correctWeights(request, context);
    if (!report) {
        return failFrom(report);
    }
    std::cout << correctionText(**report);
    if (!options.correctionTable.empty()) {
        const Status written = writeFile(options.correctionTable, correctionCsv(**report));
        if (!written) {
            return failFrom(written);
        }
    }
    return (*report)->configuration;
}

} // namespace quantoscope::cli
