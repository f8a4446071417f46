// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/emulated_quantizer.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace quantoscope::exec {
namespace {

enum class Kind { Off, Static, Picture, Token, OnePicture };

Kind kindOf(const std::optional<quant::ActivationQuantizer>& quantizer, bool isOfOnePicture)
{
    if (!quantizer) {
        return Kind::Off;
    }
    switch (quantizer->source) {
    case quant::RangeSource::Static:
        return Kind::Static;
    case quant::RangeSource::Dynamic:
        return isOfOnePicture ? Kind::OnePicture : Kind::Picture;
    case quant::RangeSource::DynamicPerToken:
        return Kind::Token;
    }
    return Kind::Off;
}

quant::RangeSource sourceOf(Kind kind)
{
    switch (kind) {
    case Kind::Picture:
    case Kind::OnePicture:
        return quant::RangeSource::Dynamic;
    case Kind::Token:
        return quant::RangeSource::DynamicPerToken;
    case Kind::Off:
    case Kind::Static:
        break;
    }
    return quant::RangeSource::Static;
}

/// Values that share a range.
std::size_t sharing(const Shape& shape, std::size_t count, quant::RangeSource source)
{
    if (source == quant::RangeSource::DynamicPerToken && !shape.empty()) {
        return static_cast<std::size_t>(shape.back());
    }
    return source == quant::RangeSource::Dynamic && shape.size() > 1
               ? count / static_cast<std::size_t>(shape.front())
               : count;
}

} // namespace

QuantizerDescription describe(const std::optional<quant::ActivationQuantizer>& quantizer,
                              bool isOfOnePicture)
{
    const quant::ActivationQuantizer q = quantizer.value_or(quant::ActivationQuantizer{});
    return {static_cast<float>(kindOf(quantizer, isOfOnePicture)),
            q.scale,
            q.low,
            q.high,
            q.unitRatio,
            q.leastUnit,
            q.steps,
            q.hasZeroPoint ? 1.0F : 0.0F};
}

std::optional<quant::ActivationQuantizer> quantizerFrom(std::span<const float> description)
{
    const auto kind = static_cast<Kind>(description[0]);
    if (kind == Kind::Off) {
        return std::nullopt;
    }
    quant::ActivationQuantizer q;
    q.source = sourceOf(kind);
    q.scale = description[1];
    q.low = description[2];
    q.high = description[3];
    q.unitRatio = description[4];
    q.leastUnit = description[5];
    q.steps = description[6];
    q.hasZeroPoint = description[7] != 0.0F;
    return q;
}

Shape shapeOfPictures(const Shape& shape, std::span<const float> description)
{
    return static_cast<Kind>(description[0]) == Kind::OnePicture ? Shape{1, elementCount(shape)}
                                                                 : shape;
}

void emulateBatch(TensorView x, const std::optional<quant::ActivationQuantizer>& quantizer,
                  std::span<float> out)
{
    const std::size_t count = x.values.size();
    if (!quantizer || count == 0) {
        std::ranges::copy(x.values, out.begin());
        return;
    }
    constexpr std::size_t kPiece = 16384;
    const bool isStatic = quantizer->source == quant::RangeSource::Static;
    const std::size_t unit = isStatic ? kPiece : sharing(x.shape, count, quantizer->source);
    const std::size_t perPiece = std::max<std::size_t>(1, kPiece / unit) * unit;
    parallelFor((count + perPiece - 1) / perPiece, [&](std::size_t piece, unsigned) {
        const std::size_t end = std::min(count, (piece + 1) * perPiece);
        for (std::size_t start = piece * perPiece; start < end; start += unit) {
            const std::size_t size = std::min(unit, end - start);
            quant::emulateQuantizer(x.values.subspan(start, size), *quantizer,
                                    out.subspan(start, size));
        }
    });
}

} // namespace quantoscope::exec
