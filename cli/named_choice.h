// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantoscope::cli {

/// What is wanted of the layers or tensors of a name or pattern, or of all.
template <typename T>
struct NamedChoice
{
    std::string name; ///< empty: all
    T value{};
};

} // namespace quantoscope::cli
