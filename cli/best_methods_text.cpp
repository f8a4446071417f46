// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/best_methods_text.h"

#include "cli/text_table.h"
#include "core/session/figure_text.h"

#include <sstream>

namespace quantoscope::cli {

namespace {

std::string nameOf(const session::BestTrial& trial)
{
    switch (trial.method) {
    case session::BestMethod::CalibrationMethod:
        return trial.variant.empty() ? "calibration methods" : "calibration by " + trial.variant;
    case session::BestMethod::WeightRange:
        return "weight ranges by " + trial.variant;
    case session::BestMethod::Equalization:
        return "cross-layer equalization";
    case session::BestMethod::Smoothing:
        return "smoothed activations";
    case session::BestMethod::BiasAbsorption:
        return "high-bias absorption";
    case session::BestMethod::BiasCorrectionAnalytic:
        return "bias correction without pictures";
    case session::BestMethod::BiasCorrection:
        return "bias correction";
    case session::BestMethod::Reconstruction:
        return "weight correction";
    case session::BestMethod::AdaRound:
        return "AdaRound";
    }
    return {};
}

std::string outcomeOf(const session::BestTrial& trial)
{
    switch (trial.outcome) {
    case session::BestOutcome::Kept:
        return "kept";
    case session::BestOutcome::NotBetter:
        return "no better, left out";
    case session::BestOutcome::NothingToDo:
        return "nothing to do";
    case session::BestOutcome::NoTime:
        return "no time left: about " + session::fixed(trial.seconds, 0) + " s";
    }
    return {};
}

} // namespace

std::string bestMethodsText(const session::BestReport& report)
{
    std::ostringstream out;
    const std::string loss = report.isKl ? "KL from FP32, nats" : "noise over signal";
    TextTable table;
    table.addColumn("Method", TextTable::Align::Left);
    table.addColumn(loss, TextTable::Align::Right);
    table.addColumn("Time, s", TextTable::Align::Right);
    table.addColumn("", TextTable::Align::Left);
    table.addRow({"as asked for", session::fixed(report.lossBefore, 5), "", ""});
    for (const session::BestTrial& trial : report.trials) {
        const bool judged = trial.wasJudged();
        table.addRow({nameOf(trial), judged ? session::fixed(trial.loss, 5) : "-",
                      judged ? session::fixed(trial.seconds, 1) : "-", outcomeOf(trial)});
    }
    table.print(out);
    out << "Judged by " << report.judging << " calibration pictures: " << loss << " "
        << session::fixed(report.lossBefore, 5) << " -> " << session::fixed(report.lossAfter, 5)
        << ", in " << session::fixed(report.seconds, 1) << " s\n";
    return out.str();
}

} // namespace quantoscope::cli
