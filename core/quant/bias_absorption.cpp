// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/bias_absorption.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::quant {

std::vector<PreActivation> preActivations(
    const Eigen::Ref<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>&
        filters,
    std::span<const float> biases, const InputMoments& moments)
{
    const double count = std::max(moments.count, 1.0);
    const Eigen::VectorXd mean = moments.floatSum / count;
    const Eigen::MatrixXd covariance = moments.centered().quantized / count;
    std::vector<PreActivation> channels;
    for (Eigen::Index i = 0; i < filters.rows(); ++i) {
        const Eigen::VectorXd filter = filters.row(i).transpose().cast<double>();
        channels.push_back({filter.dot(mean) + double{biases[static_cast<std::size_t>(i)]},
                            std::max(0.0, filter.dot(covariance * filter))});
    }
    return channels;
}

std::vector<float> absorbableBiases(std::span<const PreActivation> channels)
{
    constexpr double kDeviations = 3.0;
    std::vector<float> shifts;
    for (const PreActivation& channel : channels) {
        const double least = channel.mean - kDeviations * std::sqrt(channel.variance);
        shifts.push_back(std::isfinite(least) ? static_cast<float>(std::max(0.0, least)) : 0.0F);
    }
    return shifts;
}

std::vector<float> absorbedBias(std::span<const float> bias, std::span<const float> weights,
                                const WeightLayout& layout, const EqualizedLayer& layer)
{
    std::vector<double> sums(bias.begin(), bias.end());
    for (std::size_t i = 0; i < layer.outputShifts.size(); ++i) {
        sums[i] -= double{layer.outputShifts[i]};
    }
    if (!layer.inputShifts.empty()) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            sums[layout.outputOf(i)] +=
                double{weights[i]} * double{layer.inputShifts[layout.inputOf(i)]};
        }
    }
    return {sums.begin(), sums.end()};
}

} // namespace quantoscope::quant
