// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "cli/raw_options.h"
#include "cli/search_options.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <utility>

namespace quantoscope::cli {

namespace {

using session::UniformSettings;

/// Moves the raw words, which CLI11 has checked, into the settings.
void finish(const RawOptions& raw, UniformSettings& uniform)
{
    uniform.bits = quant::parseBits(raw.bits).value_or(quant::BitsPreset{});
    uniform.symmetricWeights = !raw.asymmetricWeights;
    uniform.symmetricActivations = raw.symmetricActivations;
    uniform.scale = raw.powerOfTwoScales ? quant::ScaleKind::PowerOfTwo : quant::ScaleKind::Real;
    uniform.granularity =
        raw.perTensor ? quant::Granularity::PerTensor : quant::Granularity::PerChannel;
}

Command chosenCommand(const CLI::App& app, RawOptions& raw)
{
    if (app.got_subcommand("info")) {
        return std::move(raw.info);
    }
    if (app.got_subcommand("config")) {
        finish(raw, raw.config.uniform);
        return std::move(raw.config);
    }
    if (app.got_subcommand("export")) {
        finish(raw, raw.exporting.quantization.uniform);
        return std::move(raw.exporting);
    }
    if (app.got_subcommand("sensitivity")) {
        return std::move(raw.sensitivity);
    }
    if (app.got_subcommand("search")) {
        finish(raw, raw.search.base.uniform);
        raw.search.request.budget = parseBudget(raw.budget).value_or(session::SearchBudget{});
        raw.search.request.pictures = raw.chooseOn.value_or(
            raw.search.request.correctWeights ? session::SearchPictures::Calibration
                                              : session::SearchPictures::Validation);
        raw.search.request.pinnedBits = parsePins(raw.pins).value_or(std::map<std::string, int>{});
        return std::move(raw.search);
    }
    if (app.got_subcommand("prune")) {
        finish(raw, raw.prune.base.uniform);
        return std::move(raw.prune);
    }
    if (app.got_subcommand("calibrate")) {
        finish(raw, raw.calibrate.quantization.uniform);
        return std::move(raw.calibrate);
    }
    if (app.got_subcommand("cascade")) {
        return std::move(raw.cascade);
    }
    if (app.got_subcommand("bench")) {
        return std::move(raw.bench);
    }
    finish(raw, raw.evaluate.quantization.uniform);
    return std::move(raw.evaluate);
}

/// The command whose help answers a wrong usage.
std::string helpCommand(const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    return "quantoscope-cli " + (chosen.empty() ? "" : chosen.front()->get_name() + " ") + "--help";
}

ExitCode explain(const CLI::App& app, const CLI::ParseError& error)
{
    if (error.get_exit_code() == 0) {
        app.exit(error); // prints the help or the version that was asked for
        return ExitCode::Done;
    }
    const auto unknown = app.remaining();
    const std::string problem = app.get_subcommands().empty() && !unknown.empty()
                                    ? "'" + unknown.front() + "' is not a command"
                                    : error.what();
    std::cerr << "quantoscope-cli: " << problem << "; see " << helpCommand(app) << '\n';
    return ExitCode::WrongUsage;
}

} // namespace

std::variant<Command, ExitCode> readCommandLine(int argc, const char* const* argv)
{
    RawOptions raw;
    CLI::App app("Quantoscope: see what quantization does to a neural network", "quantoscope-cli");
    app.set_version_flag("--version", "quantoscope-cli " QUANTOSCOPE_VERSION);
    app.require_subcommand(1);
    addCommands(app, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return explain(app, error);
    }
    return chosenCommand(app, raw);
}

} // namespace quantoscope::cli
