// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/batch_norm_folding.h"
#include "core/session/session.h"
#include "gui/jobs/background_work.h"
#include "gui/models/configuration_document.h"
#include "gui/models/model_outline.h"

#include <functional>
#include <memory>
#include <optional>

namespace quantoscope::gui {

/// Folds the batch normalization of layers into their weights, or keeps it apart. The model is
/// opened anew for that, in the background; the pictures stay, and of the configuration what fits.
/// Each is a step on the document's undo stack, which goes when the model cannot be opened so.
class BatchNormFolding : public BackgroundWork
{
    Q_OBJECT

public:
    BatchNormFolding(session::Session& session, ConfigurationDocument& document,
                     QObject* parent = nullptr);

    /// \param layers that it works on; empty: all
    void fold(const session::LayerChoice& layers);
    void keep(const session::LayerChoice& layers);
    /// Leaves the model as it is.
    void stop() override;
    /// Another model was opened, or none.
    void reset();

    /// Layers that can be folded and are to be kept, perhaps still being opened so.
    [[nodiscard]] session::LayerChoice kept() const;

Q_SIGNALS:
    void openingStarted(); ///< what runs on the model has to stop
    void opened(const std::shared_ptr<const quantoscope::gui::ModelOutline>& outline);
    void openingEnded(); ///< after opened; or the model stays as it was
    /// What folding does to each of the layers asked for, with the figures of both.
    void finished(const quantoscope::session::FoldingReportPtr& report);
    /// What of the configuration did not fit and has gone; undo brings it back.
    void refitted(const quantoscope::session::RefittedConfiguration& fitted);

private:
    friend class FoldingCommand;
    struct State
    {
        session::LayerChoice kept;
        ConfigurationPtr configuration;
    };
    struct Opened
    {
        std::shared_ptr<const session::ModelInfo> info;
        std::shared_ptr<const ModelOutline> outline; ///< null: the model was not opened anew
        session::FoldingReportPtr report;            ///< null: nobody asked
    };
    /// Told whether the model is open so; says whether the configuration fits in any case.
    using Done = std::function<bool(bool)>;

    void change(const session::LayerChoice& layers, bool isKept);
    void run(const session::LayerChoice& layers, bool opens, const Done& done);
    void bring(const State& state, const session::LayerChoice& toldOf, const Done& done);
    void finish(const Result<Opened>& opened, bool opens, const Done& done);
    void fitToModel(const session::LayerChoice& changed);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    std::optional<session::LayerChoice> m_wanted; ///< empty: as the model is
    Job<Opened> m_job;                            // last: ends before what it reads
};

/// What became of the configuration, in a sentence; empty: all of it fits.
[[nodiscard]] QString refittedText(const session::RefittedConfiguration& fitted);

/// Why a batch normalization is not folded, or that it is.
[[nodiscard]] QString foldingText(model::BatchNormOutcome outcome);

} // namespace quantoscope::gui
