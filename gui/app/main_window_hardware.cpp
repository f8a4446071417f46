// SPDX-License-Identifier: GPL-3.0-or-later
// The target device that a model is quantized for.
#include "gui/app/main_window.h"
#include "gui/panels/hardware_dialog.h"
#include "gui/panels/message_bar.h"

#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::addHardwareAction(QMenu& menu)
{
    QAction* hardware =
        addAction(menu, tr("Hardw&are…"), {}, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H),
                  tr("Choose the device to quantize for, see what it takes, start with its "
                     "defaults or add a profile of your own"));
    connect(hardware, &QAction::triggered, this, &MainWindow::showHardware);
    HardwareProfiles& profiles = m_workbench.hardware();
    connect(&profiles, &HardwareProfiles::chosenChanged, this, &MainWindow::saveHardware);
    connect(&profiles, &HardwareProfiles::filesChanged, this, &MainWindow::saveHardware);
}

void MainWindow::showHardware()
{
    auto* dialog = new HardwareDialog(m_workbench.hardware(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModelOpen(m_workbench.outline() != nullptr);
    connect(dialog, &HardwareDialog::defaultsRequested, &m_workbench,
            &Workbench::applyHardwareDefaults);
    connect(&m_workbench, &Workbench::modelOpened, dialog,
            [dialog] { dialog->setModelOpen(true); });
    connect(&m_workbench, &Workbench::modelClosed, dialog,
            [dialog] { dialog->setModelOpen(false); });
    dialog->show();
}

void MainWindow::restoreHardware()
{
    HardwareProfiles& profiles = m_workbench.hardware();
    const QSettings settings;
    const QStringList files = settings.value(u"hardware/files"_s).toStringList();
    const QString chosen = settings.value(u"hardware/chosen"_s).toString();
    for (const Error& error : profiles.restore(files)) {
        showFailure(error);
    }
    profiles.choose(std::max(0, profiles.rowOf(chosen)));
}

void MainWindow::saveHardware()
{
    if (m_workbench.memory().isPersistent()) {
        QSettings settings;
        settings.setValue(u"hardware/files"_s, m_workbench.hardware().files());
        settings.setValue(u"hardware/chosen"_s, m_workbench.hardware().chosenKey());
    }
}

} // namespace quantoscope::gui
