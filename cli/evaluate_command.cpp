// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/figures_table.h"
#include "cli/opening.h"
#include "cli/tensor_files.h"
#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/report.h"

#include <iostream>

namespace quantoscope::cli {

namespace {

/// Runs the same with float multipliers where the configuration asks for fixed-point ones.
Status compareMultipliers(session::Session& session, session::Report& report,
                          const JobContext& context)
{
    const quant::Configuration& configuration = report.evaluation->configuration;
    if (configuration.requantization == quant::MultiplierKind::Float) {
        return {};
    }
    const auto floats = session.evaluate(session::withOtherMultipliers(configuration), context);
    if (!floats) {
        return failFrom(floats);
    }
    report.multiplierEffect = session::multiplierEffect(*report.evaluation, **floats);
    return {};
}

/// Runs everything the report needs; the outputs go to `collector`.
Result<session::Report> measure(session::Session& session, const EvaluateOptions& options,
                                const JobContext& context, OutputCollector& collector)
{
    session::Report report;
    report.withPredictions = options.predictions;
    const auto model = session.openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    report.model = *model;
    const auto chosen = chosenConfiguration(session, options.quantization);
    if (!chosen) {
        return failFrom(chosen);
    }
    const auto data = session.openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    report.data = *data;
    const auto configuration = correctedWhereAsked(session, *chosen, options.quantization, context);
    if (!configuration) {
        return failFrom(configuration);
    }
    const auto evaluation =
        session.evaluate(*configuration, context, [&](const session::PartialEvaluation& partial) {
            collector.add(partial);
        });
    if (!evaluation) {
        return failFrom(evaluation);
    }
    report.evaluation = *evaluation;
    if (const Status compared = compareMultipliers(session, report, context); !compared) {
        return failFrom(compared);
    }
    report.floatReference = session.floatReference();
    report.calibration = session.calibration();
    if (options.noiseImages > 0) {
        const auto noise = session.measureNoise(*configuration, options.noiseImages, context);
        if (!noise) {
            return failFrom(noise);
        }
        report.noise = *noise;
    }
    return report;
}

Status writeFiles(const EvaluateOptions& options, const session::Report& report,
                  const OutputCollector& collector)
{
    Status status;
    const auto write = [&status](const std::filesystem::path& file, const auto& writer) {
        if (status && !file.empty()) {
            status = writer(file);
        }
    };
    write(options.json, [&](const auto& file) { return writeFile(file, session::toJson(report)); });
    write(options.report,
          [&](const auto& file) { return writeFile(file, session::toHtml(report)); });
    write(options.configuration, [&](const auto& file) {
        return session::writeConfiguration(report.evaluation->configuration, file);
    });
    write(options.tensors,
          [&](const auto& file) { return writePictures(file, *report.data->validation); });
    write(options.outputs, [&](const auto& file) { return writeNpy(file, collector.outputs()); });
    write(options.floatOutputs,
          [&](const auto& file) { return writeNpy(file, report.floatReference->outputs); });
    return status;
}

} // namespace

Status runEvaluate(const EvaluateOptions& options, const JobContext& context)
{
    const auto session = newSession();
    OutputCollector collector;
    const auto report = measure(*session, options, context, collector);
    if (!report) {
        return failFrom(report);
    }
    printEvaluation(std::cout, *report);
    return writeFiles(options, *report, collector);
}

} // namespace quantoscope::cli
