// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/message_bar.h"

#include "gui/graph/operator_color.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace quantoscope::gui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_action(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    auto* close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    close->setToolTip(tr("Dismiss this message"));
    close->setAccessibleName(tr("Dismiss this message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(close, 0, Qt::AlignTop);
    m_action->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoFillBackground(true);
    setFrameShape(NoFrame);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, QAction* action)
{
    m_kind = kind;
    for (QAction* former : m_action->actions()) {
        m_action->removeAction(former);
    }
    m_action->setDefaultAction(action);
    m_action->setVisible(action != nullptr);
    if (action != nullptr) {
        connect(action, &QAction::triggered, this, &MessageBar::dismiss, Qt::UniqueConnection);
    }
    m_text->setText(text);
    const QStyle::StandardPixmap icon =
        kind == Kind::Failure ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation;
    m_icon->setPixmap(style()->standardIcon(icon).pixmap(18, 18));
    applyColors();
    show();
}

void MessageBar::dismiss()
{
    hide();
    m_text->clear();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyColors();
    }
}

void MessageBar::applyColors()
{
    const QPalette parentPalette =
        parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const QColor accent = m_kind == Kind::Failure ? okabe_ito::kVermillion : okabe_ito::kSkyBlue;
    QPalette own = parentPalette;
    own.setColor(QPalette::Window, blended(parentPalette.color(QPalette::Window), accent, 0.25));
    setPalette(own);
}

} // namespace quantoscope::gui
