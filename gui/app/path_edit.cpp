// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/path_edit.h"

#include "gui/app/path_text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace quantoscope::gui {

PathEdit::PathEdit(Kind kind, const QString& name, const QString& placeholder,
                   const QString& filter, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_name(name), m_filter(filter), m_edit(new QLineEdit(this))
{
    m_edit->setPlaceholderText(placeholder);
    m_edit->setClearButtonEnabled(true);
    m_edit->setAccessibleName(name);
    m_edit->setMinimumWidth(320);
    auto* button = new QPushButton(tr("Browse…"), this);
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Browse for %1").arg(name));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(button);
    setFocusProxy(m_edit);
    connect(button, &QPushButton::clicked, this, &PathEdit::browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathEdit::changed);
}

std::filesystem::path PathEdit::path() const
{
    return toPath(m_edit->text().trimmed());
}

void PathEdit::setPath(const std::filesystem::path& path)
{
    m_edit->setText(pathText(path));
}

void PathEdit::browse()
{
    const QString chosen =
        m_kind == Kind::Folder
            ? QFileDialog::getExistingDirectory(this, m_name, m_edit->text())
            : QFileDialog::getOpenFileName(this, m_name, m_edit->text(), m_filter);
    if (!chosen.isEmpty()) {
        m_edit->setText(chosen);
    }
}

} // namespace quantoscope::gui
