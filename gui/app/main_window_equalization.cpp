// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/models/post_training_method.h"
#include "gui/panels/message_bar.h"

#include <QInputDialog>
#include <QMenu>

namespace quantoscope::gui {

void MainWindow::addEqualizationAction(QMenu& menu)
{
    m_equalize = addAction(menu, tr("Equalize C&hannels"), {},
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
                           methodHelp(PostTrainingMethod::Equalization));
    m_equalize->setCheckable(true);
    ChannelEqualization& equalization = m_workbench.equalization();
    connect(m_equalize, &QAction::triggered, this, [this, &equalization](bool isWanted) {
        m_equalize->setChecked(m_workbench.document().configuration()->equalization != nullptr);
        if (isWanted) {
            equalization.start();
        } else {
            equalization.remove();
        }
    });
    connect(&equalization, &ChannelEqualization::finished, this,
            [this](const session::EqualizationReport& report) {
                m_messages->showMessage(MessageBar::Kind::Information, equalizationText(report));
            });
}

void MainWindow::addAbsorptionAction(QMenu& menu)
{
    m_absorb = addAction(menu, tr("Absor&b High Biases"), {},
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
                         methodHelp(PostTrainingMethod::BiasAbsorption));
    m_absorb->setCheckable(true);
    connect(m_absorb, &QAction::triggered, this, [this](bool isWanted) {
        const auto& equalization = m_workbench.document().configuration()->equalization;
        m_absorb->setChecked(session::hasShifts(equalization));
        if (isWanted) {
            m_workbench.absorption().start();
        } else {
            m_workbench.absorption().remove();
        }
    });
}

void MainWindow::addSmoothingAction(QMenu& menu)
{
    m_smooth = addAction(menu, tr("Smooth Acti&vations…"), {},
                         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V),
                         methodHelp(PostTrainingMethod::Smoothing));
    ActivationSmoothing& smoothing = m_workbench.smoothing();
    connect(m_smooth, &QAction::triggered, this, [this, &smoothing] {
        auto* dialog = new QInputDialog(this);
        dialog->setObjectName(QStringLiteral("smoothingAlpha"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setInputMode(QInputDialog::DoubleInput);
        dialog->setDoubleRange(0.0, 1.0);
        dialog->setDoubleDecimals(2);
        dialog->setDoubleStep(0.05);
        dialog->setDoubleValue(session::SmoothingRequest{}.alpha);
        dialog->setWindowTitle(tr("Smooth Activations"));
        dialog->setLabelText(tr("How much weights take over (alpha, 0 to 1):"));
        connect(dialog, &QInputDialog::doubleValueSelected, &smoothing,
                [&smoothing](double alpha) { smoothing.start(alpha); });
        dialog->open();
    });
    connect(&smoothing, &ActivationSmoothing::finished, this,
            [this](const session::SmoothingReport& report) {
                m_messages->showMessage(MessageBar::Kind::Information, smoothingText(report));
            });
}

void MainWindow::connectAbsorption()
{
    BiasAbsorption& absorption = m_workbench.absorption();
    connect(&absorption, &BiasAbsorption::finished, this,
            [this](const session::AbsorptionReport& report) {
                m_messages->showMessage(MessageBar::Kind::Information, absorptionText(report));
            });
}

} // namespace quantoscope::gui
