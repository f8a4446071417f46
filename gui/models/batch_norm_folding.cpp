// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/batch_norm_folding.h"

#include "core/session/stopwatch.h"
#include "gui/models/folding_command.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace quantoscope::gui {

namespace {

using session::LayerChoice;

QString tr(const char* text, const char* remark = nullptr, int n = -1)
{
    return QCoreApplication::translate("quantoscope::gui", text, remark, n);
}

LayerChoice differing(const LayerChoice& a, const LayerChoice& b)
{
    LayerChoice layers;
    std::ranges::set_symmetric_difference(a, b, std::inserter(layers, layers.end()));
    return layers;
}

/// Those of a choice, where an empty one stands for all.
LayerChoice within(const LayerChoice& foldable, const LayerChoice& choice)
{
    LayerChoice layers = foldable;
    std::erase_if(layers,
                  [&](const std::string& layer) { return !session::isChosen(choice, layer); });
    return layers;
}

} // namespace

BatchNormFolding::BatchNormFolding(session::Session& session, ConfigurationDocument& document,
                                   QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

LayerChoice BatchNormFolding::kept() const
{
    const auto model = m_session.modelInfo();
    return m_wanted || !model ? m_wanted.value_or(LayerChoice{}) : session::keptBatchNorms(*model);
}

void BatchNormFolding::fold(const LayerChoice& layers)
{
    change(layers, false);
}

void BatchNormFolding::keep(const LayerChoice& layers)
{
    change(layers, true);
}

void BatchNormFolding::stop()
{
    m_job.cancel();
}

void BatchNormFolding::reset()
{
    m_job.abandon();
    m_wanted.reset();
}

void BatchNormFolding::change(const LayerChoice& layers, bool isKept)
{
    const auto model = m_session.modelInfo();
    if (!model) {
        return;
    }
    const LayerChoice before = kept();
    LayerChoice after = before;
    for (const std::string& layer : within(session::foldableLayers(*model), layers)) {
        if (isKept) {
            after.insert(layer);
        } else {
            after.erase(layer);
        }
    }
    const LayerChoice changed = differing(before, after);
    if (changed.empty()) { // what there is to say of it all the same
        run(layers, false, {});
        return;
    }
    session::RefittedConfiguration fitted =
        session::refitted(*model, changed, *m_document.configuration());
    const auto count = static_cast<int>(changed.size());
    m_document.undoStack().push(new FoldingCommand(
        *this,
        isKept ? tr("Keep batch normalization of %n layers apart", nullptr, count)
               : tr("Fold batch normalization of %n layers", nullptr, count),
        {before, m_document.configuration()},
        {after, std::make_shared<const quant::Configuration>(fitted.configuration)}, layers));
    if (!fitted.isWhole()) {
        Q_EMIT refitted(fitted);
    }
}

/// \param done told whether the model is open so, before anything else; may be empty
void BatchNormFolding::bring(const State& state, const LayerChoice& toldOf, const Done& done)
{
    m_wanted = state.kept;
    m_document.adopt(state.configuration);
    Q_EMIT openingStarted();
    run(toldOf, true, done);
}

void BatchNormFolding::run(const LayerChoice& layers, bool opens, const Done& done)
{
    const bool isToldOf = !opens || static_cast<bool>(done);
    m_job.start(
        [this, layers, opens, isToldOf, kept = kept(), configuration = m_document.configuration()](
            const JobContext& context, const JobPort&) -> Result<Opened> {
            const session::Stopwatch stopwatch;
            Opened opened{m_session.modelInfo(), nullptr, nullptr};
            if (opens) {
                auto info = m_session.keepBatchNorms({kept.begin(), kept.end()}, context);
                if (!info) {
                    return failFrom(info);
                }
                opened.info = *std::move(info);
                opened.outline =
                    std::make_shared<const ModelOutline>(makeOutline(*opened.info->layers));
            }
            if (isToldOf) {
                // Once the model is open it is shown, whatever becomes of the figures.
                auto report = session::foldingReport(*opened.info, *configuration, layers,
                                                     opens ? JobContext{} : context);
                if (!report && !opens) {
                    return failFrom(report);
                }
                if (report) {
                    report->seconds = stopwatch.seconds();
                    opened.report =
                        std::make_shared<const session::FoldingReport>(*std::move(report));
                }
            }
            return opened;
        },
        [this, opens, done](const Result<Opened>& opened) { finish(opened, opens, done); });
}

void BatchNormFolding::finish(const Result<Opened>& opened, bool opens, const Done& done)
{
    if (opens) {
        const LayerChoice wanted = kept();
        m_wanted.reset();
        const bool fits = done && done(opened.has_value());
        if (!opened && !fits) {
            fitToModel(differing(wanted, kept()));
        }
    }
    if (isDone(opened) && opened->outline) {
        Q_EMIT this->opened(opened->outline);
    }
    if (opens) {
        Q_EMIT openingEnded();
    }
    if (opened && opened->report) {
        Q_EMIT finished(opened->report);
    }
}

/// The model stays as it is: what was made for another folding of it would be wrong there.
void BatchNormFolding::fitToModel(const LayerChoice& changed)
{
    const auto model = m_session.modelInfo();
    if (!model) {
        return;
    }
    const auto fitted = session::refitted(*model, changed, *m_document.configuration());
    m_document.adopt(std::make_shared<const quant::Configuration>(fitted.configuration));
}

QString refittedText(const session::RefittedConfiguration& fitted)
{
    QStringList parts;
    if (fitted.corrections > 0) {
        parts << tr("corrected weights of %n layers", nullptr,
                    static_cast<int>(fitted.corrections));
    }
    if (fitted.equalized > 0) {
        parts << tr("equalized channels of %n layers", nullptr, static_cast<int>(fitted.equalized));
    }
    if (fitted.pruned > 0) {
        parts << tr("pruned channels of %n layers", nullptr, static_cast<int>(fitted.pruned));
    }
    return parts.isEmpty() ? QString()
                           : tr("This did not fit any more and has gone: %1. Undo brings it back.")
                                 .arg(parts.join(QStringLiteral(", ")));
}

QString foldingText(model::BatchNormOutcome outcome)
{
    using enum model::BatchNormOutcome;
    switch (outcome) {
    case Folded:
        return tr("Folded");
    case Kept:
        return tr("Kept apart, in float");
    case NoLayer:
        return tr("Skipped: it stands behind no layer with weights");
    case OtherReaders:
        return tr("Skipped: others read the layer's output before it, too");
    case NotConstant:
        return tr("Skipped: its parameters are not constant");
    case OtherShape:
        return tr("Skipped: its channels or the layer's bias have another shape");
    }
    return {};
}

} // namespace quantoscope::gui
