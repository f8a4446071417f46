// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/channel_means.h"

#include "core/model/channel_affine.h"
#include "core/model/operator_kinds.h"
#include "core/quant/normal_mean.h"
#include "core/session/channel_moves.h"
#include "core/session/scalar_function.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quantoscope::session {
namespace {

/// What is known of a tensor: its means and, where every value is a function of one that has a
/// normal distribution, that function.
struct Known
{
    ChannelMeans channels;
    std::shared_ptr<const model::NormalStatistics> source; ///< null: means alone are known
    ScalarFunction function;                               ///< of the source
};

std::size_t rankOf(const model::Graph& graph, model::TensorId tensor)
{
    return graph.tensor(tensor).shape.value_or(Shape{}).size();
}

class MeanWalk
{
public:
    explicit MeanWalk(const model::Graph& graph) : m_graph(graph), m_known(graph.tensors.size()) {}

    std::vector<std::optional<ChannelMeans>> run()
    {
        for (const model::Node& node : m_graph.nodes) {
            if (node.outputs.empty() || node.outputs.front() == model::kNoTensor) {
                continue;
            }
            auto& out = m_known[static_cast<std::size_t>(node.outputs.front())];
            out = normal(node);
            if (!out) {
                out = follow(node);
            }
        }
        std::vector<std::optional<ChannelMeans>> means(m_known.size());
        for (std::size_t i = 0; i < means.size(); ++i) {
            if (m_known[i]) {
                means[i] = std::move(m_known[i]->channels);
            }
        }
        return means;
    }

private:
    [[nodiscard]] const std::optional<Known>& of(model::TensorId tensor) const
    {
        static const std::optional<Known> kNothing;
        return tensor == model::kNoTensor ? kNothing : m_known[static_cast<std::size_t>(tensor)];
    }
    /// What batch normalization makes.
    [[nodiscard]] std::optional<Known> normal(const model::Node& node) const
    {
        auto statistics = m_graph.tensor(node.outputs.front()).statistics;
        if (!statistics && node.opType == "BatchNormalization" && node.domain.empty()) {
            statistics = model::statisticsOf(m_graph, node);
        }
        if (!statistics) {
            return std::nullopt;
        }
        return Known{{statistics->means, 1},
                     statistics,
                     {[](double x) { return x; }, ScalarFunction::Clip{}, 1.0}};
    }

    [[nodiscard]] std::optional<Known> follow(const model::Node& node) const
    {
        if (!node.domain.empty() || node.inputs.empty()) {
            return std::nullopt;
        }
        if (node.opType == "Concat") {
            return concatenated(node);
        }
        if (const auto& known = of(node.inputs.front())) {
            if (auto moved = movedMeans(m_graph, node, known->channels)) {
                const bool isSame = !averages(node);
                return Known{*std::move(moved), isSame ? known->source : nullptr, known->function};
            }
        }
        if (const auto function = scalarFunction(m_graph, node)) {
            const bool isFirst = of(node.inputs.front()).has_value();
            return applied(of(isFirst ? node.inputs.front() : node.inputs.back()), *function);
        }
        return node.inputs.size() == 2 ? ofTwo(node) : std::nullopt;
    }

    static std::optional<Known> applied(const std::optional<Known>& known,
                                        const ScalarFunction& function)
    {
        if (!known) {
            return std::nullopt;
        }
        Known result = *known;
        if (function.factor) { // needs no distribution
            for (double& mean : result.channels.means) {
                mean = mean * *function.factor + function.offset;
            }
        } else if (!known->source) {
            return std::nullopt;
        }
        if (!known->source) {
            return result;
        }
        result.function.clip = std::nullopt;
        if (known->function.clip && function.clip) {
            const auto& [low, high] = *known->function.clip;
            const auto within = [&clip = *function.clip](double x) {
                return std::min(std::max(x, clip.low), clip.high);
            };
            result.function.clip = ScalarFunction::Clip{within(low), within(high)};
        }
        result.function.of = [inner = known->function.of, outer = function.of](double x) {
            return outer(inner(x));
        };
        if (!function.factor) {
            setMeans(result);
        }
        return result;
    }

