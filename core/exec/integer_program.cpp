// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_program.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace quantoscope::exec {
namespace {

/// Output pixels whose windows are gathered at a time.
constexpr std::size_t kGatheredRows = 48;

std::uint8_t codeOfZero(const ByteGrid& grid)
{
    return static_cast<std::uint8_t>(-grid.low);
}

} // namespace

IntegerProgram::IntegerProgram(std::shared_ptr<const model::LayerModel> layers,
                               std::shared_ptr<const IntegerPlan> plan,
                               const IntegerKernels& kernels)
    : m_layers(std::move(layers)), m_plan(std::move(plan)), m_kernels(kernels),
      m_grids(m_plan->slots.size()), m_bound(m_plan->steps.size()), m_padding(m_plan->steps.size()),
      m_workers(workerCount())
{
    for (const IntegerStep& step : m_plan->steps) {
        m_valuesEach = step.output ? m_valuesEach : step.pixels() * step.channels;
    }
    for (Worker& worker : m_workers) {
        worker.slots.resize(m_plan->slots.size());
    }
}

bool IntegerProgram::fits(const ModelBinding& binding) const
{
    const bool areBytes =
        std::all_of(m_plan->slots.begin(), m_plan->slots.end(), [&](const IntegerSlot& slot) {
            return byteGrid(binding.activations[slot.site]);
        });
    return areBytes &&
           std::all_of(m_plan->steps.begin(), m_plan->steps.end(), [&](const IntegerStep& step) {
               return !m_layers->layers[step.layer].hasWeights() ||
                      fitsBytes(binding.weights[step.layer]);
           });
}

void IntegerProgram::apply(const ModelBinding& binding)
{
    m_isFixedPoint = binding.requantization == quant::MultiplierKind::FixedPoint;
    for (std::size_t i = 0; i < m_grids.size(); ++i) {
        m_grids[i] = *byteGrid(binding.activations[m_plan->slots[i].site]);
    }
    for (std::size_t i = 0; i < m_bound.size(); ++i) {
        const IntegerStep& step = m_plan->steps[i];
        if (!m_layers->layers[step.layer].hasWeights()) {
            continue;
        }
        Bound& bound = m_bound[i];
        const BoundWeights& weights = binding.weights[step.layer];
        const ByteGrid& input = m_grids[step.input];
        const bool isNew = bound.source != weights.values;
        if (isNew) {
            bound.source = weights.values;
            bound.weights = packWeights(*m_layers, step, weights);
        }
        const auto output = step.output ? std::optional(m_grids[*step.output]) : std::nullopt;
        if (isNew || bound.input != input || bound.output != output) {
            bound.input = input;
            bound.output = output;
            bound.tables = makeTables(bound.weights, input, output);
            m_padding[i].assign(step.channels, codeOfZero(input));
        }
    }
}

IntegerProgram::Places IntegerProgram::placesOf(const IntegerBuffers& buffers, std::size_t picture,
                                                Worker& worker) const
{
    Places places;
    const std::vector<IntegerSlot>& slots = m_plan->slots;
    places.slots.resize(slots.size());
    for (std::size_t i = 0; i < m_plan->readSlots.size(); ++i) {
        const std::size_t slot = m_plan->readSlots[i];
        // Steps write only slots that nobody gave them.
        places.slots[slot] =
            const_cast<std::uint8_t*>(buffers.reads[i]) + picture * slots[slot].count(); // NOLINT
    }
    for (std::size_t i = 0; i < m_plan->writeSlots.size(); ++i) {
        if (const auto slot = m_plan->writeSlots[i]) {
            places.slots[*slot] = buffers.writes[i] + picture * slots[*slot].count();
        }
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (places.slots[i] == nullptr) {
            worker.slots[i].resize(slots[i].count());
            places.slots[i] = worker.slots[i].data();
        }
    }
    if (buffers.values != nullptr) {
        places.values = buffers.values + picture * m_valuesEach;
    }
    if (m_plan->inputSlot) {
        places.input = buffers.input + picture * slots[*m_plan->inputSlot].count();
    }
    return places;
}

