// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/choice_help.h"

#include "gui/models/calibration_text.h"
#include "gui/models/field_values.h"
#include "gui/models/model_outline.h"

#include <QCoreApplication>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

QString precisionHelp(const quant::Precision& precision)
{
    using quant::NumberFormat;
    switch (precision.format) {
    case NumberFormat::Float32:
        return tr("FP32: 32-bit floating point, not quantized.");
    case NumberFormat::Float16:
        return tr("FP16: IEEE 754 half precision, 11 significant bits, largest value 65504.");
    case NumberFormat::BFloat16:
        return tr("BF16: bfloat16, the range of FP32 with 8 significant bits.");
    case NumberFormat::Float8E4M3:
        return tr("FP8 E4M3: 4 exponent and 3 mantissa bits, largest value 448, times a scale (OCP "
                  "OFP8).");
    case NumberFormat::Float8E5M2:
        return tr("FP8 E5M2: 5 exponent and 2 mantissa bits, largest value 57344, times a scale "
                  "(OCP OFP8).");
    case NumberFormat::Float4E2M1:
        return tr("FP4 E2M1: the magnitudes 0, 0.5, 1, 1.5, 2, 3, 4 and 6, times a scale (OCP "
                  "Microscaling Formats).");
    case NumberFormat::Ternary:
        return tr("Ternary: -1, 0 or 1 times a scale; 0 where a weight is below 0.7 of the mean "
                  "magnitude (Li et al. 2016).");
    case NumberFormat::Integer:
        break;
    }
    return precision.integerBits == 1
               ? tr("INT1: the sign of each weight times their mean magnitude (Rastegari et al. "
                    "2016).")
               : tr("INT%1: integers of %1 bits times a scale.").arg(precision.integerBits);
}

QString granularityHelp(const quant::WeightScheme& scheme)
{
    switch (scheme.granularity) {
    case quant::Granularity::PerTensor:
        return tr("One scale for all weights of the layer.");
    case quant::Granularity::PerChannel:
        return tr("Every output channel has its own scale.");
    case quant::Granularity::PerGroup:
        return tr("Every %1 weights of an output channel that follow each other have their own "
                  "scale.")
            .arg(scheme.groupSize);
    case quant::Granularity::MxBlocks:
        break;
    }
    return tr("Every 32 weights of an output channel share a power of two, stored in one byte (OCP "
              "Microscaling Formats).");
}

QString axisHelp(const QString& value)
{
    bool isNumber = false;
    const int axis = value.toInt(&isNumber);
    return isNumber
               ? tr("Per-channel: each index of axis %1 of the weight tensor has its own scale. "
                    "Groups lie along it, at every position of the other axes (ONNX operator "
                    "DequantizeLinear).")
                     .arg(axis)
               : tr("Scales are those of output channels; groups lie within these.");
}

QString sourceHelp(const QString& value)
{
    if (value == u"static"_s) {
        return tr("The range is found once, on the calibration images.");
    }
    return value == u"dynamic"_s
               ? tr("The range is that of each image's own values, found while it runs.")
               : tr("The range is that of each token's own values, found while it runs.");
}

QString pruningHelp(const QString& value)
{
    const auto pruning = quant::parsePruning(value.toStdString());
    if (!pruning) {
        return {};
    }
    switch (pruning->pattern) {
    case quant::PruningPattern::None:
        return tr("Every weight is kept.");
    case quant::PruningPattern::Unstructured:
        return tr("The weights of least magnitude become zero (Han et al. 2015).");
    case quant::PruningPattern::NOfM:
        return tr("Of every %1 weights that follow each other along the input channels the %2 "
                  "largest are kept (Mishra et al. 2021).")
            .arg(pruning->of)
            .arg(pruning->kept);
    case quant::PruningPattern::Channels:
        break;
    }
    return tr(
        "Channels whose filters have the least L1 norm are removed from this layer, from those "
        "it shares them with and from those that read them; the exported model lacks them "
        "(Li et al. 2017).");
}

QString splittingHelp(const QString& value)
{
    const auto share = quant::parseSplit(value.toStdString());
    if (!share) {
        return {};
    }
    return *share > 0.0
               ? tr("The input channels with the largest weights are doubled and their weights "
                    "halved, so that the grid gets finer (outlier channel splitting, Zhao et al. "
                    "2019).")
               : tr("No channels are added.");
}

QString weightRangeHelp(const QString& value)
{
    const auto scheme = quant::withRange({}, value.toStdString());
    if (!scheme) {
        return {};
    }
    switch (scheme->range) {
    case quant::WeightRange::MinMax:
        return tr("The range holds every weight.");
    case quant::WeightRange::Mse:
        return tr("The range that rounds with the least squared error; weights outside are "
                  "clipped.");
    case quant::WeightRange::Percentile:
        break;
    }
    return tr("The largest weights are left out of the range and clipped.");
}

QString ownCalibrationHelp(const QString& value)
{
    if (const auto calibration = quant::parseCalibration(value.toStdString())) {
        return calibrationHelp(calibration->method);
    }
    return value == kByHand       ? tr("The range was set by hand, in the inspector.")
           : value == kAsTheModel ? tr("The calibration method of the whole model counts.")
                                  : tr("There is no range that calibration finds.");
}

QString obstacleText(const session::ChannelGroup& channels)
{
    using enum session::ChannelObstacle;
    switch (*channels.obstacle) {
    case Clip:
    case Activation:
        return tr("an activation function does not make 0 of 0");
    case BatchNorm:
        return tr("batch normalization that is kept apart shifts the channels");
    case OtherOperator:
        return tr("another operator makes or reads the channels");
    case ModelOutput:
        return tr("the channels are an output of the model");
    case SharedWeights:
        return tr("several layers share weights");
    case FollowsItsInput:
        return tr("a depthwise layer has the channels of the layer before; prune those");
    case NotRead:
        break;
    }
    return tr("no layer with weights reads the channels");
}

} // namespace

