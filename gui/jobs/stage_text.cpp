// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/stage_text.h"

#include <QCoreApplication>

namespace quantoscope::gui {

QString stageText(Stage stage)
{
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("quantoscope::gui::Stage", text);
    };
    switch (stage) {
    case Stage::ReadingModel:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Reading the model"));
    case Stage::SimplifyingModel:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Simplifying the model"));
    case Stage::CompilingModel:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Compiling the model"));
    case Stage::DecodingImages:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Decoding images"));
    case Stage::Calibrating:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Calibrating"));
    case Stage::RunningFloat:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Running FP32"));
    case Stage::RunningQuantized:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Running quantized"));
    case Stage::MeasuringNoise:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Measuring noise"));
    case Stage::MeasuringTime:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Measuring time"));
    case Stage::MeasuringSensitivity:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Measuring sensitivity"));
    case Stage::PreparingEdit:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Preparing the next edit"));
    case Stage::Correcting:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Correcting weights"));
    case Stage::Searching:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Searching"));
    case Stage::Exporting:
        return tr(QT_TRANSLATE_NOOP("quantoscope::gui::Stage", "Exporting"));
    }
    return {};
}

} // namespace quantoscope::gui
