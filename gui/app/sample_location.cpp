// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sample_location.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

QString sampleFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString& samples :
         {program.filePath(u"../share/quantoscope/samples"_s), program.filePath(u"../samples"_s),
          program.filePath(u"../../samples"_s), QStringLiteral(QUANTOSCOPE_SAMPLES)}) {
        const QString folder = QDir::cleanPath(samples % u"/road-signs"_s);
        if (QFileInfo::exists(folder % u"/model.onnx"_s)) {
            return folder;
        }
    }
    return {};
}

} // namespace quantoscope::gui
