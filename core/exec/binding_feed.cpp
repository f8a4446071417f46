// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/binding_feed.h"

#include <algorithm>

namespace quantoscope::exec {
namespace {

Status feed(Request& request, std::size_t input, const std::shared_ptr<const Tensor>& values,
            std::shared_ptr<const Tensor>& last)
{
    if (last == values) {
        return {};
    }
    last = values;
    return request.bind(input, values);
}

} // namespace

BindingFeed::BindingFeed(std::span<const WeightInput> weights, std::span<const WeightInput> biases,
                         std::span<const QuantizerInputs> quantizers)
    : m_weightInputs(weights), m_biasInputs(biases), m_quantizerInputs(quantizers),
      m_weights(weights.size()), m_biases(biases.size()), m_quantizers(quantizers.size()),
      m_descriptions(quantizers.size())
{
}

Status BindingFeed::apply(Request& request, const ModelBinding& binding)
{
    Status fed;
    for (std::size_t i = 0; fed && i < m_weights.size(); ++i) {
        const WeightInput& weight = m_weightInputs[i];
        fed = feed(request, weight.input, binding.weights[weight.layer].values, m_weights[i]);
    }
    for (std::size_t i = 0; fed && i < m_biases.size(); ++i) {
        const WeightInput& bias = m_biasInputs[i];
        fed = feed(request, bias.input, binding.weights[bias.layer].bias, m_biases[i]);
    }
    for (std::size_t i = 0; fed && i < m_quantizers.size(); ++i) {
        applyQuantizer(request, binding, i);
    }
    return fed;
}

void BindingFeed::applyQuantizer(Request& request, const ModelBinding& binding,
                                 std::size_t position)
{
    const QuantizerInputs& inputs = m_quantizerInputs[position];
    if (inputs.description) {
        const QuantizerDescription description =
            describe(quantizerAt(binding, inputs.site), inputs.isOfOnePicture);
        if (m_descriptions[position] != description) {
            m_descriptions[position] = description;
            std::ranges::copy(description, request.input(*inputs.description).begin());
        }
        return;
    }
    const QuantizerScalars scalars = quantizerScalars(binding.activations[inputs.site]);
    if (m_quantizers[position] != scalars) {
        m_quantizers[position] = scalars;
        request.input(inputs.scale).front() = scalars.scale;
        request.input(inputs.low).front() = scalars.low;
        request.input(inputs.high).front() = scalars.high;
        request.input(inputs.gain).front() = scalars.gain;
        request.input(inputs.bypass).front() = scalars.bypass;
    }
}

} // namespace quantoscope::exec
