// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

namespace quantoscope::session {

quant::WeightScheme UniformSettings::weights() const
{
    quant::WeightScheme scheme;
    scheme.symmetric = symmetricWeights;
    scheme = quant::withPrecision(scheme, bits.weights);
    scheme.granularity = bits.granularity.value_or(granularity);
    scheme.groupSize = bits.groupSize;
    scheme.axis = bits.axis >= 0 ? bits.axis : weightAxis;
    scheme.scale = scale;
    scheme.range = weightRange;
    scheme.percentile = weightPercentile;
    scheme.pruning = pruning;
    scheme.split = split;
    return scheme;
}

quant::ActivationScheme UniformSettings::activations() const
{
    quant::ActivationScheme scheme{bits.activations, symmetricActivations};
    scheme.source = bits.source;
    return scheme;
}

void UniformSettings::setWeights(const quant::WeightScheme& scheme)
{
    bits.weights = scheme.precision;
    const bool isNamed = scheme.blockSize() > 0;
    bits.granularity = isNamed ? std::optional(scheme.granularity) : std::nullopt;
    bits.groupSize = scheme.groupSize;
    bits.axis = -1;
    weightAxis = scheme.axis;
    symmetricWeights = scheme.symmetric;
    granularity = isNamed ? quant::Granularity::PerChannel : scheme.granularity;
    scale = scheme.scale;
    weightRange = scheme.range;
    weightPercentile = scheme.percentile;
    pruning = scheme.pruning;
    split = scheme.split;
}

void UniformSettings::setActivations(const quant::ActivationScheme& scheme)
{
    bits.activations = scheme.precision;
    bits.source = scheme.source;
    symmetricActivations = scheme.symmetric;
}

} // namespace quantoscope::session
