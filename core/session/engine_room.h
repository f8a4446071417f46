// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/exec/engine.h"
#include "core/exec/runner.h"
#include "core/exec/segmented_runner.h"
#include "core/session/model_info.h"

#include <map>
#include <memory>
#include <utility>

namespace quantoscope::session {

/// An opened model with everything needed to run it; compiled forms are made when first needed and
/// kept. Used by one thread at a time.
class EngineRoom
{
public:
    EngineRoom(exec::Engine& engine, std::shared_ptr<const ModelInfo> info);

    [[nodiscard]] const ModelInfo& info() const { return *m_info; }
    [[nodiscard]] exec::Engine& engine() { return m_engine; }
    [[nodiscard]] exec::ConfiguredModel& configured() { return m_configured; }
    /// The same with a configuration's equalization.
    [[nodiscard]] Result<std::shared_ptr<exec::ConfiguredModel>>
    configured(const std::shared_ptr<const quant::Equalization>& equalization);
    /// Which of the model's inputs takes the picture.
    [[nodiscard]] std::size_t imageInput() const { return 0; }

    /// The instrumented model as a chain of segments, for all passes over validation pictures.
    [[nodiscard]] Result<exec::SegmentedRunner*> chain(const JobContext& context);
    /// Two runners of the instrumented model that shows every layer: one for FP32, one for a
    /// binding. Which compiled form it needs follows from its biases and quantizers.
    struct Observed
    {
        exec::Runner* floating = nullptr;
        exec::Runner* quantized = nullptr;
    };
    /// \param equalization of the FP32 model beside it; may be null
    [[nodiscard]] Result<Observed>
    observed(const exec::ModelBinding& binding,
             const std::shared_ptr<const quant::Equalization>& equalization,
             const JobContext& context);
    /// The instrumented model that shows every layer, with everything in FP32 (for calibration).
    /// \param equalization may be null
    [[nodiscard]] Result<exec::Runner*>
    observedFloat(const std::shared_ptr<const quant::Equalization>& equalization,
                  const JobContext& context);
    /// The plain FP32 model at the batch that suits it best; null until somebody has measured that.
    [[nodiscard]] exec::Runner* plain() const { return m_plain.get(); }
    void setPlain(std::unique_ptr<exec::Runner> runner) { m_plain = std::move(runner); }

private:
    using Form = std::pair<exec::Quantizers, exec::Biases>;
    Result<exec::Runner*>
    observedEqualized(const std::shared_ptr<const quant::Equalization>& equalization,
                      const JobContext& context);
    Result<std::unique_ptr<exec::Runner>> newObserved(const Form& form, const JobContext& context);

    exec::Engine& m_engine;
    std::shared_ptr<const ModelInfo> m_info;
    exec::ConfiguredModel m_configured;
    std::unique_ptr<exec::SegmentedRunner> m_chain;
    std::map<Form, std::shared_ptr<const exec::CompiledLayers>> m_observedModels;
    std::unique_ptr<exec::Runner> m_observedFloat;
    std::unique_ptr<exec::Runner> m_observedEqualized; ///< in FP32
    std::map<Form, std::unique_ptr<exec::Runner>> m_observedQuantized;
    std::unique_ptr<exec::Runner> m_plain;
};

} // namespace quantoscope::session
