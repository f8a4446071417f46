// SPDX-License-Identifier: GPL-3.0-or-later
// Which schemes are legal, and the nearest legal one after an edit.
#include "core/quant/channel_splits.h"
#include "core/quant/legal_words.h"
#include "core/quant/scheme.h"

#include <cmath>

namespace quantoscope::quant {

namespace {

constexpr int kSmallestGroup = 2;
constexpr int kLargestGroup = 65536;
constexpr int kLastAxis = 7;

tl::unexpected<Error> illegal(std::string message)
{
    return fail(ErrorCode::InvalidArgument, std::move(message));
}

bool isOneBit(const Precision& precision)
{
    return precision == Precision::integer(1);
}

bool isTernary(const Precision& precision)
{
    return precision.format == NumberFormat::Ternary;
}

bool isFloat8(const Precision& precision)
{
    return precision.format == NumberFormat::Float8E4M3 ||
           precision.format == NumberFormat::Float8E5M2;
}

bool hasZeroPoints(const Precision& precision)
{
    return precision.isInteger() && !isOneBit(precision);
}

/// Elements of MX blocks that are carried here. Source: OCP MX 1.0, table 1 (FP6 is not carried).
bool hasMxForm(const Precision& precision)
{
    return precision == Precision::integer(8) || isFloat8(precision) ||
           precision.format == NumberFormat::Float4E2M1;
}

/// Scales that are a mean magnitude leave nothing to choose.
bool canHavePowerOfTwo(const WeightScheme& scheme)
{
    return hasZeroPoints(scheme.precision) && scheme.granularity != Granularity::MxBlocks;
}

Status checkSymmetry(const WeightScheme& scheme)
{
    if (scheme.symmetric || !scheme.precision.hasScale() || hasZeroPoints(scheme.precision)) {
        if (scheme.granularity == Granularity::MxBlocks && !scheme.symmetric) {
            return illegal("MX blocks have no zero points; choose the symmetric scheme");
        }
        return {};
    }
    return illegal(isOneBit(scheme.precision)
                       ? "1-bit weights are a sign times a mean magnitude; choose the symmetric "
                         "scheme"
                       : toString(scheme.precision) +
                             " weights have no zero point; choose the symmetric scheme");
}

Status checkGroups(const WeightScheme& scheme)
{
    const bool isGrouped = scheme.granularity == Granularity::PerGroup;
    if (isGrouped && (scheme.groupSize < kSmallestGroup || scheme.groupSize > kLargestGroup)) {
        return illegal("a group of " + std::to_string(scheme.groupSize) +
                       " weights is not usable; choose 2 to 65536, usually 32, 64 or 128");
    }
    if (!isGrouped && scheme.groupSize != 0) {
        return illegal("a group size of " + std::to_string(scheme.groupSize) +
                       " needs the granularity per-group");
    }
    if (scheme.granularity == Granularity::MxBlocks && !hasMxForm(scheme.precision)) {
        return illegal("MX blocks hold INT8, FP8E4M3, FP8E5M2 or FP4E2M1, not " +
                       toString(scheme.precision));
    }
    return {};
}

Status checkAxis(const WeightScheme& scheme)
{
    if (scheme.axis < -1 || scheme.axis > kLastAxis) {
        return illegal("weights have no axis " + std::to_string(scheme.axis) +
                       "; choose 0 to 7, or -1 for the output channels");
    }
    const bool hasAxis = scheme.granularity == Granularity::PerChannel ||
                         scheme.granularity == Granularity::PerGroup;
    if (scheme.axis >= 0 && !hasAxis) {
        return illegal("an axis needs the granularity per-channel or per-group");
    }
    return {};
}

Status checkScales(const WeightScheme& scheme)
{
    if (scheme.scale == ScaleKind::PowerOfTwo && !canHavePowerOfTwo(scheme)) {
        return illegal("power-of-two scales are for INT2 to INT8 and INT16 outside of MX blocks, "
                       "whose scales are powers of two anyway");
    }
    if (scheme.range != WeightRange::MinMax && !scheme.hasRange()) {
        return illegal(toString(scheme.precision) +
                       " weights of this granularity have no range to choose; use min-max");
    }
    if (scheme.range == WeightRange::Percentile && !isLegalPercentile(scheme.percentile)) {
        return illegal("a weight percentile of " + std::to_string(scheme.percentile) +
                       " is not above 50 and at most 100");
    }
    return {};
}

Status checkPruning(const WeightScheme& scheme)
{
    if (scheme.pruning.isSet() && isOneBit(scheme.precision)) {
        return illegal("1-bit weights have no zero, so nothing can be pruned; choose ternary or "
                       "2 bits and more");
    }
    return validate(scheme.pruning);
}

Status checkSplit(const WeightScheme& scheme)
{
    if (!isLegalSplit(scheme.split)) {
        return illegal("a share of " + std::to_string(scheme.split) +
                       " of the input channels cannot be added by splitting; choose one up to 1, "
                       "usually 0.01 to 0.1, or 0 for none");
    }
    if (scheme.split == 0.0 || scheme.takesSplitting()) {
        return {};
    }
    return illegal(scheme.pruning.isSet()
                       ? "a layer is pruned or has split channels, not both"
                       : "channels are split on INT2 to INT8 with a real scale for the tensor or "
                         "for each output channel; choose those or split none");
}

} // namespace

bool WeightScheme::hasRange() const
{
    return precision.hasScale() && !isOneBit(precision) && !isTernary(precision) &&
           granularity != Granularity::MxBlocks;
}

WeightScheme withPrecision(WeightScheme scheme, const Precision& precision)
{
    scheme.precision = precision;
    scheme.symmetric = scheme.symmetric || (precision.hasScale() && !hasZeroPoints(precision));
    if (scheme.granularity == Granularity::MxBlocks && !hasMxForm(precision)) {
        scheme.granularity = precision.hasScale() ? Granularity::PerGroup : Granularity::PerChannel;
        scheme.groupSize = precision.hasScale() ? kMxBlockSize : 0;
    }
    if (!canHavePowerOfTwo(scheme)) {
        scheme.scale = ScaleKind::Real;
    }
    if (!scheme.hasRange()) {
        scheme.range = WeightRange::MinMax;
    }
    if (isOneBit(precision)) {
        scheme.pruning = {};
    }
    if (!scheme.takesSplitting()) {
        scheme.split = 0.0;
    }
    return scheme;
}

ActivationScheme withPrecision(ActivationScheme scheme, const Precision& precision)
{
    scheme.precision = precision;
    if (!precision.hasScale()) {
        scheme.source = RangeSource::Static;
    }
    return scheme;
}

Status validate(const WeightScheme& scheme)
{
    const Precision& precision = scheme.precision;
    if (precision.isInteger() && !isLegalWeightWidth(precision.integerBits)) {
        return illegal("weights cannot be " + toString(precision) + "; use one of " +
                       std::string(kLegalWeights));
    }
    for (const Status& status : {checkSymmetry(scheme), checkGroups(scheme), checkAxis(scheme),
                                 checkScales(scheme), checkPruning(scheme), checkSplit(scheme)}) {
        if (!status) {
            return status;
        }
    }
    return {};
}

Status checkAxis(const WeightScheme& scheme, std::size_t rank)
{
    if (scheme.axis < 0 || static_cast<std::size_t>(scheme.axis) < rank) {
        return {};
    }
    return illegal("its weights have " + std::to_string(rank) + " axes and no axis " +
                   std::to_string(scheme.axis) + "; choose 0 to " +
                   std::to_string(static_cast<int>(rank) - 1) + ", or -1 for the output channels");
}

Status validate(const ActivationScheme& scheme)
{
    const Precision& precision = scheme.precision;
    const bool isLegal = precision.format == NumberFormat::Float32 ||
                         precision.format == NumberFormat::Float16 || isFloat8(precision) ||
                         (precision.isInteger() && isLegalActivationWidth(precision.integerBits));
    if (!isLegal) {
        return illegal("activations cannot be " + toString(precision) +
                       "; use one of INT2 to INT16, FP8E4M3, FP8E5M2, FP16 and FP32");
    }
    if (scheme.source != RangeSource::Static && !precision.hasScale()) {
        return illegal(toString(precision) + " activations have no range; choose the static one");
    }
    const auto& range = scheme.range;
    if (range && scheme.source != RangeSource::Static) {
        return illegal("a clipping range set by hand and one taken from each picture exclude each "
                       "other");
    }
    if (range && !(std::isfinite(range->low) && std::isfinite(range->high) && range->low <= 0.0F &&
                   range->high >= 0.0F && range->low < range->high)) {
        return illegal("the clipping range " + std::to_string(range->low) + " to " +
                       std::to_string(range->high) +
                       " is not usable; choose finite limits with zero between them");
    }
    return scheme.calibration ? validate(*scheme.calibration) : Status{};
}

} // namespace quantoscope::quant
