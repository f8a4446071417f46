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
    case BatchNorm:
        return "its batch normalization is kept apart";
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

const char* reasonOf(session::AbsorptionObstacle obstacle)
{
    using enum session::AbsorptionObstacle;
    switch (obstacle) {
    case NoRelu:
        return "what stands between them is not a ReLU alone";
    case SeveralReaders:
        return "more than one layer or another operator makes or reads the channels";
    case SharedWeights:
        return "several layers share weights";
    case Padding:
        return "the layer that reads them pads with zeros";
    case NoBias:
        return "one of them has no bias for each channel";
    case RangeSetByHand:
        return "a range set by hand would no longer fit";
    case NothingToAbsorb:
        return "no channel is above zero nearly always";
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
        << " groups of layers that write and read the same channels in " << std::setprecision(3)
        << report.seconds << std::setprecision(1) << " s\n";
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

std::string smoothingText(const session::SmoothingReport& report)
{
    std::ostringstream out;
    if (report.streams.empty()) {
        out << "Nothing to smooth: no MatMul or Gemm reads what another layer or a normalization "
               "writes\n";
        return out.str();
    }
    out << "Smoothed " << report.smoothedStreams() << " of " << report.streams.size()
        << " groups of layers, alpha " << report.alpha << ", over " << report.images
        << " calibration pictures in " << report.seconds << " s\n"
        << (report.replacesEqualization ? "The equalization that the configuration had is gone: "
                                          "smoothing takes its place\n"
                                        : "")
        << std::fixed << std::setprecision(1);
    for (const session::EqualizedStream& stream : report.streams) {
        out << "  " << joined(stream.writers) << " -> " << joined(stream.readers) << ": ";
        if (stream.isEqualized()) {
            out << "ranges of the activations' channels " << stream.spreadBefore << " : 1, now "
                << stream.spreadAfter << " : 1\n";
        } else {
            out << "skipped, " << reasonOf(stream) << " (" << stream.where << ")\n";
        }
    }
    return out.str();
}

std::string absorptionText(const session::AbsorptionReport& report)
{
    const std::int64_t channels = report.absorbedChannels();
    std::ostringstream out;
    out << std::fixed << std::setprecision(1);
    if (channels == 0) {
        out << "No biases absorbed";
    } else if (report.isRefused) {
        out << "Biases not absorbed: over " << report.images
            << " calibration pictures FP32 outputs would change, SQNR " << report.floatSqnrDb
            << " dB, below " << session::AbsorptionReport::kLeastSqnrDb << " dB";
    } else {
        out << "Absorbed biases of " << channels << " channels; SQNR of FP32 outputs over "
            << report.images << " calibration pictures " << report.floatSqnrDb << " dB";
    }
    out << " (" << report.seconds << " s)\n";
    out << std::setprecision(3);
    for (const session::AbsorbedPair& pair : report.pairs) {
        out << "  " << joined(pair.writers) << " -> " << joined(pair.readers) << ": ";
        if (pair.obstacle) {
            out << "skipped, " << reasonOf(*pair.obstacle) << '\n';
        } else {
            out << pair.channels << " channels, at most " << pair.largest << '\n';
        }
    }
    return out.str();
}

} // namespace quantoscope::cli
