// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/block_weights.h"

#include "core/quant/block_rows.h"
#include "core/quant/block_scale.h"
#include "core/quant/range_scan.h"

#include <algorithm>
#include <vector>

namespace quantoscope::quant {

Result<QuantParams> quantizeBlocks(const float* values, const Slices& slices,
                                   const WeightScheme& scheme, std::span<const float> minimumScales,
                                   KernelOutput out)
{
    if (!scanRange({values, slices.elements()}).finite) {
        return fail(
            ErrorCode::InvalidData,
            "the weights contain NaN or infinity and cannot be quantized; keep them in FP32");
    }
    const BlockRows rows = blockRows(slices, scheme.blockSize(), scheme.hasGroupsAlongAxis());
    const IntegerLimits limits = weightLimits(scheme);
    QuantParams params;
    params.qmin = limits.qmin;
    params.qmax = limits.qmax;
    params.blockSize = scheme.blockSize();
    params.blocksAlongAxis = rows.alongAxis;
    params.scales.resize(rows.rows() * rows.blocksPerRow());
    params.zeroPoints.resize(params.scales.size());
    std::vector<float> row;
    std::vector<std::int32_t> codes;
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        gatherRow(values, rows, r, row);
        codes.resize(out.codes == nullptr ? 0 : row.size());
        const float bound = minimumScales.empty() ? 0.0F : minimumScales[r];
        for (std::size_t start = 0; start < row.size(); start += rows.blockSize) {
            const std::size_t count = std::min(rows.blockSize, row.size() - start);
            const std::span<float> block = std::span(row).subspan(start, count);
            const ScaleAndZeroPoint grid = blockScale(block, scheme, bound);
            roundBlock(block, scheme, grid, block,
                       codes.empty() ? std::span<std::int32_t>()
                                     : std::span(codes).subspan(start, count));
            const std::size_t place = rows.scaleAt(r, start / rows.blockSize);
            params.scales[place] = grid.scale;
            params.zeroPoints[place] = grid.zeroPoint;
        }
        scatterRow(row, rows, r, out.values);
        if (out.codes != nullptr) {
            scatterRow(codes, rows, r, out.codes);
        }
    }
    return params;
}

} // namespace quantoscope::quant
