// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/noise.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <optional>
#include <span>

namespace quantoscope::session {

/// Accuracy of pictures added a batch at a time.
class AccuracySums
{
public:
    /// \param rows [pictures, classes]; labels: one per picture
    void add(const TensorView& rows, std::span<const std::optional<int>> labels);
    [[nodiscard]] eval::AccuracyFigures figures() const;

private:
    std::int64_t m_images = 0;
    double m_top1 = 0.0;
    double m_top5 = 0.0;
    bool m_labelled = true;
};

/// Difference between FP32 and quantized outputs of pictures added a batch at a time.
class ComparisonSums
{
public:
    explicit ComparisonSums(TaskKind task) : m_task(task) {}
    /// Both [pictures, values], the same pictures in the same order.
    void add(const TensorView& floatRows, const TensorView& quantizedRows);
    [[nodiscard]] ComparisonFigures figures() const;

private:
    TaskKind m_task;
    std::int64_t m_images = 0;
    quant::NoiseSums m_noise;
    double m_cosine = 0.0;
    double m_agreement = 0.0;
    double m_kl = 0.0;
};

} // namespace quantoscope::session
