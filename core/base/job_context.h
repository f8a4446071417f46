// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace quantoscope {

/// Which part of a long job is running; the front ends turn it into words.
enum class Stage {
    ReadingModel,
    SimplifyingModel,
    CompilingModel,
    DecodingImages,
    Calibrating,
    RunningFloat,
    RunningQuantized,
    MeasuringNoise,
    MeasuringTime,
    MeasuringSensitivity,
    PreparingEdit,
    Searching,
    Correcting,
    Exporting,
};

/// How far a stage is. `total` is 0 when unknown.
struct Progress
{
    Stage stage = Stage::ReadingModel;
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// What every long function takes last: a way to be cancelled and a way to tell how far it is.
/// `report` may be empty; it is called on the thread that runs the job, never concurrently.
struct JobContext
{
    std::stop_token stop;
    std::function<void(const Progress&)> report;

    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
    void progress(Stage stage, std::int64_t done, std::int64_t total) const
    {
        if (report) {
            report(Progress{stage, done, total});
        }
    }
};

/// The one failure every cancelled job returns.
[[nodiscard]] inline tl::unexpected<Error> cancelledError()
{
    return fail(ErrorCode::Cancelled, "cancelled");
}

} // namespace quantoscope
