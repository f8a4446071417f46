// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reference_hash.h"

#include <bit>

namespace quantoscope::session {

Hash hashOf(const FloatReference& reference)
{
    Hash hash;
    for (const float value : reference.outputs.values) {
        hash.add(std::bit_cast<std::uint32_t>(value));
    }
    for (const std::size_t label : reference.labels) {
        hash.add(label);
    }
    return hash;
}

} // namespace quantoscope::session
