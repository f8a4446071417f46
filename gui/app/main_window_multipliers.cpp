// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/models/quantity_text.h"
#include "gui/panels/message_bar.h"

#include <QLocale>
#include <QMenu>
#include <QStringBuilder>
#include <QStringList>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

void MainWindow::addMultiplierAction(QMenu& menu)
{
    m_fixedPoint = addAction(
        menu, tr("&Fixed-Point Multipliers"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        tr("Take integer sums to the next grid by an int32 multiplier and a shift, as hardware "
           "without floating point does, and tell what that changes (Jacob et al. 2018)"));
    m_fixedPoint->setCheckable(true);
    connect(m_fixedPoint, &QAction::triggered, this, [this](bool isWanted) {
        m_workbench.document().editMultipliers(isWanted ? quant::MultiplierKind::FixedPoint
                                                        : quant::MultiplierKind::Float);
    });
    m_modelActions << m_fixedPoint;
}

void MainWindow::showMultiplierEffect(const session::MultiplierEffect& effect,
                                      double fixedPointShare)
{
    QStringList parts;
    if (effect.changed) {
        parts << tr("%1 of %2 predictions change").arg(*effect.changed).arg(effect.images);
    }
    if (effect.top1Difference) {
        const double points = *effect.top1Difference * 100.0;
        const QString sign = points >= 0.0 ? u"+"_s : QString();
        parts << tr("top-1 %1 points").arg(QString(sign % QLocale().toString(points, 'f', 2)));
    }
    parts << tr("output SQNR %1 instead of %2")
                 .arg(decibelText(effect.fixedSqnrDb), decibelText(effect.floatSqnrDb));
    m_messages->showMessage(
        MessageBar::Kind::Information,
        tr("Fixed-point in place of float multipliers, in layers with %1 of the MACs: %2.")
            .arg(percentText(fixedPointShare), parts.join(u", "_s)));
}

} // namespace quantoscope::gui
