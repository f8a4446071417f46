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

Status parallelTry(std::size_t count, const std::function<Status(std::size_t, unsigned)>& body)
{
    std::vector<Status> outcomes(count);
    parallelFor(count,
                [&](std::size_t index, unsigned worker) { outcomes[index] = body(index, worker); });
    const auto failure =
        std::ranges::find_if(outcomes, [](const Status& outcome) { return !outcome; });
    return failure == outcomes.end() ? Status{} : *failure;
}

} // namespace quantoscope
