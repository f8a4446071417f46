// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"
#include "core/session/hardware_profile.h"
#include "core/session/session.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <thread>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

const std::filesystem::path kSample = std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs";

using Origin = SearchPoint::Origin;

const SearchPoint* pointOf(const SearchReport& report, Origin origin)
{
    const auto found = std::ranges::find(report.tried, origin, &SearchPoint::origin);
    return found == report.tried.end() ? nullptr : &*found;
}

const SearchPoint& best(const SearchReport& report)
{
    return report.tried.at(*report.best);
}

SearchRequest averageOf(double bits)
{
    SearchRequest request;
    request.budget.averageBits = bits;
    request.evaluations = 8;
    request.sensitivityImages = 32;
    return request;
}

} // namespace

/// The search for mixed precision on the bundled sample.
class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsWithinAverageBits();
    void figuresAreThoseOfEvaluations();
    void obeysPinsAndProfile();
    void sizeIsTheWholeModels();
    void bopsCountInputBits();
    void dropIsLeastSize();
    void heldOutFiguresAreReal();
    void cancelledSearchGoesOn();
    void moreEvaluationsGoOn();
    void givesWayToEdits();
    void correctsWeightsOfWhatItTries();
    void explainsWhatCannotBe_data();
    void explainsWhatCannotBe();

private:
    [[nodiscard]] const model::LayerModel& layers() const
    {
        return *m_session->modelInfo()->layers;
    }
    [[nodiscard]] std::string weightLayer(std::size_t place) const;
    SearchReportPtr search(const SearchRequest& request, const SearchReportPtr& former = nullptr);
    std::unique_ptr<Session> m_session;
};

void TestSearch::initTestCase()
{
    m_session = std::make_unique<Session>(std::make_shared<eval::QtImageDecoder>());
    const auto model = m_session->openModel({kSample / "model.onnx", {}}, {});
    QVERIFY2(model, model ? "" : toString(model.error()).c_str());
    DataRequest request;
    request.validation.images = kSample / "val";
    request.calibrationImages = kSample / "calib";
    request.calibrationLimit = 16;
    const auto data = m_session->openData(request, {});
    QVERIFY2(data, data ? "" : toString(data.error()).c_str());
}

std::string TestSearch::weightLayer(std::size_t place) const
{
    std::vector<std::string> names;
    for (const model::Layer& layer : layers().layers) {
        if (layer.hasWeights()) {
            names.push_back(layer.name);
        }
    }
    return names.at(place);
}

SearchReportPtr TestSearch::search(const SearchRequest& request, const SearchReportPtr& former)
{
    const auto report = m_session->searchMixedPrecision(request, former, {});
    if (!report) {
        qWarning("%s", toString(report.error()).c_str());
        return nullptr;
    }
    return *report;
}

void TestSearch::keepsWithinAverageBits()
{
    int told = 0;
    std::size_t tried = 0;
    const SearchRequest request = averageOf(4.0);
    const auto done =
        m_session->searchMixedPrecision(request, nullptr, {}, [&](const SearchReportPtr& partial) {
            ++told;
            QVERIFY(partial->tried.size() >= tried);
            tried = partial->tried.size();
        });
    QVERIFY2(done, done ? "" : toString(done.error()).c_str());
    const SearchReport& report = **done;
    QCOMPARE(report.phase, SearchPhase::Finished);
    QVERIFY(told > 8);
    QVERIFY(report.best.has_value());
    QCOMPARE(report.tried.size(), std::size_t{8});
    QVERIFY(!report.predicted.empty());
    QVERIFY(report.predicted.size() <= SearchReport::kMostPredicted);
    QVERIFY(std::ranges::is_sorted(report.predicted, {}, &PredictedPoint::sizeBytes));
    for (const SearchPoint& point : report.tried) {
        QVERIFY(point.averageWeightBits <= 4.0 + 1e-9);
    }
    const SearchPoint* uniform = pointOf(report, Origin::Uniform);
    const SearchPoint* bySqnr = pointOf(report, Origin::WeightSqnr);
    QVERIFY(uniform != nullptr && bySqnr != nullptr);
    QCOMPARE(uniform->averageWeightBits, 4.0);
    QVERIFY(*best(report).kl <= *uniform->kl);
    QVERIFY(*best(report).kl <= *bySqnr->kl);
    QVERIFY(*best(report).kl < 0.8 * *uniform->kl); // mixing pays, it is not the uniform one again
    QVERIFY(best(report).predictedTop1.has_value() || report.best == std::size_t{0});
    // Beaten by no other: smaller always loses more.
    for (std::size_t i = 1; i < report.front.size(); ++i) {
        const SearchPoint& smaller = report.tried[report.front[i - 1]];
        const SearchPoint& larger = report.tried[report.front[i]];
        QVERIFY(smaller.sizeBytes <= larger.sizeBytes && *smaller.kl > *larger.kl);
    }
}

