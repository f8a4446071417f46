// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/correction_text.h"

#include <map>
#include <sstream>

namespace quantoscope::cli {
namespace {

const char* reasonOf(session::UncorrectedReason reason)
{
    switch (reason) {
    case session::UncorrectedReason::OtherKind:
        return "layers of their kind cannot be corrected";
    case session::UncorrectedReason::NothingToDo:
        return "the method changes nothing in them (they have no bias, or one bit a weight)";
    case session::UncorrectedReason::SplitChannels:
        return "layers with split channels stay rounded to nearest";
    case session::UncorrectedReason::UnknownInputs:
        return "batch normalization does not tell the means of what they read";
    }
    return "";
}

/// How many layers by which method, as "3 by gptq, 1 by adaround".
std::string methodsText(const session::CorrectionReport& report)
{
    std::map<quant::CorrectionMethod, int> counts;
    for (const session::CorrectedLayer& layer : report.layers) {
        counts[layer.method] += layer.isCorrected ? 1 : 0;
    }
    std::ostringstream out;
    for (const auto& [method, count] : counts) {
        if (count > 0) {
            out << (out.str().empty() ? " (" : ", ") << count << " by " << quant::toString(method);
        }
    }
    return out.str().empty() ? std::string() : out.str() + ")";
}

} // namespace

std::string correctionText(const session::CorrectionReport& report)
{
    std::map<session::UncorrectedReason, std::string> left;
    for (const session::CorrectedLayer& layer : report.layers) {
        if (layer.reason && layer.method != quant::CorrectionMethod::Nearest) {
            std::string& names = left[*layer.reason];
            names += (names.empty() ? "" : ", ") + layer.name;
        }
    }
    std::ostringstream out;
    out << report.correctedLayers() << " layers corrected" << methodsText(report);
    if (report.images > 0) {
        out << " on " << report.images << " pictures";
    }
    out << " in " << report.seconds << " s\n";
    for (const auto& [reason, names] : left) {
        out << "Not corrected: " << names << "; " << reasonOf(reason) << '\n';
    }
    return out.str();
}

std::string correctionCsv(const session::CorrectionReport& report)
{
    std::ostringstream out;
    out << "layer,corrected,method,nearest_error,corrected_error\n";
    for (const session::CorrectedLayer& layer : report.layers) {
        out << '"' << layer.name << "\"," << (layer.isCorrected ? "yes" : "no") << ','
            << quant::toString(layer.method) << ',' << layer.error.nearest << ','
            << layer.error.reconstructed << '\n';
    }
    return out.str();
}

} // namespace quantoscope::cli
