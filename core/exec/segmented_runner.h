// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/configured_model.h"
#include "core/exec/integer_program.h"
#include "core/exec/segment_place.h"
#include "core/exec/segmented_model.h"
#include "core/exec/value_buffer.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace quantoscope::exec {

/// Runs a chain of segments under one binding, from any of them. Values that cross segments lie in
/// buffers of this runner, where they can be read after and written before a run. One thread at a
/// time.
class SegmentedRunner
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SegmentedRunner>>
    create(std::shared_ptr<const SegmentedModel> model);

    [[nodiscard]] const SegmentedModel& model() const { return *m_model; }
    [[nodiscard]] std::shared_ptr<const SegmentedModel> sharedModel() const { return m_model; }
    /// Takes weights and grids over; only those that changed are touched.
    [[nodiscard]] Status apply(const ModelBinding& binding);
    /// Buffer of a model input, [batch, ...].
    [[nodiscard]] std::span<float> input(std::size_t index) { return m_inputs[index]->values; }
    /// Buffer of a value, [batch, ...].
    [[nodiscard]] ValueBuffer& value(std::size_t index) { return m_values[index]; }
    /// Runs one segment on what the buffers hold, for the first `pictures` of the batch at least.
    [[nodiscard]] Status runSegment(std::size_t segment, std::int64_t pictures);
    /// Output of the model after the last segment ran, valid until the next run.
    [[nodiscard]] TensorView output(std::size_t index) const;
    /// Whether a segment reads the model's inputs.
    [[nodiscard]] bool readsInputs(std::size_t segment) const;
    /// Whether a segment runs on codes under the binding.
    [[nodiscard]] bool runsOnCodes(std::size_t segment) const { return m_onCodes[segment]; }

private:
    explicit SegmentedRunner(std::shared_ptr<const SegmentedModel> model);

    /// The compiled forms of a segment, ready to run.
    struct SegmentPlaces
    {
        std::unique_ptr<SegmentPlace> quantizing, plain;
        std::map<std::pair<Quantizers, Biases>, std::unique_ptr<SegmentPlace>> further;
    };
    Status bindBuffers(const Segment& segment, SegmentPlace& place, std::int64_t first);
    Result<SegmentPlace*> placeFor(std::size_t segment, const ModelBinding& binding);
    void runOnCodes(const Segment& segment, IntegerProgram& program, std::int64_t pictures);

    std::shared_ptr<const SegmentedModel> m_model;
    std::vector<std::shared_ptr<Tensor>> m_inputs;
    std::vector<ValueBuffer> m_values;
    std::vector<SegmentPlaces> m_places;                     ///< by segment
    std::vector<SegmentPlace*> m_active;                     ///< by segment, under the binding
    std::vector<std::unique_ptr<IntegerProgram>> m_programs; ///< by segment; null without a plan
    std::vector<bool> m_onCodes;                             ///< by segment, under the binding
};

} // namespace quantoscope::exec
