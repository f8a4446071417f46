// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/rounding_learner.h"

#include <cmath>

namespace quantoscope::quant {
namespace {

using Eigen::ArrayXXf;
using Eigen::Index;

/// Ends of the rectified sigmoid before it is clipped.
constexpr float kZeta = 1.1F, kGamma = -0.1F;

ArrayXXf sigmoid(const ArrayXXf& x)
{
    return 1.0F / (1.0F + (-x).exp());
}

/// First and second moments of the gradient. Source: Kingma and Ba 2015, algorithm 1.
class Adam
{
public:
    Adam(Index rows, Index columns, double rate)
        : m_rate(rate), m_mean(ArrayXXf::Zero(rows, columns)),
          m_square(ArrayXXf::Zero(rows, columns))
    {
    }

    void step(const ArrayXXf& gradient, ArrayXXf& values)
    {
        ++m_steps;
        m_mean += 0.1F * (gradient - m_mean);
        m_square += 0.001F * (gradient.square() - m_square);
        const auto first = static_cast<float>(1.0 - std::pow(0.9, m_steps));
        const auto second = static_cast<float>(1.0 - std::pow(0.999, m_steps));
        values -=
            static_cast<float>(m_rate) * (m_mean / first) / ((m_square / second).sqrt() + 1e-8F);
    }

private:
    double m_rate;
    int m_steps = 0;
    ArrayXXf m_mean, m_square;
};

} // namespace

RoundingLearner::RoundingLearner(const Eigen::MatrixXf& hessian, const Eigen::MatrixXf& wanted,
                                 const ArrayXXf& weights, std::span<const FilterGrid> grids,
                                 const AdaRoundSettings& settings)
    : m_hessian(hessian), m_settings(settings), m_low(weights.cols()), m_high(weights.cols())
{
    Row scales(weights.cols());
    for (Index i = 0; i < weights.cols(); ++i) {
        const RowGrid& levels = grids[static_cast<std::size_t>(i)].levels;
        scales[i] = static_cast<float>(levels.scale);
        m_low[i] = static_cast<float>(levels.low);
        m_high[i] = static_cast<float>(levels.high);
    }
    const ArrayXXf codes = weights.rowwise() / scales;
    m_wanted = (wanted.array().rowwise() / scales).matrix();
    m_floors = codes.floor();
    m_values = -((kZeta - kGamma) / (codes - m_floors - kGamma) - 1.0F).log();
}

bool RoundingLearner::learn(const JobContext& context)
{
    Adam adam(m_values.rows(), m_values.cols(), m_settings.learningRate);
    for (int i = 0; i < m_settings.iterations; ++i) {
        if (context.cancelled()) {
            return false;
        }
        adam.step(gradient(i), m_values);
    }
    return true;
}

Eigen::MatrixXi RoundingLearner::codes() const
{
    const ArrayXXf up = (m_values >= 0.0F).cast<float>();
    return clipped(m_floors + up).cast<int>();
}

ArrayXXf RoundingLearner::clipped(const ArrayXXf& codes) const
{
    ArrayXXf result = codes;
    for (Index i = 0; i < codes.cols(); ++i) {
        result.col(i) = codes.col(i).max(m_low[i]).min(m_high[i]);
    }
    return result;
}

ArrayXXf RoundingLearner::gradient(int iteration) const
{
    const ArrayXXf soft = sigmoid(m_values);
    const ArrayXXf stretched = soft * (kZeta - kGamma) + kGamma;
    const ArrayXXf rounding = stretched.max(0.0F).min(1.0F);
    const ArrayXXf codes = m_floors + rounding;
    const ArrayXXf inside = clipped(codes);
    const ArrayXXf error = 2.0F * (m_hessian * inside.matrix() - m_wanted).array();
    ArrayXXf slope = error * (inside == codes).cast<float>() + regulariser(rounding, iteration);
    slope *= (kZeta - kGamma) * soft * (1.0F - soft) *
             (stretched > 0.0F && stretched < 1.0F).cast<float>();
    return slope;
}

ArrayXXf RoundingLearner::regulariser(const ArrayXXf& rounding, int iteration) const
{
    const double done = static_cast<double>(iteration) / m_settings.iterations;
    if (done < m_settings.warmUp) {
        return ArrayXXf::Zero(rounding.rows(), rounding.cols());
    }
    const double rest = 1.0 - (done - m_settings.warmUp) / (1.0 - m_settings.warmUp);
    const auto beta = static_cast<float>(m_settings.lastBeta +
                                         (m_settings.firstBeta - m_settings.lastBeta) * rest);
    const ArrayXXf middle = 2.0F * rounding - 1.0F;
    return static_cast<float>(-2.0 * m_settings.lambda) * beta * middle.abs().pow(beta - 1.0F) *
           middle.sign();
}

} // namespace quantoscope::quant
