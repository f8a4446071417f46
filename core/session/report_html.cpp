// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_summary.h"
#include "core/session/report.h"
#include "core/session/report_plots.h"
#include "core/session/report_sections.h"
#include "core/session/report_style.h"

namespace quantoscope::session {

namespace {

std::string plotPanel(const std::string& title, const std::string& plot)
{
    return plot.empty() ? std::string()
                        : "<h2>" + title + "</h2>\n<div class=\"panel\">" + plot + "</div>\n";
}

std::string plotImage(const std::string& title, const std::string& plot, const char* address)
{
    return plotPanel(title, plot.empty() ? std::string()
                                         : "<img width=\"672\" height=\"210\" src=\"" +
                                               std::string(address) + "\">");
}

} // namespace

std::string toPrintHtml(const Report& report)
{
    const std::string title = report.model->file.filename().string();
    return "<html><head><style>" + std::string(kPrintStyle) + "</style></head><body><h1>" +
           escaped(title) + "</h1><p class=\"sub\">" +
           escaped(summary(report.evaluation->configuration)) + "</p>" +
           cards(report, Medium::Paper) + facts(report) +
           plotImage("Accuracy against size", triedPlot(report, {}), kTriedPlot) +
           triedTable(report) + plotImage("Noise per layer", noisePlot(report, {}), kNoisePlot) +
           layerTable(report, Medium::Paper) + changedPredictions(report) + "</body></html>";
}

std::string toHtml(const Report& report)
{
    const PlotColors colors{"var(--text)",  "var(--faint)",  "var(--line)",
                            "var(--float)", "var(--accent)", "var(--bad)"};
    const std::string title = report.model->file.filename().string();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(title) + " - Quantoscope</title>\n<style>" + kReportStyle +
           "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n<p class=\"sub\">" +
           escaped(summary(report.evaluation->configuration)) + "</p>\n" +
           cards(report, Medium::Screen) + facts(report) +
           plotPanel("Accuracy against size", triedPlot(report, colors)) + triedTable(report) +
           plotPanel("Noise per layer", noisePlot(report, colors)) +
           layerTable(report, Medium::Screen) + changedPredictions(report) + "</body>\n</html>\n";
}

} // namespace quantoscope::session
