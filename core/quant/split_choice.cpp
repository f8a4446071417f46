// SPDX-License-Identifier: GPL-3.0-or-later
// Which channels are split.
#include "core/quant/channel_splitting.h"
#include "core/quant/prune_weights.h"
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::quant {
namespace {

/// Largest magnitudes of every copy of a channel among the weights that share a scale.
class Magnitudes
{
public:
    Magnitudes(std::size_t scales, std::size_t channels, std::size_t room)
        : m_channels(channels), m_room(room), m_values(scales * room, 0.0F), m_largest(scales)
    {
    }

    void add(std::size_t scale, std::size_t channel, float weight)
    {
        float& value = m_values[scale * m_room + channel];
        value = std::max(value, std::abs(weight));
    }

    void rank()
    {
        for (std::size_t scale = 0; scale < m_largest.size(); ++scale) {
            rank(scale);
        }
    }

    /// The copy to split next; its number is that of copies where all weights are zero.
    [[nodiscard]] std::size_t next() const
    {
        std::vector<double> gains(m_channels, 0.0);
        std::size_t found = m_channels;
        float largest = 0.0F;
        for (const Largest& each : m_largest) {
            const double before = each.value;
            const double after = std::max(before / 2, double{each.second});
            gains[each.copy] += before * before - after * after;
            if (each.value > largest) { // counts where no split gains anything
                largest = each.value;
                found = each.copy;
            }
        }
        const auto best = std::ranges::max_element(gains);
        return best != gains.end() && *best > 0.0 ? static_cast<std::size_t>(best - gains.begin())
                                                  : found;
    }

    void split(std::size_t copy)
    {
        for (std::size_t scale = 0; scale < m_largest.size(); ++scale) {
            float* row = m_values.data() + scale * m_room;
            row[copy] /= 2;
            row[m_channels] = row[copy];
        }
        ++m_channels;
        for (std::size_t scale = 0; scale < m_largest.size(); ++scale) {
            if (m_largest[scale].copy == copy || m_largest[scale].secondCopy == copy) {
                rank(scale);
            }
        }
    }

    [[nodiscard]] std::size_t copies() const { return m_channels; }

private:
    struct Largest
    {
        std::size_t copy = 0, secondCopy = 0;
        float value = 0.0F, second = 0.0F;
    };

    void rank(std::size_t scale)
    {
        const float* row = m_values.data() + scale * m_room;
        Largest largest{0, 0, row[0], 0.0F};
        for (std::size_t copy = 1; copy < m_channels; ++copy) {
            if (row[copy] > largest.value) {
                largest = {copy, largest.copy, row[copy], largest.value};
            } else if (row[copy] > largest.second) {
                largest.secondCopy = copy;
                largest.second = row[copy];
            }
        }
        m_largest[scale] = largest;
    }

    std::size_t m_channels; ///< copies included
    std::size_t m_room;
    std::vector<float> m_values; ///< [scales, room]
    std::vector<Largest> m_largest;
};

} // namespace

ChannelSplits chooseSplits(const TensorView& w, const WeightScheme& scheme, int channelAxis)
{
    const int axis = inputChannelAxis(w.shape, channelAxis);
    const int scaleAxis = scheme.granularity == Granularity::PerTensor ? -1 : channelAxis;
    const auto rows = slicesOf(w.shape, w.values.size(), axis);
    const auto scales = slicesOf(w.shape, w.values.size(), scaleAxis);
    if (axis < 0 || !rows || !scales || w.values.empty()) {
        return {};
    }
    const auto count = static_cast<std::size_t>(
        addedChannels(static_cast<std::int64_t>(rows->slices), scheme.split));
    Magnitudes magnitudes(scales->slices, rows->slices, rows->slices + count);
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        magnitudes.add(i / scales->inner % scales->slices, i / rows->inner % rows->slices,
                       w.values[i]);
    }
    magnitudes.rank();
    ChannelSplits splits;
    while (splits.parents.size() < count) {
        const std::size_t copy = magnitudes.next();
        if (copy == magnitudes.copies()) {
            break;
        }
        splits.parents.push_back(static_cast<std::int32_t>(copy));
        magnitudes.split(copy);
    }
    return splits;
}

} // namespace quantoscope::quant
