// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/graph_finder.h"

#include "gui/graph/graph_scene.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/layer_search.h"
#include "gui/models/layer_selection.h"
#include "gui/panels/icon_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

GraphFinder::GraphFinder(GraphScene& scene, GraphView& view, LayerSelection& selection,
                         QWidget* parent)
    : QWidget(parent), m_scene(scene), m_view(view), m_selection(selection), m_field(new QLineEdit),
      m_count(new QLabel)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_field->setPlaceholderText(tr("Find in the graph (Ctrl+F)"));
    m_field->setClearButtonEnabled(true);
    m_field->setAccessibleName(tr("Find in the graph"));
    m_field->setToolTip(tr("Name of a layer, operator, attribute (strides=2x2) or shape of weights "
                           "(32x3x3x3). Enter goes to the next match, Escape ends the search."));
    m_field->installEventFilter(this);
    layout->addWidget(m_field, 1);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_count);
    m_previous = addIconButton(*layout, u"previous"_s, tr("Previous match (Shift+F3)"));
    m_next = addIconButton(*layout, u"next"_s, tr("Next match (F3)"));
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        search();
        if (!m_matches.empty() && !std::ranges::binary_search(m_matches, m_selection.current())) {
            m_view.reveal(nextMatch(m_matches, m_selection.current(), 1));
        }
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { findNext(1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { findNext(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { findNext(1); });
    connect(&selection, &LayerSelection::currentChanged, this, &GraphFinder::showCount);
    search();
}

void GraphFinder::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    m_outline = std::move(outline);
    m_matches.clear();
    showCount();
}

void GraphFinder::search()
{
    m_matches = m_outline ? searchLayers(*m_outline, m_field->text()) : std::vector<OutlineId>();
    m_scene.setMatches(m_matches);
    for (QToolButton* button : {m_previous, m_next}) {
        button->setVisible(!m_field->text().trimmed().isEmpty());
        button->setEnabled(!m_matches.empty());
    }
    showCount();
}

void GraphFinder::showCount()
{
    const auto count = static_cast<int>(m_matches.size());
    const auto current = std::ranges::find(m_matches, m_selection.current());
    if (m_field->text().trimmed().isEmpty()) {
        m_count->clear();
    } else if (current != m_matches.end()) {
        m_count->setText(tr("%1 of %2").arg(current - m_matches.begin() + 1).arg(count));
    } else {
        m_count->setText(tr("%n found", nullptr, count));
    }
}

QString GraphFinder::countText() const
{
    return m_count->text();
}

void GraphFinder::findNext(int direction)
{
    const OutlineId next = nextMatch(m_matches, m_selection.current(), direction);
    if (next != kNoOutlineId) {
        m_selection.select(next);
        m_view.reveal(next);
    }
}

bool GraphFinder::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_field && isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress) {
            m_field->clear();
            m_view.setFocus(Qt::ShortcutFocusReason);
        }
        event->accept(); // before the window takes it for "Stop"
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quantoscope::gui
