// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/placeholder_stack.h"

#include <QLabel>

namespace quantoscope::gui {

PlaceholderStack::PlaceholderStack(QWidget* content, QWidget* parent)
    : QStackedWidget(parent), m_label(new QLabel(this))
{
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setBackgroundRole(QPalette::Base);
    m_label->setAutoFillBackground(true);
    m_label->setMargin(16);
    addWidget(content);
    addWidget(m_label);
}

void PlaceholderStack::showContent()
{
    setCurrentIndex(0);
}

void PlaceholderStack::showText(const QString& text)
{
    m_label->setText(text);
    setCurrentWidget(m_label);
}

} // namespace quantoscope::gui
