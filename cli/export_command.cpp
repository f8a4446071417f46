// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "core/session/configuration_summary.h"
#include "core/session/figure_text.h"

#include <iostream>

namespace quantoscope::cli {

Status runExport(const ExportOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto chosen = chosenConfiguration(*session, options.quantization);
    if (!chosen) {
        return failFrom(chosen);
    }
    if (needsCalibration(*chosen) || options.quantization.correctsByPictures() ||
        options.quantization.bestSeconds > 0.0 ||
        options.quantization.equalization.needsPictures()) {
        auto request = calibrationOnly(options.data);
        if (!request) {
            return failFrom(request);
        }
        const auto data = session->openData(*request, context);
        if (!data) {
            return failFrom(data);
        }
    }
    const auto configuration =
        correctedWhereAsked(*session, *chosen, options.quantization, context);
    if (!configuration) {
        return failFrom(configuration);
    }
    const Status written = session->exportQdq(*configuration, options.output, context);
    if (!written) {
        return written;
    }
    std::error_code ignored;
    const auto size = std::filesystem::file_size(options.output, ignored);
    std::cout << options.output.string() << ": "
              << session::bytesText(static_cast<std::int64_t>(size)) << ", "
              << session::summary(*configuration) << '\n';
    return {};
}

} // namespace quantoscope::cli
