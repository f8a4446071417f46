// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/batch_norm_folding.h"
#include "core/session/bias_absorption.h"
#include "core/session/correction.h"
#include "core/session/smoothing.h"

#include <QDateTime>
#include <QObject>

#include <deque>
#include <memory>
#include <variant>

namespace quantoscope::gui {

class ActivationSmoothing;
class BatchNormFolding;
class BiasAbsorption;
class ChannelEqualization;
class WeightCorrection;

/// What a post-training method did, layer by layer. Immutable, shared.
struct MethodOutcome
{
    std::variant<session::CorrectionReportPtr, std::shared_ptr<const session::EqualizationReport>,
                 std::shared_ptr<const session::AbsorptionReport>,
                 std::shared_ptr<const session::SmoothingReport>, session::FoldingReportPtr>
        report;
    QDateTime time; ///< when it ended
};

/// The outcomes of the methods that ran on the open model, the newest first.
class MethodOutcomes : public QObject
{
    Q_OBJECT

public:
    MethodOutcomes(const WeightCorrection& correction, const ChannelEqualization& equalization,
                   const BiasAbsorption& absorption, const ActivationSmoothing& smoothing,
                   const BatchNormFolding& folding, QObject* parent = nullptr);

    [[nodiscard]] const std::deque<MethodOutcome>& all() const { return m_outcomes; }
    void clear();

Q_SIGNALS:
    void changed();

private:
    template <typename Report>
    void add(Report report);

    std::deque<MethodOutcome> m_outcomes;
};

/// "Equalize channels: 0.2 s", with the images looked at where there were any.
[[nodiscard]] QString outcomeTitle(const MethodOutcome& outcome);

} // namespace quantoscope::gui
