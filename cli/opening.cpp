// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opening.h"

#include "core/eval/qt_image_decoder.h"
#include "core/session/configuration_file.h"

#include <algorithm>
#include <iostream>

namespace quantoscope::cli {

std::unique_ptr<session::Session> newSession()
{
    return std::make_unique<session::Session>(std::make_shared<const eval::QtImageDecoder>());
}

Result<quant::Configuration> chosenConfiguration(const session::Session& session,
                                                 const QuantizationOptions& options)
{
    if (options.configuration.empty()) {
        return session.uniform(options.uniform);
    }
    auto configuration = session::readConfiguration(options.configuration);
    if (!configuration) {
        return configuration;
    }
    if (const Status fits = session.check(*configuration); !fits) {
        return fail(fits.error().code, toString(fits.error()), options.configuration.string());
    }
    return configuration;
}

Result<quant::Configuration> correctedWhereAsked(session::Session& session,
                                                 const quant::Configuration& configuration,
                                                 const QuantizationOptions& options,
                                                 const JobContext& context)
{
    if (!options.correct) {
        return configuration;
    }
    session::CorrectionRequest request;
    request.base = configuration;
    const auto report = session.correctWeights(request, context);
    if (!report) {
        return failFrom(report);
    }
    std::cout << (*report)->correctedLayers() << " layers corrected on " << (*report)->images
              << " pictures in " << (*report)->seconds << " s\n";
    return (*report)->configuration;
}

bool needsCalibration(const quant::Configuration& configuration)
{
    return std::ranges::any_of(configuration.activations,
                               [](const auto& entry) { return entry.second.isCalibrated(); });
}

} // namespace quantoscope::cli