void IntegerProgram::run(const IntegerBuffers& buffers, std::size_t pictures)
{
    if (pictures >= m_workers.size()) {
        parallelFor(pictures, [&](std::size_t picture, unsigned index) {
            Worker& worker = m_workers[index];
            const Places places = placesOf(buffers, picture, worker);
            encodeInput(places);
            for (std::size_t step = 0; step < m_plan->steps.size(); ++step) {
                runStep(step, places, {}, worker);
            }
        });
        return;
    }
    for (std::size_t picture = 0; picture < pictures; ++picture) {
        const Places places = placesOf(buffers, picture, m_workers.front());
        encodeInput(places);
        for (std::size_t step = 0; step < m_plan->steps.size(); ++step) {
            parallelFor(m_workers.size(), [&](std::size_t part, unsigned index) {
                runStep(step, places, {part, m_workers.size()}, m_workers[index]);
            });
        }
    }
}

/// The activation function is a clip: in codes a tighter one than the grid's.
Requantization IntegerProgram::requantizationOf(const IntegerStep& step, const Bound& bound) const
{
    Requantization result;
    result.offsets = bound.tables.offsets.data();
    result.multipliers = bound.tables.multipliers.data();
    if (step.output) {
        const ByteGrid& grid = m_grids[*step.output];
        result.low = grid.low;
        result.lowest = std::clamp(step.lowest / grid.step, grid.low, grid.high);
        result.highest = std::clamp(step.highest / grid.step, grid.low, grid.high);
    }
    return result;
}

void IntegerProgram::encodeInput(const Places& places) const
{
    if (!m_plan->inputSlot) {
        return;
    }
    const IntegerSlot& slot = m_plan->slots[*m_plan->inputSlot];
    const ByteGrid& grid = m_grids[*m_plan->inputSlot];
    for (std::size_t channel = 0; channel < slot.channels; ++channel) {
        m_kernels.encode(places.input + channel * slot.pixels(), slot.pixels(),
                         {grid.step, grid.low, grid.high},
                         places.slots[*m_plan->inputSlot] + channel, slot.channels);
    }
}

void IntegerProgram::runStep(std::size_t index, const Places& places, Part part,
                             Worker& worker) const
{
    const IntegerStep& step = m_plan->steps[index];
    switch (step.operation) {
    case IntegerOperation::Convolution:
        convolve(step, m_bound[index], places, part, worker);
        break;
    case IntegerOperation::Depthwise:
        convolveDepthwise(index, places, part, worker);
        break;
    case IntegerOperation::Sum:
        addUp(step, places, part);
        break;
    case IntegerOperation::Average:
        if (part.index == 0) {
            average(step, places);
        }
        break;
    }
}

void IntegerProgram::convolve(const IntegerStep& step, const Bound& bound, const Places& places,
                              Part part, Worker& worker) const
{
    const std::uint8_t* codes = places.slots[step.input];
    const std::size_t inputs = m_plan->slots[step.input].channels;
    const std::size_t pixels = step.pixels();
    const std::size_t first = part.index * pixels / part.count;
    const std::size_t end = (part.index + 1) * pixels / part.count;
    IntegerProduct product;
    product.depth = bound.weights.depth;
    product.channels = step.channels;
    product.weights = bound.weights.codes.data();
    const auto multiplyRows = [&](const std::uint8_t* rows, std::size_t stride, std::size_t from,
                                  std::size_t count) {
        product.codes = rows;
        product.stride = stride;
        product.rows = count;
        if (step.output) {
            multiplyToCodes(step, bound, product, places.slots[*step.output] + from * step.channels,
                            worker);
            return;
        }
        worker.values.resize(count * step.channels);
        product.values = worker.values.data();
        m_kernels.multiply(product, requantizationOf(step, bound));
        writeValues(step, worker, {from, count, step.channels}, places.values);
    };
    if (step.window.isPointwise() && inputs == product.depth) {
        multiplyRows(codes + first * inputs, inputs, first, end - first);
        return;
    }
    worker.rows.resize(kGatheredRows * product.depth);
    for (std::size_t from = first; from < end; from += kGatheredRows) {
        const std::size_t count = std::min(kGatheredRows, end - from);
        gather(step, codes, {from, count, product.depth}, worker.rows.data());
        multiplyRows(worker.rows.data(), product.depth, from, count);
    }
}

