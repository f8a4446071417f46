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

/// Compiles the pieces of a chain. Forms with biases as inputs, and with quantizers other than
/// static integer grids, are made when a binding first needs them, and kept. Thread-safe; the
/// engine outlives it.
class SegmentForms
{
public:
    [[nodiscard]] static Result<std::shared_ptr<SegmentForms>>
    create(Engine& engine, std::shared_ptr<const model::LayerModel> layers);

    /// Compiles a segment with constant biases.
    [[nodiscard]] Result<CompiledSegment> compile(SegmentRequest request, Quantizers quantizers);

    /// Tells what a segment is made of; in the order of the chain.
    void addSegment(SegmentRequest request);
    /// A further form of a segment. Valid as long as this object.
    [[nodiscard]] Result<const CompiledSegment*> form(std::size_t segment, Quantizers quantizers,
                                                      Biases biases);

private:
    SegmentForms(Engine& engine, std::shared_ptr<const model::LayerModel> layers);

    using Place = std::size_t; ///< of a form, by Quantizers and Biases
    static constexpr std::size_t kForms = 2 * kQuantizerForms;
    struct FurtherForms
    {
        SegmentRequest request;
        std::array<std::unique_ptr<CompiledSegment>, kForms> compiled; ///< by Place
    };

    [[nodiscard]] static Place placeOf(Quantizers quantizers, Biases biases);
    [[nodiscard]] Result<const InstrumentedGraph*> whole(Quantizers quantizers, Biases biases);

    Engine& m_engine;
    std::shared_ptr<const model::LayerModel> m_layers;
    std::mutex m_mutex;
    std::array<std::optional<InstrumentedGraph>, kForms> m_wholes; ///< by Place
    std::vector<FurtherForms> m_segments;
};

} // namespace quantoscope::exec
