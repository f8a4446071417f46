// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of a language, and how a window takes the place of one in another language.
#include "gui/app/action_text.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/tour.h"
#include "gui/app/welcome_page.h"
#include "gui/app/widget_state.h"
#include "gui/panels/course_view.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/noise_panel.h"
#include "gui/panels/rules_panel.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/panels/tried_panel.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QToolButton>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::addLanguageMenu(QMenu& menu)
{
    QMenu* names = menu.addMenu(tr("Lan&guage"));
    auto* group = new QActionGroup(this);
    for (const Language& language : languages()) {
        QAction* action = group->addAction(language.name);
        action->setShortcut(chord(Qt::CTRL | Qt::Key_G, group->actions().size()));
        action->setCheckable(true);
        action->setChecked(language.code == currentLanguage());
        connect(action, &QAction::triggered, this,
                [this, code = language.code] { Q_EMIT languageChosen(code); });
        names->addAction(action);
    }
}

/// What the desk knows already, because another window was at it.
void MainWindow::showKnown()
{
    showTitle();
    showBusy();
    const std::shared_ptr<const ModelOutline> outline = m_workbench.outline();
    if (!outline) {
        return;
    }
    m_welcome->hide();
    showModelFacts();
    showOutline();
    const session::Session& session = m_workbench.session();
    if (const auto images = session.dataInfo()) {
        m_figures->setPictures(images->validation->size());
    }
    m_tradeOff->setFloatReference(session.floatReference());
    showFloatCosts();
    m_tradeOff->setSearch(m_workbench.search().report());
    if (const auto& noise = m_workbench.noise(); noise && !m_workbench.layers().isNoiseStale()) {
        m_noise->setImages(noise->images);
    }
    showModelSize();
    showCourse();
    m_inspector->views().course().setRunning(m_workbench.course().isRunning());
    m_layers->showLayer(m_workbench.selection().current());
    updateActions();
}

void MainWindow::takeOver(MainWindow& former)
{
    for (auto dock = m_docks.cbegin(); dock != m_docks.cend(); ++dock) {
        copyWidgetState(*former.m_docks[dock.key()]->widget(), *dock.value()->widget());
    }
    m_rules->list().setCurrentIndex(
        m_rules->rules().index(former.m_rules->list().currentIndex().row()));
    m_tried->takeOver(*former.m_tried);
    m_miniMap->setChecked(former.m_miniMap->isChecked());
    m_figures->takeOver(*former.m_figures);
    const auto& evaluation = m_workbench.evaluation();
    if (evaluation && evaluation->configuration != *m_workbench.document().configuration()) {
        m_figures->setStale();
    }
    m_graph->takeOver(*former.m_graph);
    m_images->takeOver(*former.m_images);
    if (former.m_search->selectedPoint() >= 0) {
        m_search->select(former.m_search->selectedPoint());
    }
    takeOverMessage(former);
    setGeometry(former.geometry());
    setWindowState(former.windowState());
    restoreState(former.saveState(kStateVersion), kStateVersion);
    if (former.findChild<Tour*>() != nullptr) {
        startTour();
    }
}

/// In the new language where it is known how.
void MainWindow::takeOverMessage(const MainWindow& former)
{
    const MessageBar& bar = *former.m_messages;
    if (bar.text().isEmpty()) {
        return;
    }
    const bool hasImages = m_workbench.session().dataInfo() != nullptr;
    if (former.m_messages->actionButton().defaultAction() != nullptr) {
        offerRecovery();
    } else if (bar.kind() == MessageBar::Kind::Information && m_workbench.outline() && !hasImages) {
        showImagesNeeded();
    } else {
        m_messages->showMessage(bar.kind(), bar.text());
    }
}

} // namespace quantoscope::gui
