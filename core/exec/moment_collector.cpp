// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/moment_collector.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quantoscope::exec {
namespace {

using FloatRows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using MappedRows = Eigen::Map<const FloatRows>;

model::TensorId addFloats(model::Graph& graph, const char* name, Shape shape)
{
    model::TensorInfo info;
    info.name = name;
    info.type = model::ElementType::Float32;
    info.shape = std::move(shape);
    return graph.addTensor(std::move(info));
}

/// out = left * right^T.
void addProduct(model::Graph& graph, model::TensorId left, model::TensorId right, const char* name)
{
    model::Node node;
    node.name = name;
    node.opType = "Gemm";
    node.inputs = {left, right};
    node.outputs = {addFloats(
        graph, name, {graph.tensor(left).shape->front(), graph.tensor(right).shape->front()})};
    node.attributes["transB"] = std::int64_t{1};
    graph.outputs.push_back(node.outputs.front());
    graph.addNode(std::move(node));
}

} // namespace

MomentCollector::MomentCollector(Request request) : m_request(std::move(request))
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const auto n = static_cast<Eigen::Index>(geometry.groupInputs());
    m_windows = std::min(geometry.positions(),
                         geometry.groups == 1 ? m_request.denseWindows : m_request.groupWindows);
    quant::InputMoments zero;
    zero.quantizedSum = Eigen::VectorXd::Zero(n);
    zero.floatSum = Eigen::VectorXd::Zero(n);
    zero.quantized = Eigen::MatrixXd::Zero(n, n);
    zero.cross = Eigen::MatrixXd::Zero(n, n);
    if (m_request.hasBranch) {
        const auto outputs = static_cast<Eigen::Index>(geometry.groupOutputs());
        zero.extraSum = Eigen::VectorXd::Zero(outputs);
        zero.extra = Eigen::MatrixXd::Zero(n, outputs);
    }
    m_moments.assign(static_cast<std::size_t>(geometry.groups), zero);
}

Result<std::unique_ptr<MomentCollector>> MomentCollector::create(Engine& engine, Request request)
{
    std::unique_ptr<MomentCollector> collector(new MomentCollector(std::move(request)));
    if (collector->m_request.geometry.groups == 1) {
        if (const Status compiled = collector->compileProducts(engine); !compiled) {
            return failFrom(compiled);
        }
    }
    return collector;
}

Status MomentCollector::compileProducts(Engine& engine)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const auto columns = static_cast<std::int64_t>(m_windows) * m_request.batch;
    const auto n = static_cast<std::int64_t>(geometry.groupInputs());
    model::Graph graph;
    graph.name = "moments";
    graph.opsets[""] = 13;
    const auto quantized = addFloats(graph, "quantized", {n, columns});
    const auto floats = addFloats(graph, "floats", {n, columns});
    graph.inputs = {quantized, floats};
    addProduct(graph, quantized, quantized, "own");
    addProduct(graph, quantized, floats, "cross");
    if (m_request.hasBranch) {
        const auto extra = addFloats(graph, "branch", {geometry.outChannels, columns});
        graph.inputs.push_back(extra);
        addProduct(graph, quantized, extra, "extra");
    }
    const auto compiled = engine.compile(graph);
    if (!compiled) {
        return failFrom(compiled);
    }
    auto products = (*compiled)->newRequest();
    if (!products) {
        return failFrom(products);
    }
    m_products = *std::move(products);
    return {};
}

void MomentCollector::choosePlaces(std::int64_t picture)
{
    const std::size_t count = m_request.geometry.positions();
    m_places.resize(m_windows);
    if (m_windows == count) {
        for (std::size_t i = 0; i < count; ++i) {
            m_places[i] = i;
        }
        return;
    }
    std::mt19937 generator(static_cast<std::uint32_t>(picture));
    for (std::size_t& place : m_places) {
        place = generator() % count;
    }
}

/// One input channel of a picture's windows: a row of places for each tap.
void MomentCollector::gather(const TensorView& tensor, std::int64_t picture, std::int64_t channel,
                             std::span<float> rows, std::size_t stride) const
{
    const model::LinearGeometry& g = m_request.geometry;
    if (g.isChannelsLast) {
        const float* values = tensor.values.data() + picture * g.rows * g.inChannels + channel;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            rows[i] = values[static_cast<std::int64_t>(m_places[i]) * g.inChannels];
        }
        return;
    }
    const float* plane =
        tensor.values.data() + (picture * g.inChannels + channel) * g.inHeight * g.inWidth;
    std::size_t row = 0;
    for (std::int64_t ky = 0; ky < g.kernelHeight; ++ky) {
        for (std::int64_t kx = 0; kx < g.kernelWidth; ++kx, row += stride) {
            for (std::size_t i = 0; i < m_places.size(); ++i) {
                const auto place = static_cast<std::int64_t>(m_places[i]);
                const std::int64_t y = place / g.outWidth * g.strideY - g.top + ky * g.dilationY;
                const std::int64_t x = place % g.outWidth * g.strideX - g.left + kx * g.dilationX;
                const bool isInside = y >= 0 && y < g.inHeight && x >= 0 && x < g.inWidth;
                rows[row + i] = isInside ? plane[y * g.inWidth + x] : 0.0F;
            }
        }
    }
}

