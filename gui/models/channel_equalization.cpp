// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/channel_equalization.h"

#include "gui/models/configuration_document.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace quantoscope::gui {

namespace {

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

QString reasonText(const session::EqualizedStream& stream, int count)
{
    if (stream.hasRangeSetByHand) {
        return tr("%n with a range set by hand", nullptr, count);
    }
    using enum model::StreamObstacle;
    switch (*stream.obstacle) {
    case ClippedActivation:
        return tr("%n behind ReLU6 or another clipping activation function", nullptr, count);
    case OtherActivation:
        return tr("%n behind an activation function that does not scale with its input", nullptr,
                  count);
    case BatchNorm:
        return tr("%n with batch normalization kept apart", nullptr, count);
    case SharedWeights:
        return tr("%n with shared weights", nullptr, count);
    case OtherOperator:
    case ModelOutput:
    case ModelInput:
        break;
    }
    return tr("%n read or made by other operators, too", nullptr, count);
}

} // namespace

ChannelEqualization::ChannelEqualization(session::Session& session, ConfigurationDocument& document,
                                         QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void ChannelEqualization::start(const session::LayerChoice& layers)
{
    const session::EqualizationRequest request{*m_document.configuration(), layers};
    m_job.start([this, request](const JobContext& context,
                                const JobPort&) { return m_session.equalize(request, context); },
                [this, base = request.base](const Result<session::EqualizationReport>& result) {
                    done(base, result);
                });
}

void ChannelEqualization::stop()
{
    m_job.abandon();
}

void ChannelEqualization::remove(const session::LayerChoice& layers)
{
    const auto model = m_session.modelInfo();
    m_document.editEqualization(tr("Undo equalization"),
                                layers.empty() || !model
                                    ? nullptr
                                    : session::unequalized(m_document.configuration()->equalization,
                                                           *model->layers, layers));
}

void ChannelEqualization::done(const quant::Configuration& base,
                               const Result<session::EqualizationReport>& result)
{
    if (!isDone(result) ||
        !quant::isSameEqualization(base.equalization, m_document.configuration()->equalization)) {
        return;
    }
    if (!quant::isSameEqualization(base.equalization, result->configuration.equalization)) {
        m_document.editEqualization(tr("Equalize channels"), result->configuration.equalization);
    }
    Q_EMIT finished(*result);
}

QString equalizationText(const session::EqualizationReport& report)
{
    const auto done = std::ranges::count_if(report.streams, &session::EqualizedStream::isEqualized);
    const QString text =
        tr("Channels of %n groups of layers equalized.", nullptr, static_cast<int>(done));
    const QString skipped = skippedText(report.streams);
    return skipped.isEmpty() ? text : tr("%1 Skipped: %2.").arg(text, skipped);
}

QString obstacleText(const session::EqualizedStream& stream)
{
    const QString where = QString::fromStdString(stream.where);
    if (stream.hasRangeSetByHand) {
        return tr("a range is set by hand (%1)").arg(where);
    }
    using enum model::StreamObstacle;
    switch (*stream.obstacle) {
    case ClippedActivation:
        return tr("ReLU6 or another clipping activation function (%1)").arg(where);
    case OtherActivation:
        return tr("an activation function that does not scale with its input (%1)").arg(where);
    case BatchNorm:
        return tr("its batch normalization is kept apart (%1)").arg(where);
    case SharedWeights:
        return tr("several layers share weights (%1)").arg(where);
    case OtherOperator:
    case ModelOutput:
    case ModelInput:
        break;
    }
    return tr("other operators read or make the channels, too (%1)").arg(where);
}

QString skippedText(const std::vector<session::EqualizedStream>& streams)
{
    std::map<int, std::pair<int, const session::EqualizedStream*>> skipped; // by reason
    for (const session::EqualizedStream& stream : streams) {
        if (!stream.isEqualized()) {
            auto& entry = skipped[stream.obstacle ? static_cast<int>(*stream.obstacle) : -1];
            ++entry.first;
            entry.second = &stream;
        }
    }
    QStringList reasons;
    for (const auto& [unused, entry] : skipped) {
        reasons << reasonText(*entry.second, entry.first);
    }
    return reasons.join(QStringLiteral(", "));
}

} // namespace quantoscope::gui
