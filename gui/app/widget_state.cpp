// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/widget_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGraphicsView>
#include <QHash>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPoint>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace quantoscope::gui {

namespace {

/// Of widgets that show what the model holds: they follow it, and setting them would edit it.
constexpr const char* kShowsModel = "showsModel";

using Pair = std::pair<const QWidget*, QWidget*>;

/// Children that correspond, in the order in which they were made.
QList<Pair> childPairs(const QWidget& from, const QWidget& to)
{
    QHash<const QMetaObject*, QList<QWidget*>> byClass;
    for (auto* child : to.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        byClass[child->metaObject()].append(child);
    }
    QList<Pair> pairs;
    for (const auto* child : from.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        QList<QWidget*>& candidates = byClass[child->metaObject()];
        if (!candidates.isEmpty()) {
            pairs.append({child, candidates.takeFirst()});
        }
    }
    return pairs;
}

/// False where both are no such widget.
template <typename Widget, typename Copy>
bool copyAs(const QWidget& from, QWidget& to, const Copy& copy)
{
    const auto* source = qobject_cast<const Widget*>(&from);
    auto* target = qobject_cast<Widget*>(&to);
    if (source != nullptr && target != nullptr) {
        copy(*source, *target);
    }
    return source != nullptr && target != nullptr;
}

void copyChoice(const QComboBox& from, QComboBox& to)
{
    if (from.currentIndex() < to.count()) {
        to.setCurrentIndex(from.currentIndex());
    }
    if (from.isEditable()) {
        to.setEditText(from.currentText());
    }
}

void copyCheck(const QAbstractButton& from, QAbstractButton& to)
{
    if (from.isCheckable()) {
        to.setChecked(from.isChecked());
    }
}

/// Scrolls an area once it has been shown: before, it has no range, and a table scrolls to its
/// current row when it is shown first.
class PositionWish : public QObject
{
public:
    PositionWish(QAbstractScrollArea& area, QPoint position)
        : QObject(&area), m_area(area), m_position(position)
    {
        area.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Show) {
            m_area.removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                m_area.horizontalScrollBar()->setValue(m_position.x());
                m_area.verticalScrollBar()->setValue(m_position.y());
                deleteLater();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractScrollArea& m_area;
    QPoint m_position;
};

void copyPosition(const QAbstractScrollArea& from, QAbstractScrollArea& to)
{
    if (qobject_cast<const QGraphicsView*>(&from) == nullptr) { // has a sight of its own
        new PositionWish(
            to, QPoint(from.horizontalScrollBar()->value(), from.verticalScrollBar()->value()));
    }
}

/// Whether what the widget holds has states of its own.
bool copyOne(const QWidget& from, QWidget& to)
{
    const bool isDone =
        copyAs<QComboBox>(from, to, copyChoice) ||
        copyAs<QSpinBox>(from, to, [](auto& a, auto& b) { b.setValue(a.value()); }) ||
        copyAs<QDoubleSpinBox>(from, to, [](auto& a, auto& b) { b.setValue(a.value()); }) ||
        copyAs<QLineEdit>(from, to, [](auto& a, auto& b) { b.setText(a.text()); }) ||
        copyAs<QAbstractButton>(from, to, copyCheck) ||
        copyAs<QHeaderView>(from, to, [](auto& a, auto& b) { b.restoreState(a.saveState()); });
    if (!isDone) {
        copyAs<QSplitter>(from, to, [](auto& a, auto& b) { b.restoreState(a.saveState()); });
        copyAs<QAbstractScrollArea>(from, to, copyPosition);
    }
    return !isDone;
}

} // namespace

void copyWidgetState(const QWidget& from, QWidget& to)
{
    const bool showsModel = from.property(kShowsModel).toBool();
    if (!showsModel && qobject_cast<const QMenu*>(&from) == nullptr && copyOne(from, to)) {
        for (const auto& [child, counterpart] : childPairs(from, to)) {
            copyWidgetState(*child, *counterpart);
        }
    }
}

} // namespace quantoscope::gui
