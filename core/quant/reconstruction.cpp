// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/reconstruction.h"

#include "core/base/parallel.h"
#include "core/quant/filter_layout.h"
#include "core/quant/filter_targets.h"
#include "core/quant/grid_candidates.h"
#include "core/quant/quantize.h"
#include "core/quant/row_rounding.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::quant {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Filters worked on together by one thread.
constexpr Index kBlock = 16;
/// Factors by which scales near it are tried lie so far apart.
constexpr double kFactorStep = 0.06;
/// Of coordinate descent, at most.
constexpr int kSweeps = 8;

/// What is rounded of a block: all weights of its filters, or those one filter keeps.
struct Work
{
    std::vector<Index> places; ///< of the weights that are kept; empty: all
    MatrixXd targets;          ///< [filters, weights]
    MatrixXd hessian;          ///< damped
};

/// Some filters of one group.
struct Block
{
    std::size_t group = 0;
    Index first = 0, count = 0; ///< within the group
};

class Reconstruction
{
public:
    Reconstruction(const ReconstructionProblem& problem, const ReconstructionSteps& steps)
        : m_problem(problem), m_steps(steps), m_limits(fullLimits(problem.scheme)),
          m_grids(static_cast<std::size_t>(problem.weights.rows())),
          m_zeroPoints(m_grids.size(), 0), m_codes(problem.weights.rows(), problem.weights.cols())
    {
        m_codes.setZero();
        m_groups = groupsOf(problem);
        m_orders.resize(m_groups.size());
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            const Index each = m_groups[g].count;
            const Index most = isPruned() ? 1 : kBlock; // each filter has zeros of its own
            for (Index first = 0; first < each; first += most) {
                m_blocks.push_back({g, first, std::min(most, each - first)});
            }
        }
    }

    Result<ReconstructedLayer> run()
    {
        prepare();
        if (isPruned()) {
            fitKept(m_groups, m_problem, m_steps);
        }
        if (const Status usable = checkTargets(m_groups); !usable) {
            return failFrom(usable);
        }
        chooseScales();
        roundAll();
        for (int i = 0; i < m_steps.descents; ++i) {
            fitScales();
            forBlocks([&](const Block& block) { descendIn(block); });
        }
        return result();
    }

