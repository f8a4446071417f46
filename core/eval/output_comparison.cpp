// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/output_comparison.h"

#include "core/quant/noise.h"

#include <algorithm>
#include <cassert>

namespace quantoscope::eval {

TaskKind taskKindOf(const Shape& outputShape)
{
    if (outputShape.size() < 2) {
        return TaskKind::Generic;
    }
    const auto isScores = [](std::int64_t extent) { return extent > 1; };
    const auto isOne = [](std::int64_t extent) { return extent == 1; };
    const auto first = outputShape.begin() + 1;
    const bool isVector = std::count_if(first, outputShape.end(), isScores) == 1 &&
                          std::count_if(first, outputShape.end(), isOne) ==
                              static_cast<std::ptrdiff_t>(outputShape.size()) - 2;
    return isVector ? TaskKind::Classification : TaskKind::Generic;
}

OutputFigures compareOutputs(const TensorView& floatOutput, const TensorView& quantizedOutput)
{
    assert(floatOutput.values.size() == quantizedOutput.values.size());
    const auto pictures =
        static_cast<std::size_t>(floatOutput.shape.empty() ? 1 : floatOutput.shape.front());
    if (pictures == 0) {
        return {quant::kNoNoiseDb, 1.0};
    }
    const std::size_t size = floatOutput.values.size() / pictures;
    quant::NoiseSums total;
    double cosines = 0.0;
    for (std::size_t picture = 0; picture < pictures; ++picture) {
        quant::NoiseSums sums;
        sums.add(floatOutput.values.subspan(picture * size, size),
                 quantizedOutput.values.subspan(picture * size, size));
        cosines += quant::cosineSimilarity(sums);
        total += sums;
    }
    return {quant::sqnrDb(total), cosines / static_cast<double>(pictures)};
}

} // namespace quantoscope::eval
