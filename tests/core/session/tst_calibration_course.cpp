// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calibration_course.h"
#include "core/session/configuration_summary.h"
#include "tests/core/session/sample_session.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

constexpr std::int64_t kValidation = 48;

quant::Configuration eightBits(const Session& session, quant::CalibrationMethod method)
{
    UniformSettings settings;
    settings.bits = quant::parseBits("W8A8").value();
    settings.calibration.method = method;
    return session.uniform(settings).value();
}

std::size_t rowOf(const CalibrationCourse& course, std::int64_t images)
{
    return static_cast<std::size_t>(std::ranges::find(course.counts, images) -
                                    course.counts.begin());
}

} // namespace

/// How ranges and results change with the number of calibration pictures: every count against a
/// session that is calibrated with so many pictures alone.
class TestCalibrationCourse : public QObject
{
    Q_OBJECT

private slots:
    void countsDouble();
    void rangesAreThoseOfSoManyPictures();
    void resultsAreThoseOfSoManyPictures();
    void tellsOnTheWay();
    void cancels();
    void refusals();
    void balancedSets();
    void balancedSetsOfTheValidationPictures();
};

void TestCalibrationCourse::countsDouble()
{
    QVERIFY((courseCounts(10) == std::vector<std::int64_t>{1, 2, 4, 8, 10}));
    QVERIFY((courseCounts(8) == std::vector<std::int64_t>{1, 2, 4, 8}));
    QVERIFY((courseCounts(1) == std::vector<std::int64_t>{1}));
    QVERIFY(courseCounts(0).empty());
}

void TestCalibrationCourse::rangesAreThoseOfSoManyPictures()
{
    const auto session = openSample(8, 11);
    QVERIFY(session);
    const auto configuration = eightBits(*session, quant::CalibrationMethod::MinMax);
    const auto course = session->measureCalibrationCourse({configuration, {}, false}, {});
    QVERIFY2(course, course ? "" : toString(course.error()).c_str());
    QCOMPARE((*course)->tensors.size(), session->modelInfo()->layers->sites.size());
    for (const std::int64_t images : {2, 8, 11}) {
        const auto fewer = openSample(8, images);
        const auto calibration = fewer->calibrate({});
        QVERIFY(calibration);
        const std::size_t row = rowOf(**course, images);
        for (const TensorCourse& tensor : (*course)->tensors) {
            const auto& histogram = (*calibration)->histograms.at(tensor.tensor);
            for (std::size_t m = 0; m < (*course)->methods.size(); ++m) {
                const auto known = configuration.activations.find(tensor.tensor);
                const auto expected = quant::calibratedRange(
                    histogram, {(*course)->methods[m], configuration.calibration.percentile},
                    known == configuration.activations.end() ? quant::ActivationScheme{}
                                                             : known->second);
                QVERIFY(expected);
                QCOMPARE(tensor.ranges[row][m].low, expected->low);
                QCOMPARE(tensor.ranges[row][m].high, expected->high);
            }
        }
    }
}

void TestCalibrationCourse::resultsAreThoseOfSoManyPictures()
{
    const auto session = openSample(kValidation, 6);
    const auto configuration = eightBits(*session, quant::CalibrationMethod::Percentile);
    const auto course = session->measureCalibrationCourse({configuration, {}, true}, {});
    QVERIFY2(course, course ? "" : toString(course.error()).c_str());
    QCOMPARE((*course)->results.size(), std::size_t{4}); // 1, 2, 4, 6
    for (const std::int64_t images : {1, 4, 6}) {
        const auto fewer = openSample(kValidation, images);
        const auto expected = fewer->evaluate(configuration, {});
        QVERIFY(expected);
        const ResultAtCount& result = (*course)->results[rowOf(**course, images)];
        QCOMPARE(result.images, images);
        QCOMPARE(result.accuracy.top1.value(), (*expected)->accuracy.top1.value());
        QCOMPARE(result.comparison.sqnrDb, (*expected)->comparison.sqnrDb);
        QCOMPARE(result.comparison.agreement.value(), (*expected)->comparison.agreement.value());
    }
}

