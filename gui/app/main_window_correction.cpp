// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/models/post_training_method.h"
#include "gui/models/quantity_text.h"
#include "gui/panels/message_bar.h"

#include <QMenu>
#include <QStringList>

#include <algorithm>

namespace quantoscope::gui {

namespace {

/// Names of the layers whose inputs batch normalization does not tell of.
QString unknownLayers(const session::CorrectionReport& report)
{
    QStringList names;
    for (const session::CorrectedLayer& layer : report.layers) {
        if (layer.reason == session::UncorrectedReason::UnknownInputs) {
            names << QString::fromStdString(layer.name);
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

void MainWindow::addCorrectionActions(QMenu& menu)
{
    m_correct =
        addAction(menu, tr("Correct Wei&ghts"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                  methodHelp(PostTrainingMethod::Reconstruction));
    connect(m_correct, &QAction::triggered, this, [this] { m_workbench.correction().start(); });
    addMethodActions(menu);
    m_roundToNearest =
        addAction(menu, tr("Round to &Nearest"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                  tr("Drop corrected weights and biases of all layers"));
    connect(m_roundToNearest, &QAction::triggered, this,
            [this] { m_workbench.correction().remove(); });
    addEqualizationAction(menu);
    addAbsorptionAction(menu);
    addSmoothingAction(menu);
    addBestAction(menu);
    addCascadeAction(menu);
    addMultiplierAction(menu);
}

void MainWindow::addMethodActions(QMenu& menu)
{
    auto* methods = new QMenu(tr("Correct by &Other Methods"), this);
    methods->setToolTipsVisible(true);
    const auto add = [&](const QString& text, Qt::Key key, PostTrainingMethod method) {
        QAction* action = addAction(*methods, text, {}, QKeySequence(Qt::CTRL | Qt::ALT | key),
                                    methodHelp(method));
        connect(action, &QAction::triggered, this,
                [this, method] { correctBy(*correctionOf(method)); });
        m_methods << action;
    };
    add(tr("&GPTQ"), Qt::Key_G, PostTrainingMethod::Gptq);
    add(tr("&AdaRound"), Qt::Key_A, PostTrainingMethod::AdaRound);
    add(tr("&Bias Correction"), Qt::Key_B, PostTrainingMethod::BiasCorrection);
    add(tr("Bias Correction without &Images"), Qt::Key_N,
        PostTrainingMethod::BiasCorrectionAnalytic);
    m_correctAnalytic = m_methods.last();
    menu.addMenu(methods);
}

void MainWindow::correctBy(quant::CorrectionMethod method)
{
    const auto model = m_workbench.session().modelInfo();
    if (method == quant::CorrectionMethod::BiasCorrectionAnalytic && model &&
        !session::hasNormalStatistics(*model->layers)) {
        m_messages->showMessage(
            MessageBar::Kind::Information,
            tr("This model has no batch normalization to take means from: its exporter has folded "
               "it into the weights. Bias Correction measures them on the calibration images."));
        return;
    }
    m_workbench.correction().start(method);
}

void MainWindow::updateCorrectionActions(bool hasImages)
{
    const quant::Configuration& configuration = *m_workbench.document().configuration();
    m_correct->setEnabled(hasImages && session::correctableLayers(configuration) > 0 &&
                          !m_workbench.correction().isRunning());
    for (QAction* method : m_methods) {
        method->setEnabled(m_correct->isEnabled());
    }
    m_correctAnalytic->setEnabled((hasImages || !needsCalibration(configuration)) &&
                                  session::correctableLayers(configuration) > 0 &&
                                  !m_workbench.correction().isRunning());
    m_smooth->setEnabled(hasImages && !configuration.weights.empty() &&
                         !m_workbench.smoothing().isRunning());
    m_best->setEnabled(hasImages && !configuration.weights.empty() &&
                       !m_workbench.best().isRunning());
    m_equalize->setEnabled(m_correct->isEnabled() || configuration.equalization != nullptr);
    m_equalize->setChecked(configuration.equalization != nullptr);
    const bool isAbsorbed = session::hasShifts(configuration.equalization);
    m_absorb->setEnabled(isAbsorbed || (hasImages && configuration.equalization != nullptr &&
                                        !m_workbench.absorption().isRunning()));
    m_absorb->setChecked(isAbsorbed);
    m_fixedPoint->setChecked(configuration.requantization == quant::MultiplierKind::FixedPoint);
    m_roundToNearest->setEnabled(!configuration.corrected.empty());
    m_measureCourse->setEnabled(hasImages);
    m_cascade->setEnabled(m_workbench.history().rowCount() >= 2);
}

void MainWindow::connectCorrection()
{
    WeightCorrection& correction = m_workbench.correction();
    connect(
        &correction, &WeightCorrection::finished, this,
        [this](const session::CorrectionReportPtr& report) {
            const auto corrected = report->correctedLayers();
            const auto unknown =
                std::ranges::count(report->layers, session::UncorrectedReason::UnknownInputs,
                                   &session::CorrectedLayer::reason);
            const auto left = std::ssize(report->layers) - corrected - unknown;
            QString text = tr("%n layers corrected", nullptr, static_cast<int>(corrected));
            if (left > 0) {
                text = tr("%1; %n layers stay rounded to nearest", nullptr, static_cast<int>(left))
                           .arg(text);
            }
            if (unknown > 0) {
                text = tr("%1; the means of what %n layers read are not known (%2)", nullptr,
                          static_cast<int>(unknown))
                           .arg(text, unknownLayers(*report));
            }
            if (report->images == 0) {
                m_messages->showMessage(MessageBar::Kind::Information,
                                        tr("%1. No images were needed. Undo goes back.").arg(text));
                return;
            }
            m_messages->showMessage(MessageBar::Kind::Information,
                                    tr("%1. Calibration images: %2, time: %3. Undo goes back.")
                                        .arg(text)
                                        .arg(report->images)
                                        .arg(durationText(report->seconds)));
        });
}

} // namespace quantoscope::gui
