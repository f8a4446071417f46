// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/progress_bar.h"

#include <iostream>

namespace quantoscope::cli {

namespace {

Status run(const Command& command, const JobContext& context)
{
    struct Runner
    {
        const JobContext& context;
        Status operator()(const InfoOptions& options) const { return runInfo(options, context); }
        Status operator()(const EvaluateOptions& options) const
        {
            return runEvaluate(options, context);
        }
        Status operator()(const ExportOptions& options) const
        {
            return runExport(options, context);
        }
        Status operator()(const ConfigOptions& options) const
        {
            return runConfig(options, context);
        }
        Status operator()(const SensitivityOptions& options) const
        {
            return runSensitivity(options, context);
        }
        Status operator()(const SearchOptions& options) const
        {
            return runSearch(options, context);
        }
        Status operator()(const PruneOptions& options) const { return runPrune(options, context); }
        Status operator()(const BenchOptions& options) const { return runBench(options, context); }
        Status operator()(const CalibrateOptions& options) const
        {
            return runCalibrate(options, context);
        }
        Status operator()(const CascadeOptions& options) const
        {
            return runCascade(options, context);
        }
    };
    return std::visit(Runner{context}, command);
}

/// The message on one line, whatever a library put into it.
std::string oneLine(std::string text)
{
    for (char& c : text) {
        c = c == '\n' || c == '\r' ? ' ' : c;
    }
    return text;
}

ExitCode runProgram(int argc, const char* const* argv)
{
    const auto read = readCommandLine(argc, argv);
    if (const auto* code = std::get_if<ExitCode>(&read)) {
        return *code;
    }
    const Interruption interruption;
    ProgressBar bar;
    JobContext context;
    context.stop = interruption.token();
    context.report = [&bar](const Progress& progress) { bar.show(progress); };
    const Status done = run(std::get<Command>(read), context);
    bar.clear();
    if (!done) {
        std::cerr << "quantoscope-cli: " << oneLine(toString(done.error())) << '\n';
        return ExitCode::BadInput;
    }
    return ExitCode::Done;
}

} // namespace

} // namespace quantoscope::cli

int main(int argc, char** argv)
{
    return static_cast<int>(quantoscope::cli::runProgram(argc, argv));
}
