// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/scheme.h"

#include "core/quant/corrected_weights.h"
#include "core/quant/equalization.h"
#include "core/quant/legal_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quantoscope::quant {

namespace {

constexpr std::array<std::pair<WeightRange, std::string_view>, 3> kRangeNames{{
    {WeightRange::MinMax, "min-max"},
    {WeightRange::Mse, "mse"},
    {WeightRange::Percentile, "percentile"},
}};

} // namespace

std::string toString(WeightRange range)
{
    const auto found = std::ranges::find(kRangeNames, range, [](const auto& e) { return e.first; });
    return std::string(found->second);
}

Result<WeightRange> parseWeightRange(std::string_view text)
{
    const std::string upper = upperCase(text);
    for (const auto& [range, name] : kRangeNames) {
        if (upper == upperCase(name)) {
            return range;
        }
    }
    return fail(ErrorCode::InvalidArgument,
                "\"" + std::string(text) +
                    "\" is not a weight range; use min-max, mse or percentile");
}

std::string rangeText(const WeightScheme& scheme)
{
    const std::string name = toString(scheme.range);
    return scheme.range == WeightRange::Percentile ? name + ":" + numberText(scheme.percentile)
                                                   : name;
}

Result<WeightScheme> withRange(WeightScheme scheme, std::string_view text)
{
    const PercentileWords words = percentileWords(text);
    const auto range = parseWeightRange(words.method);
    if (!range) {
        return failFrom(range);
    }
    if (const Status legal =
            checkNumber(words, *range == WeightRange::Percentile, text, "a weight range");
        !legal) {
        return failFrom(legal);
    }
    scheme.range = *range;
    scheme.percentile = words.percentile.value_or(scheme.percentile);
    if (const Status legal = validate(scheme); !legal) {
        return failFrom(legal);
    }
    return scheme;
}

std::string toString(MultiplierKind kind)
{
    return kind == MultiplierKind::FixedPoint ? "fixed-point" : "float";
}

Result<MultiplierKind> parseMultiplierKind(std::string_view text)
{
    for (const MultiplierKind kind : {MultiplierKind::Float, MultiplierKind::FixedPoint}) {
        if (upperCase(text) == upperCase(toString(kind))) {
            return kind;
        }
    }
    return fail(ErrorCode::InvalidArgument, "\"" + std::string(text) +
                                                "\" is not a way to requantize; use float or "
                                                "fixed-point");
}

bool operator==(const Configuration& a, const Configuration& b)
{
    return a.weights == b.weights && a.activations == b.activations &&
           a.calibration == b.calibration && a.requantization == b.requantization &&
           isSameEqualization(a.equalization, b.equalization) &&
           std::ranges::equal(a.corrected, b.corrected, [](const auto& left, const auto& right) {
               return left.first == right.first &&
                      (left.second == right.second || *left.second == *right.second);
           });
}

bool needsCalibration(const Configuration& configuration)
{
    return std::ranges::any_of(configuration.activations,
                               [](const auto& entry) { return entry.second.isCalibrated(); });
}

bool hasRangeSetByHand(const Configuration& configuration, const std::string& tensor)
{
    const auto scheme = configuration.activations.find(tensor);
    return scheme != configuration.activations.end() && scheme->second.range.has_value();
}

bool isSameEqualization(const std::shared_ptr<const Equalization>& a,
                        const std::shared_ptr<const Equalization>& b)
{
    return a == b || (a && b && *a == *b);
}

std::shared_ptr<const CorrectedWeights> correctedWeights(const Configuration& configuration,
                                                         const std::string& layer)
{
    const auto found = configuration.corrected.find(layer);
    const auto scheme = configuration.weights.find(layer);
    const bool isUsed =
        found != configuration.corrected.end() && scheme != configuration.weights.end() &&
        found->second->scheme == scheme->second && scheme->second.split == 0.0 &&
        found->second->equalization == equalizationOf(configuration.equalization, layer);
    return isUsed ? found->second : nullptr;
}

Configuration withoutStaleCorrections(Configuration configuration)
{
    std::erase_if(configuration.corrected, [whole = configuration](const auto& entry) {
        return correctedWeights(whole, entry.first) == nullptr;
    });
    return configuration;
}

} // namespace quantoscope::quant
