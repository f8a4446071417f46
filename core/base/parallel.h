// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace quantoscope {

/// Number of worker threads used by parallelFor (the machine's cores, at least 1).
[[nodiscard]] unsigned workerCount();

/// Calls `body(index, worker)` once for every index in [0, count), spread over workerCount()
/// threads; returns when all are done. `worker` is in [0, workerCount()) and tells scratch
/// buffers apart. Results must not depend on which worker handles an index. `body` must not throw.
void parallelFor(std::size_t count, const std::function<void(std::size_t, unsigned)>& body);

} // namespace quantoscope