void TestCalibrationCourse::tellsOnTheWay()
{
    const auto session = openSample(16, 4);
    std::vector<std::size_t> told;
    const auto configuration = eightBits(*session, quant::CalibrationMethod::MinMax);
    const std::string input = session->modelInfo()->layers->sites.front().name;
    const auto course = session->measureCalibrationCourse(
        {configuration, {input}, true}, {}, [&](const CalibrationCoursePtr& so) {
            QCOMPARE(so->tensors.size(), std::size_t{1});
            told.push_back(so->results.size());
        });
    QVERIFY(course);
    QVERIFY((told == std::vector<std::size_t>{0, 1, 2, 3}));
}

void TestCalibrationCourse::cancels()
{
    const auto session = openSample(16, 16);
    std::stop_source stop;
    JobContext context;
    context.stop = stop.get_token();
    context.report = [&](const Progress& progress) {
        if (progress.stage == Stage::Calibrating && progress.done >= 4) {
            stop.request_stop();
        }
    };
    const auto configuration = eightBits(*session, quant::CalibrationMethod::MinMax);
    const auto course = session->measureCalibrationCourse({configuration, {}, true}, context);
    QVERIFY(!course);
    QCOMPARE(course.error().code, ErrorCode::Cancelled);
}

void TestCalibrationCourse::refusals()
{
    const auto session = openSample(8, 4);
    const auto configuration = eightBits(*session, quant::CalibrationMethod::MinMax);
    const auto unknown = session->measureCalibrationCourse({configuration, {"nobody"}, false}, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InvalidArgument);
    QVERIFY(unknown.error().where.find("nobody") != std::string::npos);
    const auto nothing = session->measureCalibrationCourse({{}, {}, true}, {});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::InvalidArgument);
}

/// The sample's calibration folder has one sub-folder a class.
void TestCalibrationCourse::balancedSets()
{
    const auto session = openSample(8, 4);
    DataRequest request = session->dataInfo()->request;
    request.calibrationChoice = eval::SampleChoice::ClassBalanced;
    request.calibrationLimit = 30;
    request.calibrationSeed = 3;
    const auto data = session->openData(request, {});
    QVERIFY2(data, data ? "" : toString(data.error()).c_str());
    std::map<int, int> byLabel;
    for (const eval::Sample& sample : (*data)->calibration->index().samples) {
        ++byLabel[sample.label.value()];
    }
    QCOMPARE(static_cast<std::int64_t>(byLabel.size()), (*data)->calibrationClasses);
    const auto each = byLabel.begin()->second;
    QVERIFY(std::ranges::all_of(byLabel, [each](const auto& one) { return one.second == each; }));
    const std::int64_t count = (*data)->calibration->size();
    QCOMPARE(count, each * (*data)->calibrationClasses);
    const std::string text = calibrationPictures(**data, count);
    QVERIFY2(text.find(" of each of ") != std::string::npos &&
                 text.find("seed 3") != std::string::npos,
             text.c_str());
}

void TestCalibrationCourse::balancedSetsOfTheValidationPictures()
{
    const auto session = openSample(96, 4);
    DataRequest request = session->dataInfo()->request;
    request.calibrationImages.clear();
    request.validation.limit = 0;
    request.calibrationChoice = eval::SampleChoice::ClassBalanced;
    request.calibrationLimit = 24;
    const auto data = session->openData(request, {});
    QVERIFY(data);
    const auto& positions = (*data)->calibrationPositions;
    QCOMPARE(static_cast<std::int64_t>(positions.size()), (*data)->calibration->size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        QCOMPARE(*(*data)->calibration->pixels(static_cast<std::int32_t>(i)),
                 *(*data)->validation->pixels(positions[i]));
    }
}

QTEST_GUILESS_MAIN(TestCalibrationCourse)
#include "tst_calibration_course.moc"
