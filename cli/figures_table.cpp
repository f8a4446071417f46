// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figures_table.h"

#include "cli/text_table.h"
#include "core/session/accumulators.h"
#include "core/session/configuration_summary.h"
#include "core/session/figure_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quantoscope::cli {

namespace {

using session::fixed;
using Align = TextTable::Align;

std::string points(const std::optional<double>& from, const std::optional<double>& to)
{
    if (!from || !to) {
        return {};
    }
    const double difference = (*to - *from) * 100.0;
    return (difference >= 0.0 ? "+" : "") + fixed(difference, 2) + " points";
}

std::string calibrationText(const session::Report& report)
{
    if (!report.calibration) {
        return "none needed, activations stay in FP32";
    }
    return session::calibrationSummary(report.evaluation->configuration) + " over " +
           session::calibrationPictures(*report.data, report.calibration->images);
}

void printFacts(std::ostream& out, const session::Report& report)
{
    TextTable facts;
    facts.addColumn("", Align::Left);
    facts.addColumn("", Align::Left);
    facts.addRow({"Model", report.model->file.string()});
    facts.addRow({"Configuration", session::summary(report.evaluation->configuration)});
    facts.addRow({"Pictures", session::grouped(report.data->validation->size()) + " from " +
                                  report.data->request.validation.images.string()});
    facts.addRow({"Preprocessing", report.data->preprocessOrigin});
    facts.addRow({"Calibration", calibrationText(report)});
    if (const std::string needs = session::accumulatorSummary(*report.evaluation); !needs.empty()) {
        facts.addRow({"Accumulators", needs});
    }
    if (const auto& share = report.evaluation->fixedPointShare) {
        facts.addRow({"Fixed point", session::percent(share) + " of the MACs"});
    }
    if (report.multiplierEffect) {
        facts.addRow({"", "against float multipliers " + effectText(*report.multiplierEffect)});
    }
    facts.print(out);
}

void addDifferences(TextTable& table, const session::ComparisonFigures& comparison)
{
    if (comparison.agreement) {
        table.addRow({"agreement", "", session::percent(comparison.agreement), ""});
    }
    table.addRow({"output SQNR, dB", "", session::decibels(comparison.sqnrDb), ""});
    table.addRow({"cosine", "", fixed(comparison.cosine, 6), ""});
    if (comparison.kl) {
        table.addRow({"KL, nats", "", fixed(*comparison.kl, 6), ""});
    }
}

void printFigures(std::ostream& out, const session::Report& report)
{
    const session::FloatReference& floats = *report.floatReference;
    const session::Evaluation& quantized = *report.evaluation;
    TextTable table;
    table.addColumn("", Align::Left);
    table.addColumn("FP32", Align::Right);
    table.addColumn("quantized", Align::Right);
    table.addColumn("difference", Align::Right);
    if (floats.accuracy.top1) {
        table.addRow({"top-1", session::percent(floats.accuracy.top1),
                      session::percent(quantized.accuracy.top1),
                      points(floats.accuracy.top1, quantized.accuracy.top1)});
        table.addRow({"top-5", session::percent(floats.accuracy.top5),
                      session::percent(quantized.accuracy.top5),
                      points(floats.accuracy.top5, quantized.accuracy.top5)});
    }
    addDifferences(table, quantized.comparison);
    const double ratio = static_cast<double>(floats.sizeBytes) /
                         static_cast<double>(std::max<std::int64_t>(quantized.sizeBytes, 1));
    table.addRow({"size", session::bytesText(floats.sizeBytes),
                  session::bytesText(quantized.sizeBytes), "1/" + fixed(ratio, 2)});
    table.addRow({"weight bits", "32.00", fixed(quantized.averageWeightBits, 2), ""});
    table.addRow({"pass, s", fixed(floats.seconds, 2), fixed(quantized.seconds, 2), ""});
    table.print(out);
}

std::string bits(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : "-";
}

std::string channelsOver16(const quant::AccumulatorFigures& figures)
{
    return std::to_string(figures.over16) + "/" + std::to_string(figures.channels);
}

void printLayers(std::ostream& out, const session::Report& report)
{
    TextTable table;
    table.addColumn("layer", Align::Left);
    table.addColumn("op", Align::Left);
    const bool isPruned =
        std::ranges::any_of(report.evaluation->layers, [](const session::LayerFigures& layer) {
            return layer.keptShare < 1.0;
        });
    for (const char* title :
         {"W bits", "A bits", "W SQNR", "A SQNR", "size", "MACs", "acc bits", "over 16"}) {
        table.addColumn(title, Align::Right);
    }
    const bool isSplit =
        std::ranges::any_of(report.evaluation->layers, [](const session::LayerFigures& layer) {
            return layer.addedChannels > 0;
        });
    if (isSplit) {
        table.addColumn("added", Align::Right);
    }
    if (isPruned) {
        table.addColumn("kept", Align::Right);
        table.addColumn("stored", Align::Left);
    }
    for (const session::LayerFigures& layer : report.evaluation->layers) {
        std::optional<double> noise = layer.activationSqnrDb;
        if (report.noise && report.noise->activationSqnrDb.contains(layer.name)) {
            noise = report.noise->activationSqnrDb.at(layer.name);
        }
        std::vector<std::string> row{layer.name,
                                     layer.op,
                                     bits(layer.weightBits),
                                     bits(layer.activationBits),
                                     session::decibels(layer.weightSqnrDb),
                                     session::decibels(noise),
                                     session::bytesText(layer.sizeBytes),
                                     session::countText(layer.macs),
                                     layer.accumulator ? std::to_string(layer.accumulator->bits)
                                                       : "-",
                                     layer.accumulator ? channelsOver16(*layer.accumulator) : "-"};
        if (isSplit) {
            row.push_back(std::to_string(layer.addedChannels));
        }
        if (isPruned) {
            row.push_back(layer.weightBits ? session::percent(layer.keptShare) : std::string());
            row.push_back(layer.weightBits ? quant::toString(layer.format) : std::string());
        }
        table.addRow(std::move(row));
    }
    table.print(out);
}

} // namespace

void printEvaluation(std::ostream& out, const session::Report& report)
{
    printFacts(out, report);
    out << '\n';
    printFigures(out, report);
    out << '\n';
    printLayers(out, report);
}

} // namespace quantoscope::cli
