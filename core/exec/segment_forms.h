// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/compiled_segment.h"
#include "core/model/layers.h"

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace quantoscope::exec {

/// Compiles the pieces of a chain. Those whose biases are inputs are made when a binding first
/// replaces one, and kept. Thread-safe; the engine outlives it.
class SegmentForms
{
public:
    [[nodiscard]] static Result<std::shared_ptr<SegmentForms>>
    create(Engine& engine, std::shared_ptr<const model::LayerModel> layers);

    /// Compiles a segment with constant biases.
    [[nodiscard]] Result<CompiledSegment> compile(SegmentRequest request, Quantizers quantizers);

    /// Tells what a segment is made of; in the order of the chain.
    void addSegment(SegmentRequest request);
    /// A segment whose biases are inputs. Valid as long as this object.
    [[nodiscard]] Result<const CompiledSegment*> withBiasInputs(std::size_t segment,
                                                                Quantizers quantizers);

private:
    SegmentForms(Engine& engine, std::shared_ptr<const model::LayerModel> layers);

    struct Biased
    {
        SegmentRequest request;
        std::array<std::unique_ptr<CompiledSegment>, 2> forms; ///< by Quantizers
    };

    Engine& m_engine;
    std::shared_ptr<const model::LayerModel> m_layers;
    std::array<InstrumentedGraph, 2> m_wholes; ///< by Quantizers
    std::mutex m_mutex;
    std::array<std::optional<InstrumentedGraph>, 2> m_biasedWholes; ///< by Quantizers
    std::vector<Biased> m_segments;
};

} // namespace quantoscope::exec
