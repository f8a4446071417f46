// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/prune_weights.h"
#include "core/quant/quantize.h"
#include "core/quant/reconstruction.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

using Mask = std::vector<std::uint8_t>;

Tensor randomTensor(const Shape& shape, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    Tensor tensor{shape, std::vector<float>(static_cast<std::size_t>(elementCount(shape)))};
    std::ranges::generate(tensor.values, [&] { return normal(generator); });
    return tensor;
}

WeightScheme pruned(const Precision& precision, const Pruning& pruning)
{
    WeightScheme scheme = withPrecision(WeightScheme{}, precision);
    scheme.pruning = pruning;
    return scheme;
}

} // namespace

class TestPruning : public QObject
{
    Q_OBJECT

private slots:
    void textsComeBack();
    void nonsenseIsRefused();
    void leastMagnitudesGo();
    void runsKeepTheirLargest();
    void runsLieAlongTheInputChannels();
    void zerosStayExact_data();
    void zerosStayExact();
    void sizesNameTheirFormat_data();
    void sizesNameTheirFormat();
    void correctionHoldsZeros_data();
    void correctionHoldsZeros();
};

void TestPruning::textsComeBack()
{
    for (const char* text : {"none", "unstructured:0.5", "2:4", "1:2", "channels:0.25"}) {
        const auto read = parsePruning(text);
        QVERIFY2(read, text);
        QCOMPARE(toString(*read), std::string(text));
    }
    QVERIFY(*parsePruning("Unstructured:0.5") == unstructuredPruning(0.5));
}

void TestPruning::nonsenseIsRefused()
{
    for (const char* text : {"", "half", "2:2", "0:4", "4:2", "2:64", "unstructured", "channels:1",
                             "unstructured:0", "unstructured:-1", "unstructured:nan", "2:4:8"}) {
        QVERIFY2(!parsePruning(text), text);
    }
    QVERIFY(!validate(pruned(Precision::integer(8), {PruningPattern::NOfM, 0.0, 5, 4})));
    WeightScheme binary = pruned(Precision::integer(1), nOfMPruning(2, 4));
    QVERIFY(!validate(binary));
    QVERIFY(!withPrecision(pruned(Precision::integer(8), nOfMPruning(2, 4)), Precision::integer(1))
                 .pruning.isSet());
}

/// Han et al. 2015, by hand: of eight weights the four of least magnitude; of equal ones the
/// earlier.
void TestPruning::leastMagnitudesGo()
{
    const Tensor w{{2, 4}, {0.5F, -3.0F, 0.1F, 2.0F, -0.5F, 0.5F, 4.0F, 0.0F}};
    QCOMPARE(prunedMask(w, unstructuredPruning(0.5), 0), (Mask{1, 0, 1, 0, 1, 0, 0, 1}));
    QCOMPARE(prunedMask(w, unstructuredPruning(0.25), 0), (Mask{0, 0, 1, 0, 0, 0, 0, 1}));
    QCOMPARE(keptWeights(w.shape, unstructuredPruning(0.5), 0), std::int64_t{4});
    QVERIFY(prunedMask(w, unstructuredPruning(0.01), 0).empty()); // rounds to none
    QVERIFY(prunedMask(w, channelPruning(0.5), 0).empty());
}

/// Mishra et al. 2021: of every M weights the N of largest magnitude stay.
void TestPruning::runsKeepTheirLargest()
{
    const Tensor w{{1, 6}, {0.5F, -3.0F, 0.1F, 2.0F, -0.5F, 0.25F}};
    QCOMPARE(prunedMask(w, nOfMPruning(2, 4), 0), (Mask{1, 0, 1, 0, 0, 0}));
    QCOMPARE(prunedMask(w, nOfMPruning(1, 4), 0), (Mask{1, 0, 1, 1, 0, 1}));
    QCOMPARE(keptWeights(w.shape, nOfMPruning(2, 4), 0), std::int64_t{4});
    QCOMPARE(keptWeights(w.shape, nOfMPruning(1, 4), 0), std::int64_t{2});
}

/// [out, in, taps] of a convolution, and [in, out] of a matrix product.
void TestPruning::runsLieAlongTheInputChannels()
{
    const Tensor conv = randomTensor({3, 8, 2, 2}, 1);
    const Mask mask = prunedMask(conv, nOfMPruning(2, 4), 0);
    for (std::size_t filter = 0; filter < 3; ++filter) {
        for (std::size_t run = 0; run < 8; ++run) { // two runs at each of four taps
            const std::size_t start = filter * 32 + run / 4 * 16 + run % 4;
            QCOMPARE(mask[start] + mask[start + 4] + mask[start + 8] + mask[start + 12], 2);
        }
    }
    const Tensor product = randomTensor({8, 5}, 2);
    const Mask columns = prunedMask(product, nOfMPruning(2, 4), 1);
    for (std::size_t column = 0; column < 5; ++column) {
        QCOMPARE(
            columns[column] + columns[column + 5] + columns[column + 10] + columns[column + 15], 2);
    }
    const Tensor depthwise = randomTensor({8, 1, 3, 3}, 3);
    const Mask none = prunedMask(depthwise, nOfMPruning(2, 4), 0);
    QCOMPARE(std::ranges::count(none, 1), 0); // one input channel is no run
}

