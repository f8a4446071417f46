// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panels of a window are.
#include "gui/app/main_window.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/methods_panel.h"
#include "gui/panels/noise_panel.h"
#include "gui/panels/rules_panel.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/sensitivity_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/panels/tried_panel.h"

#include <QDockWidget>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::setUpDocks()
{
    Workbench& bench = m_workbench;
    m_graph =
        new GraphPanel(bench.document(), bench.selection(), bench.layers(), bench.sensitivities());
    m_layers =
        new LayerPanel(bench.document(), bench.layers(), bench.selection(), bench.hardware());
    m_images = new ImagesPanel(bench.images());
    m_inspector = new InspectorPanel(bench.session(), bench.document(), bench.selection());
    m_noise = new NoisePanel(bench.layers(), bench.selection(), bench.tracing());
    m_sensitivity = new SensitivityPanel(bench.sensitivity(), bench.sensitivities(),
                                         bench.document(), bench.selection());
    m_search =
        new SearchPanel(bench.search(), bench.searchPoints(), bench.document(), bench.hardware());
    m_methodsPanel =
        new MethodsPanel({bench.session(), bench.correction(), bench.equalization(),
                          bench.absorption(), bench.smoothing(), bench.folding(),
                          bench.methodOutcomes(), bench.document(), bench.selection()});
    m_rules = new RulesPanel(bench.document(), bench.rules());
    m_tradeOff = new TradeOffPanel(bench.history(), bench.document());
    m_tried = new TriedPanel(bench.history(), bench.document());
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    addDock(u"graph"_s, tr("Graph"), m_graph);
    addDock(u"layers"_s, tr("Layers"), m_layers);
    addDock(u"images"_s, tr("Images"), m_images);
    addDock(u"sensitivity"_s, tr("Sensitivity"), m_sensitivity);
    addDock(u"search"_s, tr("Search"), m_search);
    addDock(u"methods"_s, tr("Methods"), m_methodsPanel);
    addDock(u"rules"_s, tr("Rules"), m_rules);
    addDock(u"tried"_s, tr("Configurations"), m_tried);
    addDock(u"inspector"_s, tr("Selected Layer"), m_inspector);
    addDock(u"noise"_s, tr("Noise per Layer"), m_noise);
    addDock(u"tradeoff"_s, tr("Accuracy against Cost"), m_tradeOff);
    arrangeDocks();
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* widget)
{
    auto* dock = new QDockWidget(title);
    dock->setObjectName(name);
    dock->setWidget(widget);
    m_docks.insert(name, dock);
    return dock;
}

void MainWindow::arrangeDocks()
{
    QDockWidget* graph = m_docks[u"graph"_s];
    QDockWidget* layers = m_docks[u"layers"_s];
    QDockWidget* inspector = m_docks[u"inspector"_s];
    QDockWidget* noise = m_docks[u"noise"_s];
    addDockWidget(Qt::LeftDockWidgetArea, graph);
    splitDockWidget(graph, layers, Qt::Horizontal);
    splitDockWidget(layers, inspector, Qt::Vertical);
    splitDockWidget(inspector, noise, Qt::Horizontal);
    splitDockWidget(noise, m_docks[u"tradeoff"_s], Qt::Horizontal);
    tabifyDockWidget(layers, m_docks[u"images"_s]);
    tabifyDockWidget(m_docks[u"images"_s], m_docks[u"sensitivity"_s]);
    tabifyDockWidget(m_docks[u"sensitivity"_s], m_docks[u"search"_s]);
    tabifyDockWidget(m_docks[u"search"_s], m_docks[u"methods"_s]);
    tabifyDockWidget(m_docks[u"methods"_s], m_docks[u"rules"_s]);
    tabifyDockWidget(m_docks[u"rules"_s], m_docks[u"tried"_s]);
    layers->raise();
    resizeDocks({graph, layers}, {26, 74}, Qt::Horizontal);
    resizeDocks({layers, inspector}, {58, 42}, Qt::Vertical);
    resizeDocks({inspector, noise, m_docks[u"tradeoff"_s]}, {48, 25, 27}, Qt::Horizontal);
}

/// Shows a dock, even one that was closed, and gives a widget in it the focus.
void MainWindow::bringUp(const QString& dock, QWidget& focus)
{
    m_docks[dock]->show();
    m_docks[dock]->raise();
    focus.setFocus(Qt::ShortcutFocusReason);
}

bool MainWindow::showTab(const QString& name)
{
    if (name != u"layers"_s && name != u"images"_s && name != u"sensitivity"_s &&
        name != u"search"_s && name != u"methods"_s && name != u"rules"_s && name != u"tried"_s) {
        return false;
    }
    m_docks[name]->raise();
    return true;
}

bool MainWindow::showLayerView(const QString& name)
{
    const QStringList names{u"weights"_s, u"errors"_s,       u"channels"_s,   u"weight-map"_s,
                            u"output"_s,  u"feature-maps"_s, u"calibration"_s};
    const auto index = names.indexOf(name);
    if (index >= 0) {
        m_inspector->views().showView(static_cast<LayerView>(index));
    }
    return index >= 0;
}

} // namespace quantoscope::gui
