// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/stage_text.h"

#include <QCoreApplication>

namespace quantoscope::gui {

QString stageText(Stage stage)
{
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("quantoscope::gui", text);
    };
    switch (stage) {
    case Stage::ReadingModel:
        return tr("Reading the model");
    case Stage::SimplifyingModel:
        return tr("Simplifying the model");
    case Stage::CompilingModel:
        return tr("Compiling the model");
    case Stage::DecodingImages:
        return tr("Decoding images");
    case Stage::Calibrating:
        return tr("Calibrating");
    case Stage::RunningFloat:
        return tr("Running FP32");
    case Stage::RunningQuantized:
        return tr("Running quantized");
    case Stage::MeasuringNoise:
        return tr("Measuring noise");
    case Stage::MeasuringTime:
        return tr("Measuring time");
    case Stage::MeasuringSensitivity:
        return tr("Measuring sensitivity");
    case Stage::PreparingEdit:
        return tr("Preparing the next edit");
    case Stage::Correcting:
        return tr("Correcting weights");
    case Stage::Searching:
        return tr("Searching");
    case Stage::Exporting:
        return tr("Exporting");
    }
    return {};
}

} // namespace quantoscope::gui
