// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_file.h"
#include "core/session/configuration_summary.h"
#include "core/session/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quantoscope;
using quant::Granularity;
using quant::Precision;

namespace {

quant::Configuration mixed()
{
    quant::Configuration configuration;
    configuration.weights = {{"conv1", {Precision::integer(4), false, Granularity::PerTensor}},
                             {"conv2", {Precision::float16(), true, Granularity::PerChannel}},
                             {"fc", {Precision::float32(), true, Granularity::PerChannel}}};
    configuration.activations = {{"x", {Precision::integer(8), true}},
                                 {"r \"quoted\"", {Precision::integer(16), false}}};
    configuration.activations["y"].calibration = {{quant::CalibrationMethod::Percentile, 99.0}};
    configuration.calibration = {quant::CalibrationMethod::Percentile, 99.9};
    return configuration;
}

/// A configuration with `body` after the header.
std::string withBody(const std::string& body)
{
    return R"({"format": "quantoscope-configuration", "version": 1, )" + body + "}";
}

} // namespace

class TestConfigurationFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsWritten()
    {
        const quant::Configuration configuration = mixed();
        const auto read = session::configurationFromJson(session::toJson(configuration), "a.json");
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(*read == configuration);
    }

    void multipliersComeBack()
    {
        quant::Configuration configuration = mixed();
        QVERIFY(session::toJson(configuration).find("requantization") == std::string::npos);
        configuration.requantization = quant::MultiplierKind::FixedPoint;
        const auto read = session::configurationFromJson(session::toJson(configuration), "a.json");
        QVERIFY(read && *read == configuration && *read != mixed());
        const auto wrong =
            session::configurationFromJson(withBody(R"("requantization": "fixed")"), "a.json");
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.find("fixed-point") != std::string::npos);
        QVERIFY(session::summary(configuration).ends_with("fixed-point multipliers"));
    }

    void everyFormatComesBack()
    {
        quant::Configuration configuration;
        for (const char* bits :
             {"WBF16", "WFP8E4M3AFP8E5M2", "WFP8E5M2AFP8E4M3", "WFP4AFP16", "WTERNARYA8dyn",
              "W4g48A8tok", "W4g48x0", "W8x3", "WMX8A16", "WMXFP4A4dyn"}) {
            session::UniformSettings settings;
            settings.bits = *quant::parseBits(bits);
            configuration.weights[bits] = settings.weights();
            configuration.activations[bits] = settings.activations();
        }
        configuration.weights["shifts"].scale = quant::ScaleKind::PowerOfTwo;
        configuration.weights["clipped"].range = quant::WeightRange::Mse;
        const auto read = session::configurationFromJson(session::toJson(configuration), "a.json");
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(*read == configuration);
    }

    void axesAreSaidOnlyWhereNamed()
    {
        session::UniformSettings settings;
        settings.bits = *quant::parseBits("W4g32x1");
        quant::Configuration configuration;
        configuration.weights["conv1"] = settings.weights();
        QVERIFY(session::toJson(configuration).find("\"axis\": 1") != std::string::npos);
        QVERIFY(session::summary(configuration)
                    .starts_with("1 layer INT4 symmetric in groups of 32 along axis 1"));
        QVERIFY(session::toJson(mixed()).find("axis") == std::string::npos);
        const auto read = session::configurationFromJson(session::toJson(configuration), "a.json");
        QVERIFY(read && *read == configuration);
        session::UniformSettings again;
        again.setWeights(configuration.weights["conv1"]);
        QVERIFY(again.weights() == configuration.weights["conv1"]);
        configuration.weights["conv1"].axis = 0;
        QVERIFY(*read != configuration);
    }

    void comesBackFromAFile()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("c.json").toStdString();
        QVERIFY(session::writeConfiguration(mixed(), file));
        const auto read = session::readConfiguration(file);
        QVERIFY(read);
        QVERIFY(*read == mixed());
        const auto missing = session::readConfiguration(folder.filePath("none.json").toStdString());
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
        const Status unwritable = session::writeConfiguration(
            mixed(), folder.filePath("no/such/folder.json").toStdString());
        QVERIFY(!unwritable);
        QCOMPARE(unwritable.error().code, ErrorCode::FileUnwritable);
    }

    void defaultsOfWhatIsLeftOut()
    {
        const auto read = session::configurationFromJson(
            withBody(
                R"("weights": {"a": {"precision": "int4"}}, "activations": {"b": {"precision": "8"}})"),
            "d.json");
        QVERIFY(read);
        const quant::WeightScheme weight{Precision::integer(4), true, Granularity::PerChannel};
        const quant::ActivationScheme activation{Precision::integer(8), false};
        QVERIFY(read->weights.at("a") == weight);
        QVERIFY(read->activations.at("b") == activation);
        QVERIFY(read->calibration == quant::Calibration{});
    }

    void namesTheWrongEntry_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const std::string& text,
                            const QStringList& expected) {
            QTest::newRow(name) << QString::fromStdString(text) << expected;
        };
        row("no JSON", "{\"format\": ", {"not JSON", "line 1"});
        row("no object", "[1, 2]", {"object"});
        row("another file", R"({"format": "something else"})", {"quantoscope-configuration"});
        row("newer version", R"({"format": "quantoscope-configuration", "version": 2})",
            {"\"version\" must be 1, not 2"});
        row("unknown section", withBody(R"("wieghts": {})"),
            {"\"wieghts\" is not known", "weights"});
        row("bits", withBody(R"("weights": {"conv1": {"precision": "INT9"}})"),
            {"weights \"conv1\"", "INT9", "INT1 to INT8"});
        row("no precision", withBody(R"("weights": {"conv1": {"symmetric": true}})"),
            {"weights \"conv1\"", "\"precision\""});
        row("key", withBody(R"("weights": {"conv1": {"precision": "INT8", "bits": 3}})"),
            {"weights \"conv1\"", "\"bits\" is not known"});
        row("granularity",
            withBody(R"("weights": {"c": {"precision": "INT8", "granularity": "row"}})"),
            {"weights \"c\"", "\"row\"", "per-tensor, per-channel"});
        row("axis", withBody(R"("weights": {"c": {"precision": "INT8", "axis": "1"}})"),
            {"weights \"c\"", "\"axis\" must be a whole number"});
        row("axis of nothing",
            withBody(
                R"("weights": {"c": {"precision": "INT8", "granularity": "per-tensor", "axis": 1}})"),
            {"weights \"c\"", "per-channel or per-group"});
        row("one bit", withBody(R"("weights": {"c": {"precision": "INT1", "symmetric": false}})"),
            {"weights \"c\"", "symmetric"});
        row("no boolean",
            withBody(R"("activations": {"t": {"precision": "INT8", "symmetric": "no"}})"),
            {"activations \"t\"", "true or false", "\"no\""});
        row("activation bits", withBody(R"("activations": {"t": {"precision": "BF16"}})"),
            {"activations \"t\"", "BF16"});
        row("method", withBody(R"("calibration": {"method": "best"})"),
            {"calibration", "\"best\"", "min-max"});
        row("percentile", withBody(R"("calibration": {"percentile": 12})"),
            {"calibration", "above 50", "12"});
        row("scheme", withBody(R"("weights": {"conv1": 8})"), {"weights \"conv1\"", "object"});
        row("list", withBody(R"("weights": [])"), {"weights", "object"});
    }

    void namesTheWrongEntry()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const auto read = session::configurationFromJson(text.toStdString(), "my.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidData);
        QCOMPARE(read.error().where, "my.json");
        const QString message = QString::fromStdString(read.error().message);
        for (const QString& part : expected) {
            QVERIFY2(message.contains(part), qPrintable(message));
        }
    }

    void summaryCountsSchemes()
    {
        quant::Configuration configuration = mixed();
        configuration.weights["conv3"] = configuration.weights["conv1"];
        QCOMPARE(session::summary(configuration),
                 "2 layers INT4 asymmetric per-tensor, 1 layer FP16; "
                 "1 tensor INT16 asymmetric, 1 tensor INT8 asymmetric by percentile 99.0, "
                 "1 tensor INT8 symmetric");
        QCOMPARE(session::summary({}), "every layer FP32; every tensor FP32");
        QCOMPARE(session::calibrationSummary(configuration), "percentile 99.9");
        QCOMPARE(session::calibrationSummary({}), "min-max");
    }
};

QTEST_APPLESS_MAIN(TestConfigurationFile)
#include "tst_configuration_file.moc"
