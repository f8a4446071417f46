// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/best_methods.h"
#include "core/session/correction_job.h"
#include "core/session/search_loss.h"
#include "core/session/stopwatch.h"

#include <functional>
#include <memory>
#include <optional>

namespace quantoscope::session {

/// Tries one method after the other on what the ones before made, and keeps what loses less on the
/// pictures that judge. Runs pieces between edits.
class BestJob
{
public:
    using Ranges =
        std::function<Result<std::shared_ptr<const CalibrationInfo>>(const quant::Configuration&)>;
    struct Place
    {
        EngineRoom& room;
        std::shared_ptr<const DataInfo> data;            ///< all calibration pictures
        std::shared_ptr<const DataInfo> judging;         ///< as judgingPictures() made them
        std::shared_ptr<const FloatReference> reference; ///< of those that judge
        Ranges ranges;                                   ///< calibrates where needed
        GivingWay giveWay;
    };

    BestJob(Place place, BestRequest request, const JobContext& context, BestCallback partial);

    [[nodiscard]] Result<BestReportPtr> run();

private:
    [[nodiscard]] Status start();
    [[nodiscard]] Status tryCalibrationMethods();
    [[nodiscard]] Status tryWeightRange();
    [[nodiscard]] Status tryEqualization();
    [[nodiscard]] Status trySmoothing();
    [[nodiscard]] Status tryAbsorption();
    [[nodiscard]] Status tryCorrection(BestMethod method, quant::CorrectionMethod by);
    [[nodiscard]] Status fitToAll();
    /// Whether a trial is worth making and there is time for it; else it is noted.
    [[nodiscard]] bool canTry(BestTrial trial, bool isWorthIt);
    /// Notes a trial that found nothing to change.
    void noteNothing(BestTrial trial, const Stopwatch& watch);
    [[nodiscard]] Status judgeTrial(BestTrial trial, quant::Configuration candidate,
                                    const Stopwatch& watch);
    void note(BestTrial trial);
    [[nodiscard]] Result<double> judge(const quant::Configuration& configuration);
    [[nodiscard]] Result<CorrectionReportPtr> correct(quant::CorrectionMethod by,
                                                      std::shared_ptr<const DataInfo> pictures,
                                                      double most, double& expected);
    [[nodiscard]] double left() const { return m_request.seconds - m_stopwatch.seconds(); }

    Place m_place;
    BestRequest m_request;
    const JobContext& m_context;
    BestCallback m_partial;
    SearchLoss m_loss;
    Stopwatch m_stopwatch;
    BestReport m_report;
    double m_judgeSeconds = 0.0;
    double m_calibrationSeconds = 0.0;
    /// What made the weights of the best so far; none: rounded to nearest.
    std::optional<quant::CorrectionMethod> m_correctedBy;
};

} // namespace quantoscope::session
