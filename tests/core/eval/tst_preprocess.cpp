// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/preprocess.h"
#include "eval_golden.h"
#include "written_folder.h"

#include <limits>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestPreprocess : public QObject
{
    Q_OBJECT

private slots:
    void presetsNormalize_data();
    void presetsNormalize();
    void presetsFollowTheInput_data();
    void presetsFollowTheInput();
    void inputThatIsNoPicture_data();
    void inputThatIsNoPicture();
    void unknownPresetListsTheKnown();
    void greyAveragesTheChannels();
    void jsonRoundTrip_data();
    void jsonRoundTrip();
    void readsFieldsOverThePreset();
    void bgrTurnsThePresetRound();
    void newSizeSetsTheShortSide();
    void presetAsItIsKeepsItsName();
    void wrongFiles_data();
    void wrongFiles();
    void missingFile();
    void readsTheSample();
    void validateNamesTheField_data();
    void validateNamesTheField();

private:
    Result<Preprocess> read(const QByteArray& json, const Shape& input = {1, 3, -1, -1})
    {
        return readPreprocess(m_folder.write(QStringLiteral("p.json"), json), input);
    }

    WrittenFolder m_folder;
};

void TestPreprocess::presetsNormalize_data()
{
    // What 0 and 255 become in the first channel, from each preset's published formula.
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("black");
    QTest::addColumn<double>("white");
    QTest::addColumn<int>("shortSide");
    QTest::newRow("torchvision") << "torchvision" << (0.0 - 0.485) / 0.229 << (1.0 - 0.485) / 0.229
                                 << 256;
    QTest::newRow("tensorflow") << "tensorflow" << -1.0 << 1.0 << 0;
    QTest::newRow("efficientnet-lite") << "efficientnet-lite" << -127.0 / 128 << 1.0 << 256;
    QTest::newRow("unit") << "unit" << 0.0 << 1.0 << 0;
    QTest::newRow("raw") << "raw" << 0.0 << 255.0 << 0;
}

void TestPreprocess::presetsNormalize()
{
    QFETCH(QString, name);
    QFETCH(double, black);
    QFETCH(double, white);
    QFETCH(int, shortSide);
    const auto preset = preprocessPreset(name.toStdString(), {1, 3, 224, 224});
    QVERIFY(preset);
    QVERIFY(validate(*preset));
    const NormalizeTable table = normalizeTable(*preset);
    QVERIFY(std::abs(static_cast<double>(table[0][0]) - black) < 1e-6);
    QVERIFY(std::abs(static_cast<double>(table[0][255]) - white) < 1e-6);
    const FitMode crop = name == QLatin1String("efficientnet-lite") ? FitMode::ShortSideRoundedCrop
                                                                    : FitMode::ShortSideCrop;
    QCOMPARE(preset->fit, shortSide > 0 ? crop : FitMode::Stretch);
    if (shortSide > 0) {
        QCOMPARE(preset->shortSide, shortSide);
    }
}

void TestPreprocess::presetsFollowTheInput_data()
{
    QTest::addColumn<Shape>("input");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("isNhwc");
    QTest::addColumn<int>("shortSide"); // of efficientnet-lite
    QTest::newRow("nchw") << Shape{1, 3, 240, 320} << 320 << 240 << 3 << false << 352;
    QTest::newRow("nhwc") << Shape{-1, 240, 320, 3} << 320 << 240 << 3 << true << 352;
    QTest::newRow("grey nchw") << Shape{8, 1, 28, 28} << 28 << 28 << 1 << false << 60;
    QTest::newRow("grey nhwc") << Shape{8, 28, 28, 1} << 28 << 28 << 1 << true << 60;
    QTest::newRow("dynamic size") << Shape{-1, 3, -1, -1} << 224 << 224 << 3 << false << 256;
    QTest::newRow("all dynamic") << Shape{-1, -1, -1, -1} << 224 << 224 << 3 << false << 256;
    QTest::newRow("dynamic nhwc") << Shape{-1, -1, -1, 3} << 224 << 224 << 3 << true << 256;
}

void TestPreprocess::presetsFollowTheInput()
{
    QFETCH(Shape, input);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    QFETCH(bool, isNhwc);
    QFETCH(int, shortSide);
    const auto preset = preprocessPreset("efficientnet-lite", input);
    QVERIFY(preset);
    QCOMPARE(preset->width, width);
    QCOMPARE(preset->height, height);
    QCOMPARE(preset->channelCount(), channels);
    QCOMPARE(preset->layout, isNhwc ? TensorLayout::Nhwc : TensorLayout::Nchw);
    QCOMPARE(preset->shortSide, shortSide);
}

