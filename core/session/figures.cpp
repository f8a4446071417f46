// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/figures.h"

namespace quantoscope::session {

void AccuracySums::add(const TensorView& rows, std::span<const std::optional<int>> labels)
{
    const eval::AccuracyFigures batch = eval::accuracy(rows, labels);
    const auto images = static_cast<double>(batch.images);
    m_images += batch.images;
    m_labelled = m_labelled && batch.top1.has_value();
    m_top1 += batch.top1.value_or(0.0) * images;
    m_top5 += batch.top5.value_or(0.0) * images;
}

eval::AccuracyFigures AccuracySums::figures() const
{
    eval::AccuracyFigures figures;
    figures.images = m_images;
    if (m_labelled && m_images > 0) {
        figures.top1 = m_top1 / static_cast<double>(m_images);
        figures.top5 = m_top5 / static_cast<double>(m_images);
    }
    return figures;
}

void ComparisonSums::add(const TensorView& floatRows, const TensorView& quantizedRows)
{
    const auto pictures = static_cast<std::size_t>(floatRows.shape.front());
    m_images += floatRows.shape.front();
    m_noise.add(floatRows.values, quantizedRows.values);
    if (m_task == TaskKind::Classification) {
        const eval::AgreementFigures batch = eval::agreement(floatRows, quantizedRows);
        m_agreement += batch.agreement * static_cast<double>(pictures);
        m_cosine += batch.cosine * static_cast<double>(pictures);
        m_kl += batch.kl * static_cast<double>(pictures);
        return;
    }
    const std::size_t size = floatRows.values.size() / pictures;
    for (std::size_t i = 0; i < pictures; ++i) {
        quant::NoiseSums picture;
        picture.add(floatRows.values.subspan(i * size, size),
                    quantizedRows.values.subspan(i * size, size));
        m_cosine += quant::cosineSimilarity(picture);
    }
}

ComparisonFigures ComparisonSums::figures() const
{
    ComparisonFigures figures;
    if (m_images == 0) {
        return figures;
    }
    const auto images = static_cast<double>(m_images);
    figures.sqnrDb = quant::sqnrDb(m_noise);
    figures.cosine = m_cosine / images;
    if (m_task == TaskKind::Classification) {
        figures.agreement = m_agreement / images;
        figures.kl = m_kl / images;
    }
    return figures;
}

} // namespace quantoscope::session
