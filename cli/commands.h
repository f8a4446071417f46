// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

namespace quantoscope::cli {

// Each prints its results on standard output and writes the files that were asked for.

[[nodiscard]] Status runInfo(const InfoOptions& options, const JobContext& context);
[[nodiscard]] Status runEvaluate(const EvaluateOptions& options, const JobContext& context);
[[nodiscard]] Status runExport(const ExportOptions& options, const JobContext& context);
[[nodiscard]] Status runCalibrate(const CalibrateOptions& options, const JobContext& context);
[[nodiscard]] Status runCascade(const CascadeOptions& options, const JobContext& context);
[[nodiscard]] Status runConfig(const ConfigOptions& options, const JobContext& context);
[[nodiscard]] Status runSensitivity(const SensitivityOptions& options, const JobContext& context);
[[nodiscard]] Status runSearch(const SearchOptions& options, const JobContext& context);
[[nodiscard]] Status runPrune(const PruneOptions& options, const JobContext& context);
[[nodiscard]] Status runBench(const BenchOptions& options, const JobContext& context);

} // namespace quantoscope::cli
