// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/mixed_precision.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace quantoscope::search {
namespace {

tl::unexpected<Error> wrong(const LayerOptions& layer, const std::string& message)
{
    return fail(ErrorCode::InvalidArgument, message, layer.name);
}

bool isLeft(const LayerOptions& layer, int bits)
{
    const bool isAllowed = layer.allowedBits.empty() ||
                           std::ranges::find(layer.allowedBits, bits) != layer.allowedBits.end();
    return isAllowed && layer.pinnedBits.value_or(bits) == bits;
}

std::int64_t costOf(const LayerOptions& layer, const LayerChoice& choice, CostKind kind)
{
    switch (kind) {
    case CostKind::WeightBits:
        return layer.weights * choice.bits;
    case CostKind::SizeBytes:
        return choice.sizeBytes;
    case CostKind::Bops:
        break;
    }
    return choice.bops;
}

Status check(const LayerOptions& layer)
{
    std::set<int> known;
    for (const LayerChoice& choice : layer.choices) {
        const std::string bits = std::to_string(choice.bits) + " bits";
        if (choice.bits < 1 || !known.insert(choice.bits).second) {
            return wrong(layer, "give " + bits + " once, and at least 1 bit");
        }
        if (choice.sizeBytes < 0 || choice.bops < 0 || layer.weights < 0) {
            return wrong(layer, "the cost of " + bits + " is negative");
        }
        if (!(choice.loss >= 0.0) || !std::isfinite(choice.loss)) {
            return wrong(layer, "the loss of " + bits +
                                    " is negative or no number; measure its "
                                    "sensitivity first");
        }
    }
    return {};
}

} // namespace

Result<PrecisionProblem> PrecisionProblem::create(std::span<const LayerOptions> layers,
                                                  CostKind kind)
{
    PrecisionProblem problem;
    for (const LayerOptions& layer : layers) {
        if (const Status legal = check(layer); !legal) {
            return failFrom(legal);
        }
        std::vector<Choice> left;
        for (const LayerChoice& choice : layer.choices) {
            if (isLeft(layer, choice.bits)) {
                left.push_back({choice.bits, costOf(layer, choice, kind), choice.loss});
            }
        }
        if (left.empty()) {
            return wrong(layer, "no bit-width is left: neither pin nor profile allows one that was "
                                "measured");
        }
        std::ranges::stable_sort(left, {}, [](const Choice& choice) { return choice.cost; });
        problem.m_choices.push_back(std::move(left));
        problem.m_weights += layer.weights;
    }
    return problem;
}

std::optional<FrontPoint> PrecisionProblem::point(const Assignment& bits) const
{
    if (bits.size() != m_choices.size()) {
        return std::nullopt;
    }
    FrontPoint sum{0, 0.0, bits};
    for (std::size_t layer = 0; layer < bits.size(); ++layer) {
        const auto choice = std::ranges::find(m_choices[layer], bits[layer], &Choice::bits);
        if (choice == m_choices[layer].end()) {
            return std::nullopt;
        }
        sum.cost += choice->cost;
        sum.loss += choice->loss;
    }
    return sum;
}

std::int64_t PrecisionProblem::costOfAverage(double bits) const
{
    // An average that was itself computed from whole bits must not be missed by rounding.
    const double exact = bits * static_cast<double>(m_weights);
    return static_cast<std::int64_t>(std::floor(exact * (1.0 + 1e-12)));
}

} // namespace quantoscope::search
