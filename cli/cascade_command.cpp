// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/session/configuration_summary.h"
#include "core/session/figure_text.h"

#include <algorithm>
#include <iostream>
#include <set>

namespace quantoscope::cli {
namespace {

using Align = TextTable::Align;
using session::fixed;

/// Enough rows to see the curve by; all are in the JSON file.
constexpr std::size_t kMostRows = 20;

std::string costText(const session::CascadeReport& report, double cost)
{
    return report.request.cost == session::CascadeCost::Bops
               ? session::countText(static_cast<std::int64_t>(cost))
               : fixed(cost, 2);
}

std::vector<std::string> cells(const session::CascadeReport& report, std::string name,
                               const search::CascadePoint& point)
{
    return {std::move(name),
            fixed(point.threshold, 4),
            fixed(point.accuracy * 100.0, 2) + " %",
            fixed(point.share * 100.0, 1) + " %",
            costText(report, point.cost),
            fixed(point.cost / report.costs.better * 100.0, 1) + " %"};
}

TextTable curveTable(const session::CascadeReport& report)
{
    TextTable table;
    table.addColumn("", Align::Left);
    const bool isBops = report.request.cost == session::CascadeCost::Bops;
    const char* cost = isBops ? "mean BOPs" : "mean ms";
    for (const char* title :
         {"threshold", report.isLabelled ? "top-1" : "as FP32", "run again", cost, "of better"}) {
        table.addColumn(title, Align::Right);
    }
    return table;
}

/// Rows spread evenly, the first, the last and the chosen one among them.
std::set<std::size_t> shownRows(const session::CascadeReport& report)
{
    const std::size_t last = report.curve.points.size() - 1;
    std::set<std::size_t> rows{report.chosen};
    const std::size_t count = std::min(kMostRows, last + 1);
    for (std::size_t i = 0; i < count; ++i) {
        rows.insert(count == 1 ? 0 : i * last / (count - 1));
    }
    return rows;
}

void printReport(std::ostream& out, const session::CascadeReport& report)
{
    out << "Cheap:  " << session::summary(report.request.cheap) << '\n'
        << "Better: " << session::summary(report.request.better) << '\n'
        << report.pictures.size()
        << " validation pictures; a picture runs again where the cheap model's top-1 probability "
           "is "
           "less than the threshold above its top-2\n\n";
    TextTable table = curveTable(report);
    table.addRow({"better alone", "", fixed(report.curve.betterAccuracy * 100.0, 2) + " %", "",
                  costText(report, report.costs.better), "100.0 %"});
    for (const std::size_t row : shownRows(report)) {
        table.addRow(cells(report,
                           row == report.chosen ? "chosen"
                           : row == 0           ? "cheap alone"
                                                : "",
                           report.curve.points[row]));
    }
    table.addRow(cells(report, "halves cross-checked", report.crossChecked));
    table.print(out);
    if (report.curve.points[report.chosen].cost >= report.costs.better) {
        out << "The cascade costs no less than the better configuration alone; allow a larger drop "
               "or take a cheaper one\n";
    }
}

Result<quant::Configuration> configurationOf(const session::Session& session,
                                             const std::filesystem::path& file)
{
    QuantizationOptions options;
    options.configuration = file;
    return chosenConfiguration(session, options);
}

} // namespace

Status runCascade(const CascadeOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto cheap = configurationOf(*session, options.cheap);
    if (!cheap) {
        return failFrom(cheap);
    }
    const auto better = configurationOf(*session, options.better);
    if (!better) {
        return failFrom(better);
    }
    const auto data = session->openData(options.data, context);
    if (!data) {
        return failFrom(data);
    }
    const auto report = session->measureCascade(
        {*cheap, *better, options.dropPoints / 100.0, options.cost}, context);
    if (!report) {
        return failFrom(report);
    }
    printReport(std::cout, **report);
    Status written;
    if (!options.json.empty()) {
        written = writeFile(options.json, session::cascadeJson(**report));
    }
    if (written && !options.folder.empty()) {
        written = session->exportCascade(**report, options.folder, context);
        if (written) {
            std::cout << (options.folder / session::kCascadeManifest).string() << ": "
                      << session::kCheapModel << " and " << session::kBetterModel << '\n';
        }
    }
    return written;
}

} // namespace quantoscope::cli