void TestPreprocess::inputThatIsNoPicture_data()
{
    QTest::addColumn<Shape>("input");
    QTest::newRow("vector") << Shape{1, 10};
    QTest::newRow("volume") << Shape{1, 3, 8, 8, 8};
    QTest::newRow("four channels") << Shape{1, 4, 224, 224};
    QTest::newRow("empty") << Shape{1, 3, 0, 224};
    QTest::newRow("enormous") << Shape{1, 3, 224, 100000};
}

void TestPreprocess::inputThatIsNoPicture()
{
    QFETCH(Shape, input);
    const auto preset = preprocessPreset("unit", input);
    QVERIFY(!preset);
    QCOMPARE(preset.error().code, ErrorCode::Unsupported);
}

void TestPreprocess::unknownPresetListsTheKnown()
{
    const auto preset = preprocessPreset("imagenet", {1, 3, 224, 224});
    QVERIFY(!preset);
    QCOMPARE(preset.error().code, ErrorCode::InvalidArgument);
    for (const std::string& name : preprocessPresets()) {
        QVERIFY(preset.error().message.find(name) != std::string::npos);
    }
}

void TestPreprocess::greyAveragesTheChannels()
{
    const auto preset = preprocessPreset("torchvision", {1, 1, 28, 28});
    QVERIFY(preset);
    QCOMPARE(preset->channels, ChannelOrder::Grey);
    QCOMPARE(preset->mean[0], 114.495F); // 0.449 * 255
    QCOMPARE(preset->std[0], 57.63F);    // 0.226 * 255
}

void TestPreprocess::jsonRoundTrip_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<Shape>("input");
    for (const std::string& name : preprocessPresets()) {
        QTest::addRow("%s colour", name.c_str())
            << QString::fromStdString(name) << Shape{1, 3, 96, 128};
        QTest::addRow("%s grey", name.c_str())
            << QString::fromStdString(name) << Shape{1, 64, 64, 1};
    }
}

void TestPreprocess::jsonRoundTrip()
{
    QFETCH(QString, preset);
    QFETCH(Shape, input);
    Preprocess settings = preprocessPreset(preset.toStdString(), input).value();
    const auto again = read(QByteArray::fromStdString(toJson(settings)), input);
    QVERIFY2(again, again ? "" : toString(again.error()).c_str());
    QVERIFY(*again == settings);

    settings.name = "custom";
    settings.filter = ResizeFilter::Bicubic;
    settings.padValue = 3;
    settings.mean.fill(0.1F);
    const auto custom = read(QByteArray::fromStdString(toJson(settings)), input);
    QVERIFY2(custom, custom ? "" : toString(custom.error()).c_str());
    QVERIFY(*custom == settings);
}

void TestPreprocess::readsFieldsOverThePreset()
{
    const auto settings =
        read(R"({"preset": "unit", "width": 320, "height": 240, "fit": "letterbox",
        "filter": "bicubic", "padValue": 0, "mean": 10, "std": [1, 2.5, 3]})");
    QVERIFY2(settings, settings ? "" : toString(settings.error()).c_str());
    QCOMPARE(settings->name, std::string("custom"));
    QCOMPARE(settings->width, 320);
    QCOMPARE(settings->height, 240);
    QCOMPARE(settings->fit, FitMode::Letterbox);
    QCOMPARE(settings->filter, ResizeFilter::Bicubic);
    QCOMPARE(settings->padValue, 0);
    QVERIFY((settings->mean == std::array<float, 3>{10.0F, 10.0F, 10.0F}));
    QVERIFY((settings->std == std::array<float, 3>{1.0F, 2.5F, 3.0F}));
}

void TestPreprocess::bgrTurnsThePresetRound()
{
    const auto turned = read(R"({"channels": "bgr"})");
    QVERIFY(turned);
    QVERIFY((turned->mean == std::array<float, 3>{103.53F, 116.28F, 123.675F}));
    QVERIFY((turned->std == std::array<float, 3>{57.375F, 57.12F, 58.395F}));
    const auto given = read(R"({"channels": "bgr", "mean": [1, 2, 3]})");
    QVERIFY(given);
    QVERIFY((given->mean == std::array<float, 3>{1.0F, 2.0F, 3.0F}));
}

void TestPreprocess::newSizeSetsTheShortSide()
{
    QCOMPARE(read(R"({"width": 448, "height": 448})").value().shortSide, 512);
    QCOMPARE(
        read(R"({"preset": "efficientnet-lite", "width": 280, "height": 280})").value().shortSide,
        312);
    QCOMPARE(read(R"({"width": 448, "height": 448, "shortSide": 450})").value().shortSide, 450);
}

