// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opening.h"

#include "cli/best_methods_text.h"
#include "cli/equalization_text.h"
#include "core/base/atomic_file.h"
#include "core/eval/qt_image_decoder.h"
#include "core/session/configuration_file.h"
#include "core/session/hardware_check.h"
#include "core/session/pruning.h"
#include "core/session/splitting.h"

#include <iostream>
#include <map>
#include <sstream>

namespace quantoscope::cli {

namespace {

std::string correctionCsv(const session::CorrectionReport& report)
{
    std::ostringstream out;
    out << "layer,corrected,nearest_error,corrected_error\n";
    for (const session::CorrectedLayer& layer : report.layers) {
        out << '"' << layer.name << "\"," << (layer.isCorrected ? "yes" : "no") << ','
            << layer.error.nearest << ',' << layer.error.reconstructed << '\n';
    }
    return out.str();
}

const char* reasonOf(session::UncorrectedReason reason)
{
    switch (reason) {
    case session::UncorrectedReason::OtherKind:
        return "layers of their kind cannot be corrected";
    case session::UncorrectedReason::NothingToDo:
        return "the method changes nothing in them (they have no bias, or one bit a weight)";
    case session::UncorrectedReason::SplitChannels:
        return "layers with split channels stay rounded to nearest";
    case session::UncorrectedReason::UnknownInputs:
        return "batch normalization does not tell the means of what they read";
    }
    return "";
}

/// What was corrected, how, and what was not.
std::string correctionText(const session::CorrectionReport& report)
{
    std::map<session::UncorrectedReason, std::string> left;
    for (const session::CorrectedLayer& layer : report.layers) {
        if (layer.reason && report.method != quant::CorrectionMethod::Nearest) {
            std::string& names = left[*layer.reason];
            names += (names.empty() ? "" : ", ") + layer.name;
        }
    }
    std::ostringstream out;
    out << report.correctedLayers() << " layers corrected (" << quant::toString(report.method)
        << ") ";
    if (report.images > 0) {
        out << "on " << report.images << " pictures ";
    }
    out << "in " << report.seconds << " s\n";
    for (const auto& [reason, names] : left) {
        out << "Not corrected: " << names << "; " << reasonOf(reason) << '\n';
    }
    return out.str();
}

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

Result<quant::Configuration> unprunedConfiguration(const session::Session& session,
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

Result<quant::Configuration> prunedWhereAsked(const session::Session& session,
                                              Result<quant::Configuration> configuration,
                                              const std::vector<PruningChoice>& choices)
{
    for (const PruningChoice& choice : choices) {
        if (!configuration) {
            break;
        }
        auto pruned = session::withPruning(
            *session.modelInfo()->layers, *configuration, choice.pruning,
            choice.layer.empty() ? std::vector<std::string>{} : std::vector{choice.layer});
        if (!pruned) {
            return failFrom(pruned);
        }
        printSkipped("Not pruned: ", pruned->skipped);
        configuration = std::move(pruned->configuration);
    }
    return configuration;
}

Result<quant::Configuration> splitWhereAsked(const session::Session& session,
                                             Result<quant::Configuration> configuration,
                                             const std::vector<SplittingChoice>& choices)
{
    for (const SplittingChoice& choice : choices) {
        if (!configuration) {
            break;
        }
        auto split = session::withSplitting(
            *session.modelInfo()->layers, *configuration, choice.share,
            choice.layer.empty() ? std::vector<std::string>{} : std::vector{choice.layer});
        if (!split) {
            return failFrom(split);
        }
        printSkipped("Not split: ", split->skipped);
        configuration = std::move(split->configuration);
    }
    return configuration;
}

Result<quant::Configuration> chosenConfiguration(const session::Session& session,
                                                 const QuantizationOptions& options)
{
    return splitWhereAsked(
        session,
        prunedWhereAsked(session, unprunedConfiguration(session, options), options.pruning),
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
    if (options.smoothing) {
        auto smoothed = session.smoothActivations({configuration, *options.smoothing}, context);
        if (!smoothed) {
            return failFrom(smoothed);
        }
        std::cout << smoothingText(*smoothed);
        return std::move(smoothed->configuration);
    }
    if (!options.equalize) {
        return configuration;
    }
    auto equalized = session.equalize(configuration);
    if (!equalized) {
        return failFrom(equalized);
    }
    std::cout << equalizationText(*equalized);
    if (!options.absorb) {
        return std::move(equalized->configuration);
    }
    auto absorbed = session.absorbBiases(equalized->configuration, context);
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
    request.method = options.method;
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
