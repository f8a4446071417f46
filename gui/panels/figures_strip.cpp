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
    m_top1 = addCard(tr("Top-1"),
                     tr("Share of images whose best class is the label, quantized; below: FP32. "
                        "While images are running it is estimated for all of them."),
                     tr("≈ 100.0 %"), tr("FP32 100.0 %"));
    m_change = addCard(tr("Against FP32"),
                       tr("Top-1 less that of FP32 over the same images, in percentage points "
                          "(without labels: agreement with FP32 less 100); below: less that of the "
                          "configuration before. While images are running, ± is the 95 % "
                          "confidence interval for all of them; without ± it is exact."),
                       tr("−10.0 ± 10.0"), tr("before: −10.0 ± 10.0"));
    m_top5 = addCard(tr("Top-5"), tr("Share of images whose label is among the five best classes."),
                     tr("100.0 %"), tr("FP32 100.0 %"));
    m_agreement = addCard(tr("Agreement"),
                          tr("Share of images on which the quantized model gives "
                             "the same best class as FP32, right or wrong."),
                          tr("100.0 %"), tr("with FP32"));
    m_sqnr =
        addCard(tr("Output SQNR"),
                tr("Signal-to-quantization-noise ratio of the model's output: energy of the "
                   "FP32 output over energy of the difference, in decibels. Higher is better."),
                tr("−10.0 dB"), tr("against FP32"));
    m_cosine = addCard(tr("Cosine"),
                       tr("Cosine of the angle between FP32 and quantized output, "
                          "mean over images; 1 is the same direction."),
                       tr("−0.0000"), tr("to FP32"));
    m_kl = addCard(tr("KL divergence"),
                   tr("How far the quantized class probabilities are from the FP32 ones, in nats, "
                      "mean over images; 0 is the same."),
                   tr("10.0000"), tr("nats"));
    m_size = addCard(tr("Model size"),
                     tr("Weights at their bits, scales, zero points and biases; "
                        "below: size in FP32 and how many times smaller."),
                     tr("10.00 MB"), tr("FP32 100 MB, 10.0×"));
    m_bits = addCard(tr("Weight bits"), tr("Average over all weights that can be quantized."),
                     tr("32.00"), tr("of 32"));
    m_pictures = addCard(tr("Images"), tr("Validation images the figures stand for."), tr("00000"),
                         tr("so far of 00000"));
    layout->addStretch(1);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Figures of the whole model"));
}

FigureCard* FiguresStrip::addCard(const QString& title, const QString& explanation,
                                  const QString& widestValue, const QString& widestRemark)
{
    auto* card = new FigureCard(title, explanation, this);
    card->reserve(widestValue, widestRemark);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->addWidget(card, 2);
    return card;
}

void FiguresStrip::clear()
{
    m_reference.reset();
    m_evaluation.reset();
    m_previous.reset();
    for (FigureCard* card : {m_top1, m_change, m_top5, m_agreement, m_sqnr, m_cosine, m_kl, m_size,
                             m_bits, m_pictures}) {
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
    const bool isEstimate = partial.images < partial.totalImages;
    showQuality(partial.accuracy, partial.floatAccuracy, partial.comparison);
    if (m_reference && m_reference->accuracy.top1 && partial.againstFloat) {
        const double top1 = *m_reference->accuracy.top1 + partial.againstFloat->value;
        m_top1->setFigure((isEstimate ? u"≈ "_s : QString()) % percentText(top1),
                          tr("FP32 %1").arg(percentText(m_reference->accuracy.top1)));
    }
    showChange(partial.againstFloat, partial.againstPrevious);
    m_pictures->setFigure(QLocale().toString(static_cast<qlonglong>(partial.images)),
                          tr("so far of %1").arg(partial.totalImages));
    setProvisional(false);
}

void FiguresStrip::setEvaluation(std::shared_ptr<const session::Evaluation> evaluation)
{
    if (!m_reference) {
        return;
    }
    if (!m_evaluation || m_evaluation->configuration != evaluation->configuration) {
        m_previous = m_evaluation;
    }
    m_evaluation = std::move(evaluation);
    showQuality(m_evaluation->accuracy, m_reference->accuracy, m_evaluation->comparison);
    const auto exactly = [](const std::optional<double>& now, const std::optional<double>& then) {
        return now && then
                   ? std::optional(search::Interval{*now - *then, *now - *then, *now - *then})
                   : std::nullopt;
    };
    const std::optional<double> now = quality(*m_evaluation);
    const std::optional<double> whole =
        m_reference->accuracy.top1 ? m_reference->accuracy.top1 : std::optional(1.0);
    showChange(exactly(now, whole), m_previous ? exactly(now, quality(*m_previous)) : std::nullopt);
    m_pictures->setFigure(QLocale().toString(static_cast<qlonglong>(m_evaluation->accuracy.images)),
                          tr("in %1").arg(durationText(m_evaluation->seconds)));
    setProvisional(false);
}

void FiguresStrip::takeOver(const FiguresStrip& former)
{
    if (!former.m_reference) {
        return;
    }
    setFloatReference(former.m_reference);
    for (const auto& evaluation : {former.m_previous, former.m_evaluation}) {
        if (evaluation) {
            setEvaluation(evaluation);
        }
    }
}

std::optional<double> FiguresStrip::quality(const session::Evaluation& evaluation) const
{
    return m_reference->accuracy.top1 ? evaluation.accuracy.top1 : evaluation.comparison.agreement;
}

void FiguresStrip::showChange(const std::optional<search::Interval>& againstFloat,
                              const std::optional<search::Interval>& againstPrevious)
{
    m_change->setFigure(againstFloat ? intervalText(*againstFloat) : missingText(),
                        againstPrevious ? tr("before: %1").arg(intervalText(*againstPrevious))
                                        : QString());
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
                       before ? tr("FP32 %1").arg(percentText(before)) : QString());
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
    for (FigureCard* card :
         {m_top1, m_change, m_top5, m_agreement, m_sqnr, m_cosine, m_kl, m_pictures}) {
        card->setProvisional(provisional);
    }
}

} // namespace quantoscope::gui
