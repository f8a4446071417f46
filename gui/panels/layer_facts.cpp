// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/layer_facts.h"

#include "gui/models/choice_help.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_table_model.h"
#include "gui/models/quantity_text.h"
#include "gui/models/scheme_choices.h"

#include <QCoreApplication>
#include <QStringList>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHistogramBins = 128;

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

/// Without the blanks of the table: the panel is narrow.
QString tightShapeText(const Shape& shape)
{
    return shapeText(shape).remove(u' ');
}

QString absorbedText(const OutlineEntry& entry)
{
    QStringList parts;
    for (const std::string& absorbed : entry.absorbed) {
        parts.append(QString::fromStdString(absorbed));
    }
    return parts.join(u" + "_s);
}

void describeWeights(std::vector<FactLine>& lines, const OutlineEntry& entry,
                     const quant::Configuration& configuration, const LayerFacts* facts)
{
    const quant::WeightScheme scheme = weightScheme(configuration, entry.name);
    QString text = fieldValue(SchemeField::WeightPrecision, scheme);
    if (scheme.precision.isInteger()) {
        text += u' ' % choiceText(SchemeField::WeightSymmetry,
                                  fieldValue(SchemeField::WeightSymmetry, scheme));
    }
    lines.push_back({tr("Weights"), text,
                     choiceHelp(SchemeField::WeightPrecision,
                                fieldValue(SchemeField::WeightPrecision, scheme))});
    if (scheme.precision.hasScale()) {
        const QString scales = fieldValue(SchemeField::WeightGranularity, scheme);
        lines.push_back({tr("Scales"), choiceText(SchemeField::WeightGranularity, scales),
                         choiceHelp(SchemeField::WeightGranularity, scales)});
        if (scheme.axis >= 0) {
            const QString axis = fieldValue(SchemeField::WeightAxis, scheme);
            lines.back().value += u", "_s % choiceText(SchemeField::WeightAxis, axis);
            lines.back().explanation = choiceHelp(SchemeField::WeightAxis, axis);
        }
    }
    if (scheme.range != quant::WeightRange::MinMax) {
        const QString range = fieldValue(SchemeField::WeightRange, scheme);
        lines.push_back({tr("Ranges of scales"), choiceText(SchemeField::WeightRange, range),
                         choiceHelp(SchemeField::WeightRange, range)});
    }
    if (scheme.pruning.isSet()) {
        const QString pruning = fieldValue(SchemeField::WeightPruning, scheme);
        lines.push_back({tr("Pruning"), choiceText(SchemeField::WeightPruning, pruning),
                         choiceHelp(SchemeField::WeightPruning, pruning)});
    }
    if (scheme.split > 0.0) {
        const QString share = fieldValue(SchemeField::WeightSplitting, scheme);
        lines.push_back({tr("Splitting"), choiceText(SchemeField::WeightSplitting, share),
                         choiceHelp(SchemeField::WeightSplitting, share)});
    }
    lines.push_back({tr("Weight shape"), tightShapeText(entry.weightShape), {}});
    if (facts == nullptr || !facts->weights) {
        return;
    }
    const session::WeightInspection& weights = *facts->weights;
    lines.push_back({tr("Weight range"),
                     tr("%1 … %2").arg(numberText(weights.minimum), numberText(weights.maximum)),
                     tr("Smallest and largest FP32 weight.")});
    if (scheme.precision.hasScale()) {
        lines.push_back({tr("Levels in use"),
                         countText(static_cast<std::int64_t>(weights.levels.size())),
                         tr("Distinct values of the quantized weights; with per-channel scales "
                            "every channel has its own.")});
    }
    lines.push_back({tr("Weight SQNR"), decibelText(weights.sqnrDb),
                     tr("Energy of the FP32 weights over energy of their rounding error.")});
    if (facts->accumulator) {
        lines.push_back({tr("Accumulator"), tr("%1 bits").arg(facts->accumulator->bits),
                         QString(accumulatorText(*facts->accumulator) % u' ' %
                                 layerColumnHelp(LayerTableModel::AccumulatorColumn))});
    }
}

