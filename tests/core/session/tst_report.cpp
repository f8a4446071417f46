// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"
#include "core/session/figure_text.h"
#include "core/session/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quantoscope;

namespace {

eval::TopFive best(int classIndex, float probability)
{
    eval::TopFive five;
    five[0] = {classIndex, probability};
    five[1] = {1 - classIndex, 1.0F - probability};
    return five;
}

std::shared_ptr<const session::ModelInfo> smallModel()
{
    auto layers = std::make_shared<model::LayerModel>();
    layers->graph = std::make_shared<const model::Graph>();
    layers->parameterCount = 250;
    layers->macs = 4000;
    session::ModelInfo info;
    info.file = "models/<small> & fast.onnx";
    info.irVersion = 8;
    info.opset = 13;
    info.layers = layers;
    info.task = session::TaskKind::Classification;
    info.classCount = 2;
    info.imageInput = "x";
    info.imageInputShape = {kDynamic, 3, 1, 1};
    return std::make_shared<const session::ModelInfo>(info);
}

std::shared_ptr<const session::DataInfo> twoPictures()
{
    eval::DatasetIndex index;
    index.samples = {{"v/a.png", "a.png", 0}, {"v/b.png", "b<i>.png", 1}};
    index.classNames = {"cat", "dog"};
    index.hasLabels = true;
    eval::Preprocess preprocess;
    preprocess.width = 1;
    preprocess.height = 1;
    session::DataInfo info;
    info.request.validation.images = "v";
    info.validation =
        std::make_shared<const eval::ImageSet>(index, preprocess, std::vector<std::uint8_t>(6));
    info.calibration = info.validation;
    info.calibrationFromValidation = true;
    info.preprocessOrigin = "preset torchvision";
    return std::make_shared<const session::DataInfo>(info);
}

std::shared_ptr<const session::FloatReference> floatPass()
{
    session::FloatReference reference;
    reference.accuracy = {2, 1.0, 1.0};
    reference.predictions = {best(0, 0.9F), best(1, 0.8F)};
    reference.sizeBytes = 1000;
    reference.seconds = 1.5;
    return std::make_shared<const session::FloatReference>(reference);
}

std::shared_ptr<const session::Evaluation> quantizedPass()
{
    session::Evaluation evaluation;
    evaluation.configuration.weights["conv"] = {};
    evaluation.configuration.activations["x"] = {};
    evaluation.accuracy = {2, 0.5, 1.0};
    evaluation.comparison = {0.5, 21.25, 0.99, 0.125};
    evaluation.predictions = {best(0, 0.7F), best(0, 0.6F)};
    session::LayerFigures conv;
    conv.name = "conv<1>";
    conv.op = "Conv";
    conv.weightBits = 8;
    conv.activationBits = 8;
    conv.weightSqnrDb = 30.0;
    conv.sizeBytes = 260;
    conv.macs = 4000;
    conv.accumulator = {19, 32, 12, 0};
    session::LayerFigures add;
    add.name = "add";
    add.op = "Add";
    add.activationBits = 32;
    evaluation.layers = {conv, add};
    evaluation.sizeBytes = 260;
    evaluation.averageWeightBits = 8.0;
    evaluation.seconds = 2.5;
    return std::make_shared<const session::Evaluation>(evaluation);
}

session::Report smallReport()
{
    session::Report report;
    report.model = smallModel();
    report.data = twoPictures();
    session::CalibrationInfo calibration;
    calibration.images = 2;
    calibration.seconds = 0.25;
    report.calibration = std::make_shared<const session::CalibrationInfo>(calibration);
    report.floatReference = floatPass();
    report.evaluation = quantizedPass();
    session::NoiseReport noise;
    noise.activationSqnrDb = {{"conv<1>", 17.5}};
    noise.images = 2;
    report.noise = std::make_shared<const session::NoiseReport>(noise);
    report.withPredictions = true;
    return report;
}

QJsonObject jsonOf(const session::Report& report)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(session::toJson(report))).object();
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void jsonHoldsTheFigures()
    {
        const QJsonObject json = jsonOf(smallReport());
        QCOMPARE(json["images"].toInt(), 2);
        QCOMPARE(json["fp32"]["top1"].toDouble(), 1.0);
        QCOMPARE(json["fp32"]["top5"].toDouble(), 1.0);
        const QJsonObject quantized = json["quantized"].toObject();
        QCOMPARE(quantized["top1"].toDouble(), 0.5);
        QCOMPARE(quantized["top5"].toDouble(), 1.0);
        QCOMPARE(quantized["agreement"].toDouble(), 0.5);
        QCOMPARE(quantized["sqnrDb"].toDouble(), 21.25);
        QCOMPARE(quantized["cosine"].toDouble(), 0.99);
        QCOMPARE(quantized["kl"].toDouble(), 0.125);
        QCOMPARE(json["sizeBytes"]["fp32"].toInt(), 1000);
        QCOMPARE(json["sizeBytes"]["quantized"].toInt(), 260);
        QCOMPARE(json["seconds"]["fp32Pass"].toDouble(), 1.5);
        QCOMPARE(json["seconds"]["quantizedPass"].toDouble(), 2.5);
        QCOMPARE(json["seconds"]["calibration"].toDouble(), 0.25);
        QVERIFY(json["peakRssMiB"].toDouble() > 1.0);
        QCOMPARE(json["averageWeightBits"].toDouble(), 8.0);
        QCOMPARE(json["activationSqnrImages"].toInt(), 2);
        QCOMPARE(json["calibration"]["fromValidation"].toBool(), true);
        QCOMPARE(json["calibration"]["images"].toInt(), 2);
        QCOMPARE(json["calibration"]["method"].toString(), "min-max");
        QCOMPARE(json["model"]["opset"].toInt(), 13);
        QCOMPARE(json["configuration"]["weights"]["conv"]["precision"].toString(), "INT8");
    }

    void jsonLayers()
    {
        const QJsonArray layers = jsonOf(smallReport())["layers"].toArray();
        QCOMPARE(layers.size(), 2);
        const QJsonObject conv = layers[0].toObject();
        QCOMPARE(conv["name"].toString(), "conv<1>");
        QCOMPARE(conv["op"].toString(), "Conv");
        QCOMPARE(conv["weightBits"].toInt(), 8);
        QCOMPARE(conv["activationBits"].toInt(), 8);
        QCOMPARE(conv["weightSqnrDb"].toDouble(), 30.0);
        QCOMPARE(conv["activationSqnrDb"].toDouble(), 17.5);
        QCOMPARE(conv["sizeBytes"].toInt(), 260);
        QCOMPARE(conv["macs"].toInt(), 4000);
        QCOMPARE(conv["accumulatorBits"].toInt(), 19);
        QCOMPARE(conv["channels"].toInt(), 32);
        QCOMPARE(conv["channelsOver16Bits"].toInt(), 12);
        QCOMPARE(conv["channelsOver32Bits"].toInt(-1), 0);
        const QJsonObject add = layers[1].toObject();
        QVERIFY(add.contains("weightBits"));
        QVERIFY(add["weightBits"].isNull());
        QCOMPARE(add["activationBits"].toInt(), 32);
        QVERIFY(add["activationSqnrDb"].isNull());
        QVERIFY(add["accumulatorBits"].isNull());
        const QJsonObject all = jsonOf(smallReport())["accumulators"].toObject();
        QCOMPARE(all["layers"].toInt(), 1);
        QCOMPARE(all["layersOver16Bits"].toInt(), 1);
        QCOMPARE(all["layersOver32Bits"].toInt(-1), 0);
        QCOMPARE(all["bits"].toInt(), 19);
    }

    void fixedPointOnlyWhereAskedFor()
    {
        session::Report report = smallReport();
        QVERIFY(!jsonOf(report).contains("fixedPoint"));
        session::Evaluation evaluation = *report.evaluation;
        evaluation.fixedPointShare = 0.75;
        report.evaluation = std::make_shared<const session::Evaluation>(evaluation);
        report.multiplierEffect = session::MultiplierEffect{2, 1, -0.5, 22.0, 21.25};
        const QJsonObject json = jsonOf(report)["fixedPoint"].toObject();
        QCOMPARE(json["macShare"].toDouble(), 0.75);
        QCOMPARE(json["changedPredictions"].toInt(), 1);
        QCOMPARE(json["top1Difference"].toDouble(), -0.5);
        QCOMPARE(json["floatMultipliersSqnrDb"].toDouble(), 22.0);
        const std::string html = session::toHtml(report);
        for (const char* words :
             {"of 75.00 % of the MACs", "1 of 2 predictions changed, top-1 -50.00 points",
              "1 of 1 layer needs more than 16 bits, none more than 32; at most 19 bits"}) {
            QVERIFY2(html.find(words) != std::string::npos, words);
        }
    }

    void jsonPredictions()
    {
        session::Report report = smallReport();
        const QJsonObject json = jsonOf(report);
        const QJsonArray predictions = json["predictions"].toArray();
        QCOMPARE(predictions.size(), 2);
        QCOMPARE(predictions[1]["file"].toString(), "b<i>.png");
        QCOMPARE(predictions[1]["label"].toInt(-1), 1);
        QCOMPARE(predictions[1]["fp32"].toInt(-1), 1);
        QCOMPARE(predictions[1]["quantized"].toInt(-1), 0);
        QCOMPARE(predictions[1]["quantizedTopFive"].toArray().size(), 2);
        QCOMPARE(json["classNames"].toArray().size(), 2);
        report.withPredictions = false;
        QVERIFY(!jsonOf(report).contains("predictions"));
    }

    void whatIsUnknownIsNull()
    {
        session::Report report = smallReport();
        session::Evaluation evaluation = *report.evaluation;
        evaluation.accuracy.top1.reset();
        evaluation.comparison.kl.reset();
        report.evaluation = std::make_shared<const session::Evaluation>(evaluation);
        report.noise.reset();
        report.calibration.reset();
        const QJsonObject json = jsonOf(report);
        QVERIFY(json["quantized"]["top1"].isNull());
        QVERIFY(json["quantized"]["kl"].isNull());
        QCOMPARE(json["activationSqnrImages"].toInt(-1), 0);
        QCOMPARE(json["calibration"]["images"].toInt(-1), 0);
        QVERIFY(!session::toHtml(report).empty());
    }

    void pageStandsAlone()
    {
        const QString page = QString::fromStdString(session::toHtml(smallReport()));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        for (const char* outside : {"http:", "https:", "<script", "<link", "src=", "url("}) {
            QVERIFY2(!page.contains(QLatin1String(outside)), outside);
        }
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QVERIFY(page.contains("<svg"));
        QVERIFY(page.contains("50.00 %"));
        QVERIFY(page.contains("-50.00 points against FP32"));
    }

    void pageEscapesNames()
    {
        const QString page = QString::fromStdString(session::toHtml(smallReport()));
        QVERIFY(page.contains("&lt;small&gt; &amp; fast.onnx"));
        QVERIFY(page.contains("conv&lt;1&gt;"));
        QVERIFY(page.contains("b&lt;i&gt;.png"));
        QVERIFY(!page.contains("conv<1>"));
    }

    void pageListsChangedPredictions()
    {
        const QString page = QString::fromStdString(session::toHtml(smallReport()));
        QVERIFY(page.contains("Changed predictions: 1"));
        QVERIFY(page.contains("dog (80.00 %)"));
        QVERIFY(page.contains("cat (60.00 %)"));
        QVERIFY(!page.contains(">a.png<"));
    }

    void figuresInWords()
    {
        QCOMPARE(session::grouped(1234567), "1,234,567");
        QCOMPARE(session::grouped(-1234), "-1,234");
        QCOMPARE(session::grouped(999), "999");
        QCOMPARE(session::bytesText(812), "812 B");
        QCOMPARE(session::bytesText(1536), "1.5 KiB");
        QCOMPARE(session::countText(385900000), "385.9 M");
        QCOMPARE(session::countText(12), "12");
        QCOMPARE(session::percent(0.8765), "87.65 %");
        QCOMPARE(session::percent(std::nullopt), "-");
        QCOMPARE(session::decibels(26.84), "26.8");
        QCOMPARE(session::decibels(quant::kNoNoiseDb), "exact");
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
