// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/segment_place.h"

#include <utility>

namespace quantoscope::exec {

SegmentPlace::SegmentPlace(const CompiledSegment& compiled, std::unique_ptr<Request> request)
    : m_compiled(&compiled), m_request(std::move(request)), m_weights(compiled.weights.size()),
      m_biases(compiled.biases.size()), m_quantizers(compiled.quantizers.size())
{
}

Result<std::unique_ptr<SegmentPlace>> SegmentPlace::create(const CompiledSegment& compiled)
{
    auto request = compiled.compiled->newRequest();
    if (!request) {
        return failFrom(request);
    }
    return std::unique_ptr<SegmentPlace>(new SegmentPlace(compiled, *std::move(request)));
}

Status SegmentPlace::feed(std::size_t input, const std::shared_ptr<const Tensor>& values,
                          std::shared_ptr<const Tensor>& last)
{
    if (last == values) {
        return {};
    }
    last = values;
    return m_request->bind(input, values);
}

Status SegmentPlace::apply(const ModelBinding& binding)
{
    Status fed;
    for (std::size_t i = 0; fed && i < m_weights.size(); ++i) {
        const WeightInput& weight = m_compiled->weights[i];
        fed = feed(weight.input, binding.weights[weight.layer].values, m_weights[i]);
    }
    for (std::size_t i = 0; fed && i < m_biases.size(); ++i) {
        const WeightInput& bias = m_compiled->biases[i];
        fed = feed(bias.input, binding.weights[bias.layer].bias, m_biases[i]);
    }
    for (std::size_t i = 0; fed && i < m_quantizers.size(); ++i) {
        const QuantizerInputs& inputs = m_compiled->quantizers[i];
        const QuantizerScalars scalars = quantizerScalars(binding.activations[inputs.site]);
        if (m_quantizers[i] == scalars) {
            continue;
        }
        m_quantizers[i] = scalars;
        m_request->input(inputs.scale).front() = scalars.scale;
        m_request->input(inputs.low).front() = scalars.low;
        m_request->input(inputs.high).front() = scalars.high;
        m_request->input(inputs.gain).front() = scalars.gain;
        m_request->input(inputs.bypass).front() = scalars.bypass;
    }
    return fed;
}

} // namespace quantoscope::exec
