// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"
#include "core/quant/quantize.h"
#include "core/quant/range_search.h"
#include "golden_data.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

struct Case
{
    const nlohmann::json* golden = nullptr;
    std::string kind;
    std::vector<float> values;
    StreamingHistogram histogram;
};

std::vector<Case> makeCases()
{
    std::vector<Case> cases;
    for (const auto& c : golden::section("calibration")) {
        Case made{
            &c, c["kind"], golden::data(c["kind"].get<std::string>(), c["seed"], c["count"]), {}};
        made.histogram.add(made.values);
        cases.push_back(std::move(made));
    }
    return cases;
}

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = makeCases();
    return all;
}

ActivationScheme integers(int bits, bool symmetric)
{
    return {Precision::integer(bits), symmetric};
}

/// Mean of |error|^power on the data itself.
double dataError(std::span<const float> values, Range range, const ActivationScheme& scheme,
                 double power = 2.0)
{
    const TensorView x({static_cast<std::int64_t>(values.size())}, values);
    const auto quantized = fakeQuantize(x, activationParams(range, scheme));
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += std::pow(std::abs(double{quantized->values[i]} - double{values[i]}), power);
    }
    return sum / static_cast<double>(values.size());
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void minMaxIsExact();
    void percentileOfNumpy();
    void entropyOfNvidia();
    void entropyFollowsTheGrid();
    void leastErrorNearExhaustiveSearch();
    void pNormNearExhaustiveSearch();
    void movingAverageOfPyTorch();
    void leastErrorNeverWorseThanMinMax();
    void oneSidedDataKeepsZero();
    void histogramErrorMatchesData();
    void degenerateData();
    void schemesHaveTheirOwnMethod();
    void refusals();
};

void TestCalibration::minMaxIsExact()
{
    for (const Case& c : cases()) {
        for (const bool symmetric : {true, false}) {
            const auto range = calibratedRange(c.histogram, {CalibrationMethod::MinMax, 99.0},
                                               integers(8, symmetric));
            QVERIFY(range);
            QCOMPARE(range->low, *std::ranges::min_element(c.values));
            QCOMPARE(range->high, *std::ranges::max_element(c.values));
        }
    }
}

/// Golden: the order statistics round numpy.percentile's position, within one bin.
void TestCalibration::percentileOfNumpy()
{
    for (const Case& c : cases()) {
        const double width = c.histogram.binWidth();
        const auto within = [width](double value, const nlohmann::json& ends) {
            return value >= ends[0].get<double>() - width && value <= ends[1].get<double>() + width;
        };
        for (const auto& p : (*c.golden)["percentiles"]) {
            const double percentile = p["percentile"];
            const auto symmetric = calibratedRange(
                c.histogram, {CalibrationMethod::Percentile, percentile}, integers(8, true));
            QVERIFY(symmetric);
            QCOMPARE(symmetric->low, -symmetric->high);
            QVERIFY(within(symmetric->high, p["magnitude"]));
            const auto range = calibratedRange(
                c.histogram, {CalibrationMethod::Percentile, percentile}, integers(8, false));
            QVERIFY(range);
            if (c.histogram.minimum() < 0.0F) {
                QVERIFY(within(range->low, p["low"]));
            }
            if (c.histogram.maximum() > 0.0F) {
                QVERIFY(within(range->high, p["value"]));
            }
        }
    }
}

/// Golden: NVIDIA's pytorch-quantization on the same bins; the same edge.
void TestCalibration::entropyOfNvidia()
{
    for (const Case& c : cases()) {
        for (const auto& expected : (*c.golden)["entropy"]) {
            const double threshold =
                leastEntropyThreshold(c.histogram, expected["levels"].get<std::size_t>());
            const std::string label =
                c.kind + " " + expected.dump() + " got " + std::to_string(threshold);
            QVERIFY2(threshold == expected["threshold"].get<double>(), label.c_str());
        }
    }
}

/// 2^(b-1) levels, 2^b for one-sided data on an asymmetric grid; never beyond the data.
void TestCalibration::entropyFollowsTheGrid()
{
    for (const Case& c : cases()) {
        const double largest =
            std::max(-double{c.histogram.minimum()}, double{c.histogram.maximum()});
        const bool isOneSided = c.histogram.minimum() >= 0.0F || c.histogram.maximum() <= 0.0F;
        for (const bool symmetric : {true, false}) {
            const auto range = calibratedRange(c.histogram, {CalibrationMethod::Entropy, 99.0},
                                               integers(8, symmetric));
            QVERIFY(range);
            const std::size_t levels = isOneSided && !symmetric ? 256 : 128;
            const auto limit =
                static_cast<float>(std::min(largest, leastEntropyThreshold(c.histogram, levels)));
            QCOMPARE(std::max(-range->low, range->high), limit);
            if (symmetric) {
                QCOMPARE(range->low, -range->high);
            }
        }
    }
}

