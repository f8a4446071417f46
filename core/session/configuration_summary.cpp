// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_summary.h"

#include "core/quant/channel_splits.h"
#include "core/quant/equalization.h"
#include "core/session/figure_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace quantoscope::session {

namespace {

std::string axisOf(const quant::WeightScheme& scheme)
{
    return scheme.axis < 0 ? "" : " along axis " + std::to_string(scheme.axis);
}

std::string scalesOf(const quant::WeightScheme& scheme)
{
    switch (scheme.granularity) {
    case quant::Granularity::PerTensor:
        return "per-tensor";
    case quant::Granularity::PerChannel:
        return "per-channel" + axisOf(scheme);
    case quant::Granularity::PerGroup:
        return "in groups of " + std::to_string(scheme.groupSize) + axisOf(scheme);
    case quant::Granularity::MxBlocks:
        break;
    }
    return "in MX blocks";
}

std::string describeFormat(const quant::WeightScheme& scheme)
{
    std::string text = quant::toString(scheme.precision);
    if (!scheme.precision.hasScale()) {
        return text;
    }
    if (scheme.precision.isInteger()) {
        text += scheme.symmetric ? " symmetric" : " asymmetric";
    }
    text += " " + scalesOf(scheme);
    if (scheme.scale == quant::ScaleKind::PowerOfTwo) {
        text += " with power-of-two scales";
    }
    return scheme.range == quant::WeightRange::MinMax
               ? text
               : text + " on " + quant::toString(scheme.range) + " ranges";
}

/// "INT8 symmetric per-channel pruned 2:4", "INT4 symmetric per-tensor with split channels (0.05)".
std::string describe(const quant::WeightScheme& scheme)
{
    const std::string format = describeFormat(scheme);
    if (scheme.split > 0.0) {
        return format + " with split channels (" + quant::splitText(scheme.split) + ")";
    }
    return scheme.pruning.isSet() ? format + " pruned " + quant::toString(scheme.pruning) : format;
}

bool isFloat32(const quant::WeightScheme& scheme)
{
    return scheme.isFloat32();
}

bool isFloat32(const quant::ActivationScheme& scheme)
{
    return scheme.precision.format == quant::NumberFormat::Float32;
}

std::string describe(const quant::Calibration& calibration)
{
    std::string text = quant::toString(calibration.method);
    if (calibration.method == quant::CalibrationMethod::Percentile) {
        std::string number = std::to_string(calibration.percentile);
        number.erase(number.find_last_not_of('0') + 1);
        text += " " + (number.ends_with('.') ? number + "0" : number);
    }
    return text;
}

/// "INT8 asymmetric by mse", "INT8 asymmetric dynamic".
std::string describe(const quant::ActivationScheme& scheme)
{
    std::string text = quant::toString(scheme.precision);
    if (scheme.precision.isInteger()) {
        text += scheme.symmetric ? " symmetric" : " asymmetric";
    }
    if (scheme.isCalibrated() && scheme.calibration && !scheme.range) {
        text += " by " + describe(*scheme.calibration);
    }
    return text + (scheme.source == quant::RangeSource::Static    ? ""
                   : scheme.source == quant::RangeSource::Dynamic ? " dynamic"
                                                                  : " dynamic per token");
}

template <typename Scheme>
std::vector<SchemeCount> counted(const std::map<std::string, Scheme>& schemes)
{
    std::map<std::string, int> counts;
    for (const auto& [name, scheme] : schemes) {
        if (!isFloat32(scheme)) {
            ++counts[describe(scheme)];
        }
    }
    std::vector<SchemeCount> result;
    for (const auto& [scheme, count] : counts) {
        result.push_back({scheme, count});
    }
    std::ranges::stable_sort(result, std::ranges::greater{}, &SchemeCount::count);
    return result;
}

std::string listed(const std::vector<SchemeCount>& schemes, const std::string& noun)
{
    std::string text;
    for (const SchemeCount& each : schemes) {
        text += (text.empty() ? "" : ", ") + std::to_string(each.count) + " " + noun +
                (each.count == 1 ? " " : "s ") + each.scheme;
    }
    return text.empty() ? "every " + noun + " FP32" : text;
}

/// "; channels equalized; activations smoothed, alpha 0.5"; empty without scales.
std::string equalizationSummary(const quant::Configuration& configuration)
{
    if (!configuration.equalization) {
        return {};
    }
    std::set<double> alphas;
    bool isEqualized = false;
    for (const auto& [name, layer] : configuration.equalization->layers) {
        if (layer.smoothingAlpha) {
            alphas.insert(*layer.smoothingAlpha);
        } else if (!layer.inputScales.empty()) {
            isEqualized = true;
        }
    }
    std::ostringstream text;
    text << (isEqualized ? "; channels equalized" : "");
    for (const double alpha : alphas) {
        text << (alpha == *alphas.begin() ? "; activations smoothed, alpha " : " and ") << alpha;
    }
    return text.str();
}

} // namespace

std::vector<SchemeCount> weightSchemes(const quant::Configuration& configuration)
{
    return counted(configuration.weights);
}

std::vector<SchemeCount> activationSchemes(const quant::Configuration& configuration)
{
    return counted(configuration.activations);
}

std::string summary(const quant::Configuration& configuration)
{
    return listed(weightSchemes(configuration), "layer") + "; " +
           listed(activationSchemes(configuration), "tensor") +
           (configuration.requantization == quant::MultiplierKind::FixedPoint
                ? "; fixed-point multipliers"
                : "") +
           equalizationSummary(configuration);
}

std::string calibrationSummary(const quant::Configuration& configuration)
{
    return describe(configuration.calibration);
}

std::string calibrationPictures(const DataInfo& data, std::int64_t images)
{
    const DataRequest& request = data.request;
    const std::string count = grouped(images);
    const std::string seed = " (seed " + std::to_string(request.calibrationSeed) + ")";
    const bool isFirst = request.calibrationChoice == eval::SampleChoice::First;
    if (isFirst && data.calibrationFromValidation) {
        return "the first " + count + " validation pictures";
    }
    std::string text = count + (data.calibrationFromValidation
                                    ? " of the validation pictures"
                                    : " pictures from " + request.calibrationImages.string());
    if (request.calibrationChoice == eval::SampleChoice::Random) {
        text += " drawn at random" + seed;
    }
    if (data.calibrationClasses > 0) {
        text += ", " + grouped(images / data.calibrationClasses) + " of each of " +
                grouped(data.calibrationClasses) + " classes" + seed;
    }
    return text;
}

} // namespace quantoscope::session
