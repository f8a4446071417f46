// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/error_text.h"

#include <QCoreApplication>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// A sentence for a kind of failure, in English.
const char* sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "A file was not found.");
    case ErrorCode::FileUnreadable:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "A file is damaged or of another kind.");
    case ErrorCode::FileUnwritable:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "A file could not be written.");
    case ErrorCode::InvalidModel:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "The model contradicts the ONNX standard.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "This is not supported.");
    case ErrorCode::ShapeMismatch:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "Sizes do not fit together.");
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "This setting is not possible here.");
    case ErrorCode::InvalidData:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "An entry of a file is wrong.");
    case ErrorCode::EngineFailure:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "The inference engine reports a failure.");
    case ErrorCode::OutOfMemory:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "There is not enough memory.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("quantoscope::gui", "This was cancelled.");
    }
    return "";
}

} // namespace

QString errorText(const Error& error)
{
    const QString details = QString::fromStdString(toString(error));
    const char* sentence = sentenceOf(error.code);
    const QString translated = QCoreApplication::translate("quantoscope::gui", sentence);
    return translated == QLatin1StringView(sentence) ? details
                                                     : QString(translated % u"\n"_s % details);
}

} // namespace quantoscope::gui
