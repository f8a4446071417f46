// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/method_outcomes.h"

#include "gui/models/activation_smoothing.h"
#include "gui/models/batch_norm_folding.h"
#include "gui/models/bias_absorption.h"
#include "gui/models/channel_equalization.h"
#include "gui/models/post_training_method.h"
#include "gui/models/quantity_text.h"
#include "gui/models/weight_correction.h"

#include <QCoreApplication>
#include <QLocale>

#include <set>
#include <utility>

namespace quantoscope::gui {

namespace {

/// Outcomes kept; older ones go.
constexpr std::size_t kMostKept = 30;

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

QString nameOf(const session::CorrectionReportPtr& report)
{
    std::set<quant::CorrectionMethod> methods;
    for (const session::CorrectedLayer& layer : report->layers) {
        methods.insert(layer.method);
    }
    return methodName(methods.size() == 1 ? *methods.begin() : report->method);
}

QString nameOf(const std::shared_ptr<const session::EqualizationReport>&)
{
    return methodName(PostTrainingMethod::Equalization);
}

QString nameOf(const std::shared_ptr<const session::AbsorptionReport>&)
{
    return methodName(PostTrainingMethod::BiasAbsorption);
}

QString nameOf(const std::shared_ptr<const session::SmoothingReport>&)
{
    return methodName(PostTrainingMethod::Smoothing);
}

QString nameOf(const session::FoldingReportPtr&)
{
    return methodName(PostTrainingMethod::BatchNormFolding);
}

std::int64_t imagesOf(const session::FoldingReportPtr&)
{
    return 0;
}

std::int64_t imagesOf(const std::shared_ptr<const session::EqualizationReport>&)
{
    return 0;
}

template <typename Report>
std::int64_t imagesOf(const Report& report)
{
    return report->images;
}

} // namespace

MethodOutcomes::MethodOutcomes(const WeightCorrection& correction,
                               const ChannelEqualization& equalization,
                               const BiasAbsorption& absorption,
                               const ActivationSmoothing& smoothing,
                               const BatchNormFolding& folding, QObject* parent)
    : QObject(parent)
{
    connect(&correction, &WeightCorrection::finished, this,
            [this](const session::CorrectionReportPtr& report) { add(report); });
    connect(&equalization, &ChannelEqualization::finished, this,
            [this](const session::EqualizationReport& report) {
                add(std::make_shared<const session::EqualizationReport>(report));
            });
    connect(&absorption, &BiasAbsorption::finished, this,
            [this](const session::AbsorptionReport& report) {
                add(std::make_shared<const session::AbsorptionReport>(report));
            });
    connect(&smoothing, &ActivationSmoothing::finished, this,
            [this](const session::SmoothingReport& report) {
                add(std::make_shared<const session::SmoothingReport>(report));
            });
    connect(&folding, &BatchNormFolding::finished, this,
            [this](const session::FoldingReportPtr& report) { add(report); });
}

template <typename Report>
void MethodOutcomes::add(Report report)
{
    m_outcomes.push_front({std::move(report), QDateTime::currentDateTime()});
    if (m_outcomes.size() > kMostKept) {
        m_outcomes.pop_back();
    }
    Q_EMIT changed();
}

void MethodOutcomes::clear()
{
    m_outcomes.clear();
    Q_EMIT changed();
}

QString outcomeTitle(const MethodOutcome& outcome)
{
    return std::visit(
        [&](const auto& report) {
            const QString time = QLocale().toString(outcome.time.time(), QLocale::ShortFormat);
            const auto images = imagesOf(report);
            //: Time of day, method, how long it took
            const QString text =
                tr("%1  %2, %3").arg(time, nameOf(report), durationText(report->seconds));
            return images > 0 ? tr("%1, %n images", nullptr, static_cast<int>(images)).arg(text)
                              : text;
        },
        outcome.report);
}

} // namespace quantoscope::gui
