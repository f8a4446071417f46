// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/report_plots.h"

#include "core/quant/noise.h"
#include "core/session/figure_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <utility>
#include <vector>

namespace quantoscope::session {

namespace {

constexpr double kWidth = 960.0;
constexpr double kHeight = 300.0;
constexpr double kLeft = 64.0, kRight = 16.0, kTop = 14.0, kBottom = 44.0;

/// One axis: values from `low` to `high` with a mark at every multiple of `step`.
struct Axis
{
    double low = 0.0, high = 1.0, step = 1.0;
    int decimals = 0;

    /// Around the values with some room, marks at round numbers.
    [[nodiscard]] static Axis around(double least, double most)
    {
        const double room = std::max(1e-9, most - least);
        Axis axis{least - 0.06 * room, most + 0.06 * room};
        const double rough = (axis.high - axis.low) / 6.0;
        const double power = std::pow(10.0, std::floor(std::log10(rough)));
        for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
            axis.step = factor * power;
            if (axis.step >= rough) {
                break;
            }
        }
        axis.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(axis.step))));
        return axis;
    }
    [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
};

std::string number(double value)
{
    return fixed(value, 1);
}

double xOf(double share)
{
    return kLeft + share * (kWidth - kLeft - kRight);
}

double yOf(double share)
{
    return kHeight - kBottom - share * (kHeight - kTop - kBottom);
}

std::string line(double x1, double y1, double x2, double y2, const std::string& color)
{
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
           "\" y2=\"" + number(y2) + "\" style=\"stroke:" + color + "\"/>\n";
}

std::string text(double x, double y, const char* anchor, const std::string& words,
                 const std::string& color)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor +
           "\" font-size=\"12\" style=\"fill:" + color + "\">" + words + "</text>\n";
}

std::string rectangle(double x, double y, double width, double height, const std::string& color)
{
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
           "\" height=\"" + number(height) + "\" style=\"fill:" + color + "\"/>\n";
}

std::string circle(double x, double y, double radius, const std::string& color)
{
    return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
           "\" style=\"fill:" + color + "\"/>\n";
}

std::string svg(const std::string& label, const std::string& content)
{
    return "<svg class=\"plot\" viewBox=\"0 0 960 300\" "
           "role=\"img\" aria-label=\"" +
           label + "\" font-family=\"sans-serif\">\n" + content + "</svg>\n";
}

std::string verticalMarks(const Axis& axis, const PlotColors& colors)
{
    std::string marks;
    for (double at = std::ceil(axis.low / axis.step) * axis.step; at <= axis.high;
         at += axis.step) {
        const double y = yOf(axis.share(at));
        marks += line(kLeft, y, kWidth - kRight, y, colors.line) +
                 text(kLeft - 8, y + 4, "end", fixed(at, axis.decimals), colors.faint);
    }
    return marks;
}

std::string title(const std::string& below, const std::string& beside, const PlotColors& colors)
{
    return text((kLeft + kWidth) / 2.0, kHeight - 6, "middle", below, colors.text) +
           "<g transform=\"translate(16 " + number((kTop + kHeight - kBottom) / 2.0) +
           ") rotate(-90)\">" + text(0, 0, "middle", beside, colors.text) + "</g>\n";
}

enum class Figure { Top1, Agreement, Sqnr };

Figure figureOf(const Report& report)
{
    return report.floatReference->accuracy.top1      ? Figure::Top1
           : report.evaluation->comparison.agreement ? Figure::Agreement
                                                     : Figure::Sqnr;
}

double valueOf(const Evaluation& evaluation, Figure figure)
{
    return figure == Figure::Top1        ? 100.0 * evaluation.accuracy.top1.value_or(0.0)
           : figure == Figure::Agreement ? 100.0 * evaluation.comparison.agreement.value_or(0.0)
                                         : std::min(evaluation.comparison.sqnrDb, 100.0);
}