/// What the search says of its points is what evaluating them says.
void TestSearch::figuresAreThoseOfEvaluations()
{
    SearchRequest request = averageOf(5.0);
    request.evaluations = 3;
    UniformSettings settings;
    settings.bits = quant::parseBits("W8A8").value();
    request.base = *m_session->uniform(settings);
    const auto report = search(request);
    QVERIFY(report);
    for (const SearchPoint& point : report->tried) {
        const auto evaluation = m_session->evaluate(point.configuration, {});
        QVERIFY2(evaluation, evaluation ? "" : toString(evaluation.error()).c_str());
        QCOMPARE(point.images, (*evaluation)->accuracy.images);
        QCOMPARE(*point.top1, *(*evaluation)->accuracy.top1);
        QVERIFY(std::abs(point.sqnrDb - (*evaluation)->comparison.sqnrDb) < 1e-6);
        QVERIFY(std::abs(*point.kl - *(*evaluation)->comparison.kl) < 1e-9);
        QCOMPARE(point.sizeBytes, (*evaluation)->sizeBytes);
        QVERIFY(std::abs(point.averageWeightBits - (*evaluation)->averageWeightBits) < 1e-9);
        QCOMPARE(point.configuration.activations, request.base.activations);
        // Nothing is held out, so the difference is exact.
        const double difference = *point.top1 - *m_session->floatReference()->accuracy.top1;
        QVERIFY(std::abs(point.againstFloat->value - difference) < 1e-9);
        QCOMPARE(point.againstFloat->low, point.againstFloat->high);
    }
}

void TestSearch::obeysPinsAndProfile()
{
    SearchRequest request = averageOf(6.0);
    request.evaluations = 5;
    request.pinnedBits = {{weightLayer(0), 8}, {weightLayer(2), 7}, {weightLayer(4), 32}};
    auto report = search(request);
    QVERIFY(report);
    for (const SearchPoint& point : report->tried) {
        QCOMPARE(point.configuration.weights.at(weightLayer(0)).precision.bits(), 8);
        QCOMPARE(point.configuration.weights.at(weightLayer(2)).precision.bits(), 7);
        QVERIFY(!point.configuration.weights.contains(weightLayer(4)));
        QVERIFY(point.averageWeightBits <= 6.0 + 1e-9);
    }
    request = averageOf(6.0);
    request.evaluations = 5;
    request.profile = "litert";
    report = search(request);
    QVERIFY(report);
    for (const SearchPoint& point : report->tried) {
        for (const auto& [layer, scheme] : point.configuration.weights) {
            const bool isDepthwise =
                layers().findLayer(layer)->kind == model::LayerKind::DepthwiseConv;
            const int bits = scheme.precision.bits();
            QVERIFY(bits == 8 || (bits == 4 && !isDepthwise));
        }
    }
}

