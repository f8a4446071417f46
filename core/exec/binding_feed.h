// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/exec/emulated_quantizer.h"
#include "core/exec/engine.h"
#include "core/exec/instrument.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// Gives a request weights, biases and grids; only those that changed are touched.
class BindingFeed
{
public:
    /// Where they are found among the request's inputs; the lists outlive this.
    BindingFeed(std::span<const WeightInput> weights, std::span<const WeightInput> biases,
                std::span<const QuantizerInputs> quantizers);

    [[nodiscard]] Status apply(Request& request, const ModelBinding& binding);

private:
    void applyQuantizer(Request& request, const ModelBinding& binding, std::size_t position);

    std::span<const WeightInput> m_weightInputs, m_biasInputs;
    std::span<const QuantizerInputs> m_quantizerInputs;
    std::vector<std::shared_ptr<const Tensor>> m_weights;            ///< by position
    std::vector<std::shared_ptr<const Tensor>> m_biases;             ///< by position
    std::vector<std::optional<QuantizerScalars>> m_quantizers;       ///< by position
    std::vector<std::optional<QuantizerDescription>> m_descriptions; ///< by position
};

} // namespace quantoscope::exec
