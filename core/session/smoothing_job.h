// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/layer_correction.h"
#include "core/session/smoothing.h"
#include "core/session/stopwatch.h"

#include <vector>

namespace quantoscope::session {

/// Measures the magnitudes of activations over the calibration pictures, in FP32, and scales
/// channels by them. Running the pictures gives way to edits.
class SmoothingJob
{
public:
    using Place = LayerCorrection::Place;

    SmoothingJob(Place place, SmoothingRequest request);

    [[nodiscard]] Result<SmoothingReport> run();

private:
    /// A tensor that a stream's readers read, and the largest magnitude of each of its channels.
    struct Watched
    {
        std::size_t stream = 0; ///< into m_streams
        std::size_t output = 0; ///< of the observed model; channels are its last axis
    };

    void chooseStreams();
    Status watch(const exec::InstrumentedGraph& graph, std::vector<Watched>& watched) const;
    Status measure();
    void scale(std::size_t stream, quant::Equalization& equalization);
    [[nodiscard]] std::vector<float> readRanges(const model::ChannelStream& stream) const;

    Place m_place;
    SmoothingRequest m_request;
    Stopwatch m_stopwatch;
    SmoothingReport m_report;
    std::vector<model::ChannelStream> m_streams;       ///< as in the report
    std::shared_ptr<const quant::Equalization> m_rest; ///< what stays; null: nothing
    std::vector<std::vector<float>> m_largest;         ///< by stream and channel
};

} // namespace quantoscope::session
