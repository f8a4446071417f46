// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/segment_place.h"

#include <utility>

namespace quantoscope::exec {

SegmentPlace::SegmentPlace(const CompiledSegment& compiled, std::unique_ptr<Request> request)
    : m_compiled(&compiled), m_request(std::move(request)),
      m_feed(compiled.weights, compiled.biases, compiled.quantizers)
{
}

Result<std::unique_ptr<SegmentPlace>> SegmentPlace::create(const CompiledSegment& compiled)
{
    auto request = compiled.compiled->newRequest();
    if (!request) {
        return failFrom(request);
    }
    return std::unique_ptr<SegmentPlace>(new SegmentPlace(compiled, *std::move(request)));
}

} // namespace quantoscope::exec
