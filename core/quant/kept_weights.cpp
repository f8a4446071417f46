// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/kept_weights.h"

#include <Eigen/Cholesky>

namespace quantoscope::quant {

std::vector<Eigen::Index> keptPlaces(std::span<const std::uint8_t> pruned)
{
    std::vector<Eigen::Index> places;
    for (std::size_t i = 0; i < pruned.size(); ++i) {
        if (pruned[i] == 0) {
            places.push_back(static_cast<Eigen::Index>(i));
        }
    }
    return places;
}

Eigen::VectorXd leastSquaresOf(const std::vector<Eigen::Index>& places,
                               const Eigen::MatrixXd& hessian, const Eigen::VectorXd& right)
{
    Eigen::VectorXd filter = Eigen::VectorXd::Zero(right.size());
    if (!places.empty()) {
        Eigen::MatrixXd kept = hessian(places, places);
        const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factored(kept);
        const Eigen::VectorXd wanted = right(places);
        const Eigen::VectorXd solved = factored.solve(wanted);
        filter(places) = solved;
    }
    return filter;
}

} // namespace quantoscope::quant
