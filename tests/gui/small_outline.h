// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <memory>

namespace quantoscope::gui {

/// input -> stem -> { left, right } -> sum -> head: a fork, a join, and a layer without quantizer.
inline std::shared_ptr<const ModelOutline> smallOutline()
{
    const auto layer = [](const char* name, const char* op, bool weights, const char* site) {
        OutlineEntry entry;
        entry.name = name;
        entry.opType = op;
        entry.hasWeights = weights;
        entry.kind = weights ? model::LayerKind::Conv : model::LayerKind::Arithmetic;
        if (site != nullptr) {
            entry.sites = {site};
        }
        entry.outputShape = {1, 8, 4, 4};
        entry.weightShape = weights ? Shape{8, 3, 3, 3} : Shape{};
        entry.parameterCount = weights ? 224 : 0;
        return entry;
    };
    auto outline = std::make_shared<ModelOutline>();
    outline->entries = {
        layer("image", "Input", false, "image"), layer("stem", "Conv", true, "stem_out"),
        layer("left", "Conv", true, "left_out"), layer("right", "Conv", true, nullptr),
        layer("sum", "Add", false, "sum_out"),   layer("head", "Softmax", false, nullptr)};
    outline->entries.front().isInput = true;
    outline->edges = {{0, 1, "image", {1, 3, 4, 4}, "image"},
                      {1, 2, "stem_out", {}, "stem_out"},
                      {1, 3, "stem_out", {}, "stem_out"},
                      {2, 4, "left_out", {}, "left_out"},
                      {3, 4, "right_out", {}, {}},
                      {4, 5, "sum_out", {}, "sum_out"}};
    return outline;
}

} // namespace quantoscope::gui
