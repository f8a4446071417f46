// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shape.h"

namespace quantoscope {

std::int64_t elementCount(const Shape& shape)
{
    std::int64_t count = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0) {
            return kDynamic;
        }
        count *= extent;
    }
    return count;
}

std::string toString(const Shape& shape)
{
    if (shape.empty()) {
        return "scalar";
    }
    std::string text;
    for (const std::int64_t extent : shape) {
        text += text.empty() ? "" : "x";
        text += extent < 0 ? "?" : std::to_string(extent);
    }
    return text;
}

} // namespace quantoscope
