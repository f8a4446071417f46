// SPDX-License-Identifier: GPL-3.0-or-later
// For processors this program has no integer kernels for: everything runs in floats there.
#include "core/exec/integer_kernels.h"

#include <cstdlib>

namespace quantoscope::exec {

void multiply(const IntegerProduct&, const Requantization&)
{
    std::abort();
}

void convolveDepthwise(const DepthwiseProduct&, const Requantization&, std::int32_t, std::int32_t)
{
    std::abort();
}

void add(const IntegerSum&)
{
    std::abort();
}

void encode(const float*, std::size_t, const IntegerLevels&, std::uint8_t*, std::size_t)
{
    std::abort();
}

} // namespace quantoscope::exec
