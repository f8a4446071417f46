// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/best_methods.h"

#include "gui/models/calibration_text.h"
#include "gui/models/configuration_document.h"
#include "gui/models/post_training_method.h"
#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

QString calibrationTrialText(const std::string& variant)
{
    const auto method = quant::parseCalibrationMethod(variant);
    return method ? tr("Calibration: %1").arg(calibrationText(*method))
                  : tr("Other calibration methods");
}

QString lossText(double loss)
{
    return QLocale().toString(loss, 'g', 3);
}

} // namespace

BestMethods::BestMethods(session::Session& session, ConfigurationDocument& document,
                         QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void BestMethods::start(double seconds)
{
    m_base = m_document.configuration();
    m_job.start([this, request = session::BestRequest{*m_base, seconds}](
                    const JobContext& context,
                    const JobPort&) { return m_session.findBestMethods(request, context); },
                [this](const Result<session::BestReportPtr>& result) { done(result); });
}

void BestMethods::stop()
{
    m_job.abandon();
}

void BestMethods::done(const Result<session::BestReportPtr>& result)
{
    if (!isDone(result)) {
        return;
    }
    const bool isSame = *m_document.configuration() == *m_base;
    if (isSame) {
        m_document.edit(tr("Choose the best methods"),
                        std::make_shared<const quant::Configuration>((*result)->configuration));
    }
    Q_EMIT finished(*result, isSame);
}

QString bestMethodText(const session::BestTrial& trial)
{
    switch (trial.method) {
    case session::BestMethod::CalibrationMethod:
        return calibrationTrialText(trial.variant);
    case session::BestMethod::WeightRange:
        return tr("Weight ranges by MSE");
    case session::BestMethod::Equalization:
        return tr("Equalized channels");
    case session::BestMethod::Smoothing:
        return tr("Smoothed activations");
    case session::BestMethod::BiasAbsorption:
        return tr("Absorbed high biases");
    case session::BestMethod::BiasCorrectionAnalytic:
        return methodName(quant::CorrectionMethod::BiasCorrectionAnalytic);
    case session::BestMethod::BiasCorrection:
        return methodName(quant::CorrectionMethod::BiasCorrection);
    case session::BestMethod::Reconstruction:
        return tr("Corrected weights");
    case session::BestMethod::AdaRound:
        return QStringLiteral("AdaRound");
    }
    return {};
}

QString bestOutcomeText(const session::BestTrial& trial)
{
    switch (trial.outcome) {
    case session::BestOutcome::Kept:
        return tr("kept");
    case session::BestOutcome::NotBetter:
        return tr("no better, left out");
    case session::BestOutcome::NothingToDo:
        return tr("nothing to do here");
    case session::BestOutcome::NoTime:
        return tr("no time left: about %1").arg(durationText(trial.seconds));
    }
    return {};
}

QString bestSummaryText(const session::BestReport& report)
{
    const auto kept =
        std::ranges::count(report.trials, session::BestOutcome::Kept, &session::BestTrial::outcome);
    if (kept == 0) {
        return tr("No method made the configuration better, judged by %n calibration images.",
                  nullptr, static_cast<int>(report.judging));
    }
    const QString loss = report.isKl ? tr("KL divergence from FP32") : tr("Noise over signal");
    return tr("%1 %2 → %3, judged by %n calibration images that nothing was fitted to.", nullptr,
              static_cast<int>(report.judging))
        .arg(loss, lossText(report.lossBefore), lossText(report.lossAfter));
}

} // namespace quantoscope::gui
