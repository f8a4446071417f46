// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/fact_row.h"

#include "gui/panels/elided_label.h"

#include <algorithm>

namespace quantoscope::gui {

namespace {

constexpr int kGap = 10;
constexpr int kIndent = 8; ///< of a value below its name
/// The names' column is as wide in every row: no wider than this many characters, nor than this
/// share of the row.
constexpr int kNameCharacters = 15;
constexpr double kNameShare = 0.45;

} // namespace

FactRow::FactRow(const QString& name, const QString& value, QWidget* parent)
    : QWidget(parent), m_name(new ElidedLabel(name, this)), m_value(new ElidedLabel(value, this))
{
    m_name->setForegroundRole(QPalette::PlaceholderText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int FactRow::nameColumn(int width) const
{
    return std::min(kNameCharacters * fontMetrics().averageCharWidth(),
                    static_cast<int>(kNameShare * width));
}

bool FactRow::isStackedAt(int width) const
{
    const int column = nameColumn(width);
    return m_name->sizeHint().width() > column ||
           m_value->sizeHint().width() > width - column - kGap;
}

int FactRow::heightForWidth(int width) const
{
    const int name = m_name->sizeHint().height();
    const int value = m_value->sizeHint().height();
    return isStackedAt(width) ? name + value : std::max(name, value);
}

QSize FactRow::sizeHint() const
{
    const int width = m_name->sizeHint().width() + kGap + m_value->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize FactRow::minimumSizeHint() const
{
    return {m_value->minimumSizeHint().width() + kIndent, m_name->sizeHint().height()};
}

void FactRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int line = m_name->sizeHint().height();
    if (isStackedAt(width())) {
        m_name->setGeometry(0, 0, width(), line);
        m_value->setGeometry(kIndent, line, width() - kIndent, m_value->sizeHint().height());
    } else {
        const int column = nameColumn(width());
        m_name->setGeometry(0, 0, column, line);
        m_value->setGeometry(column + kGap, 0, width() - column - kGap, line);
    }
}

} // namespace quantoscope::gui