void TestPreprocess::presetAsItIsKeepsItsName()
{
    QCOMPARE(read(R"({"preset": "raw"})").value().name, std::string("raw"));
    QCOMPARE(read("{}").value().name, std::string("torchvision"));
}

void TestPreprocess::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected"); // part of the message
    const auto bad = ErrorCode::InvalidData;
    QTest::newRow("syntax") << QByteArray("{\"width\": }") << bad << "JSON";
    QTest::newRow("no object") << QByteArray("[1]") << bad << "object";
    QTest::newRow("empty") << QByteArray("") << bad << "JSON";
    QTest::newRow("unknown field") << QByteArray(R"({"resize": "x"})") << bad << "filter, padValue";
    QTest::newRow("unknown preset")
        << QByteArray(R"({"preset": "x"})") << ErrorCode::InvalidArgument << "tensorflow";
    QTest::newRow("preset type") << QByteArray(R"({"preset": 3})") << bad << "\"preset\" is 3";
    QTest::newRow("fit") << QByteArray(R"({"fit": "crop"})") << bad << "\"short-side-crop\"";
    QTest::newRow("fit type") << QByteArray(R"({"fit": 1})") << bad << "\"fit\" is 1";
    QTest::newRow("fraction") << QByteArray(R"({"shortSide": 256.5})") << bad << "whole number";
    QTest::newRow("negative") << QByteArray(R"({"padValue": -1})") << bad << "padValue";
    QTest::newRow("pad value") << QByteArray(R"({"padValue": 256})") << bad << "0 to 255";
    QTest::newRow("mean length") << QByteArray(R"({"mean": [1, 2]})") << bad << "list of 3";
    QTest::newRow("mean type") << QByteArray(R"({"mean": ["a", 1, 2]})") << bad << "\"mean\"";
    QTest::newRow("std 0") << QByteArray(R"({"std": [1, 0, 1]})") << bad << "std is 0";
    QTest::newRow("std beyond float") << QByteArray(R"({"std": 1e300})") << bad << "std is inf";
    QTest::newRow("small short side") << QByteArray(R"({"shortSide": 100})") << bad << "224 x 224";
    QTest::newRow("width 0") << QByteArray(R"({"width": 0})") << bad << "1 to 16384";
    QTest::newRow("huge number") << QByteArray(R"({"width": 99999999999999999999})") << bad
                                 << "width";
    QTest::newRow("grey for a colour model")
        << QByteArray(R"({"channels": "grey"})") << ErrorCode::ShapeMismatch << "3 channels";
}

void TestPreprocess::wrongFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    const auto settings = read(json);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, code);
    const QString message = QString::fromStdString(settings.error().message);
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY(QString::fromStdString(settings.error().where).endsWith(QStringLiteral("p.json")));
}

void TestPreprocess::missingFile()
{
    const auto settings = readPreprocess("/nowhere/p.json", {1, 3, 8, 8});
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::FileNotFound);
}

void TestPreprocess::readsTheSample()
{
    const std::filesystem::path file =
        std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs" / "model.preprocess.json";
    const auto settings = readPreprocess(file, {-1, 3, 64, 64});
    QVERIFY2(settings, settings ? "" : toString(settings.error()).c_str());
    QCOMPARE(settings->width, 64);
    QCOMPARE(settings->mean[0], 127.5F);
    const auto other = readPreprocess(file, {-1, 3, 32, 32});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::ShapeMismatch);
    QVERIFY(other.error().message.find("?x3x32x32") != std::string::npos);
}

void TestPreprocess::validateNamesTheField_data()
{
    QTest::addColumn<Preprocess>("settings");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* field, auto&& change) {
        Preprocess settings;
        change(settings);
        QTest::newRow(field) << settings << QString::fromLatin1(field);
    };
    row("width", [](Preprocess& p) { p.width = -3; });
    row("height", [](Preprocess& p) { p.height = 20000; });
    row("shortSide", [](Preprocess& p) { p.shortSide = 223; });
    row("padValue", [](Preprocess& p) { p.padValue = 300; });
    row("mean", [](Preprocess& p) { p.mean[2] = std::numeric_limits<float>::quiet_NaN(); });
    row("std", [](Preprocess& p) { p.std[1] = 0.0F; });
}

void TestPreprocess::validateNamesTheField()
{
    QFETCH(Preprocess, settings);
    QFETCH(QString, field);
    const Status valid = validate(settings);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, ErrorCode::InvalidArgument);
    QVERIFY(QString::fromStdString(valid.error().message).startsWith(field));
}

QTEST_APPLESS_MAIN(TestPreprocess)
#include "tst_preprocess.moc"
