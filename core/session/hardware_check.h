// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"
#include "core/session/hardware_profile.h"

namespace quantoscope::session {

struct UniformSettings;

/// A setting that hardware does not take.
struct HardwareConflict
{
    std::string where; ///< "layer NAME" or "tensor NAME"
    std::string what;  ///< what it is and what would be taken
};

/// Settings for a whole model with what one would start with on the device: its bits, symmetric
/// activations and one scale a layer where it wants these, all else as in `settings`.
[[nodiscard]] UniformSettings withDefaults(UniformSettings settings,
                                           const HardwareDefaults& defaults);

/// The configuration without quantizers in the operators that the device runs in float.
[[nodiscard]] quant::Configuration keepingInFloat(const HardwareProfile& profile,
                                                  const model::LayerModel& layers,
                                                  quant::Configuration configuration);

/// Settings of a configuration that a target device does not take, weights first.
[[nodiscard]] std::vector<HardwareConflict>
conflictsWith(const HardwareProfile& profile, const model::LayerModel& layers,
              const quant::Configuration& configuration);

/// Success where there are no conflicts; else InvalidArgument with the first one and how many more
/// there are.
[[nodiscard]] Status checkHardware(const HardwareProfile& profile, const model::LayerModel& layers,
                                   const quant::Configuration& configuration);

} // namespace quantoscope::session
