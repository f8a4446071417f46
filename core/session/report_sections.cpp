// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/report_sections.h"

#include "core/quant/noise.h"
#include "core/session/accumulators.h"
#include "core/session/configuration_summary.h"
#include "core/session/figure_text.h"

#include <algorithm>

namespace quantoscope::session {

namespace {

/// SQNR at which a bar is full; more is beyond what 8 bits usually reach.
constexpr double kFullBarDb = 60.0;

} // namespace

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

namespace {

/// A card in a grid on a screen, a cell of a table's only row on paper.
std::string card(Medium medium, const std::string& name, const std::string& value,
                 const std::string& note, const std::string& mood = {})
{
    const std::string tag = medium == Medium::Screen ? "div" : "td";
    return "<" + tag + " class=\"card\"><div class=\"name\">" + escaped(name) +
           "</div><div class=\"value " + mood + "\">" + escaped(value) +
           "</div><div class=\"note\">" + escaped(note) + "</div></" + tag + ">\n";
}

std::string fact(const std::string& name, const std::string& value)
{
    return "<tr><td class=\"key\">" + escaped(name) + "</td><td class=\"name\">" + escaped(value) +
           "</td></tr>\n";
}

/// Layers whose batch normalization runs in float; empty: all are folded.
std::string keptBatchNormsFact(const ModelInfo& model)
{
    std::string names;
    for (const auto& name : model.simplification.namesOf(model::BatchNormOutcome::Kept)) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return names.empty() ? names : fact("Batch normalization kept behind", names);
}

std::string cell(const std::string& text, const char* kind)
{
    return "<td class=\"" + std::string(kind) + "\">" + escaped(text) + "</td>";
}

std::string panel(const std::string& title, const std::string& content)
{
    return "<h2>" + escaped(title) + "</h2>\n<div class=\"panel\"><table>\n" + content +
           "</table></div>\n";
}

/// Nothing on paper.
std::string bar(Medium medium, const std::optional<double>& sqnrDb, const char* kind)
{
    if (medium == Medium::Paper) {
        return {};
    }
    if (!sqnrDb) {
        return "<td></td>";
    }
    const double length = std::clamp(*sqnrDb / kFullBarDb, 0.0, 1.0) * 100.0;
    return "<td><svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" "
           "aria-label=\"" +
           decibels(sqnrDb) +
           " dB\"><rect class=\"track\" width=\"100\" height=\"8\" rx=\"1\"/><rect class=\"" +
           kind + "\" width=\"" + fixed(length, 1) + "\" height=\"8\" rx=\"1\"/></svg></td>";
}

std::string signedPoints(double difference)
{
    return (difference >= 0.0 ? "+" : "") + fixed(difference * 100.0, 2) + " points against FP32";
}

std::string accuracyCards(const Report& report, Medium medium)
{
    const eval::AccuracyFigures& floats = report.floatReference->accuracy;
    const eval::AccuracyFigures& quantized = report.evaluation->accuracy;
    if (!floats.top1 || !quantized.top1) {
        return {};
    }
    const double change = *quantized.top1 - *floats.top1;
    std::string html = card(medium, "Top-1", percent(quantized.top1), signedPoints(change),
                            change < -0.01 ? "bad" : "good");
    if (floats.top5 && quantized.top5) {
        html += card(medium, "Top-5", percent(quantized.top5),
                     signedPoints(*quantized.top5 - *floats.top5));
    }
    return html + card(medium, "FP32 top-1", percent(floats.top1), "top-5 " + percent(floats.top5));
}

} // namespace

std::string cards(const Report& report, Medium medium)
{
    const Evaluation& evaluation = *report.evaluation;
    const ComparisonFigures& comparison = evaluation.comparison;
    std::string html =
        (medium == Medium::Screen ? "<div class=\"cards\">\n" : "<table width=\"100%\"><tr>\n") +
        accuracyCards(report, medium);
    if (comparison.agreement) {
        html += card(medium, "Agreement", percent(comparison.agreement), "same top-1 as FP32");
    }
    html += card(medium, "Output SQNR",
                 decibels(comparison.sqnrDb) + (comparison.sqnrDb < quant::kNoNoiseDb ? " dB" : ""),
                 "cosine " + fixed(comparison.cosine, 5) +
                     (comparison.kl ? ", KL " + fixed(*comparison.kl, 5) + " nats" : ""));
    const std::int64_t floatBytes = report.floatReference->sizeBytes;
    const double ratio = static_cast<double>(floatBytes) /
                         static_cast<double>(std::max<std::int64_t>(evaluation.sizeBytes, 1));
    html += card(medium, "Size", bytesText(evaluation.sizeBytes),
                 fixed(ratio, 2) + " times smaller than " + bytesText(floatBytes));
    html += card(medium, "Weights", fixed(evaluation.averageWeightBits, 2) + " bits", "on average");
    return html + (medium == Medium::Screen ? "</div>\n" : "</tr></table>\n");
}

std::string facts(const Report& report)
{
    const ModelInfo& model = *report.model;
    const DataInfo& data = *report.data;
    const quant::Configuration& configuration = report.evaluation->configuration;
    std::string rows = fact("Model", model.file.string()) +
                       fact("Format", "ONNX IR " + std::to_string(model.irVersion) + ", opset " +
                                          std::to_string(model.opset)) +
                       fact("Parameters", grouped(model.layers->parameterCount)) +
                       fact("Multiply-accumulates", grouped(model.layers->macs) + " a picture") +
                       keptBatchNormsFact(model) + fact("Configuration", summary(configuration)) +
                       fact("Pictures", grouped(data.validation->size()) + " from " +
                                            data.request.validation.images.string()) +
                       fact("Preprocessing", data.preprocessOrigin);
    if (report.calibration) {
        rows += fact("Calibration", calibrationSummary(configuration) + " over " +
                                        calibrationPictures(data, report.calibration->images) +
                                        ", " + fixed(report.calibration->seconds, 2) + " s");
    }
    if (const std::string needs = accumulatorSummary(*report.evaluation); !needs.empty()) {
        rows += fact("Accumulators", needs);
    }
    if (const auto& share = report.evaluation->fixedPointShare) {
        rows += fact("Fixed-point multipliers",
                     "of " + percent(share) + " of the MACs" +
                         (report.multiplierEffect ? "; against float multipliers " +
                                                        effectText(*report.multiplierEffect)
                                                  : ""));
    }
    rows += fact("FP32 pass", fixed(report.floatReference->seconds, 2) + " s") +
            fact("Quantized pass", fixed(report.evaluation->seconds, 2) + " s") +
            fact("Largest memory use", fixed(peakRssMiB(), 0) + " MiB");
    return panel("What was measured", rows);
}

namespace {

std::string bitsText(const std::optional<int>& bits)
{
    return bits ? std::to_string(*bits) : "-";
}

std::optional<double> activationSqnr(const Report& report, const LayerFigures& layer)
{
    if (report.noise) {
        const auto found = report.noise->activationSqnrDb.find(layer.name);
        if (found != report.noise->activationSqnrDb.end()) {
            return found->second;
        }
    }
    return layer.activationSqnrDb;
}

/// "2.7 KiB, N:M": the format where it is a sparse one; "2.7 KiB, 5 channels added".
std::string storedText(const LayerFigures& layer)
{
    const std::string size = bytesText(layer.sizeBytes);
    if (layer.addedChannels > 0) {
        return size + ", " + grouped(layer.addedChannels) +
               (layer.addedChannels == 1 ? " channel added" : " channels added");
    }
    return layer.format == quant::SparseFormat::Dense ? size
                                                      : size + ", " + quant::toString(layer.format);
}

std::string layerRow(const Report& report, const LayerFigures& layer, Medium medium)
{
    const std::optional<double> activation = activationSqnr(report, layer);
    return "<tr>" + cell(layer.name, "layer") + cell(layer.op, "op") +
           cell(bitsText(layer.weightBits), "n") + cell(bitsText(layer.activationBits), "n") +
           cell(decibels(layer.weightSqnrDb), "n") + bar(medium, layer.weightSqnrDb, "weight") +
           cell(decibels(activation), "n") + bar(medium, activation, "activation") +
           cell(storedText(layer), "n") + cell(countText(layer.macs), "n") +
           cell(layer.accumulator ? std::to_string(layer.accumulator->bits) : "-", "n") +
           cell(layer.accumulator ? grouped(layer.accumulator->over16) : "-", "n") + "</tr>\n";
}

} // namespace

std::string layerTable(const Report& report, Medium medium)
{
    // A number and the bar beside it have one head.
    const std::string sqnrHead =
        medium == Medium::Paper ? "<th class=\"n\">" : "<th colspan=\"2\">";
    std::string rows =
        "<thead><tr><th>Layer</th><th>Operator</th><th class=\"n\">W bits</th><th class=\"n\">A "
        "bits</th>" +
        sqnrHead + "Weight SQNR, dB</th>" + sqnrHead + "Output SQNR, dB</th>" +
        "<th class=\"n\">Size</th><th class=\"n\">MACs</th>"
        "<th class=\"n\" title=\"Bits of an accumulator that no input can overflow\">Acc. bits</th>"
        "<th class=\"n\" title=\"Channels that could overflow 16 bits\">Over 16</th></tr></thead>\n"
        "<tbody>\n";
    for (const LayerFigures& layer : report.evaluation->layers) {
        rows += layerRow(report, layer, medium);
    }
    std::string html = panel("Layers", rows + "</tbody>\n");
    if (report.noise) {
        html +=
            "<p class=\"legend\">Output SQNR: each layer's output against FP32, with everything "
            "before it quantized, over " +
            grouped(report.noise->images) + " pictures." +
            (medium == Medium::Screen ? " A full bar is " + fixed(kFullBarDb, 0) + " dB." : "") +
            "</p>\n";
    }
    return html;
}

namespace {

std::string className(const Report& report, int index)
{
    const auto& names = report.data->validation->index().classNames;
    const auto position = static_cast<std::size_t>(index);
    return index >= 0 && position < names.size() ? names[position] : std::to_string(index);
}

std::string scored(const Report& report, const eval::ScoredClass& best)
{
    return className(report, best.classIndex) + " (" +
           percent(static_cast<double>(best.probability)) + ")";
}

/// Nothing where the report has no thumbnails at all.
std::string thumbnailHead(const Report& report)
{
    return report.thumbnail ? "<th></th>" : "";
}

/// At most so many changed pictures are shown, not only listed: each is some kilobytes.
constexpr int kMostThumbnails = 100;

std::string thumbnailCell(const Report& report, const std::filesystem::path& file, int number)
{
    if (!report.thumbnail) {
        return {};
    }
    const std::string address = number <= kMostThumbnails ? report.thumbnail(file) : std::string();
    return address.empty() ? "<td></td>"
                           : "<td><img class=\"thumb\" alt=\"\" src=\"" + address + "\"></td>";
}

} // namespace

std::string changedPredictions(const Report& report)
{
    const auto& samples = report.data->validation->index().samples;
    const auto& floats = report.floatReference->predictions;
    const auto& quantized = report.evaluation->predictions;
    std::string rows;
    int changed = 0;
    for (std::size_t i = 0; i < std::min(floats.size(), quantized.size()); ++i) {
        const eval::ScoredClass& before = floats[i].front();
        const eval::ScoredClass& after = quantized[i].front();
        if (before.classIndex == after.classIndex) {
            continue;
        }
        ++changed;
        const auto& label = samples[i].label;
        const auto mood = [&label](int found) {
            return !label ? "name" : *label == found ? "name good" : "name bad";
        };
        rows += "<tr>" + thumbnailCell(report, samples[i].file, changed) +
                cell(samples[i].displayName, "name") +
                cell(label ? className(report, *label) : "-", "name") +
                cell(scored(report, before), mood(before.classIndex)) +
                cell(scored(report, after), mood(after.classIndex)) + "</tr>\n";
    }
    if (changed == 0) {
        return floats.empty()
                   ? ""
                   : panel("Changed predictions", fact("None", "every top-1 is as in FP32"));
    }
    return panel("Changed predictions: " + std::to_string(changed),
                 "<thead><tr>" + thumbnailHead(report) +
                     "<th>Picture</th><th>Label</th><th>FP32</th><th>Quantized</th></tr></thead>\n"
                     "<tbody>\n" +
                     rows + "</tbody>\n");
}

namespace {

std::string triedRow(const Report& report, const TriedRecord& tried)
{
    const Evaluation& evaluation = *tried.evaluation;
    const bool isCurrent = evaluation.configuration == report.evaluation->configuration;
    const std::string name = tried.name.empty() ? summary(evaluation.configuration) : tried.name;
    return "<tr>" + cell(name + (isCurrent ? " (this one)" : ""), "name") +
           cell(tried.note, "name") + cell(percent(evaluation.accuracy.top1), "n") +
           cell(percent(evaluation.comparison.agreement), "n") +
           cell(decibels(evaluation.comparison.sqnrDb), "n") +
           cell(fixed(evaluation.averageWeightBits, 2), "n") +
           cell(bytesText(evaluation.sizeBytes), "n") + "</tr>\n";
}

} // namespace

std::string triedTable(const Report& report)
{
    if (report.tried.empty()) {
        return {};
    }
    std::string rows = "<thead><tr><th>Configuration</th><th>Note</th><th class=\"n\">Top-1</th>"
                       "<th class=\"n\">Agreement</th><th class=\"n\">Output SQNR, dB</th>"
                       "<th class=\"n\">Weight bits</th><th class=\"n\">Size</th></tr></thead>\n"
                       "<tbody>\n";
    for (const TriedRecord& each : report.tried) {
        rows += triedRow(report, each);
    }
    return panel("Configurations tried: " + std::to_string(report.tried.size()),
                 rows + "</tbody>\n");
}

} // namespace quantoscope::session
