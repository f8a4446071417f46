// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/post_training_method.h"

#include <QCoreApplication>

namespace quantoscope::gui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

} // namespace

std::optional<quant::CorrectionMethod> correctionOf(PostTrainingMethod method)
{
    switch (method) {
    case PostTrainingMethod::Reconstruction:
        return quant::CorrectionMethod::Reconstruction;
    case PostTrainingMethod::Gptq:
        return quant::CorrectionMethod::Gptq;
    case PostTrainingMethod::AdaRound:
        return quant::CorrectionMethod::AdaRound;
    case PostTrainingMethod::BiasCorrection:
        return quant::CorrectionMethod::BiasCorrection;
    case PostTrainingMethod::BiasCorrectionAnalytic:
        return quant::CorrectionMethod::BiasCorrectionAnalytic;
    case PostTrainingMethod::Equalization:
    case PostTrainingMethod::BiasAbsorption:
    case PostTrainingMethod::Smoothing:
    case PostTrainingMethod::BatchNormFolding:
        break;
    }
    return std::nullopt;
}

QString methodName(quant::CorrectionMethod method)
{
    switch (method) {
    case quant::CorrectionMethod::Reconstruction:
        return tr("Correct weights");
    case quant::CorrectionMethod::Gptq:
        return tr("GPTQ");
    case quant::CorrectionMethod::AdaRound:
        return tr("AdaRound");
    case quant::CorrectionMethod::BiasCorrection:
        return tr("Bias correction");
    case quant::CorrectionMethod::BiasCorrectionAnalytic:
        return tr("Bias correction without images");
    case quant::CorrectionMethod::Nearest:
        break;
    }
    return tr("Round to nearest");
}

QString methodName(PostTrainingMethod method)
{
    if (const auto correction = correctionOf(method)) {
        return methodName(*correction);
    }
    switch (method) {
    case PostTrainingMethod::Equalization:
        return tr("Equalize channels");
    case PostTrainingMethod::BiasAbsorption:
        return tr("Absorb high biases");
    case PostTrainingMethod::BatchNormFolding:
        return tr("Fold batch normalization");
    default:
        return tr("Smooth activations");
    }
}

QString methodHelp(PostTrainingMethod method)
{
    switch (method) {
    case PostTrainingMethod::Reconstruction:
        return tr(
            "Fit weights and biases to the calibration images, layer by layer: "
            "least squares, then rounding by the Hessian (Frantar et al. 2022), in formats other "
            "than plain integers to nearest");
    case PostTrainingMethod::Gptq:
        return tr("Rounds weight after weight; what is left makes up for the errors so far, by the "
                  "Hessian of the inputs. Biases stay (Frantar et al. 2022)");
    case PostTrainingMethod::AdaRound:
        return tr("Learns by gradient descent for every weight whether it is rounded up or down. "
                  "Biases stay (Nagel et al. 2020)");
    case PostTrainingMethod::BiasCorrection:
        return tr("Rounds to nearest, and sets biases so that the means of the outputs stay what "
                  "they are in FP32 (Nagel et al. 2019, section 4.2)");
    case PostTrainingMethod::BiasCorrectionAnalytic:
        return tr("Rounds to nearest, and sets biases by what batch normalization tells of the "
                  "inputs' means; needs no images (Nagel et al. 2019, section 4.2.1)");
    case PostTrainingMethod::Equalization:
        return tr("Scale channels so that layers that write and read them have equal ranges; FP32 "
                  "outputs stay (cross-layer equalization, Nagel et al. 2019)");
    case PostTrainingMethod::BiasAbsorption:
        return tr("Move high biases before a ReLU to the layer behind it, so that activations have "
                  "smaller ranges. FP32 outputs change a little; where they would change more, "
                  "biases stay. Needs equalized channels (Nagel et al. 2019, section 4.1.3)");
    case PostTrainingMethod::Smoothing:
        return tr("Scale channels that MatMul and Gemm read so that weights take over the outliers "
                  "of activations; FP32 outputs stay. In place of equalized channels (SmoothQuant, "
                  "Xiao et al. 2023)");
    case PostTrainingMethod::BatchNormFolding:
        return tr("Merge batch normalization into the weights and biases before it, as integer "
                  "kernels need it; Remove keeps it apart, in float behind the weights as they are "
                  "in the model. FP32 outputs stay (Jacob et al. 2018, section 3.2; Krishnamoorthi "
                  "2018)");
    }
    return {};
}

} // namespace quantoscope::gui