void TestSearch::sizeIsTheWholeModels()
{
    UniformSettings settings;
    settings.bits = quant::parseBits("W4").value();
    const std::int64_t limit = *m_session->sizeBytes(*m_session->uniform(settings)) + 100;
    SearchRequest request = averageOf(4.0);
    request.budget = {};
    request.budget.sizeBytes = limit;
    const auto report = search(request);
    QVERIFY(report);
    for (const SearchPoint& point : report->tried) {
        QCOMPARE(point.sizeBytes, *m_session->sizeBytes(point.configuration));
        QVERIFY(point.sizeBytes <= limit);
    }
    QVERIFY(best(*report).sizeBytes > limit - limit / 50); // the budget is used
    const SearchPoint* uniform = pointOf(*report, Origin::Uniform);
    QVERIFY(uniform != nullptr);
    QCOMPARE(uniform->configuration, *m_session->uniform(settings));
}

/// W4A8 costs 4 * 8 bit operations a MAC, but for layers whose input is no integer.
void TestSearch::bopsCountInputBits()
{
    UniformSettings settings;
    settings.bits = quant::parseBits("W4A8").value();
    SearchRequest request = averageOf(4.0);
    request.evaluations = 3;
    request.base = *m_session->uniform(settings);
    double macs = 0.0;
    for (const model::Layer& layer : layers().layers) {
        macs += layer.hasWeights() ? static_cast<double>(layer.macs) : 0.0;
    }
    request.budget = {};
    request.budget.bops = macs * 4.0 * 8.0;
    auto report = search(request);
    QVERIFY(report);
    const SearchPoint* uniform = pointOf(*report, Origin::Uniform);
    QVERIFY(uniform != nullptr);
    QCOMPARE(uniform->bops, macs * 4.0 * 8.0);
    QVERIFY(best(*report).bops <= macs * 4.0 * 8.0);
    request.base.activations.clear();
    request.budget.bops = macs * 4.0 * 32.0;
    report = search(request);
    QVERIFY(report);
    QCOMPARE(pointOf(*report, Origin::Uniform)->bops, macs * 4.0 * 32.0);
}

void TestSearch::dropIsLeastSize()
{
    SearchRequest request;
    request.budget.drop = 0.02;
    request.evaluations = 12;
    request.sensitivityImages = 32;
    const auto report = search(request);
    QVERIFY(report);
    QVERIFY(report->best.has_value());
    const double floatTop1 = *m_session->floatReference()->accuracy.top1;
    QVERIFY(floatTop1 - *best(*report).top1 <= 0.02 + 1e-9);
    for (const SearchPoint& point : report->tried) {
        const bool isWhole = point.images == report->images;
        if (isWhole && floatTop1 - *point.top1 <= 0.02 + 1e-9) {
            QVERIFY(best(*report).sizeBytes <= point.sizeBytes);
        }
    }
    UniformSettings settings;
    settings.bits = quant::parseBits("W8").value();
    QVERIFY(best(*report).sizeBytes < *m_session->sizeBytes(*m_session->uniform(settings)));
}

void TestSearch::heldOutFiguresAreReal()
{
    SearchRequest request = averageOf(4.0);
    request.heldOut = 0.4;
    const auto report = search(request);
    QVERIFY(report);
    const auto all = static_cast<std::int64_t>(m_session->floatReference()->order.size());
    QCOMPARE(report->images + report->heldOutImages, all);
    QVERIFY(std::abs(static_cast<double>(report->heldOutImages) - 0.4 * static_cast<double>(all)) <
            17.0);
    const auto heldOut = std::span(m_session->floatReference()->order)
                             .subspan(static_cast<std::size_t>(report->images));
    const auto rightOf = [&](const std::vector<float>& margins) {
        return static_cast<double>(std::ranges::count_if(
                   heldOut,
                   [&](std::int32_t picture) {
                       return margins[static_cast<std::size_t>(picture)] >= 0.0F;
                   })) /
               static_cast<double>(heldOut.size());
    };
    QCOMPARE(*report->heldOutFloatTop1, rightOf(m_session->floatReference()->margins));
    for (const SearchPoint* point : {&best(*report), pointOf(*report, Origin::Uniform),
                                     pointOf(*report, Origin::WeightSqnr)}) {
        QVERIFY(point != nullptr && point->heldOutTop1 && point->heldOutAgreement);
        const auto evaluation = m_session->evaluate(point->configuration, {});
        QVERIFY(evaluation);
        QCOMPARE(*point->heldOutTop1, rightOf((*evaluation)->margins));
        // What the pictures of the search forecast for all of them holds what came out.
        const double difference =
            *(*evaluation)->accuracy.top1 - *m_session->floatReference()->accuracy.top1;
        QVERIFY(point->againstFloat->low <= difference + 1e-9);
        QVERIFY(point->againstFloat->high >= difference - 1e-9);
    }
}

