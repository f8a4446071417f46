// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/reconstruction.h"
#include "core/quant/row_rounding.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

Eigen::MatrixXd randomMatrix(Eigen::Index rows, Eigen::Index columns, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    Eigen::MatrixXd matrix(rows, columns);
    for (Eigen::Index i = 0; i < matrix.size(); ++i) {
        matrix.data()[i] = normal(generator);
    }
    return matrix;
}

InputMoments momentsOf(const Eigen::MatrixXd& inputs)
{
    InputMoments moments;
    moments.count = static_cast<double>(inputs.rows());
    moments.quantizedSum = inputs.colwise().sum().transpose();
    moments.floatSum = moments.quantizedSum;
    moments.quantized = inputs.transpose() * inputs;
    moments.cross = moments.quantized;
    return moments;
}

/// A depthwise-like layer of several groups and a dense one have the same shape of answer.
ReconstructionProblem problemOf(int groups, int bits)
{
    ReconstructionProblem problem;
    problem.weights = randomMatrix(12, 9, 1).cast<float>();
    for (int i = 0; i < groups; ++i) {
        const Eigen::MatrixXd mix = randomMatrix(9, 9, 10U + static_cast<unsigned>(i));
        problem.groups.push_back(momentsOf(randomMatrix(200, 9, 2) * mix));
    }
    problem.scheme.precision = Precision::integer(bits);
    return problem;
}

} // namespace

class TestReconstruction : public QObject
{
    Q_OBJECT

private slots:
    void uncorrelatedInputsRoundToNearest();
    void descentNeverMakesAFilterWorse();
    void codesStayOnTheirGrid_data();
    void codesStayOnTheirGrid();
    void perTensorHasOneScale();
    void minimumScalesAreKept();
    void sixteenBitsLoseNothing();
    void badInputIsRefused();
};

/// With a Hessian that is a multiple of one, no error can be made up for by another weight.
void TestReconstruction::uncorrelatedInputsRoundToNearest()
{
    const Eigen::MatrixXd targets = randomMatrix(5, 30, 3);
    const std::vector<RowGrid> grids(5, RowGrid{0.21, -8, 7, 1});
    const RoundingOrder order = roundingOrder(Eigen::MatrixXd::Identity(30, 30) * 4.0, 0.0);
    QVERIFY(roundSecondOrder(targets, order, grids.data()) ==
            roundToNearest(targets, grids.data()));
}

void TestReconstruction::descentNeverMakesAFilterWorse()
{
    const Eigen::MatrixXd targets = randomMatrix(40, 20, 4);
    const Eigen::MatrixXd inputs = randomMatrix(60, 20, 5) * randomMatrix(20, 20, 6);
    const RoundingOrder order = roundingOrder(inputs.transpose() * inputs, 0.01);
    const std::vector<RowGrid> grids(40, RowGrid{0.3, -4, 3, 1});
    Eigen::MatrixXi codes = roundToNearest(targets, grids.data());
    Eigen::VectorXd before = roundingLoss(targets, order.hessian, grids.data(), codes);
    for (int sweep = 0; sweep < 4; ++sweep) {
        const Eigen::VectorXd told = descend(targets, order.hessian, grids.data(), 1, codes);
        const Eigen::VectorXd after = roundingLoss(targets, order.hessian, grids.data(), codes);
        QVERIFY(told.isApprox(after, 1e-9));
        QVERIFY((after.array() <= before.array() * (1.0 + 1e-12)).all());
        QVERIFY(sweep > 0 || after.sum() < 0.8 * before.sum());
        before = after;
    }
}

void TestReconstruction::codesStayOnTheirGrid_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("signs") << 1 << true << -1 << 1;
    QTest::newRow("2 bits") << 2 << true << -2 << 1;
    QTest::newRow("4 bits") << 4 << true << -8 << 7;
    QTest::newRow("4 bits asymmetric") << 4 << false << 0 << 15;
    QTest::newRow("8 bits") << 8 << true << -128 << 127;
}

void TestReconstruction::codesStayOnTheirGrid()
{
    QFETCH(int, bits);
    QFETCH(bool, symmetric);
    QFETCH(int, low);
    QFETCH(int, high);
    for (const int groups : {1, 12}) {
        ReconstructionProblem problem = problemOf(groups, bits);
        problem.scheme.symmetric = symmetric;
        const auto layer = reconstruct(problem, {});
        QVERIFY2(layer, layer ? "" : toString(layer.error()).c_str());
        QCOMPARE(layer->params.qmin, low);
        QCOMPARE(layer->params.qmax, high);
        QCOMPARE(layer->codes.size(), std::size_t{12 * 9});
        QCOMPARE(layer->params.scales.size(), std::size_t{12});
        for (const std::int32_t code : layer->codes) {
            QVERIFY(code >= low && code <= high && (bits > 1 || code != 0));
        }
        QVERIFY(layer->error.reconstructed < layer->error.nearest);
    }
}

void TestReconstruction::perTensorHasOneScale()
{
    ReconstructionProblem problem = problemOf(12, 4);
    problem.scheme.granularity = Granularity::PerTensor;
    const auto layer = reconstruct(problem, {});
    QVERIFY(layer);
    QCOMPARE(layer->params.scales.size(), std::size_t{1});
    QVERIFY(layer->params.isPerTensor());
    QVERIFY(layer->error.reconstructed < layer->error.nearest);
}

void TestReconstruction::minimumScalesAreKept()
{
    ReconstructionProblem problem = problemOf(1, 4);
    problem.minimumScales.assign(12, 0.0F);
    problem.minimumScales[3] = 5.0F;
    const auto layer = reconstruct(problem, {});
    QVERIFY(layer);
    QCOMPARE(layer->params.scales[3], 5.0F);
    QVERIFY(layer->params.scales[2] < 2.0F);
}

void TestReconstruction::sixteenBitsLoseNothing()
{
    const ReconstructionProblem problem = problemOf(1, 16);
    const auto layer = reconstruct(problem, {});
    QVERIFY(layer);
    for (std::size_t i = 0; i < layer->codes.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i / 9);
        const float value = static_cast<float>(layer->codes[i]) * layer->params.scales[i / 9];
        QVERIFY(std::abs(value - problem.weights(row, static_cast<Eigen::Index>(i % 9))) < 2e-3F);
    }
    for (const float shift : layer->biasShift) {
        QVERIFY(std::abs(shift) < 1e-2F);
    }
}

void TestReconstruction::badInputIsRefused()
{
    ReconstructionProblem floats = problemOf(1, 4);
    floats.scheme.precision = Precision::float16();
    QCOMPARE(reconstruct(floats, {}).error().code, ErrorCode::InvalidArgument);
    ReconstructionProblem broken = problemOf(1, 4);
    broken.groups.front().cross(2, 3) = std::nan("");
    QCOMPARE(reconstruct(broken, {}).error().code, ErrorCode::InvalidData);
}

QTEST_APPLESS_MAIN(TestReconstruction)
#include "tst_reconstruction.moc"
