// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace quantoscope::gui {

class ElidedLabel;

/// What a fact is called and what it is: side by side where both fit, else one above the other.
class FactRow : public QWidget
{
    Q_OBJECT

public:
    FactRow(const QString& name, const QString& value, QWidget* parent = nullptr);

    /// Whether the value stands below the name at this width.
    [[nodiscard]] bool isStackedAt(int width) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int nameColumn(int width) const;

    ElidedLabel* m_name = nullptr;
    ElidedLabel* m_value = nullptr;
};

} // namespace quantoscope::gui
