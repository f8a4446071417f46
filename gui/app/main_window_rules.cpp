// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/panels/rules_panel.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::addRulesAction(QMenu& menu)
{
    QAction* rules = addAction(menu, tr("Ru&les…"), {}, QKeySequence(Qt::CTRL | Qt::Key_R),
                               tr("Set bits and schemes of all layers of a kind"));
    connect(rules, &QAction::triggered, this, [this] { bringUp(u"rules"_s, m_rules->list()); });
    QAction* apply =
        addAction(menu, tr("Appl&y Rules"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                  tr("Apply all rules that are checked to this model"));
    connect(apply, &QAction::triggered, m_rules, &RulesPanel::apply);
    m_modelActions << apply;
}

void MainWindow::connectRules()
{
    connect(m_rules, &RulesPanel::failed, this, &MainWindow::showFailure);
    connect(&m_workbench.layers(), &LayerTableModel::profileChanged, m_rules,
            [this] { m_rules->setProfile(m_workbench.layers().profile()); });
    m_rules->setProfile(m_workbench.layers().profile());
    connect(m_rules, &RulesPanel::settingsChanged, this, &MainWindow::saveRules);
}

void MainWindow::restoreRules()
{
    const QSettings settings;
    const bool onOpening = settings.value(u"rules/onOpening"_s).toBool();
    m_rules->rules().readJson(settings.value(u"rules/list"_s).toByteArray());
    m_rules->appliesToNewModels().setChecked(onOpening);
}

void MainWindow::saveRules()
{
    if (m_workbench.memory().isPersistent()) {
        QSettings settings;
        settings.setValue(u"rules/list"_s, m_rules->rules().toJson());
        settings.setValue(u"rules/onOpening"_s, m_rules->appliesToNewModels().isChecked());
    }
}

} // namespace quantoscope::gui
