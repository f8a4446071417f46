// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace quantoscope {

unsigned workerCount()
{
    return std::max(1U, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count, const std::function<void(std::size_t, unsigned)>& body)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&](unsigned worker) {
        for (std::size_t index = next++; index < count; index = next++) {
            body(index, worker);
        }
    };
    const auto extra =
        static_cast<unsigned>(std::min<std::size_t>(workerCount() - 1, count > 0 ? count - 1 : 0));
    std::vector<std::jthread> threads;
    for (unsigned worker = 1; worker <= extra; ++worker) {
        threads.emplace_back(work, worker);
    }
    work(0);
}

} // namespace quantoscope
