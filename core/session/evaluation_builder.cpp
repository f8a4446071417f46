// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evaluation_builder.h"

#include "core/eval/live_pass.h"
#include "core/search/margins.h"

namespace quantoscope::session {
namespace {

constexpr double kEstimateSeconds = 0.05;
constexpr std::size_t kFirstPictures = 16; ///< every batch of these brings an estimate

std::span<const float> rowOf(const Tensor& rows, std::size_t row)
{
    const auto size = static_cast<std::size_t>(rows.shape[1]);
    return std::span(rows.values).subspan(row * size, size);
}

/// Rows of the FP32 reference for some pictures, in their order.
Tensor gatherRows(const Tensor& rows, std::span<const std::int32_t> pictures)
{
    Tensor gathered;
    gathered.shape = {static_cast<std::int64_t>(pictures.size()), rows.shape[1]};
    for (const std::int32_t picture : pictures) {
        const auto row = rowOf(rows, static_cast<std::size_t>(picture));
        gathered.values.insert(gathered.values.end(), row.begin(), row.end());
    }
    return gathered;
}

} // namespace

std::vector<std::optional<int>> labelsOf(const eval::ImageSet& images,
                                         std::span<const std::int32_t> pictures)
{
    std::vector<std::optional<int>> labels;
    labels.reserve(pictures.size());
    for (const std::int32_t picture : pictures) {
        labels.push_back(images.index().samples[static_cast<std::size_t>(picture)].label);
    }
    return labels;
}

EvaluationBuilder::EvaluationBuilder(TaskKind task, const QuantizedPass& pass,
                                     const PartialCallback& partial, const Stopwatch& stopwatch)
    : m_task(task), m_pass(pass), m_partial(partial), m_stopwatch(stopwatch), m_comparison(task)
{
    m_soFar.totalImages = pass.data.validation->size();
    m_evaluation.configuration = pass.configuration;
    if (task != TaskKind::Classification) {
        return;
    }
    const auto count = static_cast<std::size_t>(m_soFar.totalImages);
    m_evaluation.predictions.resize(count);
    m_evaluation.margins.resize(count);
    if (partial) {
        m_againstFloat.emplace(pass.reference.margins);
        if (pass.previous != nullptr && pass.previous->margins.size() == count) {
            m_againstPrevious.emplace(pass.previous->margins);
        }
    }
}

void EvaluationBuilder::add(const exec::SegmentedRunner& runner,
                            std::span<const std::int32_t> pictures)
{
    const Tensor expected = gatherRows(m_pass.reference.outputs, pictures);
    Tensor rows{expected.shape, std::vector<float>(expected.values.size())};
    const auto size = static_cast<std::size_t>(rows.shape[1]);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        eval::copyPictureOutputs(runner, i, std::span(rows.values).subspan(i * size, size));
    }
    m_comparison.add(expected, rows);
    if (m_task == TaskKind::Classification) {
        const auto labels = labelsOf(*m_pass.data.validation, pictures);
        m_accuracy.add(rows, labels);
        m_floatAccuracy.add(expected, labels);
        addPredictions(rows, pictures);
    }
    m_soFar.images += static_cast<std::int64_t>(pictures.size());
    if (m_partial) {
        tell(rows, pictures);
    }
}

void EvaluationBuilder::addPredictions(const Tensor& rows, std::span<const std::int32_t> pictures)
{
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto picture = static_cast<std::size_t>(pictures[i]);
        m_evaluation.predictions[picture] = eval::topFive(rowOf(rows, i));
        m_evaluation.margins[picture] =
            search::marginOf(rowOf(rows, i), m_pass.reference.labels[picture]);
        m_seen.push_back(pictures[i]);
        m_seenMargins.push_back(m_evaluation.margins[picture]);
    }
}

void EvaluationBuilder::tell(const Tensor& rows, std::span<const std::int32_t> pictures)
{
    m_soFar.pictures = pictures;
    m_soFar.outputs = rows;
    m_soFar.accuracy = m_accuracy.figures();
    m_soFar.floatAccuracy = m_floatAccuracy.figures();
    m_soFar.comparison = m_comparison.figures();
    m_soFar.seconds = m_stopwatch.seconds();
    estimate();
    m_partial(m_soFar);
}

/// Intervals cost about a millisecond; between two that people can tell apart the former ones hold.
void EvaluationBuilder::estimate()
{
    const bool isLast = m_soFar.images == m_soFar.totalImages;
    const bool isFirst = m_seen.size() <= kFirstPictures;
    if (!isFirst && !isLast && m_soFar.seconds - m_estimatedAt < kEstimateSeconds) {
        return;
    }
    m_estimatedAt = m_soFar.seconds;
    if (m_againstFloat) {
        m_soFar.againstFloat = m_againstFloat->difference(m_seen, m_seenMargins);
    }
    if (m_againstPrevious) {
        m_soFar.againstPrevious = m_againstPrevious->difference(m_seen, m_seenMargins);
    }
}

Evaluation EvaluationBuilder::finish()
{
    m_evaluation.seconds = m_stopwatch.seconds();
    m_evaluation.accuracy = m_accuracy.figures();
    m_evaluation.accuracy.images = m_soFar.totalImages;
    m_evaluation.comparison = m_comparison.figures();
    return std::move(m_evaluation);
}

} // namespace quantoscope::session
