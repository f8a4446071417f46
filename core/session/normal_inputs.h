// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/channel_means.h"
#include "core/session/layer_problem.h"

#include <optional>
#include <vector>

namespace quantoscope::session {

/// What batch normalization tells of the inputs of a model's layers, without a picture.
class NormalInputs
{
public:
    /// \param layers of the equalized model; must outlive this
    explicit NormalInputs(const model::LayerModel& layers);

    /// Sets the means of what a layer reads as the problem's moments; false where channelMeans()
    /// does not know them.
    [[nodiscard]] bool setMeans(LayerProblem& layer) const;

private:
    const model::LayerModel& m_layers;
    std::vector<std::optional<ChannelMeans>> m_means; ///< by tensor
};

} // namespace quantoscope::session