    static void setMeans(Known& known)
    {
        const model::NormalStatistics& source = *known.source;
        const std::size_t repeats = known.channels.means.size() / source.means.size();
        for (std::size_t c = 0; c < source.means.size(); ++c) {
            const double mean =
                known.function.clip
                    ? quant::clippedNormalMean(source.means[c], source.deviations[c],
                                               known.function.clip->low, known.function.clip->high)
                    : quant::normalMean(known.function.of, source.means[c], source.deviations[c]);
            std::fill_n(known.channels.means.begin() + static_cast<std::ptrdiff_t>(c * repeats),
                        repeats, mean);
        }
    }

    /// Sums of tensors and of constants a channel; products of functions of the same tensor, as
    /// x * sigmoid(x).
    [[nodiscard]] std::optional<Known> ofTwo(const model::Node& node) const
    {
        const auto& left = of(node.inputs[0]);
        const auto& right = of(node.inputs[1]);
        const bool isSum = node.opType == "Add" || node.opType == "Sub";
        const double sign = node.opType == "Sub" ? -1.0 : 1.0;
        if (isSum && left.has_value() != right.has_value()) {
            return besideChannels(node, left ? *left : *right, left ? 1.0 : sign,
                                  left ? sign : 1.0);
        }
        if (!left || !right || left->channels.axis != right->channels.axis ||
            left->channels.means.size() != right->channels.means.size() ||
            rankOf(m_graph, node.inputs[0]) != rankOf(m_graph, node.inputs[1])) {
            return std::nullopt;
        }
        if (isSum) {
            Known sum{left->channels, nullptr, {}};
            for (std::size_t c = 0; c < sum.channels.means.size(); ++c) {
                sum.channels.means[c] += sign * right->channels.means[c];
            }
            return sum;
        }
        if (node.opType != "Mul" || !left->source || left->source != right->source) {
            return std::nullopt;
        }
        Known product{left->channels, left->source, {}};
        product.function.of = [a = left->function.of, b = right->function.of](double x) {
            return a(x) * b(x);
        };
        setMeans(product);
        return product;
    }

    [[nodiscard]] std::optional<Known> besideChannels(const model::Node& node, const Known& known,
                                                      double sign, double constantSign) const
    {
        const bool isLeft = model::constantInput(m_graph, node, 1) != nullptr;
        const model::Constant* constant = model::constantInput(m_graph, node, isLeft ? 1 : 0);
        if (constant == nullptr) {
            return std::nullopt;
        }
        const auto values = model::floatValues(*constant);
        const std::size_t rank = rankOf(m_graph, node.inputs[isLeft ? 0 : 1]);
        const std::size_t fromEnd = rank - known.channels.axis;
        const Shape& shape = constant->shape;
        if (values.size() != known.channels.means.size() || shape.size() < fromEnd ||
            shape[shape.size() - fromEnd] != static_cast<std::int64_t>(values.size())) {
            return std::nullopt;
        }
        Known sum{known.channels, nullptr, {}};
        for (std::size_t c = 0; c < values.size(); ++c) {
            sum.channels.means[c] =
                sign * known.channels.means[c] + constantSign * double{values[c]};
        }
        return sum;
    }

    [[nodiscard]] std::optional<Known> concatenated(const model::Node& node) const
    {
        const auto axis = model::intAttribute(node, "axis", 0);
        std::optional<Known> whole;
        for (const model::TensorId input : node.inputs) {
            const auto& part = of(input);
            const auto rank = static_cast<std::int64_t>(rankOf(m_graph, input));
            const std::int64_t place = axis < 0 ? axis + rank : axis;
            if (!part || place != static_cast<std::int64_t>(part->channels.axis)) {
                return std::nullopt;
            }
            if (!whole) {
                whole = Known{{{}, part->channels.axis}, nullptr, {}};
            }
            auto& means = whole->channels.means;
            means.insert(means.end(), part->channels.means.begin(), part->channels.means.end());
        }
        return whole;
    }

    const model::Graph& m_graph;
    std::vector<std::optional<Known>> m_known; ///< by tensor
};

} // namespace

std::vector<std::optional<ChannelMeans>> channelMeans(const model::Graph& graph)
{
    return MeanWalk(graph).run();
}

} // namespace quantoscope::session
