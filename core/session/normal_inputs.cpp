// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/normal_inputs.h"

#include <utility>

namespace quantoscope::session {

NormalInputs::NormalInputs(const model::LayerModel& layers)
    : m_layers(layers), m_means(channelMeans(*layers.graph))
{
}

bool NormalInputs::setMeans(LayerProblem& layer) const
{
    const model::TensorId input = m_layers.layers[layer.layer].inputs.front();
    const auto& known = m_means[static_cast<std::size_t>(input)];
    const std::size_t rank = m_layers.graph->tensor(input).shape.value_or(Shape{}).size();
    const model::LinearGeometry& at = layer.geometry;
    const auto channels = static_cast<std::size_t>(at.inChannels);
    if (!known || rank == 0 || known->axis != (at.isChannelsLast ? rank - 1 : 1) ||
        known->means.size() != channels) {
        return false;
    }
    const std::size_t each = channels / static_cast<std::size_t>(at.groups);
    for (std::size_t group = 0; group < static_cast<std::size_t>(at.groups); ++group) {
        quant::InputMoments moments;
        moments.count = 1.0;
        moments.floatSum.resize(static_cast<Eigen::Index>(at.groupInputs()));
        for (std::size_t i = 0; i < at.groupInputs(); ++i) {
            moments.floatSum[static_cast<Eigen::Index>(i)] =
                known->means[group * each + i / at.taps()];
        }
        moments.quantizedSum = moments.floatSum;
        layer.problem.groups.push_back(std::move(moments));
    }
    return true;
}

} // namespace quantoscope::session
