// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace quantoscope::gui {

/// One figure: its name, its value in large type, and a remark.
class FigureCard : public QWidget
{
    Q_OBJECT

public:
    FigureCard(const QString& title, const QString& explanation, QWidget* parent = nullptr);

    void setFigure(const QString& value, const QString& remark = {});
    /// Keeps room for these texts, and never more: what is shown does not move its neighbours.
    void reserve(const QString& widestValue, const QString& widestRemark);
    /// Greyed while the figure belongs to an older configuration or to some of the pictures.
    void setProvisional(bool provisional);
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString remark() const;

private:
    QLabel* m_value;
    QLabel* m_remark;
};

} // namespace quantoscope::gui
