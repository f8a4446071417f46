// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QAction;
class QLabel;
class QToolButton;

namespace quantoscope::gui {

/// A message above the panels that blocks nothing: selectable, and there until dismissed or
/// overtaken by the next one.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Failure };

    explicit MessageBar(QWidget* parent = nullptr);

    /// \param action what the user may answer, with its text as the button's; null: nothing
    void showMessage(Kind kind, const QString& text, QAction* action = nullptr);
    [[nodiscard]] QToolButton& actionButton() { return *m_action; }
    void dismiss();
    [[nodiscard]] QString text() const; ///< empty when hidden
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColors();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_action;
};

} // namespace quantoscope::gui
