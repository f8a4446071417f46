// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/open_inputs.h"

#include "core/model/onnx_io.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {

namespace {

/// What the user fixed already is no longer open.
void applyFixed(OpenInput& input, const model::FixedDimensions& fixed)
{
    const auto whole = fixed.byInput.find(input.name);
    for (std::size_t axis = 0; axis < input.shape.size(); ++axis) {
        std::int64_t& extent = input.shape[axis];
        const auto named = fixed.byName.find(input.dimensionNames[axis]);
        if (extent == kDynamic && named != fixed.byName.end()) {
            extent = named->second;
        }
        if (extent == kDynamic && whole != fixed.byInput.end() && axis < whole->second.size()) {
            extent = whole->second[axis];
        }
    }
}

} // namespace

Result<std::vector<OpenInput>> openInputs(const ModelRequest& request)
{
    const auto graph = model::readOnnx(request.file);
    if (!graph) {
        return failFrom(graph);
    }
    std::vector<OpenInput> open;
    for (const model::TensorId id : graph->inputs) {
        const model::TensorInfo& info = graph->tensor(id);
        if (!info.shape || info.shape->empty()) {
            continue;
        }
        OpenInput input{info.name, *info.shape, info.dimensionNames};
        input.dimensionNames.resize(input.shape.size());
        applyFixed(input, request.fixed);
        if (std::find(input.shape.begin() + 1, input.shape.end(), kDynamic) != input.shape.end()) {
            open.push_back(std::move(input));
        }
    }
    return open;
}

} // namespace quantoscope::session
