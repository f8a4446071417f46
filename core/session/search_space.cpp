// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_space.h"

#include "core/session/configurations.h"
#include "core/session/hardware_profile.h"
#include "core/session/layer_figures.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace quantoscope::session {
namespace {

constexpr int kFloatBits = 32;
/// Losses of corrected weights at more bits follow from those at these.
constexpr int kMostMeasured = 4;

tl::unexpected<Error> wrong(const std::string& message, const std::string& where)
{
    return fail(ErrorCode::InvalidArgument, message, where);
}

bool isLegalWidth(int bits)
{
    return (bits >= 1 && bits <= 8) || bits == 16 || bits == kFloatBits;
}

std::string listOf(const std::vector<int>& bits)
{
    std::string text;
    for (const int width : bits) {
        text += (text.empty() ? "" : ", ") + std::to_string(width);
    }
    return text;
}

Status checkBits(const SearchRequest& request)
{
    const std::set<int> distinct(request.bits.begin(), request.bits.end());
    if (request.bits.empty() || distinct.size() != request.bits.size() ||
        !std::ranges::all_of(distinct, isLegalWidth)) {
        return wrong("list distinct bit-widths of 1 to 8, 16 and 32 (FP32), not " +
                         (request.bits.empty() ? "none" : listOf(request.bits)),
                     "bits");
    }
    for (const auto& [layer, bits] : request.pinnedBits) {
        if (!isLegalWidth(bits)) {
            return wrong("a layer can be pinned to 1 to 8, 16 or 32 bits (FP32), not " +
                             std::to_string(bits),
                         "pin of layer " + layer);
        }
    }
    return {};
}

Status checkNumbers(const SearchRequest& request)
{
    const SearchBudget& budget = request.budget;
    const int set = int{budget.averageBits.has_value()} + int{budget.sizeBytes.has_value()} +
                    int{budget.bops.has_value()} + int{budget.drop.has_value()};
    if (set != 1) {
        return wrong("set exactly one of average bits, size, bit operations and drop", "budget");
    }
    if (budget.averageBits && !(*budget.averageBits >= 1.0 && *budget.averageBits <= 16.0)) {
        return wrong("average bits must lie between 1 and 16", "budget");
    }
    if (budget.drop && !(*budget.drop >= 0.0 && *budget.drop <= 1.0)) {
        return wrong("the drop must lie between 0 and 100 points", "budget");
    }
    if (!(request.heldOut >= 0.0 && request.heldOut <= 0.9)) {
        return wrong("between 0 and 0.9 of the pictures can be held out", "held-out share");
    }
    if (request.evaluations < 1 || request.sensitivityImages < 1) {
        return wrong("evaluations and pictures of the sensitivities must be at least 1", "search");
    }
    return {};
}

std::string roundedUp(double value, int digits)
{
    const double unit = std::pow(10.0, digits);
    std::string text = std::to_string(std::ceil(value * unit - 1e-9) / unit);
    return text.substr(0, text.find('.') + 1 + static_cast<std::size_t>(digits));
}

} // namespace

Result<SearchSpace> SearchSpace::create(const exec::ConfiguredModel& model,
                                        const SearchRequest& request)
{
    Status legal = checkBits(request);
    if (legal) {
        legal = checkNumbers(request);
    }
    if (legal) {
        legal = checkConfiguration(model.layers(), request.base);
    }
    SearchSpace space;
    space.m_base = canonical(request.base);
    if (legal) {
        legal = space.addLayers(model, request);
    }
    if (legal) {
        legal = space.restrictBits(request);
    }
    if (legal) {
        legal = space.setBudget(request.budget);
    }
    if (!legal) {
        return failFrom(legal);
    }
    return space;
}

Status SearchSpace::addLayers(const exec::ConfiguredModel& model, const SearchRequest& request)
{
    const model::LayerModel& layers = model.layers();
    const auto losses = exec::channelLosses(layers, m_base);
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const model::Layer& layer = layers.layers[i];
        if (!layer.hasWeights()) {
            continue;
        }
        LayerSpace space;
        space.name = layer.name;
        space.op = operatorName(layer);
        if (const auto own = m_base.weights.find(layer.name); own != m_base.weights.end()) {
            space.scheme = own->second;
        }
        space.weights = elementCount(layers.graph->tensor(layer.weight).constant->shape);
        space.bopsOfOneBit = layerMacs(layers, i, m_base, losses[i]) * inputBits(model, i, m_base);
        const auto pin = request.pinnedBits.find(layer.name);
        space.isPinned = pin != request.pinnedBits.end();
        space.bits = space.isPinned ? std::vector{pin->second} : request.bits;
        std::ranges::sort(space.bits);
        quant::Configuration trial;
        for (const int bits : space.bits) {
            trial.weights[layer.name] = withBits(space.scheme, bits);
            space.bytes[bits] = layerBytes(layers, i, trial, losses[i]);
        }
        m_layers.push_back(std::move(space));
    }
    if (m_layers.empty()) {
        return wrong("the model has no layer with weights", "search");
    }
    for (const auto& [name, bits] : request.pinnedBits) {
        if (std::ranges::find(m_layers, name, &LayerSpace::name) == m_layers.end()) {
            return wrong("the model has no layer of that name with weights",
                         "pin of layer " + name);
        }
    }
    m_otherBytes = modelBytes(layers, {});
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        m_otherBytes -= layers.layers[i].hasWeights() ? layerBytes(layers, i, {}, {}) : 0;
    }
    return {};
}