/// Golden: exhaustive search over the clipping limits on the data itself (400 limits, or 40 x 40).
/// At most 2 % worse, and never better by more than the finer search can explain.
void TestCalibration::leastErrorNearExhaustiveSearch()
{
    for (const Case& c : cases()) {
        const std::span<const float> values = std::span(c.values).first(5000);
        StreamingHistogram histogram;
        histogram.add(values);
        for (const auto& e : (*c.golden)["errors"]) {
            const ActivationScheme scheme = integers(e["bits"], e["symmetric"]);
            const auto range = calibratedRange(histogram, {CalibrationMethod::Mse, 99.0}, scheme);
            QVERIFY(range);
            const double error = dataError(values, *range, scheme);
            const double least = e["leastError"];
            const std::string label = c.kind + " " + e.dump() + " got " + std::to_string(error) +
                                      " ratio " + std::to_string(error / least);
            QVERIFY2(error <= 1.02 * least, label.c_str());
        }
    }
}

/// Nahshan et al. 2021, "Loss aware post-training quantization", section 4.1: the limit that
/// minimises sum |Q(x) - x|^p, here p = 2.4, against 400 limits tried on the data itself. Larger p
/// clips less.
void TestCalibration::pNormNearExhaustiveSearch()
{
    constexpr double kPower = 2.4;
    constexpr int kLimits = 400;
    for (const Case& c : cases()) {
        const std::span<const float> values = std::span(c.values).first(2000);
        StreamingHistogram histogram;
        histogram.add(values);
        const float most = std::max(-histogram.minimum(), histogram.maximum());
        for (const int bits : {4, 8}) {
            const ActivationScheme scheme = integers(bits, true);
            const auto range = calibratedRange(histogram, {CalibrationMethod::PNorm, 99.0}, scheme);
            const auto squares = calibratedRange(histogram, {CalibrationMethod::Mse, 99.0}, scheme);
            QVERIFY(range && squares);
            double least = dataError(values, {-most, most}, scheme, kPower);
            for (int i = 1; i < kLimits; ++i) {
                const float limit = most * static_cast<float>(i) / kLimits;
                least = std::min(least, dataError(values, {-limit, limit}, scheme, kPower));
            }
            const double error = dataError(values, *range, scheme, kPower);
            const std::string label =
                c.kind + " INT" + std::to_string(bits) + " ratio " + std::to_string(error / least);
            QVERIFY2(error <= 1.02 * least, label.c_str());
            QVERIFY2(range->high >= 0.98F * squares->high, label.c_str());
        }
    }
}

/// PyTorch's MovingAverageMinMaxObserver: the first picture's extremes, then
/// min += 0.01 (min(x) - min) and the same for max.
void TestCalibration::movingAverageOfPyTorch()
{
    StreamingHistogram histogram;
    double low = 0.0;
    double high = 0.0;
    for (int picture = 0; picture < 20; ++picture) {
        const std::vector<float> values =
            golden::data("normal", static_cast<std::uint64_t>(picture), 300 + 40 * picture);
        histogram.addPicture(values);
        const auto [least, most] = std::ranges::minmax(values);
        low += picture == 0 ? double{least} : 0.01 * (double{least} - low);
        high += picture == 0 ? double{most} : 0.01 * (double{most} - high);
    }
    const auto range =
        calibratedRange(histogram, {CalibrationMethod::MovingAverage, 99.0}, integers(8, false));
    QVERIFY(range);
    QVERIFY(std::abs(double{range->low} - low) < 1e-5 * std::abs(low));
    QVERIFY(std::abs(double{range->high} - high) < 1e-5 * high);
    QVERIFY(histogram.minimum() < range->low && range->high < histogram.maximum());
}

void TestCalibration::leastErrorNeverWorseThanMinMax()
{
    for (const Case& c : cases()) {
        for (const int bits : {2, 3, 4, 5, 6, 7, 8, 16}) {
            for (const bool symmetric : {true, false}) {
                const ActivationScheme scheme = integers(bits, symmetric);
                const auto full =
                    calibratedRange(c.histogram, {CalibrationMethod::MinMax, 99.0}, scheme);
                const auto best =
                    calibratedRange(c.histogram, {CalibrationMethod::Mse, 99.0}, scheme);
                QVERIFY(full && best);
                QVERIFY(best->low <= 0.0F && best->high >= 0.0F);
                QVERIFY(histogramError(c.histogram, *best, scheme) <=
                        histogramError(c.histogram, *full, scheme));
                if (symmetric) {
                    QCOMPARE(best->low, -best->high);
                }
            }
        }
    }
}

void TestCalibration::oneSidedDataKeepsZero()
{
    for (const Case& c : cases()) {
        for (const auto method :
             {CalibrationMethod::Percentile, CalibrationMethod::Mse, CalibrationMethod::Entropy}) {
            const auto range = calibratedRange(c.histogram, {method, 99.0}, integers(8, false));
            QVERIFY(range);
            if (c.histogram.minimum() >= 0.0F) {
                QCOMPARE(range->low, 0.0F);
            }
            if (c.histogram.maximum() <= 0.0F) {
                QCOMPARE(range->high, 0.0F);
            }
            QVERIFY(range->low >= std::min(c.histogram.minimum(), 0.0F));
            QVERIFY(range->high <= std::max(c.histogram.maximum(), 0.0F));
        }
    }
}

