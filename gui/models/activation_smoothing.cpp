// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/activation_smoothing.h"

#include "gui/models/channel_equalization.h"
#include "gui/models/configuration_document.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <utility>

namespace quantoscope::gui {

namespace {

/// Groups of layers told one by one; of more there is a count only.
constexpr int kMostTold = 4;

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

QString spreadText(double spread)
{
    return QLocale().toString(spread, 'f', 1);
}

/// How far the channels of the activations lie apart, before and after.
QString spreadsText(const session::SmoothingReport& report)
{
    QStringList told;
    for (const session::EqualizedStream& stream : report.streams) {
        if (stream.isEqualized() && told.size() < kMostTold) {
            told << tr("%1 %2 : 1, now %3 : 1")
                        .arg(QString::fromStdString(stream.readers.front()),
                             spreadText(stream.spreadBefore), spreadText(stream.spreadAfter));
        }
    }
    return told.join(QStringLiteral("; "));
}

} // namespace

ActivationSmoothing::ActivationSmoothing(session::Session& session, ConfigurationDocument& document,
                                         QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void ActivationSmoothing::start(double alpha, const session::LayerChoice& layers)
{
    const session::SmoothingRequest request{*m_document.configuration(), alpha, layers};
    m_job.start(
        [this, request](const JobContext& context, const JobPort&) {
            return m_session.smoothActivations(request, context);
        },
        [this, base = request.base](const Result<session::SmoothingReport>& result) {
            done(base, result);
        });
}

void ActivationSmoothing::remove(const session::LayerChoice& layers)
{
    if (const auto model = m_session.modelInfo()) {
        m_document.editEqualization(
            tr("Undo smoothing"),
            session::unsmoothed(m_document.configuration()->equalization, *model->layers, layers));
    }
}

void ActivationSmoothing::stop()
{
    m_job.abandon();
}

void ActivationSmoothing::done(const quant::Configuration& base,
                               const Result<session::SmoothingReport>& result)
{
    if (!isDone(result) ||
        !quant::isSameEqualization(base.equalization, m_document.configuration()->equalization)) {
        return;
    }
    if (result->smoothedStreams() > 0) {
        m_document.editEqualization(tr("Smooth activations"), result->configuration.equalization);
    }
    Q_EMIT finished(*result);
}

QString smoothingText(const session::SmoothingReport& report)
{
    if (report.streams.empty()) {
        return tr("Nothing to smooth: no MatMul or Gemm of this model reads what another layer or "
                  "a normalization writes.");
    }
    const auto done = static_cast<int>(report.smoothedStreams());
    QString text = tr("Activations of %n groups of layers smoothed.", nullptr, done);
    if (done > 0) {
        text =
            tr("%1 Largest over least range of their channels: %2.").arg(text, spreadsText(report));
    }
    if (report.replacesEqualization) {
        text = tr("%1 They take the place of the equalization.").arg(text);
    }
    const QString skipped = skippedText(report.streams);
    return skipped.isEmpty() ? text : tr("%1 Skipped: %2.").arg(text, skipped);
}

} // namespace quantoscope::gui
