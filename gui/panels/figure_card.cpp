// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/figure_card.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quantoscope::gui {

namespace {

QLabel* addLabel(QVBoxLayout& layout, double scale, bool bold)
{
    auto* label = new QLabel;
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(bold);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout.addWidget(label);
    return label;
}

} // namespace

FigureCard::FigureCard(const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 3, 10, 3);
    layout->setSpacing(0);
    QLabel* titleLabel = addLabel(*layout, 0.85, false);
    titleLabel->setText(title);
    titleLabel->setForegroundRole(QPalette::PlaceholderText);
    m_value = addLabel(*layout, 1.35, true);
    m_remark = addLabel(*layout, 0.85, false);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    setToolTip(explanation);
    setAccessibleName(title);
    setFigure(QStringLiteral("–"));
}

void FigureCard::setFigure(const QString& value, const QString& remark)
{
    m_value->setText(value);
    m_remark->setText(remark);
    setAccessibleDescription(value + QLatin1Char(' ') + remark);
}

void FigureCard::reserve(const QString& widestValue, const QString& widestRemark)
{
    const auto fix = [](QLabel& label, const QString& text) {
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(text));
        label.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    };
    fix(*m_value, widestValue);
    fix(*m_remark, widestRemark);
}

void FigureCard::setProvisional(bool provisional)
{
    m_value->setForegroundRole(provisional ? QPalette::PlaceholderText : QPalette::WindowText);
}

QString FigureCard::value() const
{
    return m_value->text();
}

QString FigureCard::remark() const
{
    return m_remark->text();
}

} // namespace quantoscope::gui
