// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/multiplier_effect.h"

#include "core/session/figure_text.h"

#include <utility>

namespace quantoscope::session {

using quant::MultiplierKind;

quant::Configuration withOtherMultipliers(quant::Configuration configuration)
{
    const bool isFixed = configuration.requantization == MultiplierKind::FixedPoint;
    configuration.requantization = isFixed ? MultiplierKind::Float : MultiplierKind::FixedPoint;
    return configuration;
}

std::optional<MultiplierEffect> multiplierEffect(const Evaluation& a, const Evaluation& b)
{
    if (a.configuration != withOtherMultipliers(b.configuration)) {
        return std::nullopt;
    }
    const bool isFixed = a.configuration.requantization == MultiplierKind::FixedPoint;
    const Evaluation& fixedPoint = isFixed ? a : b;
    const Evaluation& floats = isFixed ? b : a;
    MultiplierEffect effect;
    effect.images = fixedPoint.accuracy.images;
    effect.floatSqnrDb = floats.comparison.sqnrDb;
    effect.fixedSqnrDb = fixedPoint.comparison.sqnrDb;
    const std::size_t count = fixedPoint.predictions.size();
    if (count > 0 && floats.predictions.size() == count) {
        effect.changed = 0;
        for (std::size_t i = 0; i < count; ++i) {
            *effect.changed += floats.predictions[i].front().classIndex !=
                                       fixedPoint.predictions[i].front().classIndex
                                   ? 1
                                   : 0;
        }
    }
    if (floats.accuracy.top1 && fixedPoint.accuracy.top1) {
        effect.top1Difference = *fixedPoint.accuracy.top1 - *floats.accuracy.top1;
    }
    return effect;
}

std::string effectText(const MultiplierEffect& effect)
{
    std::string text;
    if (effect.changed) {
        text +=
            grouped(*effect.changed) + " of " + grouped(effect.images) + " predictions changed, ";
    }
    if (effect.top1Difference) {
        const double points = *effect.top1Difference * 100.0;
        text += std::string("top-1 ") + (points >= 0.0 ? "+" : "") + fixed(points, 2) + " points, ";
    }
    return text + "output SQNR " + decibels(effect.fixedSqnrDb) + " dB instead of " +
           decibels(effect.floatSqnrDb) + " dB";
}

} // namespace quantoscope::session