Status SearchSpace::restrictBits(const SearchRequest& request)
{
    if (request.profile.empty()) {
        return {};
    }
    const auto profile = findHardwareProfile(request.profile);
    if (!profile) {
        return failFrom(profile);
    }
    for (LayerSpace& layer : m_layers) {
        const std::vector<int>& taken = profile->weightBitsOf(layer.op);
        std::vector<int> legal = layer.bits;
        std::erase_if(legal, [&](int bits) { return !std::ranges::binary_search(taken, bits); });
        if (legal.empty()) {
            return wrong("weights of " + listOf(layer.bits) + " bits are not legal on " +
                             profile->name + ", which takes " + listOf(taken) + " for " + layer.op +
                             " (" + layer.name + ")",
                         layer.isPinned ? "pin of layer " + layer.name : "bits");
        }
        layer.bits = std::move(legal);
    }
    return {};
}

Status SearchSpace::setBudget(const SearchBudget& budget)
{
    m_kind = budget.averageBits ? search::CostKind::WeightBits
             : budget.bops      ? search::CostKind::Bops
                                : search::CostKind::SizeBytes;
    if (budget.drop) {
        return {};
    }
    const auto empty = problem([](std::size_t, int) { return 0.0; });
    if (!empty) {
        return failFrom(empty);
    }
    m_costLimit = budget.averageBits ? empty->costOfAverage(*budget.averageBits)
                  : budget.sizeBytes ? *budget.sizeBytes - m_otherBytes
                                     : static_cast<std::int64_t>(std::min(*budget.bops, 9e18));
    search::Assignment least;
    std::int64_t cost = 0;
    for (const auto& choices : empty->choices()) {
        least.push_back(choices.front().bits);
        cost += choices.front().cost;
    }
    if (cost <= *m_costLimit) {
        return {};
    }
    const SearchCosts costs = this->costs(least);
    const std::string text =
        budget.averageBits ? "an average of " + roundedUp(costs.averageWeightBits, 3) + " bits"
        : budget.sizeBytes ? std::to_string(costs.sizeBytes) + " bytes"
                           : roundedUp(costs.bops, 0) + " bit operations";
    return wrong("cannot be met with these bits, pins and profile; the least is " + text, "budget");
}

quant::Configuration SearchSpace::configuration(const search::Assignment& bits) const
{
    quant::Configuration configuration = m_base;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        configuration.weights[m_layers[i].name] = withBits(m_layers[i].scheme, bits[i]);
    }
    return canonical(configuration);
}

SearchCosts SearchSpace::costs(const search::Assignment& bits) const
{
    SearchCosts costs{m_otherBytes, 0.0, 0.0};
    double weights = 0.0;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const LayerSpace& layer = m_layers[i];
        costs.sizeBytes += layer.bytes.at(bits[i]);
        costs.averageWeightBits += static_cast<double>(layer.weights) * bits[i];
        costs.bops += static_cast<double>(layer.bopsOfOneBit) * bits[i];
        weights += static_cast<double>(layer.weights);
    }
    costs.averageWeightBits /= std::max(weights, 1.0);
    return costs;
}

std::optional<search::Assignment> SearchSpace::uniform(int bits) const
{
    search::Assignment assignment;
    for (const LayerSpace& layer : m_layers) {
        assignment.push_back(layer.isPinned ? layer.bits.front() : bits);
        if (!layer.isPinned && std::ranges::find(layer.bits, bits) == layer.bits.end()) {
            return std::nullopt;
        }
    }
    return assignment;
}

std::vector<int> SearchSpace::openBits() const
{
    std::set<int> open;
    for (const LayerSpace& layer : m_layers) {
        if (!layer.isPinned) {
            open.insert(layer.bits.begin(), layer.bits.end());
        }
    }
    open.erase(kFloatBits);
    return {open.begin(), open.end()};
}

SensitivityRequest SearchSpace::sweep(const SearchRequest& request) const
{
    SensitivityRequest sweep;
    sweep.effort = search::SensitivityEffort::Exact;
    sweep.bits = openBits();
    if (request.correctWeights) {
        const auto least = sweep.bits.empty() ? 0 : std::max(sweep.bits.front(), kMostMeasured);
        std::erase_if(sweep.bits, [&](int bits) { return bits > least; });
    }
    sweep.images = request.sensitivityImages;
    sweep.equalization = m_base.equalization;
    for (const LayerSpace& layer : m_layers) {
        sweep.weightSchemes[layer.name] = layer.scheme;
        if (!layer.isPinned) {
            sweep.layers.push_back(layer.name);
        }
    }
    return sweep;
}

Result<search::PrecisionProblem> SearchSpace::problem(const LossOf& lossOf) const
{
    std::vector<search::LayerOptions> options;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const LayerSpace& layer = m_layers[i];
        search::LayerOptions option;
        option.name = layer.name;
        option.weights = layer.weights;
        for (const int bits : layer.bits) {
            const bool isExact = layer.isPinned || bits == kFloatBits;
            option.choices.push_back({bits, layer.bytes.at(bits), layer.bopsOfOneBit * bits,
                                      isExact ? 0.0 : lossOf(i, bits)});
        }
        options.push_back(std::move(option));
    }
    return search::PrecisionProblem::create(options, m_kind);
}

} // namespace quantoscope::session