std::optional<double> outputSqnr(const Report& report, const std::string& layer)
{
    if (!report.noise) {
        return std::nullopt;
    }
    const auto found = report.noise->activationSqnrDb.find(layer);
    return found == report.noise->activationSqnrDb.end() ? std::nullopt
                                                         : std::optional(found->second);
}

std::string legend(const PlotColors& colors)
{
    std::string html;
    double x = kLeft + 8;
    for (const auto& [color, words] :
         {std::pair{&colors.weights, "weights"}, std::pair{&colors.accent, "output"}}) {
        html += rectangle(x, kTop - 8, 10, 10, *color) +
                text(x + 15, kTop + 1, "start", words, colors.text);
        x += 90;
    }
    return html;
}

} // namespace

std::string triedPlot(const Report& report, const PlotColors& colors)
{
    if (report.tried.size() < 2) {
        return {};
    }
    const Figure figure = figureOf(report);
    std::vector<std::array<double, 2>> points;
    for (const TriedRecord& each : report.tried) {
        points.push_back({static_cast<double>(each.evaluation->sizeBytes) * 1e-6,
                          valueOf(*each.evaluation, figure)});
    }
    const auto [left, right] = std::ranges::minmax(points | std::views::elements<0>);
    const auto [low, high] = std::ranges::minmax(points | std::views::elements<1>);
    const Axis across = Axis::around(left, right);
    const Axis up = Axis::around(low, high);
    std::string content = verticalMarks(up, colors);
    for (double at = std::ceil(across.low / across.step) * across.step; at <= across.high;
         at += across.step) {
        const double x = xOf(across.share(at));
        content +=
            line(x, kTop, x, kHeight - kBottom, colors.line) +
            text(x, kHeight - kBottom + 16, "middle", fixed(at, across.decimals), colors.faint);
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isCurrent =
            report.tried[i].evaluation->configuration == report.evaluation->configuration;
        content += circle(xOf(across.share(points[i][0])), yOf(up.share(points[i][1])),
                          isCurrent ? 7.0 : 5.0, isCurrent ? colors.current : colors.accent);
    }
    const char* beside = figure == Figure::Top1        ? "Top-1 (%)"
                         : figure == Figure::Agreement ? "Agreement with FP32 (%)"
                                                       : "Output SQNR (dB)";
    return svg("Accuracy against size", content + title("Model size (MB)", beside, colors));
}

std::string noisePlot(const Report& report, const PlotColors& colors)
{
    const auto& layers = report.evaluation->layers;
    double most = 10.0;
    for (const LayerFigures& layer : layers) {
        for (const auto& db : {layer.weightSqnrDb, outputSqnr(report, layer.name)}) {
            most = db && *db < quant::kNoNoiseDb ? std::max(most, *db) : most;
        }
    }
    if (layers.empty()) {
        return {};
    }
    Axis up = Axis::around(0.0, most);
    up.low = 0.0;
    std::string content = verticalMarks(up, colors);
    const double slot = (kWidth - kLeft - kRight) / static_cast<double>(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const double x = kLeft + slot * static_cast<double>(i);
        const std::array<std::pair<std::optional<double>, const std::string*>, 2> bars{
            {{layers[i].weightSqnrDb, &colors.weights},
             {outputSqnr(report, layers[i].name), &colors.accent}}};
        for (std::size_t bar = 0; bar < bars.size(); ++bar) {
            const auto& [db, color] = bars[bar];
            if (db && *db < quant::kNoNoiseDb && *db > 0.0) {
                const double y = yOf(up.share(*db));
                content += rectangle(x + slot * (0.1 + 0.4 * static_cast<double>(bar)), y,
                                     slot * 0.4, kHeight - kBottom - y, *color);
            }
        }
        if (layers.size() <= 80 && layers[i].weightBits) {
            content += text(x + slot / 2.0, kHeight - kBottom + 14, "middle",
                            std::to_string(*layers[i].weightBits), colors.faint);
        }
    }
    return svg("SQNR of every layer",
               content + legend(colors) +
                   title("Layers in graph order; below each its weight bits", "SQNR (dB)", colors));
}

} // namespace quantoscope::session
