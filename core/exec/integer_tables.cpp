// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_tables.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::exec {
namespace {

constexpr std::int32_t kByteLevels = 256;

std::size_t roundedUp(std::size_t value, std::size_t step)
{
    return (value + step - 1) / step * step;
}

/// Integer weights with the channel as the first index and the sum's order behind it: rows and
/// columns of the kernel, then input channels.
struct Filters
{
    std::vector<std::int8_t> codes; ///< [channels, depth]
    std::size_t channels = 0;
    std::size_t depth = 0;
    std::vector<float> scales; ///< by channel
};

bool isTransposedGemm(const model::LayerModel& layers, const model::Layer& layer)
{
    return layer.opType == "Gemm" && layer.channelAxis == 1 &&
           model::intAttribute(layers.graph->node(layer.nodes.front()), "transB", 0) == 0;
}

Filters filtersOf(const model::LayerModel& layers, const IntegerStep& step,
                  const BoundWeights& weights)
{
    const model::Layer& layer = layers.layers[step.layer];
    const Tensor& values = *weights.values;
    const bool isTransposed = isTransposedGemm(layers, layer);
    const auto taps = static_cast<std::size_t>(step.window.kernelHeight) *
                      static_cast<std::size_t>(step.window.kernelWidth);
    Filters filters;
    filters.channels = step.channels;
    filters.depth = values.values.size() / step.channels;
    filters.codes.resize(values.values.size());
    filters.scales.resize(step.channels);
    const std::size_t inner = filters.depth / taps; // input channels
    for (std::size_t c = 0; c < filters.channels; ++c) {
        const auto& grid = *weights.grid;
        const float scale = grid.scales[grid.isPerTensor() ? 0 : c];
        filters.scales[c] = scale;
        for (std::size_t k = 0; k < filters.depth; ++k) {
            // ONNX has [channel, input channel, tap], the sums go [tap, input channel].
            const std::size_t from = isTransposed
                                         ? k * filters.channels + c
                                         : c * filters.depth + k % inner * taps + k / inner;
            filters.codes[c * filters.depth + k] =
                static_cast<std::int8_t>(std::lround(values.values[from] / scale));
        }
    }
    return filters;
}

/// [blocks of 64 places][depth / 4][places of the block][4]; the last block of a dense one is
/// narrower.
void pack(const Filters& filters, bool isDepthwise, PackedWeights& packed)
{
    packed.depth = roundedUp(filters.depth, 4);
    for (std::size_t first = 0; first < filters.channels; first += kChannelBlock) {
        const std::size_t width =
            isDepthwise ? kChannelBlock
                        : std::min(kChannelBlock, roundedUp(filters.channels - first, 16));
        for (std::size_t k = 0; k < packed.depth; k += 4) {
            for (std::size_t i = 0; i < width * 4; ++i) {
                const std::size_t channel = channelAt(first + i / 4, isDepthwise);
                const std::size_t at = k + i % 4;
                const bool isThere = channel < filters.channels && at < filters.depth;
                packed.codes.push_back(isThere ? filters.codes[channel * filters.depth + at]
                                               : std::int8_t{0});
            }
        }
    }
}

} // namespace

/// In a depthwise step that of the AVX-512 kernel's unpacking.
std::size_t channelAt(std::size_t place, bool isDepthwise)
{
    if (!isDepthwise) {
        return place;
    }
    const std::size_t quarter = place % kChannelBlock / 16;
    const std::size_t lane = place % 16 / 4;
    return place / kChannelBlock * kChannelBlock + lane * 16 + quarter * 4 + place % 4;
}

std::optional<ByteGrid> byteGrid(const std::optional<quant::QuantParams>& params)
{
    if (!params || !params->isPerTensor() || params->qmax - params->qmin >= kByteLevels) {
        return std::nullopt;
    }
    const std::int32_t zeroPoint = params->zeroPoints.front();
    return ByteGrid{params->scales.front(), static_cast<float>(params->qmin - zeroPoint),
                    static_cast<float>(params->qmax - zeroPoint)};
}

bool fitsBytes(const BoundWeights& weights)
{
    if (!weights.grid || weights.grid->scales.empty()) {
        return false;
    }
    const quant::QuantParams& grid = *weights.grid;
    return std::all_of(grid.zeroPoints.begin(), grid.zeroPoints.end(), [&](std::int32_t zero) {
        return grid.qmin - zero >= -128 && grid.qmax - zero <= 127;
    });
}

PackedWeights packWeights(const model::LayerModel& layers, const IntegerStep& step,
                          const BoundWeights& weights)
{
    const Filters filters = filtersOf(layers, step, weights);
    const std::vector<float> biases = weights.bias ? weights.bias->values : std::vector<float>{};
    const bool isDepthwise = step.operation == IntegerOperation::Depthwise;
    PackedWeights packed;
    pack(filters, isDepthwise, packed);
    const std::size_t places = roundedUp(filters.channels, kChannelBlock);
    packed.sums.resize(places);
    packed.scales.resize(places);
    packed.biases.resize(places);
    for (std::size_t place = 0; place < places; ++place) {
        const std::size_t channel = channelAt(place, isDepthwise);
        if (channel >= filters.channels) {
            continue;
        }
        for (std::size_t k = 0; k < filters.depth; ++k) {
            packed.sums[place] += filters.codes[channel * filters.depth + k];
        }
        packed.scales[place] = filters.scales[channel];
        if (!biases.empty()) {
            packed.biases[place] = biases[biases.size() == 1 ? 0 : channel];
        }
    }
    return packed;
}

StepTables makeTables(const PackedWeights& weights, const ByteGrid& input,
                      const std::optional<ByteGrid>& output)
{
    StepTables tables;
    const auto zero = static_cast<std::int32_t>(-input.low);
    for (std::size_t i = 0; i < weights.sums.size(); ++i) {
        const float scale = input.step * weights.scales[i];
        tables.offsets.push_back(zero * weights.sums[i] -
                                 quant::biasCode(weights.biases[i], scale));
        tables.multipliers.push_back(output ? scale / output->step : scale);
        if (output) { // in doubles, as TensorFlow Lite prepares them
            tables.fixedPoint.push_back(quant::fixedPointMultiplier(
                double{input.step} * double{weights.scales[i]} / double{output->step}));
        }
    }
    return tables;
}

} // namespace quantoscope::exec
