// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/onnx_io.h"
#include "tests/core/session/sample_session.h"

#include <QtGlobal>

#include <filesystem>
#include <memory>
#include <string>

namespace quantoscope::session {

/// A small model with 40 of the sample's pictures, stretched to squares; null where it does not
/// open.
inline std::unique_ptr<Session> openNetwork(const std::filesystem::path& file, int side = 16)
{
    auto session = std::make_unique<Session>(std::make_shared<eval::QtImageDecoder>());
    DataRequest data;
    data.validation.images = kSample / "val";
    data.validation.limit = 40;
    data.calibrationImages = kSample / "calib";
    data.calibrationLimit = 40;
    data.preprocess = R"({"preset": "efficientnet-lite", "width": )" + std::to_string(side) +
                      R"(, "height": )" + std::to_string(side) + R"(, "fit": "stretch"})";
    const auto model = session->openModel({file, {}}, {});
    const auto opened = model ? session->openData(data, {}) : failFrom(model);
    if (!opened) {
        qWarning("%s", toString(opened.error()).c_str());
    }
    return opened ? std::move(session) : nullptr;
}

/// The same of a graph, which is written to `file`.
inline std::unique_ptr<Session> openNetwork(const model::Graph& graph,
                                            const std::filesystem::path& file, int side = 16)
{
    return model::writeOnnx(graph, file) ? openNetwork(file, side) : nullptr;
}

} // namespace quantoscope::session
