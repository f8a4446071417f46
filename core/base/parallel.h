// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>

namespace quantoscope {

/// Number of worker threads used by parallelFor (the machine's cores, at least 1).
[[nodiscard]] unsigned workerCount();

/// Calls `body(index, worker)` once for every index in [0, count), spread over workerCount()
/// threads; returns when all are done. `worker` is in [0, workerCount()) and tells scratch
/// buffers apart. Results must not depend on which worker handles an index. `body` must not throw.
void parallelFor(std::size_t count, const std::function<void(std::size_t, unsigned)>& body);

/// The same for work that can fail: every index is tried, and the failure of the lowest index that
/// failed is returned.
[[nodiscard]] Status parallelTry(std::size_t count,
                                 const std::function<Status(std::size_t, unsigned)>& body);

} // namespace quantoscope