void TestSearch::cancelledSearchGoesOn()
{
    const SearchRequest request = averageOf(4.0);
    const auto whole = search(request);
    QVERIFY(whole);
    for (const std::size_t stopAfter : {std::size_t{0}, std::size_t{4}}) {
        std::stop_source stop;
        SearchReportPtr last;
        const auto cut = m_session->searchMixedPrecision(
            request, nullptr, {stop.get_token(), {}}, [&](const SearchReportPtr& partial) {
                last = partial;
                const bool isFar = partial->sensitivity && partial->sensitivity->passes > 2.0;
                if (isFar && partial->tried.size() >= stopAfter) {
                    stop.request_stop();
                }
            });
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::Cancelled);
        QVERIFY(last && last->phase != SearchPhase::Finished);
        QCOMPARE(last->tried.size(), stopAfter);
        bool isFirst = true;
        const auto finished =
            m_session->searchMixedPrecision(request, last, {}, [&](const SearchReportPtr& partial) {
                if (isFirst) { // nothing of what was done is done again
                    QVERIFY(partial->sensitivity->passes > 2.0);
                    QCOMPARE(partial->tried.size(), stopAfter);
                }
                isFirst = false;
            });
        QVERIFY(finished);
        QCOMPARE((*finished)->tried.size(), whole->tried.size());
        for (std::size_t i = 0; i < whole->tried.size(); ++i) {
            QCOMPARE((*finished)->tried[i].configuration, whole->tried[i].configuration);
            QCOMPARE(*(*finished)->tried[i].kl, *whole->tried[i].kl);
        }
        QCOMPARE((*finished)->best, whole->best);
    }
}

void TestSearch::moreEvaluationsGoOn()
{
    SearchRequest request = averageOf(4.0);
    request.evaluations = 4;
    const auto few = search(request);
    QVERIFY(few);
    request.evaluations = 8;
    const auto more = search(request, few);
    QVERIFY(more);
    const auto fromStart = search(request);
    QVERIFY(fromStart);
    QCOMPARE(more->tried.size(), std::size_t{8});
    for (std::size_t i = 0; i < more->tried.size(); ++i) {
        QCOMPARE(more->tried[i].configuration, fromStart->tried[i].configuration);
    }
    QVERIFY(more->passes - few->passes < 0.8 * fromStart->passes);
    // Another budget is another search.
    request.budget.averageBits = 5.0;
    const auto other = search(request, more);
    QVERIFY(other);
    QVERIFY(std::ranges::none_of(other->tried, [](const SearchPoint& point) {
        return point.origin == Origin::Uniform && point.averageWeightBits < 5.0;
    }));
}

/// Edits while a search runs are answered, and the search comes out the same.
void TestSearch::givesWayToEdits()
{
    const SearchRequest request = averageOf(4.0);
    const auto alone = search(request);
    QVERIFY(alone);
    Result<SearchReportPtr> beside = fail(ErrorCode::Cancelled, "not run");
    std::jthread searcher([&] { beside = m_session->searchMixedPrecision(request, nullptr, {}); });
    quant::Configuration configuration = *m_session->uniform({});
    for (int edit = 0; edit < 12; ++edit) {
        const std::string layer = weightLayer(static_cast<std::size_t>(edit) % 5);
        configuration.weights[layer].precision = quant::Precision::integer(3 + edit % 5);
        QVERIFY(m_session->evaluate(configuration, {}));
    }
    searcher.join();
    QVERIFY2(beside, beside ? "" : toString(beside.error()).c_str());
    QCOMPARE((*beside)->tried.size(), alone->tried.size());
    for (std::size_t i = 0; i < alone->tried.size(); ++i) {
        QCOMPARE((*beside)->tried[i].configuration, alone->tried[i].configuration);
        QCOMPARE(*(*beside)->tried[i].kl, *alone->tried[i].kl);
    }
}

