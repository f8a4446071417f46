// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/segment_forms.h"

#include <utility>

namespace quantoscope::exec {
namespace {

std::size_t indexOf(Quantizers quantizers)
{
    return quantizers == Quantizers::AtSites ? 0 : 1;
}

} // namespace

SegmentForms::SegmentForms(Engine& engine, std::shared_ptr<const model::LayerModel> layers)
    : m_engine(engine), m_layers(std::move(layers))
{
}

Result<std::shared_ptr<SegmentForms>>
SegmentForms::create(Engine& engine, std::shared_ptr<const model::LayerModel> layers)
{
    std::shared_ptr<SegmentForms> forms(new SegmentForms(engine, std::move(layers)));
    for (const Quantizers quantizers : {Quantizers::AtSites, Quantizers::None}) {
        auto whole = instrument(*forms->m_layers, Observe::Nothing, quantizers);
        if (!whole) {
            return failFrom(whole);
        }
        forms->m_wholes[indexOf(quantizers)] = *std::move(whole);
    }
    return forms;
}

Result<CompiledSegment> SegmentForms::compile(SegmentRequest request, Quantizers quantizers)
{
    request.whole = &m_wholes[indexOf(quantizers)];
    return compileSegment(m_engine, request);
}

void SegmentForms::addSegment(SegmentRequest request)
{
    const std::scoped_lock lock(m_mutex);
    m_segments.push_back({std::move(request), {}});
}

Result<const CompiledSegment*> SegmentForms::withBiasInputs(std::size_t segment,
                                                            Quantizers quantizers)
{
    const std::scoped_lock lock(m_mutex);
    const std::size_t index = indexOf(quantizers);
    Biased& biased = m_segments[segment];
    if (biased.forms[index]) {
        return biased.forms[index].get();
    }
    if (!m_biasedWholes[index]) {
        auto whole = instrument(*m_layers, Observe::Nothing, quantizers, Biases::Inputs);
        if (!whole) {
            return failFrom(whole);
        }
        m_biasedWholes[index] = *std::move(whole);
    }
    biased.request.whole = &*m_biasedWholes[index];
    auto compiled = compileSegment(m_engine, biased.request);
    if (!compiled) {
        return failFrom(compiled);
    }
    biased.forms[index] = std::make_unique<CompiledSegment>(*std::move(compiled));
    return biased.forms[index].get();
}

} // namespace quantoscope::exec
