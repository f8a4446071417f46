// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/bias_absorption.h"

#include "gui/models/configuration_document.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <map>
#include <memory>
#include <utility>

namespace quantoscope::gui {

namespace {

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

QString reasonText(session::AbsorptionObstacle obstacle, int count)
{
    using enum session::AbsorptionObstacle;
    switch (obstacle) {
    case NoRelu:
        return tr("%n without a ReLU alone between them", nullptr, count);
    case SeveralReaders:
        break;
    case SharedWeights:
        return tr("%n with shared weights", nullptr, count);
    case Padding:
        return tr("%n before a layer that pads with zeros", nullptr, count);
    case NoBias:
        return tr("%n without biases", nullptr, count);
    case RangeSetByHand:
        return tr("%n with a range set by hand", nullptr, count);
    case NothingToAbsorb:
        return tr("%n without channels that are nearly always above zero", nullptr, count);
    }
    return tr("%n read or made by other operators, too", nullptr, count);
}

QString outcomeText(const session::AbsorptionReport& report)
{
    const auto channels = static_cast<int>(report.absorbedChannels());
    const QString sqnr = QLocale().toString(report.floatSqnrDb, 'f', 1);
    if (channels == 0) {
        return tr("No biases to absorb.");
    }
    if (report.isRefused) {
        return tr("Biases stay: FP32 outputs would change too much on the calibration images "
                  "(SQNR %1 dB, at least %2 dB wanted).")
            .arg(sqnr, QLocale().toString(session::AbsorptionReport::kLeastSqnrDb, 'f', 0));
    }
    return tr("Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: "
              "%1 dB.",
              nullptr, channels)
        .arg(sqnr);
}

} // namespace

BiasAbsorption::BiasAbsorption(session::Session& session, ConfigurationDocument& document,
                               QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void BiasAbsorption::start(const session::LayerChoice& layers)
{
    const session::EqualizationRequest request{*m_document.configuration(), layers};
    m_job.start(
        [this, request](const JobContext& context, const JobPort&) {
            return m_session.absorbBiases(request, context);
        },
        [this, base = request.base](const Result<session::AbsorptionReport>& result) {
            done(base, result);
        });
}

void BiasAbsorption::stop()
{
    m_job.abandon();
}

void BiasAbsorption::remove(const session::LayerChoice& layers)
{
    const auto& equalization = m_document.configuration()->equalization;
    const auto model = m_session.modelInfo();
    m_document.editEqualization(
        tr("Undo bias absorption"),
        layers.empty() || !model
            ? session::withoutShifts(equalization)
            : session::withoutShifts(equalization, *model->layers,
                                     session::chosenStreams(*model->layers, layers)));
}

void BiasAbsorption::done(const quant::Configuration& base,
                          const Result<session::AbsorptionReport>& result)
{
    if (!isDone(result) ||
        !quant::isSameEqualization(base.equalization, m_document.configuration()->equalization)) {
        return;
    }
    if (!quant::isSameEqualization(base.equalization, result->configuration.equalization)) {
        m_document.editEqualization(tr("Absorb high biases"), result->configuration.equalization);
    }
    Q_EMIT finished(*result);
}

QString obstacleText(session::AbsorptionObstacle obstacle)
{
    using enum session::AbsorptionObstacle;
    switch (obstacle) {
    case NoRelu:
        return tr("no ReLU alone between them");
    case SeveralReaders:
        break;
    case SharedWeights:
        return tr("several layers share weights");
    case Padding:
        return tr("what reads them pads with zeros");
    case NoBias:
        return tr("a layer without biases");
    case RangeSetByHand:
        return tr("a range is set by hand");
    case NothingToAbsorb:
        return tr("no channel is nearly always above zero");
    }
    return tr("other operators read or make the channels, too");
}

QString absorptionText(const session::AbsorptionReport& report)
{
    std::map<session::AbsorptionObstacle, int> skipped;
    for (const session::AbsorbedPair& pair : report.pairs) {
        if (pair.obstacle) {
            ++skipped[*pair.obstacle];
        }
    }
    QStringList reasons;
    for (const auto& [obstacle, count] : skipped) {
        reasons << reasonText(obstacle, count);
    }
    const QString text = outcomeText(report);
    return reasons.isEmpty() ? text
                             : tr("%1 Skipped: %2.").arg(text, reasons.join(QStringLiteral(", ")));
}

} // namespace quantoscope::gui
