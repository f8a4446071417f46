// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/mini_map.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/layer_panel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>
#include <QTableView>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::setUpGraphMenu(QMenu& menu)
{
    QAction* operators = addAction(
        menu, tr("All &Operators in the Graph"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        tr("Show every operator as a node of its own instead of fused layers"));
    operators->setCheckable(true);
    connect(operators, &QAction::toggled, m_graph, [this](bool all) {
        m_graph->setDetail(all ? GraphDetail::Operators : GraphDetail::Layers);
    });
    connect(&m_graph->details(), &QComboBox::currentIndexChanged, operators,
            [operators](int index) { operators->setChecked(index == 1); });
    QAction* collapse = addAction(menu, tr("&Collapse Blocks of the Graph"), {},
                                  QKeySequence(Qt::CTRL | Qt::Key_BracketLeft),
                                  tr("Draw nodes whose names share a part before a slash as one; "
                                     "a double click on a block opens it"));
    connect(collapse, &QAction::triggered, m_graph, &GraphPanel::collapseAll);
    QAction* expand = addAction(menu, tr("&Expand Blocks of the Graph"), {},
                                QKeySequence(Qt::CTRL | Qt::Key_BracketRight),
                                tr("Draw every node of the graph on its own"));
    connect(expand, &QAction::triggered, m_graph, [this] { m_graph->setCollapsed({}); });
    m_miniMap =
        addAction(menu, tr("&Map of the Graph"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
                  tr("Show the whole graph small in a corner while only a part is seen"));
    m_miniMap->setCheckable(true);
    m_miniMap->setChecked(true);
    connect(m_miniMap, &QAction::toggled, &m_graph->miniMap(), &MiniMap::setEnabledByUser);
    m_modelActions << operators << collapse << expand;
}

void MainWindow::connectGraph()
{
    connect(&m_graph->view(), &GraphView::bitsStepped, this,
            [this](OutlineId id, SchemeField field, int steps) {
                LayerTableModel& layers = m_workbench.layers();
                layers.stepPrecision(layers.rowOf(id), field, steps);
            });
    connect(&m_graph->view(), &GraphView::rowRequested, this, &MainWindow::showRow);
    connect(m_graph, &GraphPanel::layoutFailed, this, &MainWindow::showFailure);
    connect(m_layers, &LayerPanel::failed, this, &MainWindow::showFailure);
}

void MainWindow::showRow(OutlineId id)
{
    if (m_workbench.layers().rowOf(id) < 0) {
        const OutlineEntry& entry = m_workbench.outline()->entries[static_cast<std::size_t>(id)];
        statusBar()->showMessage(tr("%1 carries no quantizer, so it has no row in the table")
                                     .arg(QString::fromStdString(entry.name)));
        return;
    }
    m_layers->showLayer(id);
    bringUp(u"layers"_s, m_layers->table());
}

void MainWindow::addGraphExport(QMenu& menu)
{
    QAction* graph =
        addAction(menu, tr("Save &Graph…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
                  tr("Write the graph as it is drawn, as SVG or PNG"));
    connect(graph, &QAction::triggered, this, &MainWindow::chooseGraphTarget);
    m_modelActions << graph;
}

void MainWindow::chooseGraphTarget()
{
    QString filter;
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save Graph"), suggestedFile(u"-graph.svg"_s),
                                     tr("SVG (*.svg);;PNG (*.png)"), &filter);
    if (file.isEmpty()) {
        return;
    }
    m_workbench.saveGraph(m_graph->picture(), toPath(withSuffix(file, filter, u".svg"_s)));
}

} // namespace quantoscope::gui
