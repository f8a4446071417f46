// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/equalization_text.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace quantoscope::cli {
namespace {

const char* reasonOf(const session::EqualizedStream& stream)
{
    if (stream.hasRangeSetByHand) {
        return "a range set by hand would no longer fit";
    }
    using enum model::StreamObstacle;
    switch (*stream.obstacle) {
    case ClippedActivation:
        return "a clipping activation function (ReLU6, Clip) does not scale with its input";
    case OtherActivation:
        return "its activation function does not scale with its input";
    case OtherOperator:
        return "another operator makes or reads the channels";
    case ModelOutput:
        return "the channels are an output of the model";
    case ModelInput:
        return "the channels are an input of the model";
    case SharedWeights:
        return "several layers share weights";
    }
    return "";
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace

std::string equalizationText(const session::EqualizationReport& report)
{
    const auto done = std::ranges::count_if(report.streams, &session::EqualizedStream::isEqualized);
    std::ostringstream out;
    out << std::fixed << std::setprecision(1);
    out << "Equalized " << done << " of " << report.streams.size()
        << " groups of layers that write and read the same channels\n";
    for (const session::EqualizedStream& stream : report.streams) {
        out << "  " << joined(stream.writers) << " -> " << joined(stream.readers) << ": ";
        if (stream.isEqualized()) {
            out << "ranges of the channels " << stream.spreadBefore << " : 1, now "
                << stream.spreadAfter << " : 1\n";
        } else {
            out << "skipped, " << reasonOf(stream) << " (" << stream.where << ")\n";
        }
    }
    for (const session::EqualizedLayerNoise& layer : report.layers) {
        out << "  weights of " << layer.name << ": SQNR " << layer.sqnrBeforeDb << " dB, now "
            << layer.sqnrAfterDb << " dB\n";
    }
    return out.str();
}

} // namespace quantoscope::cli
