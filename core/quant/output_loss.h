// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/reconstruction.h"

#include <Eigen/Core>

#include <functional>

namespace quantoscope::quant {

/// What a layer's outputs lose, E|W f - Q a|^2 for every filter, but for a term that no weights Q
/// change; f are its inputs in FP32, a in the quantized model. In double precision.
class OutputLoss
{
public:
    /// \param problem outlives this; its extra moments are not looked at
    explicit OutputLoss(const ReconstructionProblem& problem);

    /// E[(W f) a^T], [filters, n].
    [[nodiscard]] const Eigen::MatrixXd& wanted() const { return m_wanted; }

    /// \param values Q, [filters, n] \return [filters]
    [[nodiscard]] Eigen::VectorXd of(const Eigen::MatrixXd& values) const;

    /// Of the weights that bring it to its least, [filters]. A ridge of a millionth keeps inputs
    /// that do not vary from dividing by zero.
    [[nodiscard]] Eigen::VectorXd least() const;

private:
    void forGroups(const std::function<void(const InputMoments&, Eigen::Index first)>& body) const;

    const ReconstructionProblem& m_problem;
    Eigen::MatrixXd m_wanted;
    Eigen::Index m_each; ///< filters of a group
};

} // namespace quantoscope::quant
