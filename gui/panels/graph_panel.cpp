// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/graph_panel.h"

#include "gui/graph/color_legend.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/mini_map.h"
#include "gui/graph/operator_color.h"
#include "gui/jobs/error_text.h"
#include "gui/models/layer_selection.h"
#include "gui/panels/graph_finder.h"
#include "gui/panels/icon_button.h"
#include "gui/panels/layer_menu.h"
#include "gui/panels/placeholder_stack.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

GraphPanel::GraphPanel(ConfigurationDocument& document, LayerSelection& selection,
                       LayerTableModel& layers, const SensitivityModel& sensitivities,
                       QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_layers(layers),
      m_scene(document, selection), m_view(new GraphView(m_scene, selection)),
      m_miniMap(new MiniMap(m_scene, *m_view)), m_stack(new PlaceholderStack(m_view)),
      m_coloring(document, layers, sensitivities),
      m_finder(new GraphFinder(m_scene, *m_view, selection)), m_legend(new ColorLegend)
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
    connect(&m_scene, &GraphScene::blockActivated, this,
            [this](const QString& scope) { setCollapsed(scope.toStdString(), false); });
    m_legend->hide();
    setOutline(nullptr);
}

GraphPanel::~GraphPanel()
{
    // The finder, the view and its map go before the scene that they look at.
    delete m_finder;
    delete m_stack;
}

QWidget* GraphPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(2);
    layout->addWidget(m_finder, 1);
    auto* zoomOut = addIconButton(*layout, u"zoom-out"_s, tr("Zoom out (−)"));
    auto* zoomIn = addIconButton(*layout, u"zoom-in"_s, tr("Zoom in (+)"));
    auto* fit = addIconButton(*layout, u"zoom-fit"_s, tr("Show the whole graph (F)"));
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
    layout->setSpacing(4);
    m_details = new QComboBox;
    m_details->addItems({tr("Layers"), tr("All operators")});
    m_details->setToolTip(tr("What the nodes are: layers with what is fused into them, or every "
                             "operator of the simplified model on its own"));
    m_details->setAccessibleName(tr("Nodes of the graph"));
    connect(m_details, &QComboBox::currentIndexChanged, this, [this](int index) {
        setDetail(index == 0 ? GraphDetail::Layers : GraphDetail::Operators);
    });
    auto* combo = new QComboBox;
    combo->addItems(
        {tr("Operator"), tr("Bits"), tr("Sensitivity"), tr("Noise"), tr("Size"), tr("Time")});
    combo->setToolTip(
        tr("What the colours of the nodes stand for: the kind of operator, the bits "
           "of its weights, how sensitive the layer is at the lowest bits of the "
           "sweep, the noise of its output, its size, or its time in the exported model"));
    combo->setAccessibleName(tr("Colour by"));
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_coloring.setColoring(static_cast<NodeColoring>(index)); });
    connect(combo, &QComboBox::activated, this, [this] {
        if (m_coloring.coloring() == NodeColoring::Time) {
            Q_EMIT timesWanted();
        }
    });
    m_colorings = combo;
    layout->addWidget(m_details, 1);
    layout->addWidget(new QLabel(tr("Colour:")));
    layout->addWidget(combo, 1);
    return bar;
}

