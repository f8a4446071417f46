// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/exec/instrument.h"
#include "core/quant/accumulator.h"
#include "core/quant/activation_quantizer.h"
#include "core/quant/quantize.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// Weights of one layer as the engine gets them; of a normalization its gain and, as bias, its
/// offset.
struct BoundWeights
{
    std::shared_ptr<const Tensor> values;
    std::optional<double> sqnrDb; ///< against FP32; empty for FP32 itself
    /// Null for FP32; no scales where there is not one integer grid for the tensor or each output
    /// channel: scales of input channels, of kernel positions or of groups are no factors of sums.
    std::shared_ptr<const quant::QuantParams> grid = {};
    std::shared_ptr<const Tensor> bias = {}; ///< null: the layer has none
    /// Whether `bias`, or a normalization's gain, is another than the model's own.
    bool replacesBias = false;
    /// Null where there is not one integer grid for a tensor or channel, or no sums are known.
    std::shared_ptr<const quant::CodeSums> sums = {};
};

/// What a configuration means for the engine: every weight and every activation grid.
struct ModelBinding
{
    std::vector<BoundWeights> weights; ///< by layer index; empty pointers where a layer has none
    /// By site index; empty: no static integer grid.
    std::vector<std::optional<quant::QuantParams>> activations;
    /// By site index, or shorter: the quantizers that are no static integer grid.
    std::vector<std::optional<quant::ActivationQuantizer>> emulated;
    quant::MultiplierKind requantization = quant::MultiplierKind::Float; ///< of runs on codes
};

/// The quantizer of a site, of whatever kind; empty: FP32.
[[nodiscard]] std::optional<quant::ActivationQuantizer> quantizerAt(const ModelBinding& binding,
                                                                    std::size_t site);
/// The simplest form of the model that has the quantizers a binding asks for at some sites.
[[nodiscard]] Quantizers neededQuantizers(const ModelBinding& binding,
                                          std::span<const std::size_t> sites);
/// The same for all sites.
[[nodiscard]] Quantizers neededQuantizers(const ModelBinding& binding);

} // namespace quantoscope::exec
