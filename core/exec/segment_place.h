// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/binding_feed.h"
#include "core/exec/compiled_segment.h"

#include <cstdint>
#include <memory>

namespace quantoscope::exec {

/// One place to run a compiled segment from, with what it was last given. One thread at a time; the
/// compiled segment outlives it.
class SegmentPlace
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SegmentPlace>>
    create(const CompiledSegment& compiled);

    /// Takes weights, biases and grids over; only those that changed are touched.
    [[nodiscard]] Status apply(const ModelBinding& binding)
    {
        return m_feed.apply(*m_request, binding);
    }
    [[nodiscard]] Request& request() { return *m_request; }
    [[nodiscard]] const CompiledSegment& compiled() const { return *m_compiled; }

    std::int64_t firstBound = -1; ///< picture its buffers are bound from; the owner's to set

private:
    SegmentPlace(const CompiledSegment& compiled, std::unique_ptr<Request> request);

    const CompiledSegment* m_compiled;
    std::unique_ptr<Request> m_request;
    BindingFeed m_feed;
};

} // namespace quantoscope::exec
