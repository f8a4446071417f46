// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/moment_collector.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
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

MomentCollector::Places MomentCollector::placesIn(std::int64_t picture) const
{
    const std::size_t count = m_request.geometry.positions();
    Places places(m_windows);
    if (m_windows == count) {
        std::iota(places.begin(), places.end(), std::size_t{0});
        return places;
    }
    std::mt19937 generator(static_cast<std::uint32_t>(picture));
    std::ranges::generate(places, [&] { return generator() % count; });
    return places;
}

std::vector<MomentCollector::Places> MomentCollector::placesOf(const LayerInputs& inputs) const
{
    std::vector<Places> places;
    for (std::int64_t picture = 0; picture < inputs.pictures; ++picture) {
        places.push_back(placesIn(inputs.first + picture));
    }
    return places;
}

/// One input channel of a picture's windows: a row of places for each tap.
void MomentCollector::gather(const TensorView& tensor, std::int64_t picture, std::int64_t channel,
                             const Places& places, std::span<float> rows, std::size_t stride) const
{
    const model::LinearGeometry& g = m_request.geometry;
    if (g.isChannelsLast) {
        const float* values = tensor.values.data() + picture * g.rows * g.inChannels + channel;
        for (std::size_t i = 0; i < places.size(); ++i) {
            rows[i] = values[static_cast<std::int64_t>(places[i]) * g.inChannels];
        }
        return;
    }
    const float* plane =
        tensor.values.data() + (picture * g.inChannels + channel) * g.inHeight * g.inWidth;
    std::size_t row = 0;
    for (std::int64_t ky = 0; ky < g.kernelHeight; ++ky) {
        for (std::int64_t kx = 0; kx < g.kernelWidth; ++kx, row += stride) {
            for (std::size_t i = 0; i < places.size(); ++i) {
                const auto place = static_cast<std::int64_t>(places[i]);
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
                                    std::int64_t channel, const Places& places, float* row) const
{
    const model::LinearGeometry& g = m_request.geometry;
    const std::int64_t size = g.isChannelsLast ? g.rows : g.outHeight * g.outWidth;
    const std::int64_t step = g.isChannelsLast ? g.outChannels : 1;
    const std::int64_t first =
        picture * g.outChannels * size + (g.isChannelsLast ? channel : channel * size);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at =
            static_cast<std::size_t>(first + static_cast<std::int64_t>(places[i]) * step);
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

/// Lays a batch's windows side by side in what the products read; zeros where it has fewer
/// pictures.
void MomentCollector::fillProducts(const LayerInputs& inputs)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const std::size_t columns = m_windows * static_cast<std::size_t>(m_request.batch);
    const std::size_t taps = geometry.taps();
    const std::size_t tensors = m_request.hasBranch ? 3 : 2;
    for (std::size_t i = 0; inputs.pictures < m_request.batch && i < tensors; ++i) {
        std::ranges::fill(m_products->input(i), 0.0F);
    }
    const std::vector<Places> places = placesOf(inputs);
    const auto inChannels = static_cast<std::size_t>(geometry.inChannels);
    const std::size_t rows =
        inChannels + (m_request.hasBranch ? static_cast<std::size_t>(geometry.outChannels) : 0);
    parallelFor(rows, [&](std::size_t row, unsigned) {
        for (std::int64_t picture = 0; picture < inputs.pictures; ++picture) {
            const auto p = static_cast<std::size_t>(picture);
            const std::size_t column = p * m_windows;
            if (row >= inChannels) {
                const std::size_t channel = row - inChannels;
                gatherOutputs(inputs, picture, static_cast<std::int64_t>(channel), places[p],
                              m_products->input(2).data() + channel * columns + column);
                continue;
            }
            const std::size_t first = row * taps * columns + column;
            const auto channel = static_cast<std::int64_t>(row);
            gather(inputs.quantized, picture, channel, places[p],
                   m_products->input(0).subspan(first), columns);
            gather(inputs.floats, picture, channel, places[p], m_products->input(1).subspan(first),
                   columns);
        }
    });
}

Status MomentCollector::addDense(const LayerInputs& inputs)
{
    fillProducts(inputs);
    if (const Status ran = m_products->run(); !ran) {
        return ran;
    }
    const auto columns = static_cast<Eigen::Index>(m_windows) * m_request.batch;
    quant::InputMoments& moments = m_moments.front();
    std::array<Eigen::MatrixXd*, 3> products{&moments.quantized, &moments.cross, &moments.extra};
    std::array<Eigen::VectorXd*, 3> sums{&moments.quantizedSum, &moments.floatSum,
                                         &moments.extraSum};
    const std::size_t count = m_request.hasBranch ? 3 : 2;
    parallelFor(2 * count, [&](std::size_t i, unsigned) {
        if (i < count) {
            const TensorView view = m_products->output(i);
            *products[i] +=
                MappedRows(view.values.data(), view.shape[0], view.shape[1]).cast<double>();
            return;
        }
        const std::span<const float> values = m_products->input(i - count);
        const auto rows = static_cast<Eigen::Index>(values.size()) / columns;
        *sums[i - count] += MappedRows(values.data(), rows, columns).rowwise().sum().cast<double>();
    });
    return {};
}

void MomentCollector::addGroups(const LayerInputs& inputs)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    const auto n = static_cast<Eigen::Index>(geometry.groupInputs());
    const auto outputs = static_cast<Eigen::Index>(geometry.groupOutputs());
    const auto windows = static_cast<Eigen::Index>(m_windows);
    std::vector<Scratch> scratch(workerCount());
    for (Scratch& own : scratch) {
        own.quantized.resize(n, windows);
        own.floats.resize(n, windows);
        own.extra.resize(outputs, windows);
    }
    const std::vector<Places> places = placesOf(inputs);
    parallelFor(m_moments.size(), [&](std::size_t group, unsigned worker) {
        for (std::int64_t picture = 0; picture < inputs.pictures; ++picture) {
            addGroup(inputs, picture, places[static_cast<std::size_t>(picture)], group,
                     scratch[worker]);
        }
    });
}

void MomentCollector::addGroup(const LayerInputs& inputs, std::int64_t picture,
                               const Places& places, std::size_t group, Scratch& scratch)
{
    const model::LinearGeometry& geometry = m_request.geometry;
    auto& [quantized, floats, extra] = scratch;
    const auto inputsEach = static_cast<std::size_t>(geometry.inChannels / geometry.groups);
    const auto size = static_cast<std::size_t>(quantized.size());
    for (std::size_t c = 0; c < inputsEach; ++c) {
        const auto channel = static_cast<std::int64_t>(group * inputsEach + c);
        const std::size_t first = c * geometry.taps() * m_windows;
        gather(inputs.quantized, picture, channel, places,
               std::span(quantized.data(), size).subspan(first), m_windows);
        gather(inputs.floats, picture, channel, places,
               std::span(floats.data(), size).subspan(first), m_windows);
    }
    quant::InputMoments& moments = m_moments[group];
    moments.quantized += (quantized * quantized.transpose()).cast<double>();
    moments.cross += (quantized * floats.transpose()).cast<double>();
    moments.quantizedSum += quantized.rowwise().sum().cast<double>();
    moments.floatSum += floats.rowwise().sum().cast<double>();
    if (!m_request.hasBranch) {
        return;
    }
    const auto outputs = extra.rows();
    for (Eigen::Index i = 0; i < outputs; ++i) {
        gatherOutputs(inputs, picture, static_cast<std::int64_t>(group) * outputs + i, places,
                      extra.row(i).data());
    }
    moments.extra += (quantized * extra.transpose()).cast<double>();
    moments.extraSum += extra.rowwise().sum().cast<double>();
}

} // namespace quantoscope::exec