void describeActivation(std::vector<FactLine>& lines, const OutlineEntry& entry,
                        const quant::Configuration& configuration, const LayerFacts* facts)
{
    const quant::ActivationScheme scheme = activationScheme(configuration, entry.sites.front());
    QString text = fieldValue(SchemeField::ActivationPrecision, scheme);
    if (scheme.precision.isInteger()) {
        text += u' ' % choiceText(SchemeField::ActivationSymmetry,
                                  fieldValue(SchemeField::ActivationSymmetry, scheme));
    }
    lines.push_back({tr("Output"), text, tr("How the tensor this layer produces is quantized.")});
    if (scheme.source != quant::RangeSource::Static) {
        const QString source = fieldValue(SchemeField::ActivationSource, scheme);
        lines.push_back({tr("Output range"), choiceText(SchemeField::ActivationSource, source),
                         choiceHelp(SchemeField::ActivationSource, source)});
    }
    if (scheme.isCalibrated() && scheme.calibration && !scheme.range) {
        const QString calibration = fieldValue(SchemeField::ActivationCalibration, scheme);
        lines.push_back({tr("Output calibration"),
                         choiceText(SchemeField::ActivationCalibration, calibration),
                         choiceHelp(SchemeField::ActivationCalibration, calibration)});
    }
    if (!scheme.hasStaticGrid()) {
        return;
    }
    if (facts == nullptr || !facts->output) {
        lines.push_back({tr("Output range"), tr("not calibrated yet"), {}});
        return;
    }
    const quant::QuantParams& params = facts->output->params;
    const double scale = static_cast<double>(params.scales.front());
    const int zeroPoint = params.zeroPoints.front();
    lines.push_back({tr("Output range"),
                     tr("%1 … %2").arg(numberText(scale * (params.qmin - zeroPoint)),
                                       numberText(scale * (params.qmax - zeroPoint))),
                     facts->output->isSetByHand
                         ? tr("Clipping range, set by hand: values outside are set to its ends.")
                         : tr("Clipping range: values outside are set to its ends.")});
    lines.push_back({tr("Output scale"), numberText(scale),
                     tr("Distance between two neighbouring quantized values.")});
    lines.push_back(
        {tr("Zero point"), QString::number(zeroPoint), tr("The integer that stands for 0.")});
}

} // namespace

Result<LayerFacts> gatherFacts(const session::Session& session, const OutlineEntry& entry,
                               const quant::Configuration& configuration)
{
    LayerFacts facts;
    if (entry.hasWeights) {
        Result<session::WeightInspection> weights = session.inspectWeights(
            entry.name, weightScheme(configuration, entry.name), kHistogramBins,
            quant::correctedWeights(configuration, entry.name), configuration.equalization);
        if (!weights) {
            return failFrom(weights);
        }
        facts.weights = std::move(*weights);
        // Before a calibration there is none.
        if (auto accumulator = session.inspectAccumulator(entry.name, configuration)) {
            facts.accumulator = *accumulator;
        }
    }
    if (entry.hasSite()) {
        const std::string& site = entry.sites.front();
        const quant::ActivationScheme scheme = activationScheme(configuration, site);
        facts.outputCalibration = fieldValue(SchemeField::ActivationCalibration, scheme);
        facts.lacksOutputGrid = !scheme.hasStaticGrid();
        if (!facts.lacksOutputGrid && session.calibration(configuration)) {
            auto output = session.inspectActivation(site, configuration, kHistogramBins);
            if (!output) {
                return failFrom(output);
            }
            facts.output = *std::move(output);
        }
    }
    return facts;
}

std::vector<FactLine> describe(const OutlineEntry& entry, const quant::Configuration& configuration,
                               const LayerFacts* facts)
{
    std::vector<FactLine> lines;
    lines.push_back({tr("Layer"), QString::fromStdString(entry.name), {}});
    lines.push_back({tr("Operator"), operatorText(entry), {}});
    if (!entry.absorbed.empty()) {
        lines.push_back({tr("Absorbs"), absorbedText(entry),
                         tr("Operators that run as part of this layer, without a quantizer "
                            "between.")});
    }
    lines.push_back({tr("Output shape"), tightShapeText(entry.outputShape), {}});
    if (entry.macs > 0) {
        lines.push_back({tr("MACs"), countText(entry.macs),
                         tr("Multiply-accumulate operations for one image.")});
    }
    if (entry.hasWeights) {
        describeWeights(lines, entry, configuration, facts);
    }
    if (entry.hasSite()) {
        describeActivation(lines, entry, configuration, facts);
    }
    return lines;
}

} // namespace quantoscope::gui