/// What a branch adds in FP32 less what it adds in the quantized model, at the places.
void MomentCollector::gatherOutputs(const LayerInputs& inputs, std::int64_t picture,
                                    std::int64_t channel, float* row) const
{
    const model::LinearGeometry& g = m_request.geometry;
    const std::int64_t size = g.isChannelsLast ? g.rows : g.outHeight * g.outWidth;
    const std::int64_t step = g.isChannelsLast ? g.outChannels : 1;
    const std::int64_t first =
        picture * g.outChannels * size + (g.isChannelsLast ? channel : channel * size);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto at =
            static_cast<std::size_t>(first + static_cast<std::int64_t>(m_places[i]) * step);
        row[i] = inputs.floatBranch->values[at] - inputs.quantizedBranch->values[at];
    }
}

Status MomentCollector::add(const LayerInputs& inputs)
{
    for (quant::InputMoments& moments : m_moments) {
        moments.count += static_cast<double>(m_windows) * static_cast<double>(inputs.pictures);
    }
    if (m_products) {
        return addDense(inputs);
    }
    addGroups(inputs);
    return {};
}

Status MomentCollector::addDense(const LayerInputs& inputs)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const std::size_t columns = m_windows * static_cast<std::size_t>(m_request.batch);
    const std::size_t taps = geometry.taps();
    const std::array<std::pair<const TensorView*, std::span<float>>, 2> both{
        {{&inputs.quantized, m_products->input(0)}, {&inputs.floats, m_products->input(1)}}};
    for (std::int64_t picture = 0; picture < m_request.batch; ++picture) {
        const std::size_t column = static_cast<std::size_t>(picture) * m_windows;
        const bool isThere = picture < inputs.pictures;
        choosePlaces(inputs.first + picture);
        parallelFor(static_cast<std::size_t>(geometry.inChannels), [&](std::size_t c, unsigned) {
            for (const auto& [tensor, rows] : both) {
                const auto own = rows.subspan(c * taps * columns + column);
                if (isThere) {
                    gather(*tensor, picture, static_cast<std::int64_t>(c), own, columns);
                    continue;
                }
                for (std::size_t tap = 0; tap < taps; ++tap) {
                    std::ranges::fill(own.subspan(tap * columns, m_windows), 0.0F);
                }
            }
        });
        for (std::int64_t c = 0; m_request.hasBranch && c < geometry.outChannels; ++c) {
            float* row =
                m_products->input(2).data() + static_cast<std::size_t>(c) * columns + column;
            if (isThere) {
                gatherOutputs(inputs, picture, c, row);
            } else {
                std::fill_n(row, m_windows, 0.0F);
            }
        }
    }
    if (const Status ran = m_products->run(); !ran) {
        return ran;
    }
    quant::InputMoments& moments = m_moments.front();
    const auto matrix = [&](const TensorView& view) {
        return MappedRows(view.values.data(), view.shape[0], view.shape[1]);
    };
    const auto sums = [&](std::span<const float> values) {
        const auto rows = static_cast<Eigen::Index>(values.size() / columns);
        return MappedRows(values.data(), rows, static_cast<Eigen::Index>(columns))
            .rowwise()
            .sum()
            .cast<double>()
            .eval();
    };
    moments.quantized += matrix(m_products->output(0)).cast<double>();
    moments.cross += matrix(m_products->output(1)).cast<double>();
    moments.quantizedSum += sums(m_products->input(0));
    moments.floatSum += sums(m_products->input(1));
    if (m_request.hasBranch) {
        moments.extra += matrix(m_products->output(2)).cast<double>();
        moments.extraSum += sums(m_products->input(2));
    }
    return {};
}

void MomentCollector::addGroups(const LayerInputs& inputs)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const auto n = static_cast<Eigen::Index>(geometry.groupInputs());
    const auto outputs = static_cast<Eigen::Index>(geometry.groupOutputs());
    const auto windows = static_cast<Eigen::Index>(m_windows);
    const std::size_t taps = geometry.taps();
    const auto inputsEach = static_cast<std::size_t>(geometry.inChannels / geometry.groups);
    std::vector<std::array<FloatRows, 3>> scratch(workerCount());
    for (auto& [quantized, floats, extra] : scratch) {
        quantized.resize(n, windows);
        floats.resize(n, windows);
        extra.resize(outputs, windows);
    }
    for (std::int64_t picture = 0; picture < inputs.pictures; ++picture) {
        choosePlaces(inputs.first + picture);
        parallelFor(m_moments.size(), [&](std::size_t group, unsigned worker) {
            auto& [quantized, floats, extra] = scratch[worker];
            for (std::size_t c = 0; c < inputsEach; ++c) {
                const auto channel = static_cast<std::int64_t>(group * inputsEach + c);
                const std::size_t first = c * taps * m_windows;
                const auto size = static_cast<std::size_t>(quantized.size());
                gather(inputs.quantized, picture, channel,
                       std::span(quantized.data(), size).subspan(first), m_windows);
                gather(inputs.floats, picture, channel,
                       std::span(floats.data(), size).subspan(first), m_windows);
            }
            quant::InputMoments& moments = m_moments[group];
            moments.quantized += (quantized * quantized.transpose()).cast<double>();
            moments.cross += (quantized * floats.transpose()).cast<double>();
            moments.quantizedSum += quantized.rowwise().sum().cast<double>();
            moments.floatSum += floats.rowwise().sum().cast<double>();
            if (m_request.hasBranch) {
                for (Eigen::Index i = 0; i < outputs; ++i) {
                    gatherOutputs(inputs, picture, static_cast<std::int64_t>(group) * outputs + i,
                                  extra.row(i).data());
                }
                moments.extra += (quantized * extra.transpose()).cast<double>();
                moments.extraSum += extra.rowwise().sum().cast<double>();
            }
        });
    }
}

} // namespace quantoscope::exec