void IntegerProgram::multiplyToCodes(const IntegerStep& step, const Bound& bound,
                                     IntegerProduct product, std::uint8_t* out,
                                     Worker& worker) const
{
    if (!m_isFixedPoint) {
        product.out = out;
        m_kernels.multiply(product, requantizationOf(step, bound));
        return;
    }
    worker.sums.resize(product.rows * product.channels);
    product.sums = worker.sums.data();
    m_kernels.multiply(product, {});
    requantize(worker.sums, product.channels, fixedPointOf(step, bound), out);
}

FixedPointRequantization IntegerProgram::fixedPointOf(const IntegerStep& step,
                                                      const Bound& bound) const
{
    return fixedPointRequantization(bound.tables, m_grids[*step.output], step.lowest, step.highest);
}

/// Puts real values of some pixels where they belong, channel by channel.
void IntegerProgram::writeValues(const IntegerStep& step, const Worker& worker, Rows rows,
                                 float* out)
{
    for (std::size_t c = 0; c < step.channels; ++c) {
        float* channel = out + c * step.pixels() + rows.first;
        for (std::size_t i = 0; i < rows.count; ++i) {
            channel[i] = worker.values[i * step.channels + c];
        }
    }
}

/// Writes the window of each output pixel as a row; what lies outside of the picture is 0.
void IntegerProgram::gather(const IntegerStep& step, const std::uint8_t* codes, Rows wanted,
                            std::uint8_t* rows) const
{
    const IntegerSlot& input = m_plan->slots[step.input];
    const IntegerWindow& window = step.window;
    const std::uint8_t zero = codeOfZero(m_grids[step.input]);
    const auto outWidth = static_cast<std::size_t>(step.outWidth);
    for (std::size_t i = 0; i < wanted.count; ++i) {
        std::uint8_t* row = rows + i * wanted.depth;
        const auto y = static_cast<std::int32_t>((wanted.first + i) / outWidth) * window.strideY;
        const auto x = static_cast<std::int32_t>((wanted.first + i) % outWidth) * window.strideX;
        for (std::int32_t ky = 0; ky < window.kernelHeight; ++ky) {
            const std::int32_t inY = y - window.top + ky * window.dilationY;
            for (std::int32_t kx = 0; kx < window.kernelWidth; ++kx) {
                const std::int32_t inX = x - window.left + kx * window.dilationX;
                const bool isInside =
                    inY >= 0 && inY < input.height && inX >= 0 && inX < input.width;
                if (isInside) {
                    const auto pixel =
                        static_cast<std::size_t>(inY) * static_cast<std::size_t>(input.width) +
                        static_cast<std::size_t>(inX);
                    std::memcpy(row, codes + pixel * input.channels, input.channels);
                } else {
                    std::memset(row, zero, input.channels);
                }
                row += input.channels;
            }
        }
        std::memset(row, zero, static_cast<std::size_t>(rows + (i + 1) * wanted.depth - row));
    }
}

