// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/qt_image_decoder.h"
#include "core/session/session.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace quantoscope::session {

inline const std::filesystem::path kSample =
    std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs";

/// The bundled sample with its first pictures; null where it does not open.
inline std::unique_ptr<Session> openSample(std::int64_t validation = 128,
                                           std::int64_t calibration = 50)
{
    auto session = std::make_unique<Session>(std::make_shared<eval::QtImageDecoder>());
    DataRequest data;
    data.validation.images = kSample / "val";
    data.validation.limit = validation;
    data.calibrationImages = kSample / "calib";
    data.calibrationLimit = calibration;
    const auto model = session->openModel({kSample / "model.onnx", {}}, {});
    return model && session->openData(data, {}) ? std::move(session) : nullptr;
}

} // namespace quantoscope::session
