// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/segment_forms.h"

#include <utility>

namespace quantoscope::exec {

SegmentForms::SegmentForms(Engine& engine, std::shared_ptr<const model::LayerModel> layers)
    : m_engine(engine), m_layers(std::move(layers))
{
}

Result<std::shared_ptr<SegmentForms>>
SegmentForms::create(Engine& engine, std::shared_ptr<const model::LayerModel> layers)
{
    std::shared_ptr<SegmentForms> forms(new SegmentForms(engine, std::move(layers)));
    for (const Quantizers quantizers : {Quantizers::AtSites, Quantizers::None}) {
        const auto whole = forms->whole(quantizers, Biases::Constant);
        if (!whole) {
            return failFrom(whole);
        }
    }
    return forms;
}

SegmentForms::Place SegmentForms::placeOf(Quantizers quantizers, Biases biases)
{
    return static_cast<std::size_t>(quantizers) +
           (biases == Biases::Inputs ? kQuantizerForms : std::size_t{0});
}

Result<const InstrumentedGraph*> SegmentForms::whole(Quantizers quantizers, Biases biases)
{
    auto& kept = m_wholes[placeOf(quantizers, biases)];
    if (!kept) {
        auto made = instrument(*m_layers, Observe::Nothing, quantizers, biases);
        if (!made) {
            return failFrom(made);
        }
        kept = *std::move(made);
    }
    return &*kept;
}

Result<CompiledSegment> SegmentForms::compile(SegmentRequest request, Quantizers quantizers)
{
    const std::scoped_lock lock(m_mutex);
    const auto graph = whole(quantizers, Biases::Constant);
    if (!graph) {
        return failFrom(graph);
    }
    request.whole = *graph;
    return compileSegment(m_engine, request);
}

void SegmentForms::addSegment(SegmentRequest request)
{
    const std::scoped_lock lock(m_mutex);
    m_segments.push_back({std::move(request), {}});
}

Result<const CompiledSegment*> SegmentForms::form(std::size_t segment, Quantizers quantizers,
                                                  Biases biases)
{
    const std::scoped_lock lock(m_mutex);
    FurtherForms& forms = m_segments[segment];
    auto& kept = forms.compiled[placeOf(quantizers, biases)];
    if (kept) {
        return kept.get();
    }
    const auto graph = whole(quantizers, biases);
    if (!graph) {
        return failFrom(graph);
    }
    forms.request.whole = *graph;
    auto compiled = compileSegment(m_engine, forms.request);
    if (!compiled) {
        return failFrom(compiled);
    }
    kept = std::make_unique<CompiledSegment>(*std::move(compiled));
    return kept.get();
}

} // namespace quantoscope::exec
