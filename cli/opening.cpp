// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opening.h"

#include "cli/equalization_text.h"
#include "core/base/atomic_file.h"
#include "core/eval/qt_image_decoder.h"
#include "core/session/configuration_file.h"

#include <iostream>
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

} // namespace

std::unique_ptr<session::Session> newSession()
{
    return std::make_unique<session::Session>(std::make_shared<const eval::QtImageDecoder>());
}

Result<quant::Configuration> chosenConfiguration(const session::Session& session,
                                                 const QuantizationOptions& options)
{
    auto configuration = options.configuration.empty()
                             ? session.uniform(options.uniform)
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
    return configuration;
}

Result<quant::Configuration> equalizedWhereAsked(session::Session& session,
                                                 const quant::Configuration& configuration,
                                                 const EqualizationOptions& options,
                                                 const JobContext& context)
{
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
    std::cout << (*report)->correctedLayers() << " layers corrected ("
              << quant::toString((*report)->method) << ") on " << (*report)->images
              << " pictures in " << (*report)->seconds << " s\n";
    if (!options.correctionTable.empty()) {
        const Status written = writeFile(options.correctionTable, correctionCsv(**report));
        if (!written) {
            return failFrom(written);
        }
    }
    return (*report)->configuration;
}

} // namespace quantoscope::cli
