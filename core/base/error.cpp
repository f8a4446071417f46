// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace quantoscope {

std::string toString(const Error& error)
{
    return error.where.empty() ? error.message : error.where + ": " + error.message;
}

} // namespace quantoscope
