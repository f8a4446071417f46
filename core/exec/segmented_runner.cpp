// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/segmented_runner.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exec {
namespace {

std::shared_ptr<Tensor> newBuffer(const Shape& shape)
{
    const auto count = static_cast<std::size_t>(elementCount(shape));
    return std::make_shared<Tensor>(Tensor{shape, std::vector<float>(count)});
}

bool quantizesAny(const Segment& segment, const ModelBinding& binding)
{
    return std::any_of(segment.sites.begin(), segment.sites.end(),
                       [&](std::size_t site) { return binding.activations[site].has_value(); });
}

} // namespace

SegmentedRunner::SegmentedRunner(std::shared_ptr<const SegmentedModel> model)
    : m_model(std::move(model)), m_active(m_model->segments.size(), nullptr),
      m_onCodes(m_model->segments.size(), false)
{
    for (const Shape& shape : m_model->inputShapes) {
        m_inputs.push_back(newBuffer(shape));
    }
    for (const SegmentValue& value : m_model->values) {
        m_values.emplace_back(value.shape);
    }
    for (const Segment& segment : m_model->segments) {
        m_programs.push_back(
            segment.integers ? std::make_unique<IntegerProgram>(m_model->layers, segment.integers)
                             : nullptr);
    }
}

Result<SegmentedRunner::Place> SegmentedRunner::newPlace(const CompiledSegment& compiled)
{
    auto request = compiled.compiled->newRequest();
    if (!request) {
        return failFrom(request);
    }
    Place place;
    place.compiled = &compiled;
    place.request = *std::move(request);
    place.weights.resize(compiled.weights.size());
    place.quantizers.resize(compiled.quantizers.size());
    return place;
}

/// Makes a place read and write the pictures from `first` on.
Status SegmentedRunner::bindBuffers(const Segment& segment, Place& place, std::int64_t first)
{
    if (place.firstBound == first) {
        return {};
    }
    place.firstBound = first;
    Status bound;
    for (std::size_t i = 0; bound && i < segment.reads.size(); ++i) {
        bound = place.request->bind(i, m_values[segment.reads[i]].tensor(), first);
    }
    for (std::size_t i = 0; bound && i < segment.writes.size(); ++i) {
        bound = place.request->bindOutput(i, m_values[segment.writes[i]].tensor(), first);
    }
    for (const auto& [input, position] : place.compiled->modelInputs) {
        if (bound) {
            bound = place.request->bind(position, m_inputs[input], first);
        }
    }
    return bound;
}

Result<std::unique_ptr<SegmentedRunner>>
SegmentedRunner::create(std::shared_ptr<const SegmentedModel> model)
{
    std::unique_ptr<SegmentedRunner> runner(new SegmentedRunner(std::move(model)));
    for (const Segment& segment : runner->m_model->segments) {
        auto quantizing = newPlace(segment.quantizing);
        if (!quantizing) {
            return failFrom(quantizing);
        }
        runner->m_quantizing.push_back(*std::move(quantizing));
        Place plain;
        if (!segment.sites.empty()) {
            auto light = newPlace(segment.plain);
            if (!light) {
                return failFrom(light);
            }
            plain = *std::move(light);
        }
        runner->m_plain.push_back(std::move(plain));
    }
    return runner;
}

Status SegmentedRunner::apply(Place& place, const ModelBinding& binding)
{
    for (std::size_t i = 0; i < place.weights.size(); ++i) {
        const auto& values = binding.weights[place.compiled->weights[i].layer].values;
        if (place.weights[i] != values) {
            const Status bound = place.request->bind(place.compiled->weights[i].input, values);
            if (!bound) {
                return bound;
            }
            place.weights[i] = values;
        }
    }
    for (std::size_t i = 0; i < place.quantizers.size(); ++i) {
        const QuantizerInputs& inputs = place.compiled->quantizers[i];
        const QuantizerScalars scalars = quantizerScalars(binding.activations[inputs.site]);
        if (place.quantizers[i] == scalars) {
            continue;
        }
        place.quantizers[i] = scalars;
        place.request->input(inputs.scale).front() = scalars.scale;
        place.request->input(inputs.low).front() = scalars.low;
        place.request->input(inputs.high).front() = scalars.high;
        place.request->input(inputs.gain).front() = scalars.gain;
        place.request->input(inputs.bypass).front() = scalars.bypass;
    }
    return {};
}

Status SegmentedRunner::apply(const ModelBinding& binding)
{
    for (std::size_t s = 0; s < m_active.size(); ++s) {
        const Segment& segment = m_model->segments[s];
        m_onCodes[s] = m_programs[s] != nullptr && m_programs[s]->fits(binding);
        if (m_onCodes[s]) {
            m_programs[s]->apply(binding);
            continue;
        }
        const bool isPlain = !segment.sites.empty() && !quantizesAny(segment, binding);
        m_active[s] = isPlain ? &m_plain[s] : &m_quantizing[s];
        const Status applied = apply(*m_active[s], binding);
        if (!applied) {
            return applied;
        }
    }
    return {};
}

Status SegmentedRunner::runSegment(std::size_t segment, std::int64_t pictures)
{
    const Segment& info = m_model->segments[segment];
    if (m_onCodes[segment]) {
        runOnCodes(info, *m_programs[segment], pictures);
        return {};
    }
    Place& place = *m_active[segment];
    for (const std::size_t value : info.reads) {
        static_cast<void>(m_values[value].floats());
    }
    for (std::int64_t first = 0; first < pictures; first += info.batch) {
        Status done = bindBuffers(info, place, first);
        if (done) {
            done = place.request->run();
        }
        if (!done) {
            return done;
        }
    }
    for (const std::size_t value : info.writes) {
        m_values[value].tookFloats();
    }
    return {};
}

void SegmentedRunner::runOnCodes(const Segment& segment, IntegerProgram& program,
                                 std::int64_t pictures)
{
    const IntegerPlan& plan = program.plan();
    IntegerBuffers buffers;
    for (std::size_t i = 0; i < segment.reads.size(); ++i) {
        const ByteGrid& grid = program.gridOf(plan.readSlots[i]);
        buffers.reads.push_back(m_values[segment.reads[i]].codes(grid).data());
    }
    for (std::size_t i = 0; i < segment.writes.size(); ++i) {
        ValueBuffer& value = m_values[segment.writes[i]];
        const auto slot = plan.writeSlots[i];
        buffers.writes.push_back(slot ? value.takeCodes(program.gridOf(*slot)).data() : nullptr);
        if (!slot) {
            buffers.values = value.tensor()->values.data();
            value.tookFloats();
        }
    }
    if (plan.inputSlot) {
        buffers.input = m_inputs.front()->values.data();
    }
    program.run(buffers, static_cast<std::size_t>(pictures));
}

TensorView SegmentedRunner::output(std::size_t index) const
{
    const std::size_t value = m_model->outputs[index];
    return {m_values[value].shape(), m_values[value].tensor()->values};
}

bool SegmentedRunner::readsInputs(std::size_t segment) const
{
    return !m_model->segments[segment].quantizing.modelInputs.empty();
}

} // namespace quantoscope::exec