void GraphPanel::showColors()
{
    const bool byOperator = m_coloring.coloring() == NodeColoring::Operator;
    const GraphDrawingPtr& drawing = m_scene.drawing();
    m_legend->setVisible(!byOperator && drawing);
    if (!drawing) {
        return;
    }
    m_legend->setContent(m_coloring.legend(*drawing));
    std::vector<std::optional<QColor>> fills;
    if (!byOperator) {
        const QColor unknown =
            blended(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.12);
        for (const std::optional<QColor>& color : m_coloring.colors(*drawing)) {
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
    m_isSameModel = false;
    m_collapsed.clear();
    m_finder->setOutline(m_outline);
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
    startLayout();
}

void GraphPanel::takeOver(const GraphPanel& former)
{
    setDetail(former.m_detail);
    setCollapsed(former.m_collapsed);
    m_colorings->setCurrentIndex(former.m_colorings->currentIndex());
    if (!m_outline || former.isLayingOut() || !former.m_scene.drawing()) {
        return;
    }
    m_layout.abandon();
    showLayout(former.m_scene.drawing(), former.m_shown);
    // Once the view has its size.
    QMetaObject::invokeMethod(
        m_view,
        [this, zoom = former.m_view->zoom(), middle = former.m_view->sight().center()] {
            m_view->setZoom(zoom);
            m_view->showAround(middle);
        },
        Qt::QueuedConnection);
}

void GraphPanel::setDetail(GraphDetail detail)
{
    if (detail != m_detail) {
        m_detail = detail;
        m_details->setCurrentIndex(detail == GraphDetail::Layers ? 0 : 1);
        startLayout();
    }
}

void GraphPanel::setCollapsed(std::set<std::string> scopes)
{
    if (scopes != m_collapsed) {
        m_collapsed = std::move(scopes);
        startLayout();
    }
}

void GraphPanel::setCollapsed(const std::string& scope, bool isCollapsed)
{
    std::set<std::string> scopes = m_collapsed;
    if (isCollapsed) {
        scopes.insert(scope);
    } else {
        scopes.erase(scope);
    }
    setCollapsed(std::move(scopes));
}

void GraphPanel::collapseAll()
{
    if (m_outline) {
        setCollapsed(collapsibleScopes(*m_outline, m_detail));
    }
}

void GraphPanel::startLayout()
{
    if (!m_outline) {
        return;
    }
    const auto drawing =
        std::make_shared<const GraphDrawing>(drawGraph(*m_outline, m_detail, m_collapsed));
    m_layout.start(
        [drawing](const JobContext& context, const JobPort&) {
            return layoutGraph(*drawing, context);
        },
        [this, drawing](const Result<GraphLayout>& result) { showLayout(drawing, result); });
}

void GraphPanel::showLayout(const GraphDrawingPtr& drawing, const Result<GraphLayout>& layout)
{
    if (!layout) {
        m_scene.clearGraph();
        m_stack->showText(errorText(layout.error()));
        Q_EMIT layoutFailed(layout.error());
        return;
    }
    m_shown = *layout;
    m_scene.setGraph(drawing, m_shown);
    m_stack->showContent();
    showColors();
    m_finder->search();
    const LayerItem* current = m_scene.item(m_selection.current());
    if (m_isSameModel && current != nullptr) {
        m_view->showAround(current->pos());
    } else {
        m_view->showTop();
        m_view->reveal(m_selection.current());
    }
    m_isSameModel = true;
    Q_EMIT layoutDone();
}

GraphPicture GraphPanel::picture() const
{
    GraphPicture picture = m_scene.picture(palette());
    if (m_scene.drawing()) {
        picture.legend = m_coloring.legend(*m_scene.drawing());
    }
    return picture;
}

void GraphPanel::focusSearch()
{
    m_finder->field().setFocus(Qt::ShortcutFocusReason);
    m_finder->field().selectAll();
}

void GraphPanel::showMenu(OutlineId id, const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addLayerActions(*menu, {m_document, m_layers, *m_outline, m_selection}, id);
    if (const LayerItem* node = m_scene.nodeItem(m_scene.currentNode())) {
        addCollapseActions(*menu, m_scene.drawing()->nodes[static_cast<std::size_t>(node->node())]);
    }
    menu->popup(position);
}

void GraphPanel::addCollapseActions(QMenu& menu, const DrawnNode& node)
{
    menu.addSeparator();
    if (node.isBlock()) {
        menu.addAction(tr("E&xpand %1").arg(QString::fromStdString(node.scope)), this,
                       [this, scope = node.scope] { setCollapsed(scope, false); });
    }
    const std::set<std::string> collapsible = collapsibleScopes(*m_outline, m_detail);
    for (const std::string& scope : scopesOf(node.entry.name)) {
        if (collapsible.contains(scope) && scope != node.scope) {
            menu.addAction(tr("&Collapse %1").arg(QString::fromStdString(scope)), this,
                           [this, scope] { setCollapsed(scope, true); });
        }
    }
}

} // namespace quantoscope::gui
