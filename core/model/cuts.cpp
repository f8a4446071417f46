// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cuts.h"

#include "core/model/batch_shapes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace quantoscope::model {

namespace {

// Measured on efficientnet-lite0: one walk over a tensor costs about as much as this many
// multiply-accumulates of a dense convolution a value, and a depthwise one reaches a quarter of the
// speed.
constexpr double kCostPerValue = 20.0;
constexpr double kDepthwiseFactor = 4.0;
constexpr double kCrossingCostPerValue = 40.0;

struct Lifetime
{
    std::size_t made = 0; ///< layer that makes it
    std::size_t last = 0; ///< last layer that reads it; the number of layers for model outputs
};

/// Lifetimes of the tensors that layers make; empty when layers are not in data order.
std::map<TensorId, Lifetime> lifetimes(const LayerModel& layers)
{
    std::map<TensorId, Lifetime> found;
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        for (const TensorId input : layers.layers[i].inputs) {
            const auto tensor = found.find(input);
            if (tensor != found.end()) {
                tensor->second.last = i;
            } else if (layers.graph->tensor(input).producer != kNoNode) {
                return {};
            }
        }
        for (const TensorId output : layers.layers[i].outputs) {
            if (output != kNoTensor) {
                found[output] = {i, i};
            }
        }
    }
    for (const TensorId output : layers.graph->outputs) {
        if (const auto tensor = found.find(output); tensor != found.end()) {
            tensor->second.last = layers.layers.size();
        }
    }
    return found;
}

/// Values of one picture; 0 when the tensor cannot be cut.
std::int64_t valuesPerPicture(const TensorInfo& info, std::int64_t modelBatch)
{
    if (info.type != ElementType::Float32 || !info.shape || info.shape->empty() ||
        info.shape->front() != modelBatch || (modelBatch == kDynamic && !countsPictures(info))) {
        return 0;
    }
    Shape sample = *info.shape;
    sample.front() = 1;
    return std::max<std::int64_t>(0, elementCount(sample));
}

/// Mean cost over weight layers of running from the nearest chosen cut to the end.
double meanCost(const LayerModel& layers, const std::vector<const Cut*>& chosen,
                const std::vector<double>& costs)
{
    double sum = 0.0;
    int count = 0;
    double remaining = 0.0; // from layer i on, with the copies at the cuts behind it
    double open = 0.0;      // number of weight layers whose nearest cut is not reached yet
    auto cut = chosen.rbegin();
    for (std::size_t i = layers.layers.size(); i-- > 0;) {
        remaining += costs[i];
        if (layers.layers[i].hasWeights()) {
            open += 1.0;
            ++count;
        }
        const bool isCut = cut != chosen.rend() && (*cut)->layer == i;
        if (isCut || i == 0) {
            sum += open * remaining;
            open = 0.0;
        }
        if (isCut) {
            remaining += kCrossingCostPerValue * static_cast<double>((*cut)->valuesPerPicture);
            ++cut;
        }
    }
    return count == 0 ? 0.0 : sum / count;
}

} // namespace

std::vector<Cut> possibleCuts(const LayerModel& layers)
{
    std::vector<Cut> cuts;
    const auto tensors = lifetimes(layers);
    if (tensors.empty() || layers.graph->inputs.empty()) {
        return cuts;
    }
    const auto& inputShape = layers.graph->tensor(layers.graph->inputs.front()).shape;
    const std::int64_t batch = inputShape && !inputShape->empty() ? inputShape->front() : 0;
    for (std::size_t layer = 1; layer < layers.layers.size(); ++layer) {
        Cut cut{layer, {}, 0};
        bool isPossible = true;
        for (const auto& [tensor, life] : tensors) {
            if (life.made < layer && life.last >= layer) {
                const std::int64_t values = valuesPerPicture(layers.graph->tensor(tensor), batch);
                isPossible = isPossible && values > 0;
                cut.tensors.push_back(tensor);
                cut.valuesPerPicture += values;
            }
        }
        if (isPossible && !cut.tensors.empty()) {
            cuts.push_back(std::move(cut));
        }
    }
    return cuts;
}

double layerCost(const LayerModel& layers, std::size_t layer)
{
    const Layer& info = layers.layers[layer];
    double cost = static_cast<double>(info.macs) *
                  (info.kind == LayerKind::DepthwiseConv ? kDepthwiseFactor : 1.0);
    for (const TensorId output : info.outputs) {
        const auto sample =
            output == kNoTensor ? std::nullopt : shapeOfOne(layers.graph->tensor(output));
        if (sample) {
            cost += kCostPerValue *
                    static_cast<double>(std::max<std::int64_t>(0, elementCount(*sample)));
        }
    }
    return cost;
}

std::vector<Cut> chooseCuts(const LayerModel& layers, std::size_t count)
{
    const std::vector<Cut> possible = possibleCuts(layers);
    std::vector<double> costs;
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        costs.push_back(layerCost(layers, i));
    }
    std::vector<const Cut*> chosen;
    double best = meanCost(layers, chosen, costs);
    const auto byLayer = [](const Cut* a, const Cut* b) { return a->layer < b->layer; };
    while (chosen.size() < count) {
        const Cut* next = nullptr;
        for (const Cut& candidate : possible) {
            std::vector<const Cut*> trial = chosen;
            trial.push_back(&candidate);
            std::sort(trial.begin(), trial.end(), byLayer);
            const bool isNew = std::find(chosen.begin(), chosen.end(), &candidate) == chosen.end();
            const double cost = meanCost(layers, trial, costs);
            if (isNew && cost < best) {
                best = cost;
                next = &candidate;
            }
        }
        if (next == nullptr) {
            break;
        }
        chosen.push_back(next);
        std::sort(chosen.begin(), chosen.end(), byLayer);
    }
    std::vector<Cut> result;
    for (const Cut* cut : chosen) {
        result.push_back(*cut);
    }
    return result;
}

} // namespace quantoscope::model
