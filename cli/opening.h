// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "core/session/session.h"

#include <memory>
#include <vector>

namespace quantoscope::cli {

/// A session that decodes pictures with Qt.
[[nodiscard]] std::unique_ptr<session::Session> newSession();

/// The same settings for the whole model, with those of the hardware where the user named none.
/// InvalidArgument where the hardware does not take them.
[[nodiscard]] Result<quant::Configuration> uniformOn(const session::Session& session,
                                                     session::UniformSettings uniform,
                                                     const HardwareOptions& hardware);

/// The configuration the options ask for, checked against the session's open model.
[[nodiscard]] Result<quant::Configuration> chosenConfiguration(const session::Session& session,
                                                               const QuantizationOptions& options);

/// A configuration (or why there is none) with ranges found as the options ask for.
[[nodiscard]] Result<quant::Configuration>
rangedWhereAsked(const session::Session& session, Result<quant::Configuration> configuration,
                 const RangeChoices& choices);

/// A configuration (or why there is none) pruned as the options ask for, one after the other, with
/// a word on standard output about layers that cannot be.
[[nodiscard]] Result<quant::Configuration>
prunedWhereAsked(const session::Session& session, Result<quant::Configuration> configuration,
                 const std::vector<PruningChoice>& choices);

/// The same for outlier channels that are split.
[[nodiscard]] Result<quant::Configuration>
splitWhereAsked(const session::Session& session, Result<quant::Configuration> configuration,
                const std::vector<SplittingChoice>& choices);

/// The request for calibration pictures alone, which decodes as few others as can be. Error:
/// InvalidArgument where no pictures are named.
[[nodiscard]] Result<session::DataRequest> calibrationOnly(session::DataRequest request);

/// The configuration equalized as the options ask for, with a word about it on standard output;
/// pictures are open where biases are absorbed.
[[nodiscard]] Result<quant::Configuration>
equalizedWhereAsked(session::Session& session, const quant::Configuration& configuration,
                    const EqualizationOptions& options, const JobContext& context);

/// The configuration equalized and with corrected weights where the options ask for them; needs
/// open pictures.
[[nodiscard]] Result<quant::Configuration>
correctedWhereAsked(session::Session& session, const quant::Configuration& configuration,
                    const QuantizationOptions& options, const JobContext& context);

} // namespace quantoscope::cli
