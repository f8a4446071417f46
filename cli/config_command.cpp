// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "core/session/configuration_file.h"
#include "core/session/configuration_summary.h"

#include <iostream>

namespace quantoscope::cli {

Status runConfig(const ConfigOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto configuration = splitWhereAsked(
        *session,
        prunedWhereAsked(*session,
                         rangedWhereAsked(*session,
                                          uniformOn(*session, options.uniform, options.hardware),
                                          options.ranges),
                         options.pruning),
        options.splitting);
    if (!configuration) {
        return failFrom(configuration);
    }
    const Status written = session::writeConfiguration(*configuration, options.output);
    if (written) {
        std::cout << options.output.string() << ": " << session::summary(*configuration) << '\n';
    }
    return written;
}

} // namespace quantoscope::cli
