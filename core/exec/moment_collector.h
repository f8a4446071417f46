// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/engine.h"
#include "core/exec/layer_walk.h"
#include "core/model/linear_geometry.h"
#include "core/quant/input_moments.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace quantoscope::exec {

/// Adds up what a weight layer reads (quant::InputMoments), window by window; from large pictures
/// it takes windows at random places, the same ones each time. Memory does not grow with the number
/// of pictures. One thread at a time; uses all of them.
class MomentCollector
{
public:
    struct Request
    {
        model::LinearGeometry geometry;
        bool hasBranch = false;         ///< whether LayerInputs come with branches
        std::int64_t batch = 1;         ///< pictures that LayerInputs hold
        std::size_t denseWindows = 256; ///< at most so many of a picture, where groups share none
        std::size_t groupWindows = 64;  ///< likewise with several groups (depthwise)
    };
    [[nodiscard]] static Result<std::unique_ptr<MomentCollector>> create(Engine& engine,
                                                                         Request request);

    [[nodiscard]] Status add(const LayerInputs& inputs);
    /// One per group.
    [[nodiscard]] std::vector<quant::InputMoments> take() { return std::move(m_moments); }

private:
    explicit MomentCollector(Request request);
    Status compileProducts(Engine& engine);
    /// Positions of a layer's output that count of one picture.
    using Places = std::vector<std::size_t>;
    [[nodiscard]] Places placesIn(std::int64_t picture) const;
    [[nodiscard]] std::vector<Places> placesOf(const LayerInputs& inputs) const;
    void gather(const TensorView& tensor, std::int64_t picture, std::int64_t channel,
                const Places& places, std::span<float> rows, std::size_t stride) const;
    void gatherOutputs(const LayerInputs& inputs, std::int64_t picture, std::int64_t channel,
                       const Places& places, float* row) const;
    void fillProducts(const LayerInputs& inputs);
    Status addDense(const LayerInputs& inputs);
    /// Windows of one group of one picture, [inputs or outputs, windows].
    struct Scratch
    {
        using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        Rows quantized, floats, extra;
    };
    void addGroups(const LayerInputs& inputs);
    void addGroup(const LayerInputs& inputs, std::int64_t picture, const Places& places,
                  std::size_t group, Scratch& scratch);

    Request m_request;
    std::size_t m_windows = 0;                 ///< of one picture
    std::unique_ptr<exec::Request> m_products; ///< dense ones; the engine multiplies
    std::vector<quant::InputMoments> m_moments;
};

} // namespace quantoscope::exec