QString reasonAgainstPruning(const OutlineEntry& layer, const QString& value)
{
    const auto pruning = quant::parsePruning(value.toStdString());
    if (!pruning || pruning->pattern != quant::PruningPattern::Channels ||
        !layer.channels.obstacle) {
        return {};
    }
    const QString where = QString::fromStdString(layer.channels.where);
    const QString text = obstacleText(layer.channels);
    return where.isEmpty() ? tr("Channels cannot be removed: %1").arg(text)
                           : tr("Channels cannot be removed: %1 (%2)").arg(text, where);
}

QString reasonAgainstSplitting(const OutlineEntry& layer, const QString& value)
{
    const auto share = quant::parseSplit(value.toStdString());
    if (!layer.splittingObstacle || !share || *share == 0.0) {
        return {};
    }
    switch (*layer.splittingObstacle) {
    case session::SplittingObstacle::Groups:
        return tr("Channels cannot be split: all groups of a depthwise or grouped convolution have "
                  "equally many input channels, so that one cannot be copied alone");
    case session::SplittingObstacle::Transposed:
        return tr("Channels cannot be split: the layer is a transposed convolution or has a "
                  "transposed input");
    case session::SplittingObstacle::NoMatrix:
        break;
    }
    return tr("Channels cannot be split: the weights are not a matrix on the right of what the "
              "layer reads");
}

QString reasonAgainstAxis(const OutlineEntry& layer, const QString& value)
{
    const auto rank = static_cast<int>(layer.weightShape.size());
    return value.toInt() < rank ? QString() : tr("The layer's weights have no axis %1").arg(value);
}

QString choiceHelp(SchemeField field, const QString& value)
{
    switch (field) {
    case SchemeField::WeightPrecision:
    case SchemeField::ActivationPrecision: {
        const auto precision = quant::parsePrecision(value.toStdString());
        return precision ? precisionHelp(*precision) : QString();
    }
    case SchemeField::WeightGranularity: {
        quant::WeightScheme scheme;
        return setField(scheme, field, value) ? granularityHelp(scheme) : QString();
    }
    case SchemeField::WeightAxis:
        return axisHelp(value);
    case SchemeField::WeightScale:
        return value == u"real"_s ? tr("Scales are FP32 numbers.")
                                  : tr("Scales are rounded up to a power of two, so that scaling "
                                       "is a shift.");
    case SchemeField::WeightPruning:
        return pruningHelp(value);
    case SchemeField::WeightSplitting:
        return splittingHelp(value);
    case SchemeField::WeightRange:
        return weightRangeHelp(value);
    case SchemeField::ActivationSource:
        return sourceHelp(value);
    case SchemeField::ActivationCalibration:
        return ownCalibrationHelp(value);
    case SchemeField::WeightSymmetry:
    case SchemeField::ActivationSymmetry:
        break;
    }
    return {};
}

QString reasonAgainst(const quant::WeightScheme& scheme, SchemeField field, const QString& value)
{
    quant::WeightScheme wanted = scheme;
    if (!isWeightField(field) || setField(wanted, field, value)) {
        return {};
    }
    const QString precision = fieldValue(SchemeField::WeightPrecision, scheme);
    if (field == SchemeField::WeightScale) {
        return tr("Power-of-two scales are for INT2 and wider, outside of MX blocks, whose scales "
                  "are powers of two anyway");
    }
    if (field == SchemeField::WeightPruning) {
        return tr("1-bit weights have no zero, so nothing can be pruned");
    }
    if (field == SchemeField::WeightSplitting) {
        return scheme.pruning.isSet()
                   ? tr("A layer is pruned or has split channels, not both")
                   : tr("Channels are split on INT2 to INT8 with a real scale for the tensor or "
                        "for each output channel");
    }
    if (field == SchemeField::WeightAxis) {
        return tr("Only the scales of channels and groups lie along an axis");
    }
    if (field == SchemeField::WeightRange) {
        return tr("1-bit and ternary weights, MX blocks and formats without scales have no range "
                  "to choose");
    }
    if (field == SchemeField::WeightGranularity) {
        return tr("MX blocks hold INT8, FP8 or FP4, not %1").arg(precision);
    }
    if (scheme.granularity == quant::Granularity::MxBlocks) {
        return tr("MX blocks have no zero points: they are symmetric");
    }
    return scheme.precision == quant::Precision::integer(1)
               ? tr("1-bit weights are a sign times a mean magnitude: they are symmetric")
               : tr("%1 weights have no zero point: they are symmetric").arg(precision);
}

QString reasonAgainst(const quant::ActivationScheme& scheme, SchemeField field,
                      const QString& value, bool hasTokens)
{
    quant::ActivationScheme wanted = scheme;
    if (field == SchemeField::ActivationSource && value == u"dynamic-per-token"_s && !hasTokens) {
        return tr("No matrix product reads this tensor, so it has no tokens");
    }
    if (isWeightField(field) || setField(wanted, field, value)) {
        return {};
    }
    if (field == SchemeField::ActivationCalibration) {
        return tr("The tensor has no range that calibration finds");
    }
    const QString precision = fieldValue(SchemeField::ActivationPrecision, scheme);
    return field == SchemeField::ActivationSource
               ? tr("%1 has no scale, and so no range").arg(precision)
               : tr("%1 has no zero point: it is symmetric").arg(precision);
}

} // namespace quantoscope::gui
