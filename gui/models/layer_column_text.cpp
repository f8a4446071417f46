// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_column_text.h"

#include "gui/models/layer_table_model.h"
#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

} // namespace

QString layerColumnTitle(int column)
{
    switch (column) {
    case LayerTableModel::NumberColumn:
        return tr("#");
    case LayerTableModel::NameColumn:
        return tr("Layer");
    case LayerTableModel::OperatorColumn:
        return tr("Operator");
    case LayerTableModel::WeightBitsColumn:
        return tr("W bits");
    case LayerTableModel::WeightSymmetryColumn:
        return tr("W symmetry");
    case LayerTableModel::GranularityColumn:
        return tr("Granularity");
    case LayerTableModel::WeightAxisColumn:
        return tr("W axis");
    case LayerTableModel::WeightScaleColumn:
        return tr("W scales");
    case LayerTableModel::WeightRangeColumn:
        return tr("W ranges");
    case LayerTableModel::RoundingColumn:
        return tr("Rounding");
    case LayerTableModel::PruningColumn:
        return tr("Pruning");
    case LayerTableModel::SplittingColumn:
        return tr("Splitting");
    case LayerTableModel::ActivationBitsColumn:
        return tr("A bits");
    case LayerTableModel::ActivationSymmetryColumn:
        return tr("A symmetry");
    case LayerTableModel::ActivationSourceColumn:
        return tr("A ranges");
    case LayerTableModel::ActivationCalibrationColumn:
        return tr("A calibration");
    case LayerTableModel::WeightSqnrColumn:
        return tr("W SQNR");
    case LayerTableModel::ActivationSqnrColumn:
        return tr("A SQNR");
    case LayerTableModel::SizeColumn:
        return tr("Size");
    case LayerTableModel::TimeColumn:
        return tr("Time");
    case LayerTableModel::ParametersColumn:
        return tr("Params");
    case LayerTableModel::MacsColumn:
        return tr("MACs");
    case LayerTableModel::ShapeColumn:
        return tr("Output shape");
    case LayerTableModel::AccumulatorColumn:
        return tr("Accumulator");
    default:
        return {};
    }
}