void TestSearch::correctsWeightsOfWhatItTries()
{
    SearchRequest request = averageOf(3.0);
    request.evaluations = 2;
    request.correctWeights = true;
    request.pictures = SearchPictures::Calibration;
    const auto report = search(request);
    QVERIFY(report);
    QVERIFY(report->best);
    const auto& data = *m_session->dataInfo();
    QCOMPARE(report->images, data.calibration->size() / 3); // the others fit
    QCOMPARE(report->heldOutImages, data.validation->size());
    const SearchPoint& found = best(*report);
    QVERIFY(found.averageWeightBits <= 3.0);
    QCOMPARE(found.configuration.corrected.size(), found.configuration.weights.size());
    const auto evaluation = m_session->evaluate(found.configuration, {});
    QVERIFY(evaluation);
    QVERIFY(found.heldOutTop1);
    QCOMPARE((*evaluation)->accuracy.top1.value(), *found.heldOutTop1);
    // The weights are those that a correction at these bits makes of all calibration pictures.
    CorrectionRequest again;
    again.base = found.configuration;
    const auto corrected = m_session->correctWeights(again, {});
    QVERIFY(corrected);
    QVERIFY((*corrected)->configuration == found.configuration);
    // And they do better than the same bits rounded to nearest.
    quant::Configuration rounded = found.configuration;
    rounded.corrected.clear();
    const auto nearest = m_session->evaluate(rounded, {});
    QVERIFY(nearest);
    QVERIFY((*evaluation)->comparison.sqnrDb > (*nearest)->comparison.sqnrDb);
}

void TestSearch::explainsWhatCannotBe_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("part");
    QTest::newRow("average below the least bits") << 0 << "the least is an average of 2.000 bits";
    QTest::newRow("size of nothing") << 1 << "the least is ";
    QTest::newRow("few bit operations") << 2 << "bit operations";
    QTest::newRow("no budget") << 3 << "exactly one";
    QTest::newRow("two budgets") << 4 << "exactly one";
    QTest::newRow("pin of no layer") << 5 << "pin of layer nowhere";
    QTest::newRow("pin against the profile") << 6 << "not legal on Edge TPU, which takes 8";
    QTest::newRow("unknown profile") << 7 << "edge-tpu";
    QTest::newRow("illegal bits") << 8 << "9";
    QTest::newRow("profile above the budget") << 9 << "the least is an average of 8.000 bits";
    QTest::newRow("all held out") << 10 << "held out";
    QTest::newRow("validation pictures held out twice") << 11 << "calibration pictures";
}

void TestSearch::explainsWhatCannotBe()
{
    QFETCH(int, fault);
    QFETCH(QString, part);
    SearchRequest request = averageOf(4.0);
    switch (fault) {
    case 0:
        request.budget.averageBits = 1.5;
        break;
    case 1:
        request.budget = {};
        request.budget.sizeBytes = 1000;
        break;
    case 2:
        request.budget = {};
        request.budget.bops = 1000.0;
        break;
    case 3:
        request.budget = {};
        break;
    case 4:
        request.budget.drop = 0.01;
        break;
    case 5:
        request.pinnedBits["nowhere"] = 8;
        break;
    case 6:
        request.pinnedBits[weightLayer(1)] = 4;
        request.profile = "edge-tpu";
        break;
    case 7:
        request.profile = "abacus";
        break;
    case 8:
        request.bits = {4, 9};
        break;
    case 9:
        request.profile = "edge-tpu";
        break;
    case 11:
        request.pictures = SearchPictures::Calibration;
        request.heldOut = 0.5;
        break;
    default:
        request.heldOut = 0.95;
        break;
    }
    const auto report = m_session->searchMixedPrecision(request, nullptr, {});
    QVERIFY(!report);
    const QString message = QString::fromStdString(toString(report.error()));
    QVERIFY2(message.contains(part), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
