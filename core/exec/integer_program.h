// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/integer_fixed_point.h"
#include "core/exec/integer_tables.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::exec {

/// Where a run of some pictures reads and writes: first picture, by position in the plan's lists.
struct IntegerBuffers
{
    std::vector<const std::uint8_t*> reads;
    std::vector<std::uint8_t*> writes; ///< null where `values` is meant
    float* values = nullptr;           ///< real values, [batch, channels, height, width]
    const float* input = nullptr;      ///< of the model, [batch, channels, height, width]
};

/// A planned segment with weights and grids, computed on 8-bit codes: sums of products are exact
/// integers, which the float32 emulation only rounds otherwise in the last places. One thread at a
/// time; spreads its work over all of them.
class IntegerProgram
{
public:
    IntegerProgram(std::shared_ptr<const model::LayerModel> layers,
                   std::shared_ptr<const IntegerPlan> plan,
                   const IntegerKernels& kernels = integerKernels());

    /// Whether everything in the segment is on grids that codes can do, under a binding.
    [[nodiscard]] bool fits(const ModelBinding& binding) const;
    /// Takes weights and grids over; only those that changed are touched.
    /// \param binding fits()
    void apply(const ModelBinding& binding);
    /// Runs `pictures` pictures.
    void run(const IntegerBuffers& buffers, std::size_t pictures);

    [[nodiscard]] const IntegerPlan& plan() const { return *m_plan; }
    [[nodiscard]] const ByteGrid& gridOf(std::size_t slot) const { return m_grids[slot]; }

private:
    struct Bound
    {
        std::shared_ptr<const Tensor> source; ///< weights that were packed
        PackedWeights weights;
        ByteGrid input;
        std::optional<ByteGrid> output;
        StepTables tables;
    };
    /// What one thread works with.
    struct Worker
    {
        std::vector<std::vector<std::uint8_t>> slots;
        std::vector<std::uint8_t> rows; ///< of a convolution, gathered
        std::vector<float> values;      ///< real values, [pixels, channels]
        std::vector<std::int32_t> sums; ///< for fixed-point multipliers
    };
    /// A picture's tensors.
    struct Places
    {
        std::vector<std::uint8_t*> slots;
        float* values = nullptr;
        const float* input = nullptr;
    };
    /// A share of a step's work.
    struct Part
    {
        std::size_t index = 0, count = 1;
    };
    /// Output pixels whose windows are to be gathered.
    struct Rows
    {
        std::size_t first = 0, count = 0, depth = 0;
    };

    [[nodiscard]] Places placesOf(const IntegerBuffers& buffers, std::size_t picture,
                                  Worker& worker) const;
    [[nodiscard]] Requantization requantizationOf(const IntegerStep& step,
                                                  const Bound& bound) const;
    void encodeInput(const Places& places) const;
    void runStep(std::size_t step, const Places& places, Part part, Worker& worker) const;
    void convolve(const IntegerStep& step, const Bound& bound, const Places& places, Part part,
                  Worker& worker) const;
    static void writeValues(const IntegerStep& step, const Worker& worker, Rows rows, float* out);
    void gather(const IntegerStep& step, const std::uint8_t* codes, Rows wanted,
                std::uint8_t* rows) const;
    void multiplyToCodes(const IntegerStep& step, const Bound& bound, IntegerProduct product,
                         std::uint8_t* out, Worker& worker) const;
    void convolveDepthwise(std::size_t step, const Places& places, Part part, Worker& worker) const;
    [[nodiscard]] FixedPointRequantization fixedPointOf(const IntegerStep& step,
                                                        const Bound& bound) const;
    void addUp(const IntegerStep& step, const Places& places, Part part) const;
    void average(const IntegerStep& step, const Places& places) const;

    std::shared_ptr<const model::LayerModel> m_layers;
    std::shared_ptr<const IntegerPlan> m_plan;
    const IntegerKernels& m_kernels;
    bool m_isFixedPoint = false;                      ///< under the binding
    std::vector<ByteGrid> m_grids;                    ///< by slot
    std::vector<Bound> m_bound;                       ///< by step
    std::vector<std::vector<std::uint8_t>> m_padding; ///< by step; of a depthwise one
    std::vector<Worker> m_workers;
    std::size_t m_valuesEach = 0; ///< real values of a picture
};

} // namespace quantoscope::exec
