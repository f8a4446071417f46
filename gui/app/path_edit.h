// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <filesystem>

class QLineEdit;

namespace quantoscope::gui {

/// A path to type or to browse for.
class PathEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Folder, File };

    /// \param filter of the file dialog, Kind::File only
    PathEdit(Kind kind, const QString& name, const QString& placeholder, const QString& filter = {},
             QWidget* parent = nullptr);

    [[nodiscard]] std::filesystem::path path() const; ///< empty when nothing is entered
    void setPath(const std::filesystem::path& path);

Q_SIGNALS:
    void changed();

private:
    void browse();

    Kind m_kind;
    QString m_name;
    QString m_filter;
    QLineEdit* m_edit;
};

} // namespace quantoscope::gui
