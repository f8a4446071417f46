// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace quantoscope::gui {

/// A message above the panels that blocks nothing: selectable, and there until dismissed or
/// overtaken by the next one.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(Kind kind, const QString& text);
    void dismiss();
    [[nodiscard]] QString text() const; ///< empty when hidden

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColors();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace quantoscope::gui
