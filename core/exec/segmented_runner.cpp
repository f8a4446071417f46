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

bool replacesBias(const Segment& segment, const ModelBinding& binding)
{
    return std::any_of(binding.weights.begin() + static_cast<std::ptrdiff_t>(segment.firstLayer),
                       binding.weights.begin() + static_cast<std::ptrdiff_t>(segment.endLayer),
                       [](const BoundWeights& weights) { return weights.replacesBias; });
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

/// Makes a place read and write the pictures from `first` on.
Status SegmentedRunner::bindBuffers(const Segment& segment, SegmentPlace& place, std::int64_t first)
{
    if (place.firstBound == first) {
        return {};
    }
    place.firstBound = first;
    Status bound;
    for (std::size_t i = 0; bound && i < segment.reads.size(); ++i) {
        bound = place.request().bind(i, m_values[segment.reads[i]].tensor(), first);
    }
    for (std::size_t i = 0; bound && i < segment.writes.size(); ++i) {
        bound = place.request().bindOutput(i, m_values[segment.writes[i]].tensor(), first);
    }
    for (const auto& [input, position] : place.compiled().modelInputs) {
        if (bound) {
            bound = place.request().bind(position, m_inputs[input], first);
        }
    }
    return bound;
}

Result<std::unique_ptr<SegmentedRunner>>
SegmentedRunner::create(std::shared_ptr<const SegmentedModel> model)
{
    std::unique_ptr<SegmentedRunner> runner(new SegmentedRunner(std::move(model)));
    for (const Segment& segment : runner->m_model->segments) {
        auto quantizing = SegmentPlace::create(segment.quantizing);
        if (!quantizing) {
            return failFrom(quantizing);
        }
        SegmentPlaces places;
        places.quantizing = *std::move(quantizing);
        if (!segment.sites.empty()) {
            auto plain = SegmentPlace::create(segment.plain);
            if (!plain) {
                return failFrom(plain);
            }
            places.plain = *std::move(plain);
        }
        runner->m_places.push_back(std::move(places));
    }
    return runner;
}

/// The form of a segment that a binding needs, made when it is needed first.
Result<SegmentPlace*> SegmentedRunner::placeFor(std::size_t s, const ModelBinding& binding)
{
    const Segment& segment = m_model->segments[s];
    // A segment without sites is the same model with and without quantizers.
    const Quantizers quantizers =
        segment.sites.empty() ? Quantizers::AtSites : neededQuantizers(binding, segment.sites);
    const Biases biases = replacesBias(segment, binding) ? Biases::Inputs : Biases::Constant;
    if (biases == Biases::Constant && quantizers <= Quantizers::AtSites) {
        const bool isPlain = quantizers == Quantizers::None;
        return (isPlain ? m_places[s].plain : m_places[s].quantizing).get();
    }
    auto& place = m_places[s].further[{quantizers, biases}];
    if (!place) {
        const auto compiled = m_model->forms->form(s, quantizers, biases);
        if (!compiled) {
            return failFrom(compiled);
        }
        auto made = SegmentPlace::create(**compiled);
        if (!made) {
            return failFrom(made);
        }
        place = *std::move(made);
    }
    return place.get();
}

Status SegmentedRunner::apply(const ModelBinding& binding)
{
    const bool isFixedPoint = binding.requantization == quant::MultiplierKind::FixedPoint;
    for (std::size_t s = 0; s < m_active.size(); ++s) {
        // Portable kernels are slower than the engine's floats: only what floats cannot show.
        m_onCodes[s] = m_programs[s] != nullptr && (hasIntegerKernels() || isFixedPoint) &&
                       m_programs[s]->fits(binding);
        if (m_onCodes[s]) {
            m_programs[s]->apply(binding);
            continue;
        }
        const auto place = placeFor(s, binding);
        if (!place) {
            return failFrom(place);
        }
        m_active[s] = *place;
        const Status applied = m_active[s]->apply(binding);
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
    SegmentPlace& place = *m_active[segment];
    for (const std::size_t value : info.reads) {
        static_cast<void>(m_values[value].floats());
    }
    for (std::int64_t first = 0; first < pictures; first += info.batch) {
        Status done = bindBuffers(info, place, first);
        if (done) {
            done = place.request().run();
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
