// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/activation_inspection.h"

#include "core/quant/range_search.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::session {
namespace {

/// Shares the histogram's fine bins out among `bins` equal ones over the data, each fine bin's
/// values taken as spread evenly.
void countInBins(ActivationInspection& inspection, const quant::StreamingHistogram& histogram,
                 int bins)
{
    const double low = inspection.minimum;
    const double high = std::max(inspection.maximum, low + histogram.binWidth());
    const double width = (high - low) / bins;
    for (int i = 0; i <= bins; ++i) {
        inspection.binEdges.push_back(low + width * i);
    }
    inspection.counts.assign(static_cast<std::size_t>(bins), 0.0);
    for (int fine = 0; fine < quant::StreamingHistogram::kBins; ++fine) {
        const auto count = histogram.bins()[static_cast<std::size_t>(fine)];
        if (count == 0) {
            continue;
        }
        const double half = histogram.binWidth() / 2.0;
        const double from = std::max(low, histogram.binCenter(fine) - half);
        const double to = std::max(from, std::min(high, histogram.binCenter(fine) + half));
        const int first = std::clamp(static_cast<int>((from - low) / width), 0, bins - 1);
        const int last = std::clamp(static_cast<int>((to - low) / width), first, bins - 1);
        for (int bin = first; bin <= last; ++bin) {
            const double overlap =
                std::min(to, low + width * (bin + 1)) - std::max(from, low + width * bin);
            const double share = to > from ? std::max(0.0, overlap) / (to - from) : 1.0;
            inspection.counts[static_cast<std::size_t>(bin)] += static_cast<double>(count) * share;
        }
    }
}

double shareBelow(const quant::StreamingHistogram& histogram, double limit)
{
    double below = 0.0;
    const double width = histogram.binWidth();
    for (int bin = 0; bin < quant::StreamingHistogram::kBins; ++bin) {
        const double start = histogram.binCenter(bin) - width / 2.0;
        below += static_cast<double>(histogram.bins()[static_cast<std::size_t>(bin)]) *
                 std::clamp((limit - start) / width, 0.0, 1.0);
    }
    return below / static_cast<double>(histogram.count());
}

double clippedShare(const ActivationInspection& inspection,
                    const quant::StreamingHistogram& histogram)
{
    const auto low = static_cast<double>(inspection.clipping.low);
    const auto high = static_cast<double>(inspection.clipping.high);
    const double below = low > inspection.minimum ? shareBelow(histogram, low) : 0.0;
    const double above = high < inspection.maximum ? 1.0 - shareBelow(histogram, high) : 0.0;
    return std::clamp(below + above, 0.0, 1.0);
}

/// Energy of the data over the error of quantizing it, both from bin centres.
double histogramSqnrDb(const quant::StreamingHistogram& histogram, const quant::Range& range,
                       const quant::ActivationScheme& scheme)
{
    double energy = 0.0;
    for (int bin = 0; bin < quant::StreamingHistogram::kBins; ++bin) {
        const double center = histogram.binCenter(bin);
        energy +=
            static_cast<double>(histogram.bins()[static_cast<std::size_t>(bin)]) * center * center;
    }
    quant::NoiseSums sums;
    sums.signal = energy / static_cast<double>(histogram.count());
    sums.noise = quant::histogramError(histogram, range, scheme);
    return quant::sqnrDb(sums);
}

} // namespace

ActivationInspection inspect(const std::string& tensor, const quant::StreamingHistogram& histogram,
                             const quant::ActivationScheme& scheme,
                             const quant::QuantParams& params, int bins)
{
    ActivationInspection inspection;
    inspection.tensor = tensor;
    inspection.minimum = static_cast<double>(histogram.minimum());
    inspection.maximum = static_cast<double>(histogram.maximum());
    inspection.params = params;
    const float scale = params.scales.front();
    const std::int32_t zeroPoint = params.zeroPoints.front();
    inspection.clipping = {scale * static_cast<float>(params.qmin - zeroPoint),
                           scale * static_cast<float>(params.qmax - zeroPoint)};
    inspection.isSetByHand = scheme.range.has_value();
    countInBins(inspection, histogram, bins);
    inspection.clippedShare = clippedShare(inspection, histogram);
    inspection.sqnrDb =
        histogramSqnrDb(histogram, scheme.range.value_or(inspection.clipping), scheme);
    return inspection;
}

} // namespace quantoscope::session
