// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/binding_feed.h"

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
      m_weights(weights.size()), m_biases(biases.size()), m_quantizers(quantizers.size())
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
        const QuantizerInputs& inputs = m_quantizerInputs[i];
        const QuantizerScalars scalars = quantizerScalars(quantizerAt(binding, inputs.site));
        if (m_quantizers[i] == scalars) {
            continue;
        }
        m_quantizers[i] = scalars;
        for (std::size_t scalar = 0; scalar < kScalarCount; ++scalar) {
            if (inputs.at[scalar] != kAbsent) {
                request.input(inputs.at[scalar]).front() = scalars[scalar];
            }
        }
    }
    return fed;
}

} // namespace quantoscope::exec
