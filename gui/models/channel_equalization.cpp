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
    : QObject(parent), m_session(session), m_document(document)
{
}

void ChannelEqualization::start()
{
    m_job.start([this, base = *m_document.configuration()](
                    const JobContext&, const JobPort&) { return m_session.equalize(base); },
                [this](const Result<session::EqualizationReport>& result) { done(result); });
}

void ChannelEqualization::stop()
{
    m_job.abandon();
}

void ChannelEqualization::remove()
{
    m_document.editEqualization(tr("Undo equalization"), nullptr);
}

void ChannelEqualization::done(const Result<session::EqualizationReport>& result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    if (result->configuration.equalization) {
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
