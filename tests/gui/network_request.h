// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/onnx_io.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/app/workbench.h"

#include <optional>

namespace quantoscope::gui {

/// Writes a small network of 16x16 pictures to `file` and opens it with some of the sample's; empty
/// where it cannot be written.
inline std::optional<OpenRequest> networkRequest(const model::Graph& graph, const QString& file)
{
    OpenRequest request;
    request.model.file = toPath(file);
    request.data.emplace();
    request.data->validation.images = toPath(sampleFolder()) / "val";
    request.data->validation.limit = 24;
    request.data->calibrationImages = toPath(sampleFolder()) / "calib";
    request.data->calibrationLimit = 24;
    request.data->preprocess =
        R"({"preset": "efficientnet-lite", "width": 16, "height": 16, "fit": "stretch"})";
    return model::writeOnnx(graph, request.model.file) ? std::optional(request) : std::nullopt;
}

} // namespace quantoscope::gui
