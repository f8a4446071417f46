// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/graph_panel.h"

#include "gui/graph/color_legend.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/layer_search.h"
#include "gui/models/layer_selection.h"
#include "gui/panels/pin_action.h"
#include "gui/panels/placeholder_stack.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QToolButton* addButton(QHBoxLayout& layout, const QString& icon, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(QIcon(u":/icons/"_s % icon % u".svg"_s));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    layout.addWidget(button);
    return button;
}

} // namespace

GraphPanel::GraphPanel(ConfigurationDocument& document, LayerSelection& selection,
                       const LayerTableModel& layers, const SensitivityModel& sensitivities,
                       QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_scene(document, selection),
      m_view(new GraphView(m_scene, selection)), m_stack(new PlaceholderStack(m_view)),
      m_coloring(document, layers, sensitivities), m_legend(new ColorLegend)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeColorBar());
    layout->addWidget(m_legend);
    layout->addWidget(m_stack, 1);
    m_coloring.setPalette(palette());
    connect(&m_coloring, &GraphColoring::changed, this, &GraphPanel::showColors);
    connect(m_view, &GraphView::menuRequested, this, &GraphPanel::showMenu);
    connect(&selection, &LayerSelection::currentChanged, this, &GraphPanel::showMatchCount);
    m_legend->hide();
    setOutline(nullptr);
    search({});
}

QWidget* GraphPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(2);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Find in the graph (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Find in the graph"));
    m_search->setToolTip(
        tr("Name of a layer, operator, attribute (strides=2x2) or shape of weights "
           "(32x3x3x3). Enter goes to the next match, Escape ends the search."));
    m_search->installEventFilter(this);
    layout->addWidget(m_search, 1);
    m_matchCount = new QLabel;
    m_matchCount->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_matchCount);
    m_previous = addButton(*layout, u"previous"_s, tr("Previous match (Shift+F3)"));
    m_next = addButton(*layout, u"next"_s, tr("Next match (F3)"));
    auto* zoomOut = addButton(*layout, u"zoom-out"_s, tr("Zoom out (−)"));
    auto* zoomIn = addButton(*layout, u"zoom-in"_s, tr("Zoom in (+)"));
    auto* fit = addButton(*layout, u"zoom-fit"_s, tr("Show the whole graph (F)"));
    connect(m_search, &QLineEdit::textChanged, this, &GraphPanel::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { findNext(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { findNext(1); });
    connect(zoomOut, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(0.8); });
    connect(zoomIn, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1.25); });
    connect(fit, &QToolButton::clicked, m_view, &GraphView::fitAll);
    return bar;
}

QWidget* GraphPanel::makeColorBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 0, 6, 3);
    layout->setSpacing(2);
    auto* combo = new QComboBox;
    combo->addItems({tr("Operator"), tr("Bits"), tr("Sensitivity"), tr("Noise")});
    combo->setToolTip(tr("What the colours of the nodes stand for: the kind of operator, the bits "
                         "of its weights, how sensitive the layer is at the lowest bits of the "
                         "sweep, or the noise of its output"));
    combo->setAccessibleName(tr("Colour by"));
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_coloring.setColoring(static_cast<NodeColoring>(index)); });
    m_colorings = combo;
    layout->addWidget(new QLabel(tr("Colour:")));
    layout->addWidget(combo, 1);
    return bar;
}

void GraphPanel::showColors()
{
    const bool byOperator = m_coloring.coloring() == NodeColoring::Operator;
    m_legend->setVisible(!byOperator && m_outline);
    m_legend->setContent(m_coloring.legend());
    if (!m_outline) {
        return;
    }
    std::vector<std::optional<QColor>> fills;
    if (!byOperator) {
        const QColor unknown = palette().color(QPalette::AlternateBase);
        for (const std::optional<QColor>& color : m_coloring.colors(*m_outline)) {
            fills.emplace_back(color.value_or(unknown));
        }
    }
    m_scene.setFills(fills);
}

void GraphPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_coloring.setPalette(palette());
    }
}

void GraphPanel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    m_outline = std::move(outline);
    m_matches.clear();
    if (!m_outline) {
        m_layout.abandon();
        m_scene.clearGraph();
        m_stack->showText(tr("The graph of the model appears here.\n\n"
                             "Open an ONNX model (Ctrl+O), drop one on the window, "
                             "or open the sample from the File menu."));
        return;
    }
    m_stack->showText(
        tr("Laying out %n layers…", nullptr, static_cast<int>(m_outline->entries.size())));
    m_layout.start([model = m_outline](const JobContext& context,
                                       const JobPort&) { return layoutGraph(*model, context); },
                   [this](const Result<GraphLayout>& result) { showLayout(result); });
}

void GraphPanel::showLayout(const Result<GraphLayout>& layout)
{
    if (!layout) {
        m_scene.clearGraph();
        m_stack->showText(QString::fromStdString(toString(layout.error())));
        Q_EMIT layoutFailed(layout.error());
        return;
    }
    m_scene.setGraph(m_outline, *layout);
    m_stack->showContent();
    showColors();
    search(m_search->text());
    if (m_scene.item(m_selection.current()) != nullptr) {
        m_view->showTop();
        m_view->reveal(m_selection.current());
    } else {
        m_view->showTop();
    }
    Q_EMIT layoutDone();
}

void GraphPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool GraphPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_search && isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress) {
            m_search->clear();
            m_view->setFocus(Qt::ShortcutFocusReason);
        }
        event->accept(); // before the window takes it for "Stop"
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString GraphPanel::matchCountText() const
{
    return m_matchCount->text();
}

void GraphPanel::findNext(int direction)
{
    const OutlineId next = nextMatch(m_matches, m_selection.current(), direction);
    if (next != kNoOutlineId) {
        m_selection.select(next);
    }
}

void GraphPanel::showMenu(OutlineId id, const QPoint& position)
{
    const OutlineEntry& entry = m_outline->entries[static_cast<std::size_t>(id)];
    std::vector<std::string> layers;
    if (entry.hasWeights) {
        layers.push_back(entry.name);
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addPinAction(*menu, m_document, layers);
    menu->popup(position);
}

void GraphPanel::search(const QString& text)
{
    m_matches = m_outline ? searchLayers(*m_outline, text) : std::vector<OutlineId>();
    m_scene.setMatches(m_matches);
    if (!m_matches.empty() &&
        std::ranges::find(m_matches, m_selection.current()) == m_matches.end()) {
        m_view->reveal(nextMatch(m_matches, m_selection.current(), 1));
    }
    for (QToolButton* button : {m_previous, m_next}) {
        button->setVisible(!text.trimmed().isEmpty());
        button->setEnabled(!m_matches.empty());
    }
    showMatchCount();
}

void GraphPanel::showMatchCount()
{
    const auto count = static_cast<int>(m_matches.size());
    const auto current = std::ranges::find(m_matches, m_selection.current());
    if (m_search->text().trimmed().isEmpty()) {
        m_matchCount->clear();
    } else if (current != m_matches.end()) {
        m_matchCount->setText(tr("%1 of %2").arg(current - m_matches.begin() + 1).arg(count));
    } else {
        m_matchCount->setText(tr("%n found", nullptr, count));
    }
}

} // namespace quantoscope::gui