QString layerColumnHelp(int column)
{
    switch (column) {
    case LayerTableModel::NumberColumn:
        return tr("Position in the graph; the noise plot counts the same way.");
    case LayerTableModel::NameColumn:
        return tr("Name of the layer in the model file.");
    case LayerTableModel::OperatorColumn:
        return tr(
            "ONNX operator, with what it absorbed (BatchNormalization, activation function).");
    case LayerTableModel::WeightBitsColumn:
        return tr("Number format of the layer's weights. INT n has 2ⁿ levels; FP32 is not "
                  "quantized. Ctrl and mouse wheel step through the list.");
    case LayerTableModel::WeightSymmetryColumn:
        return tr("Symmetric: zero point 0, the range reaches equally far to both sides. "
                  "Asymmetric: the range is fitted to minimum and maximum.");
    case LayerTableModel::GranularityColumn:
        return tr("Per-channel: every output channel has its own scale. Per-tensor: one scale for "
                  "all weights of the layer. Groups and MX blocks: some weights of an output "
                  "channel share one.");
    case LayerTableModel::WeightAxisColumn:
        return tr("Axis of the weight tensor along which per-channel scales and groups lie. "
                  "Outputs: the output channels, and groups within these. Layers with another axis "
                  "run in floating point, since such scales are no factors of integer sums.");
    case LayerTableModel::WeightScaleColumn:
        return tr("Real: scales are FP32 numbers. Powers of two: scaling is a shift.");
    case LayerTableModel::WeightRangeColumn:
        return tr("How the range of each scale's weights is found: all of them, what rounds with "
                  "the least squared error, or a percentile. Weights outside are clipped.");
    case LayerTableModel::RoundingColumn:
        return tr("How weights became integers. Nearest: each for itself. Corrected: fitted, with "
                  "the bias, so that the layer's outputs on the calibration images stay what they "
                  "are in FP32 (Quantize menu, Correct Weights).");
    case LayerTableModel::PruningColumn:
        return tr(
            "Which weights become zero before the rest is quantized: a share of those of "
            "least magnitude (Han et al. 2015), all but N of every M along the input channels "
            "(Mishra et al. 2021), or whole channels (Li et al. 2017). Correct Weights fits "
            "the others so that they make up for them.");
    case LayerTableModel::SplittingColumn:
        return tr("Input channels added by doubling those with the largest weights and halving "
                  "these, so that the grid gets finer (outlier channel splitting, Zhao et al. "
                  "2019); weights of such layers are rounded to nearest.");
    case LayerTableModel::ActivationBitsColumn:
        return tr("Number format of the tensor this layer produces. Ctrl and mouse wheel step "
                  "through the list, with Shift anywhere in the row.");
    case LayerTableModel::ActivationSymmetryColumn:
        return tr("Whether the range of the tensor this layer produces is symmetric around zero.");
    case LayerTableModel::ActivationSourceColumn:
        return tr("Where the range of the tensor this layer produces comes from: the calibration "
                  "images (static), or each image or token while it runs (dynamic).");
    case LayerTableModel::ActivationCalibrationColumn:
        return tr("How the range of the tensor this layer produces follows from the calibration "
                  "images: as the whole model's (Calibration menu), or by a method of its own.");
    case LayerTableModel::WeightSqnrColumn:
        return tr("Signal-to-quantization-noise ratio of the weights in decibels: energy of the "
                  "FP32 weights over energy of their rounding error. Higher is better; 6 dB is "
                  "about one bit.");
    case LayerTableModel::ActivationSqnrColumn:
        return tr("Signal-to-quantization-noise ratio of this layer's output against FP32 in "
                  "decibels, with the noise of all layers before it.");
    case LayerTableModel::SizeColumn:
        return tr("Bytes of the layer: weights at their bits, scales, zero points and bias.");
    case LayerTableModel::TimeColumn:
        return tr("Time of the layer for one image in the exported model, with the inference "
                  "engine's integer kernels on this machine (Quantize menu, Measure Time). 0 where "
                  "another layer's kernel computes it.");
    case LayerTableModel::ParametersColumn:
        return tr("Number of weights and biases.");
    case LayerTableModel::MacsColumn:
        return tr("Multiply-accumulate operations for one image.");
    case LayerTableModel::ShapeColumn:
        return tr("Shape of the tensor this layer produces.");
    case LayerTableModel::AccumulatorColumn:
        return tr("Signed bits of the integer sums of this layer that no input can overflow, from "
                  "the weight codes, the bias and the grid of the input (Colbert et al. 2023).");
    default:
        return {};
    }
}

QString accumulatorText(const quant::AccumulatorFigures& figures)
{
    const auto text = [&figures](int bits, std::int64_t over) {
        return over == 0 ? tr("No input can overflow %1 bits.").arg(bits)
                         : tr("Could overflow %1 bits in %2 of %3 channels.")
                               .arg(bits)
                               .arg(over)
                               .arg(figures.channels);
    };
    return figures.over32 == 0
               ? text(16, figures.over16)
               : QString(text(16, figures.over16) % u' ' % text(32, figures.over32));
}

std::string operatorKey(const OutlineEntry& entry)
{
    return entry.kind == model::LayerKind::DepthwiseConv ? std::string("DepthwiseConv")
                                                         : entry.opType;
}

QString operatorText(const OutlineEntry& entry)
{
    if (entry.isInput) {
        return tr("Input");
    }
    if (entry.kind == model::LayerKind::DepthwiseConv) {
        return tr("Depthwise Conv");
    }
    return QString::fromStdString(entry.opType);
}

QString layerToolTip(const OutlineEntry& entry)
{
    QStringList absorbed;
    for (const std::string& op : entry.absorbed) {
        absorbed.append(QString::fromStdString(op));
    }
    QString text = u"<b>"_s % QString::fromStdString(entry.name).toHtmlEscaped() % u"</b><br>"_s %
                   operatorText(entry).toHtmlEscaped();
    if (!absorbed.isEmpty()) {
        text += u" + "_s % absorbed.join(u" + "_s).toHtmlEscaped();
    }
    text += u"<br>"_s % tr("Output: %1").arg(shapeText(entry.outputShape));
    if (entry.hasWeights) {
        text += u"<br>"_s % tr("Weights: %1").arg(shapeText(entry.weightShape));
    }
    return text;
}

} // namespace quantoscope::gui
