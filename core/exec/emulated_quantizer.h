// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/activation_quantizer.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace quantoscope::exec {

/// The operator that stands for a quantizer of any kind, and its domain. Inputs: a float tensor of
/// any rank, and kDescriptionSize floats; output: a tensor of the first one's shape.
inline constexpr const char* kEmulatedQuantizer = "EmulatedQuantizer";
inline constexpr const char* kOwnDomain = "quantoscope";
inline constexpr std::size_t kDescriptionSize = 8;

/// A quantizer as numbers that can be fed to a graph.
using QuantizerDescription = std::array<float, kDescriptionSize>;
/// An empty quantizer passes every bit on.
/// \param isOfOnePicture the tensors it reads are of one picture each, whatever their axis 0 is
[[nodiscard]] QuantizerDescription
describe(const std::optional<quant::ActivationQuantizer>& quantizer, bool isOfOnePicture = false);
/// The shape of a tensor that a description is fed beside, axis 0 counting pictures.
[[nodiscard]] Shape shapeOfPictures(const Shape& shape, std::span<const float> description);
/// Inverse of describe. \param description kDescriptionSize numbers
[[nodiscard]] std::optional<quant::ActivationQuantizer>
quantizerFrom(std::span<const float> description);

/// Quantizes a batch: a dynamic range is one picture's (index of axis 0; the whole tensor where it
/// has but one axis) or one token's (a row of the last axis). Uses all workers; `out` has x's shape
/// and may be its storage.
void emulateBatch(TensorView x, const std::optional<quant::ActivationQuantizer>& quantizer,
                  std::span<float> out);

} // namespace quantoscope::exec
