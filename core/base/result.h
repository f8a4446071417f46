// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace quantoscope {

/// A value or the expected failure that prevented it.
template <typename T>
using Result = tl::expected<T, Error>;

/// Success, or the expected failure that prevented it.
using Status = Result<void>;

/// Shorthand for returning a failure: `return fail(ErrorCode::Unsupported, "...", node.name);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message,
                                                std::string where = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

/// Passes a failure of another result on unchanged.
template <typename T>
[[nodiscard]] tl::unexpected<Error> failFrom(const Result<T>& result)
{
    return tl::unexpected<Error>(result.error());
}

} // namespace quantoscope
