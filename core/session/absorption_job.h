// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/bias_absorption.h"
#include "core/session/equalization.h"
#include "core/session/layer_correction.h"
#include "core/session/stopwatch.h"

#include <memory>

namespace quantoscope::session {

/// Measures what the calibration pictures make of pre-activations, moves biases, and compares
/// outputs in FP32. Running the pictures gives way to edits.
class AbsorptionJob
{
public:
    using Place = LayerCorrection::Place;

    AbsorptionJob(Place place, EqualizationRequest request, const JobContext& context);

    [[nodiscard]] Result<AbsorptionReport> run();

private:
    [[nodiscard]] std::vector<model::ChannelStream> chooseStreams();
    Status absorb(const model::ChannelStream& stream, AbsorbedPair& pair);
    [[nodiscard]] Result<std::vector<float>> shiftsOf(std::size_t writer);
    Status decide();
    Status compareFloats();

    Place m_place;
    quant::Configuration m_base; ///< without shifts where they are to be found
    LayerChoice m_choice;
    const JobContext& m_context;
    Stopwatch m_stopwatch;
    AbsorptionReport m_report;
    std::shared_ptr<exec::ConfiguredModel> m_configured; ///< as scaled
    std::unique_ptr<LayerCorrection> m_walk;
    std::shared_ptr<quant::Equalization> m_shifted;
};

} // namespace quantoscope::session