private:
    [[nodiscard]] bool isPerTensor() const
    {
        return m_problem.scheme.granularity == Granularity::PerTensor;
    }

    [[nodiscard]] double smallestScale(std::size_t row) const
    {
        const auto& minimum = m_problem.minimumScales;
        return minimum.empty() ? 0.0 : double{minimum[isPerTensor() ? 0 : row]};
    }

    void forBlocks(const std::function<void(const Block&)>& body) const
    {
        parallelFor(m_blocks.size(), [&](std::size_t i, unsigned) { body(m_blocks[i]); });
    }

    [[nodiscard]] bool isPruned() const { return !m_problem.pruned.empty(); }

    void prepare()
    {
        parallelFor(m_groups.size(), [&](std::size_t g, unsigned) {
            setMoments(m_groups[g], m_problem, g, m_steps);
        });
        // Each factors a matrix; where there is one group they are two threads' work.
        parallelFor(2 * m_groups.size(), [&](std::size_t i, unsigned) {
            FilterTargets& group = m_groups[i / 2];
            if (i % 2 == 0) {
                setGoals(group, m_problem, m_steps);
            } else {
                m_orders[i / 2] =
                    roundingOrder(group.moments.quantized,
                                  grownPart(group.moments, m_steps.damping, m_steps.dampingGrowth));
            }
        });
    }

    [[nodiscard]] std::vector<Index> placesOf(const Block& block) const
    {
        return keptPlacesOf(m_problem, firstRow(block));
    }

    /// The candidate of least weighted error, for each filter or for all together.
    void chooseScales()
    {
        const Range whole = isPerTensor() ? rangeOfAll() : Range{};
        const auto candidatesOf = [&](Index row, const VectorXd& values) {
            return GridCandidates(m_problem.scheme, isPerTensor() ? whole : rangeOf(values),
                                  smallestScale(static_cast<std::size_t>(row)));
        };
        MatrixXd errors(m_codes.rows(), GridCandidates::kCount);
        forBlocks([&](const Block& block) {
            const FilterTargets& group = m_groups[block.group];
            const VectorXd importance = group.moments.quantized.diagonal();
            for (Index i = block.first; i < block.first + block.count; ++i) {
                const VectorXd values = group.targets.row(i).transpose();
                errors.row(group.first + i) =
                    candidatesOf(group.first + i, values).errors(values, importance);
            }
        });
        if (isPerTensor()) {
            errors.rowwise() = errors.colwise().sum().eval();
        }
        for (const FilterTargets& group : m_groups) {
            for (Index i = 0; i < group.count; ++i) {
                const Index row = group.first + i;
                Index best = 0;
                errors.row(row).minCoeff(&best);
                const auto r = static_cast<std::size_t>(row);
                const FilterGrid grid =
                    candidatesOf(row, group.targets.row(i).transpose()).at(best);
                m_grids[r] = grid.levels;
                m_zeroPoints[r] = grid.zeroPoint;
            }
        }
    }

    [[nodiscard]] Range rangeOfAll() const
    {
        Range whole;
        for (const FilterTargets& group : m_groups) {
            whole.low = std::min(whole.low, static_cast<float>(group.targets.minCoeff()));
            whole.high = std::max(whole.high, static_cast<float>(group.targets.maxCoeff()));
        }
        return whole;
    }

    [[nodiscard]] MatrixXd targetsOf(const Block& block) const
    {
        return m_groups[block.group].targets.middleRows(block.first, block.count);
    }
    [[nodiscard]] Index firstRow(const Block& block) const
    {
        return m_groups[block.group].first + block.first;
    }
    [[nodiscard]] const RowGrid* gridsOf(const Block& block) const
    {
        return m_grids.data() + firstRow(block);
    }

    [[nodiscard]] Work open(const Block& block) const
    {
        const MatrixXd& hessian = m_orders[block.group].hessian;
        if (!isPruned()) {
            return {{}, targetsOf(block), hessian};
        }
        Work work{placesOf(block), {}, {}};
        work.targets = targetsOf(block)(Eigen::all, work.places);
        work.hessian = hessian(work.places, work.places);
        return work;
    }

    /// Codes of what was rounded, back at their places; zero elsewhere.
    void store(const Block& block, const Work& work, const Eigen::MatrixXi& codes,
               Eigen::MatrixXi& all) const
    {
        auto rows = all.middleRows(firstRow(block), block.count);
        if (isPruned()) {
            rows.setZero();
            rows(Eigen::all, work.places) = codes;
        } else {
            rows = codes;
        }
    }

    [[nodiscard]] std::vector<RowGrid> scaledGrids(const Block& block, double factor) const
    {
        std::vector<RowGrid> grids(gridsOf(block), gridsOf(block) + block.count);
        for (std::size_t i = 0; i < grids.size(); ++i) {
            grids[i].scale = std::max(grids[i].scale * factor,
                                      smallestScale(static_cast<std::size_t>(firstRow(block)) + i));
        }
        return grids;
    }

    /// Rounds on scales near the chosen ones, and takes the best for each filter, or for all where
    /// they share one.
    void roundAll()
    {
        const std::vector<double> factors = scaleFactors();
        const auto trials = static_cast<Index>(factors.size());
        MatrixXd losses(m_codes.rows(), trials);
        std::vector<Eigen::MatrixXi> codes(isPerTensor() ? factors.size() : 0, m_codes);
        forBlocks([&](const Block& block) {
            const Work work = open(block);
            if (work.targets.cols() == 0) { // nothing of the filter is left
                losses.row(firstRow(block)).setZero();
                return;
            }
            const RoundingOrder own = isPruned() && m_steps.secondOrder
                                          ? roundingOrder(work.hessian, 0.0)
                                          : RoundingOrder{};
            const RoundingOrder& order = isPruned() ? own : m_orders[block.group];
            Eigen::MatrixXi best;
            for (Index trial = 0; trial < trials; ++trial) {
                const auto grids = scaledGrids(block, factors[static_cast<std::size_t>(trial)]);
                auto loss = losses.col(trial).segment(firstRow(block), block.count);
                const Eigen::MatrixXi rounded = round(work, order, grids, loss);
                if (isPerTensor()) {
                    store(block, work, rounded, codes[static_cast<std::size_t>(trial)]);
                } else {
                    takeBetter(block, losses, trial, rounded, best);
                }
            }
            if (!isPerTensor()) {
                store(block, work, best, m_codes);
            }
        });
        chooseFactors(losses, factors, codes);
    }

    /// Takes a filter's codes where they lose less than those of all trials before.
    void takeBetter(const Block& block, const MatrixXd& losses, Index trial,
                    const Eigen::MatrixXi& codes, Eigen::MatrixXi& best) const
    {
        if (trial == 0) {
            best = codes;
            return;
        }
        for (Index i = 0; i < block.count; ++i) {
            const auto row = losses.row(firstRow(block) + i);
            if (row[trial] < row.head(trial).minCoeff()) {
                best.row(i) = codes.row(i);
            }
        }
    }

    void chooseFactors(MatrixXd& losses, const std::vector<double>& factors,
                       std::vector<Eigen::MatrixXi>& codes)
    {
        if (isPerTensor()) {
            losses.rowwise() = losses.colwise().sum().eval();
        }
        Index best = 0;
        for (std::size_t row = 0; row < m_grids.size(); ++row) {
            losses.row(static_cast<Index>(row)).minCoeff(&best);
            m_grids[row].scale = std::max(
                m_grids[row].scale * factors[static_cast<std::size_t>(best)], smallestScale(row));
        }
        if (isPerTensor()) {
            m_codes = std::move(codes[static_cast<std::size_t>(best)]);
        }
    }

    [[nodiscard]] std::vector<double> scaleFactors() const
    {
        std::vector<double> factors{1.0};
        for (int i = 1; i <= m_steps.scaleTrials; ++i) {
            factors.push_back(1.0 - kFactorStep * i);
            factors.push_back(1.0 + kFactorStep * i);
        }
        return factors;
    }

    /// \param loss e^T H e of every filter
    [[nodiscard]] Eigen::MatrixXi round(const Work& work, const RoundingOrder& order,
                                        const std::vector<RowGrid>& grids,
                                        Eigen::Ref<VectorXd> loss) const
    {
        Eigen::MatrixXi codes = m_steps.secondOrder
                                    ? roundSecondOrder(work.targets, order, grids.data())
                                    : roundToNearest(work.targets, grids.data());
        loss = m_steps.descents > 0
                   ? descend(work.targets, work.hessian, grids.data(), kSweeps, codes)
                   : roundingLoss(work.targets, work.hessian, grids.data(), codes);
        return codes;
    }

    void descendIn(const Block& block)
    {
        const Work work = open(block);
        if (work.targets.cols() == 0) {
            return;
        }
        const auto rows = m_codes.middleRows(firstRow(block), block.count);
        Eigen::MatrixXi codes =
            isPruned() ? Eigen::MatrixXi(rows(Eigen::all, work.places)) : Eigen::MatrixXi(rows);
        descend(work.targets, work.hessian, gridsOf(block), kSweeps, codes);
        store(block, work, codes, m_codes);
    }

    /// The scale that serves the codes best: c^T H t / c^T H c.
    void fitScales()
    {
        MatrixXd terms(static_cast<Index>(m_grids.size()), 2);
        forBlocks([&](const Block& block) {
            const MatrixXd& hessian = m_orders[block.group].hessian;
            const MatrixXd codes = m_codes.middleRows(firstRow(block), block.count).cast<double>();
            const MatrixXd weighted = codes * hessian;
            terms.middleRows(firstRow(block), block.count).col(0) =
                weighted.cwiseProduct(targetsOf(block)).rowwise().sum();
            terms.middleRows(firstRow(block), block.count).col(1) =
                weighted.cwiseProduct(codes).rowwise().sum();
        });
        const Eigen::RowVector2d sums = terms.colwise().sum();
        for (std::size_t row = 0; row < m_grids.size(); ++row) {
            const Eigen::RowVector2d own =
                isPerTensor() ? sums : Eigen::RowVector2d(terms.row(static_cast<Index>(row)));
            if (own[0] > 0.0 && own[1] > 0.0) {
                const auto fitted = static_cast<float>(own[0] / own[1]);
                m_grids[row].scale = std::max(double{fitted}, smallestScale(row));
            }
        }
    }

    [[nodiscard]] Result<ReconstructedLayer> result() const
    {
        ReconstructedLayer layer;
        layer.params.qmin = m_limits.qmin;
        layer.params.qmax = m_limits.qmax;
        layer.params.axis = isPerTensor() ? -1 : 0;
        for (std::size_t row = 0; row < (isPerTensor() ? 1 : m_grids.size()); ++row) {
            layer.params.scales.push_back(static_cast<float>(m_grids[row].scale));
            layer.params.zeroPoints.push_back(m_zeroPoints[row]);
        }
        for (Index row = 0; row < m_codes.rows(); ++row) {
            for (Index i = 0; i < m_codes.cols(); ++i) {
                layer.codes.push_back(m_codes(row, i) +
                                      m_zeroPoints[static_cast<std::size_t>(row)]);
            }
        }
        if (m_problem.hasBias && m_steps.correctBias) {
            layer.biasShift = biasShifts(m_groups, m_problem, valuesOf(0, m_codes.rows()));
        }
        layer.error = {goalError(m_groups, nearestValues()),
                       goalError(m_groups, valuesOf(0, m_codes.rows()))};
        return layer;
    }

    /// Values of some filters, [count, n].
    [[nodiscard]] MatrixXd valuesOf(Index first, Index count) const
    {
        MatrixXd values = m_codes.middleRows(first, count).cast<double>();
        for (Index i = 0; i < count; ++i) {
            values.row(i) *= m_grids[static_cast<std::size_t>(first + i)].scale;
        }
        return values;
    }

    /// Values of rounding the weights to nearest on their min-max grid.
    [[nodiscard]] MatrixXd nearestValues() const
    {
        const ReconstructionProblem::Matrix weights = prunedFilters(m_problem);
        const auto nearest =
            quantizeWeights({Shape{weights.rows(), weights.cols()},
                             std::span(weights.data(), static_cast<std::size_t>(weights.size()))},
                            m_problem.scheme, 0, m_problem.minimumScales);
        if (!nearest) {
            return weights.cast<double>();
        }
        return Eigen::Map<const ReconstructionProblem::Matrix>(nearest->values.values.data(),
                                                               weights.rows(), weights.cols())
            .cast<double>();
    }

    const ReconstructionProblem& m_problem;
    const ReconstructionSteps& m_steps;
    IntegerLimits m_limits;
    std::vector<FilterTargets> m_groups;
    std::vector<RoundingOrder> m_orders; ///< by group
    std::vector<Block> m_blocks;
    std::vector<RowGrid> m_grids;           ///< by filter
    std::vector<std::int32_t> m_zeroPoints; ///< by filter
    Eigen::MatrixXi m_codes;                ///< less the zero point
};

} // namespace

Result<ReconstructedLayer> reconstruct(const ReconstructionProblem& problem,
                                       const ReconstructionSteps& steps)
{
    if (!problem.scheme.hasPlainIntegerGrid() || problem.scheme.split > 0.0) {
        return fail(ErrorCode::InvalidArgument,
                    "only integer weights without split channels can be reconstructed");
    }
    if (const Status legal = validate(problem.scheme); !legal) {
        return failFrom(legal);
    }
    return Reconstruction(problem, steps).run();
}

} // namespace quantoscope::quant
