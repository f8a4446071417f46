// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/figures_strip.h"

#include "gui/models/quantity_text.h"
#include "gui/panels/figure_card.h"

#include <QHBoxLayout>
#include <QLocale>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

FiguresStrip::FiguresStrip(QWidget* parent) : QFrame(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(0);
    m_top1 = addCard(tr("Top-1"), tr("Share of images whose best class is the label, quantized; "
                                     "below: FP32 and the difference in percentage points."));
    m_top5 =
        addCard(tr("Top-5"), tr("Share of images whose label is among the five best classes."));
    m_agreement = addCard(tr("Agreement"), tr("Share of images on which the quantized model gives "
                                              "the same best class as FP32, right or wrong."));
    m_sqnr =
        addCard(tr("Output SQNR"),
                tr("Signal-to-quantization-noise ratio of the model's output: energy of the "
                   "FP32 output over energy of the difference, in decibels. Higher is better."));
    m_cosine = addCard(tr("Cosine"), tr("Cosine of the angle between FP32 and quantized output, "
                                        "mean over images; 1 is the same direction."));
    m_kl = addCard(tr("KL divergence"),
                   tr("How far the quantized class probabilities are from the FP32 ones, in nats, "
                      "mean over images; 0 is the same."));
    m_size = addCard(tr("Model size"), tr("Weights at their bits, scales, zero points and biases; "
                                          "below: size in FP32 and how many times smaller."));
    m_bits = addCard(tr("Weight bits"), tr("Average over all weights that can be quantized."));
    m_pictures = addCard(tr("Images"), tr("Validation images the figures stand for."));
    layout->addStretch(1);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Figures of the whole model"));
}

FigureCard* FiguresStrip::addCard(const QString& title, const QString& explanation)
{
    auto* card = new FigureCard(title, explanation, this);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->addWidget(card, 2);
    return card;
}

void FiguresStrip::clear()
{
    m_reference.reset();
    for (FigureCard* card :
         {m_top1, m_top5, m_agreement, m_sqnr, m_cosine, m_kl, m_size, m_bits, m_pictures}) {
        card->setFigure(missingText());
        card->setProvisional(false);
    }
}

void FiguresStrip::setModelSize(std::optional<std::int64_t> floatBytes,
                                std::optional<std::int64_t> quantizedBytes,
                                double averageWeightBits)
{
    m_bits->setFigure(QLocale().toString(averageWeightBits, 'f', 2), tr("of 32"));
    if (!quantizedBytes) {
        return;
    }
    QString remark;
    if (floatBytes && *quantizedBytes > 0) {
        remark = tr("FP32 %1, %L2×")
                     .arg(bytesText(*floatBytes))
                     .arg(static_cast<double>(*floatBytes) / static_cast<double>(*quantizedBytes),
                          0, 'f', 1);
    }
    m_size->setFigure(bytesText(*quantizedBytes), remark);
}

void FiguresStrip::setPictures(std::int64_t count)
{
    m_pictures->setFigure(QLocale().toString(static_cast<qlonglong>(count)));
}

void FiguresStrip::setFloatReference(std::shared_ptr<const session::FloatReference> reference)
{
    if (reference == m_reference) {
        return;
    }
    m_reference = std::move(reference);
    m_top1->setFigure(missingText(), tr("FP32 %1").arg(percentText(m_reference->accuracy.top1)));
    m_top5->setFigure(missingText(), tr("FP32 %1").arg(percentText(m_reference->accuracy.top5)));
}

void FiguresStrip::setPartial(const session::PartialEvaluation& partial)
{
    showQuality(partial.accuracy, partial.floatAccuracy, partial.comparison);
    m_pictures->setFigure(tr("%1/%2").arg(partial.images).arg(partial.totalImages), tr("so far"));
    setProvisional(partial.images < partial.totalImages);
}

void FiguresStrip::setEvaluation(std::shared_ptr<const session::Evaluation> evaluation)
{
    if (!m_reference) {
        return;
    }
    showQuality(evaluation->accuracy, m_reference->accuracy, evaluation->comparison);
    m_pictures->setFigure(QLocale().toString(static_cast<qlonglong>(evaluation->accuracy.images)),
                          tr("in %1").arg(durationText(evaluation->seconds)));
    setProvisional(false);
}

void FiguresStrip::setStale()
{
    setProvisional(true);
}

void FiguresStrip::showQuality(const eval::AccuracyFigures& quantized,
                               const eval::AccuracyFigures& reference,
                               const session::ComparisonFigures& comparison)
{
    const auto show = [this](FigureCard& card, const std::optional<double>& now,
                             const std::optional<double>& before) {
        card.setFigure(percentText(now),
                       now && before
                           ? tr("FP32 %1, %2").arg(percentText(before), pointsText(*now - *before))
                           : QString());
    };
    show(*m_top1, quantized.top1, reference.top1);
    show(*m_top5, quantized.top5, reference.top5);
    m_agreement->setFigure(percentText(comparison.agreement), tr("with FP32"));
    m_sqnr->setFigure(decibelText(comparison.sqnrDb), tr("against FP32"));
    m_cosine->setFigure(QLocale().toString(comparison.cosine, 'f', 4), tr("to FP32"));
    m_kl->setFigure(comparison.kl ? QLocale().toString(*comparison.kl, 'f', 4) : missingText(),
                    comparison.kl ? tr("nats") : QString());
}

void FiguresStrip::setProvisional(bool provisional)
{
    for (FigureCard* card : {m_top1, m_top5, m_agreement, m_sqnr, m_cosine, m_kl, m_pictures}) {
        card->setProvisional(provisional);
    }
}

} // namespace quantoscope::gui