void IntegerProgram::convolveDepthwise(std::size_t index, const Places& places, Part part,
                                       Worker& worker) const
{
    const IntegerStep& step = m_plan->steps[index];
    const Bound& bound = m_bound[index];
    const IntegerSlot& input = m_plan->slots[step.input];
    DepthwiseProduct product;
    product.codes = places.slots[step.input];
    product.channels = step.channels;
    product.height = input.height;
    product.width = input.width;
    product.outWidth = step.outWidth;
    product.window = step.window;
    product.weights = bound.weights.codes.data();
    product.padding = m_padding[index].data();
    const auto height = static_cast<std::size_t>(step.outHeight);
    const auto first = static_cast<std::int32_t>(part.index * height / part.count);
    const auto end = static_cast<std::int32_t>((part.index + 1) * height / part.count);
    std::uint8_t* out = places.slots[*step.output];
    if (!m_isFixedPoint) {
        product.out = out;
        m_kernels.convolveDepthwise(product, requantizationOf(step, bound), first, end);
        return;
    }
    const auto width = static_cast<std::size_t>(step.outWidth);
    worker.sums.resize(width * bound.tables.offsets.size());
    product.sums = worker.sums.data();
    for (std::int32_t y = first; y < end; ++y) { // a row's sums stay in the cache
        m_kernels.convolveDepthwise(product, {}, y, y + 1);
        requantizeDepthwise(worker.sums, step.channels, fixedPointOf(step, bound),
                            out + static_cast<std::size_t>(y) * width * step.channels);
    }
}

/// As ONNX Runtime's QLinearAdd computes it, rounding by rounding.
void IntegerProgram::addUp(const IntegerStep& step, const Places& places, Part part) const
{
    const std::size_t count = step.pixels() * step.channels;
    const std::size_t first = part.index * count / part.count;
    const ByteGrid& gridA = m_grids[step.input];
    const ByteGrid& gridB = m_grids[*step.secondInput];
    const ByteGrid& out = m_grids[*step.output];
    if (m_isFixedPoint) {
        addFixedPoint(places.slots[step.input] + first, places.slots[*step.secondInput] + first,
                      (part.index + 1) * count / part.count - first, {gridA, gridB, out},
                      places.slots[*step.output] + first);
        return;
    }
    IntegerSum sum;
    sum.a = places.slots[step.input] + first;
    sum.b = places.slots[*step.secondInput] + first;
    sum.ratioA = gridA.step / out.step;
    sum.ratioB = gridB.step / out.step;
    // A zero point, counted in codes from 0, is -low.
    sum.fixed = -out.low + std::fma(sum.ratioA, gridA.low, sum.ratioB * gridB.low);
    sum.highest = out.high - out.low;
    sum.count = (part.index + 1) * count / part.count - first;
    sum.out = places.slots[*step.output] + first;
    m_kernels.add(sum);
}

void IntegerProgram::average(const IntegerStep& step, const Places& places) const
{
    const IntegerSlot& input = m_plan->slots[step.input];
    const ByteGrid& grid = m_grids[step.input];
    const ByteGrid& out = m_grids[*step.output];
    std::vector<std::int32_t> sums(input.channels);
    for (std::size_t pixel = 0; pixel < input.pixels(); ++pixel) {
        const std::uint8_t* codes = places.slots[step.input] + pixel * input.channels;
        for (std::size_t c = 0; c < input.channels; ++c) {
            sums[c] += codes[c];
        }
    }
    if (m_isFixedPoint) {
        averageFixedPoint(sums, static_cast<std::int32_t>(input.pixels()), {grid, {}, out},
                          places.slots[*step.output]);
        return;
    }
    const auto pixels = static_cast<float>(input.pixels());
    const float multiplier = grid.step / (out.step * pixels);
    std::vector<float> averages;
    for (const std::int32_t sum : sums) {
        // Whole numbers, exact up to 2^24.
        averages.push_back((static_cast<float>(sum) + pixels * grid.low) * multiplier);
    }
    m_kernels.encode(averages.data(), input.channels, {1.0F, out.low, out.high},
                     places.slots[*step.output], 1);
}

} // namespace quantoscope::exec
