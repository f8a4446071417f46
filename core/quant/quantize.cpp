// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quantize.h"

#include "core/quant/affine_kernel.h"
#include "core/quant/slices.h"

#include <string>

namespace quantoscope::quant {

Result<std::vector<std::int32_t>> quantizeLinear(const TensorView& x, const QuantParams& p)
{
    const auto slices = slicesOf(x.shape, x.values.size(), p);
    if (!slices) {
        return failFrom(slices);
    }
    std::vector<std::int32_t> codes(x.values.size());
    roundToGrid(x.values.data(), *slices, p, {nullptr, codes.data()});
    return codes;
}

Result<Tensor> dequantizeLinear(const Shape& shape, std::span<const std::int32_t> codes,
                                const QuantParams& p)
{
    const auto slices = slicesOf(shape, codes.size(), p);
    if (!slices) {
        return failFrom(slices);
    }
    Tensor result{shape, std::vector<float>(codes.size())};
    codesToValues(codes.data(), *slices, p, result.values.data());
    return result;
}

Status fakeQuantizeInto(const TensorView& x, const QuantParams& p, std::span<float> out)
{
    const auto slices = slicesOf(x.shape, x.values.size(), p);
    if (!slices) {
        return failFrom(slices);
    }
    if (out.size() != x.values.size()) {
        return fail(ErrorCode::ShapeMismatch, "room for " + std::to_string(out.size()) +
                                                  " values given, " +
                                                  std::to_string(x.values.size()) + " needed");
    }
    roundToGrid(x.values.data(), *slices, p, {out.data(), nullptr});
    return {};
}

Result<Tensor> fakeQuantize(const TensorView& x, const QuantParams& p)
{
    Tensor result{x.shape, std::vector<float>(x.values.size())};
    if (const Status done = fakeQuantizeInto(x, p, result.values); !done) {
        return failFrom(done);
    }
    return result;
}

} // namespace quantoscope::quant
