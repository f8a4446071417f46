// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/engine.h"
#include "core/model/input_shapes.h"
#include "core/model/layers.h"
#include "core/model/onnx_io.h"
#include "core/model/simplify.h"

#include <filesystem>
#include <memory>

namespace quantoscope::tests {

/// A model as the session opens it, for tests below the session.
inline Result<std::shared_ptr<const model::LayerModel>>
openLayers(exec::Engine& engine, const std::filesystem::path& file)
{
    const auto read = model::readOnnx(file);
    if (!read) {
        return failFrom(read);
    }
    const auto fixed = model::fixDimensions(*read, {});
    if (!fixed) {
        return failFrom(fixed);
    }
    const auto simplified = model::simplify(*fixed, engine, {});
    if (!simplified) {
        return failFrom(simplified);
    }
    auto shaped = engine.inferShapes(simplified->graph);
    if (!shaped) {
        return failFrom(shaped);
    }
    auto layers = model::buildLayers(std::make_shared<const model::Graph>(*std::move(shaped)));
    if (!layers) {
        return failFrom(layers);
    }
    return std::make_shared<const model::LayerModel>(*std::move(layers));
}

inline std::filesystem::path sampleModelFile()
{
    return std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs" / "model.onnx";
}

} // namespace quantoscope::tests
