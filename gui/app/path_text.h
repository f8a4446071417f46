// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <filesystem>

namespace quantoscope::gui {

/// Paths cross between Qt and core in the file system's own encoding.
[[nodiscard]] inline QString pathText(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

[[nodiscard]] inline std::filesystem::path toPath(const QString& text)
{
    return {QFile::encodeName(text).toStdString()};
}

} // namespace quantoscope::gui
