// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <QString>

class QLabel;

namespace quantoscope::gui {

/// A panel's content, or in its place a sentence that says why there is none yet.
class PlaceholderStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PlaceholderStack(QWidget* content, QWidget* parent = nullptr);

    void showContent();
    void showText(const QString& text);

private:
    QLabel* m_label;
};

} // namespace quantoscope::gui
