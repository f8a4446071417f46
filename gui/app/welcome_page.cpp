// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/welcome_page.h"

#include "gui/app/action_text.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRecent = 6;
constexpr int kColumnWidth = 380;

QLabel* newTitle(const QString& text, double scale)
{
    auto* title = new QLabel(text);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    title->setFont(font);
    return title;
}

/// "model.onnx" over the folder it lies in.
QCommandLinkButton* newLink(const QString& text, const QString& description)
{
    auto* link = new QCommandLinkButton(text, description);
    link->setFixedWidth(kColumnWidth);
    return link;
}

void clear(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

WelcomePage::WelcomePage(const QList<QAction*>& start, QWidget* parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* icon = new QLabel;
    icon->setPixmap(QIcon(u":/icons/quantoscope.svg"_s).pixmap(64, 64));
    auto* head = new QHBoxLayout;
    head->addWidget(icon);
    auto* titles = new QVBoxLayout;
    titles->addWidget(newTitle(tr("Quantoscope"), 1.9));
    auto* purpose =
        new QLabel(tr("See what every bit does: quantize a trained model layer by layer "
                      "and watch accuracy, size and images."));
    purpose->setForegroundRole(QPalette::PlaceholderText);
    purpose->setWordWrap(true);
    titles->addWidget(purpose);
    head->addLayout(titles, 1);

    auto* begin = new QVBoxLayout;
    begin->setSpacing(2);
    begin->addWidget(newTitle(tr("Begin"), 1.15));
    for (QAction* action : start) {
        QCommandLinkButton* link = newLink(actionText(action->text()), action->statusTip());
        link->setIcon(action->icon());
        connect(link, &QCommandLinkButton::clicked, action, &QAction::trigger);
        begin->addWidget(link);
    }
    auto* drop = new QLabel(tr("Or drop a model, a session or a folder of images on this window."));
    drop->setForegroundRole(QPalette::PlaceholderText);
    drop->setWordWrap(true);
    begin->addWidget(drop);
    begin->addStretch(1);
    auto* lately = new QVBoxLayout;
    lately->setSpacing(2);
    lately->addWidget(newTitle(tr("Lately"), 1.15));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    lately->addLayout(m_recent);
    lately->addStretch(1);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(48);
    columns->addLayout(begin);
    columns->addLayout(lately);
    auto* page = new QWidget;
    page->setMaximumWidth(2 * kColumnWidth + 60);
    auto* inner = new QVBoxLayout(page);
    inner->addLayout(head);
    inner->addSpacing(20);
    inner->addLayout(columns);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    auto* middle = new QVBoxLayout;
    middle->addStretch(1);
    middle->addWidget(page);
    middle->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(1);
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& files)
{
    clear(*m_recent);
    for (const QString& file : files.mid(0, kMostRecent)) {
        const QFileInfo info(file);
        QCommandLinkButton* link = newLink(
            info.fileName(), fontMetrics().elidedText(QDir::toNativeSeparators(info.absolutePath()),
                                                      Qt::ElideMiddle, kColumnWidth - 60));
        link->setToolTip(QDir::toNativeSeparators(file));
        m_recent->addWidget(link);
        connect(link, &QCommandLinkButton::clicked, this,
                [this, file] { Q_EMIT recentChosen(file); });
    }
    if (files.isEmpty()) {
        auto* none = new QLabel(tr("What you open appears here."));
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setMinimumWidth(kColumnWidth);
        m_recent->addWidget(none);
    }
}

} // namespace quantoscope::gui