void TestPruning::zerosStayExact_data()
{
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<bool>("symmetric");
    QTest::newRow("INT8") << Precision::integer(8) << true;
    QTest::newRow("INT8 asymmetric") << Precision::integer(8) << false;
    QTest::newRow("INT4 asymmetric") << Precision::integer(4) << false;
    QTest::newRow("INT2") << Precision::integer(2) << true;
    QTest::newRow("ternary") << Precision::ternary() << true;
    QTest::newRow("FP8") << Precision::float8E4M3() << true;
    QTest::newRow("FP4") << Precision::float4E2M1() << true;
    QTest::newRow("FP16") << Precision::float16() << true;
    QTest::newRow("FP32") << Precision::float32() << true;
}

void TestPruning::zerosStayExact()
{
    QFETCH(Precision, precision);
    QFETCH(bool, symmetric);
    Tensor w = randomTensor({8, 16, 3, 3}, 4);
    for (float& value : w.values) {
        value += 2.0F; // grids with zero points far from the middle
    }
    for (const Pruning& pruning : {unstructuredPruning(0.7), nOfMPruning(2, 4)}) {
        WeightScheme scheme = pruned(precision, pruning);
        scheme.symmetric = symmetric;
        const Mask mask = prunedMask(w, pruning, 0);
        const auto quantized = quantizeWeights(w, scheme, 0);
        QVERIFY2(quantized, quantized ? "" : toString(quantized.error()).c_str());
        std::vector<float> into(w.values.size());
        QVERIFY(quantizeWeightsInto(w, scheme, 0, {}, into));
        QCOMPARE(into, quantized->values.values);
        for (std::size_t i = 0; i < mask.size(); ++i) {
            QVERIFY(mask[i] == 0 || quantized->values.values[i] == 0.0F);
        }
    }
}

void TestPruning::sizesNameTheirFormat_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<Pruning>("pruning");
    QTest::addColumn<SparseFormat>("format");
    QTest::addColumn<int>("bytes"); // with a scale of 4 bytes for each of 16 filters
    const Shape shape{16, 64};
    const Shape narrow{16, 2};
    // 1024 weights. INT8, half kept: 1024 bits of a mask and 512 bytes.
    QTest::newRow("bitmask") << shape << Precision::integer(8) << unstructuredPruning(0.5)
                             << SparseFormat::Bitmask << 128 + 512 + 64;
    QTest::newRow("4 bits") << shape << Precision::integer(4) << unstructuredPruning(0.5)
                            << SparseFormat::Bitmask << 128 + 256 + 64;
    // a bit a weight is more than a tenth of 8 bits a weight
    QTest::newRow("dense") << shape << Precision::integer(8) << unstructuredPruning(0.1)
                           << SparseFormat::Dense << 1024 + 64;
    // 512 kept of 8 bits and 2 bits of place
    QTest::newRow("2:4") << shape << Precision::integer(8) << nOfMPruning(2, 4)
                         << SparseFormat::NOfM << 640 + 64;
    // 256 kept of 4 bits and 3 bits of place
    QTest::newRow("2:8") << shape << Precision::integer(4) << nOfMPruning(2, 8)
                         << SparseFormat::NOfM << 224 + 64;
    QTest::newRow("no run") << narrow << Precision::integer(8) << nOfMPruning(2, 4)
                            << SparseFormat::Dense << 32 + 64;
}

void TestPruning::sizesNameTheirFormat()
{
    QFETCH(Shape, shape);
    QFETCH(Precision, precision);
    QFETCH(Pruning, pruning);
    QFETCH(SparseFormat, format);
    QFETCH(int, bytes);
    const WeightScheme scheme = pruned(precision, pruning);
    QVERIFY(sparseFormat(shape, scheme, 0) == format);
    QCOMPARE(storedBytes(shape, scheme, 0), std::int64_t{bytes});
}

void TestPruning::correctionHoldsZeros_data()
{
    QTest::addColumn<bool>("symmetric");
    QTest::addColumn<bool>("perTensor");
    QTest::newRow("symmetric") << true << false;
    QTest::newRow("asymmetric") << false << false;
    QTest::newRow("one scale") << true << true;
}

void TestPruning::correctionHoldsZeros()
{
    QFETCH(bool, symmetric);
    QFETCH(bool, perTensor);
    Tensor w = randomTensor({12, 16}, 5);
    for (std::size_t i = 0; i < 16; ++i) {
        w.values[3 * 16 + i] *= 1e-3F; // a filter of which nothing is left
    }
    const Tensor mixing = randomTensor({16, 16}, 6);
    const Eigen::Map<const ReconstructionProblem::Matrix> mix(mixing.values.data(), 16, 16);
    const Eigen::MatrixXd hessian = (mix * mix.transpose()).cast<double>();
    ReconstructionProblem problem;
    problem.weights = Eigen::Map<const ReconstructionProblem::Matrix>(w.values.data(), 12, 16);
    const Eigen::VectorXd none = Eigen::VectorXd::Zero(16);
    problem.groups.push_back({100.0, none, none, {}, hessian, hessian, {}});
    problem.scheme.precision = Precision::integer(4);
    problem.scheme.symmetric = symmetric;
    problem.scheme.granularity = perTensor ? Granularity::PerTensor : Granularity::PerChannel;
    problem.pruned = prunedMask(w, unstructuredPruning(0.5), 0);
    const auto layer = reconstruct(problem, {});
    QVERIFY2(layer, layer ? "" : toString(layer.error()).c_str());
    for (std::size_t i = 0; i < problem.pruned.size(); ++i) {
        const std::size_t slice = perTensor ? 0 : i / 16;
        QVERIFY(problem.pruned[i] == 0 || layer->codes[i] == layer->params.zeroPoints[slice]);
    }
    QVERIFY(layer->error.reconstructed < 0.8 * layer->error.nearest);
}

QTEST_APPLESS_MAIN(TestPruning)
#include "tst_pruning.moc"