/// The integral over the bins against the data itself: within 3 % where a step spans several bins.
void TestCalibration::histogramErrorMatchesData()
{
    for (const Case& c : cases()) {
        for (const int bits : {2, 4, 6}) {
            const ActivationScheme scheme = integers(bits, true);
            const float limit = std::max(-c.histogram.minimum(), c.histogram.maximum());
            for (const float ratio : {0.3F, 0.6F, 1.0F}) {
                const Range range{-limit * ratio, limit * ratio};
                const double integrated = histogramError(c.histogram, range, scheme);
                const double real = dataError(c.values, range, scheme);
                const std::string label = c.kind + " " + std::to_string(bits) +
                                          " bits: " + std::to_string(integrated / real);
                QVERIFY2(std::abs(integrated - real) <= 0.03 * real, label.c_str());
            }
        }
    }
}

void TestCalibration::degenerateData()
{
    for (const float value : {0.0F, 2.5F, -2.5F, 1e-44F}) {
        StreamingHistogram histogram;
        histogram.add(std::vector<float>(100, value));
        for (const auto method : {CalibrationMethod::MinMax, CalibrationMethod::Percentile,
                                  CalibrationMethod::Mse, CalibrationMethod::Entropy}) {
            for (const bool symmetric : {true, false}) {
                const auto range =
                    calibratedRange(histogram, {method, 99.9}, integers(8, symmetric));
                QVERIFY(range);
                QVERIFY(std::isfinite(range->low) && std::isfinite(range->high));
                QVERIFY(range->low <= range->high);
                const QuantParams p = activationParams(*range, integers(8, symmetric));
                QVERIFY(p.scales[0] > 0.0F);
            }
        }
    }
}

/// A range set by hand comes first, then the method of the scheme, then the usual one.
void TestCalibration::schemesHaveTheirOwnMethod()
{
    StreamingHistogram histogram;
    std::vector<float> values(1000);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(i);
    }
    histogram.add(values);
    const Calibration usual{CalibrationMethod::Percentile, 90.0};
    ActivationScheme scheme = integers(8, false);
    const auto byUsual = calibratedRange(histogram, usual, scheme);
    scheme.calibration = Calibration{CalibrationMethod::MinMax};
    const auto byOwn = calibratedRange(histogram, usual, scheme);
    QVERIFY(byUsual && byOwn);
    QVERIFY(std::abs(byUsual->high - 899.1F) < 1.0F); // numpy.percentile(range(1000), 90)
    QCOMPARE(byOwn->high, 999.0F);
    scheme.range = Range{0.0F, 3.0F};
    QCOMPARE(calibratedRange(histogram, usual, scheme)->high, 3.0F);

    QCOMPARE(toString(usual), std::string("percentile:90"));
    QCOMPARE(toString(Calibration{CalibrationMethod::Mse}), std::string("mse"));
    QVERIFY(parseCalibration("Percentile:90") == usual);
    QVERIFY(parseCalibration("percentile", 90.0) == usual);
    QVERIFY(parseCalibration("entropy") == Calibration{CalibrationMethod::Entropy});
    for (const char* wrong : {"mse:90", "percentile:", "percentile:50", "percentile:nan", "kl"}) {
        QVERIFY(!parseCalibration(wrong));
    }
}

void TestCalibration::refusals()
{
    const auto codeOf = [](const Result<Range>& range) {
        return range ? ErrorCode::Cancelled : range.error().code;
    };
    StreamingHistogram histogram;
    const auto eight = integers(8, false);
    QCOMPARE(codeOf(calibratedRange(histogram, {CalibrationMethod::MinMax, 99.0}, eight)),
             ErrorCode::InvalidData);
    histogram.add(std::vector{1.0F, 2.0F});
    for (const double percentile : {50.0, 100.1, -1.0, static_cast<double>(NAN)}) {
        QCOMPARE(
            codeOf(calibratedRange(histogram, {CalibrationMethod::Percentile, percentile}, eight)),
            ErrorCode::InvalidArgument);
        QVERIFY(calibratedRange(histogram, {CalibrationMethod::MinMax, percentile}, eight));
    }
    QCOMPARE(codeOf(calibratedRange(histogram, {CalibrationMethod::Mse, 99.0}, integers(1, true))),
             ErrorCode::InvalidArgument);
    histogram.add(std::vector{NAN});
    const auto poisoned = calibratedRange(histogram, {CalibrationMethod::MinMax, 99.0}, eight);
    QCOMPARE(codeOf(poisoned), ErrorCode::InvalidData);
    QVERIFY(poisoned.error().message.find("1 values") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
