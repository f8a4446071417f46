// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/preprocess.h"
#include "core/eval/qt_image_decoder.h"
#include "eval_golden.h"
#include "written_folder.h"

#include <QCryptographicHash>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestFitImage : public QObject
{
    Q_OBJECT

private slots:
    void equalsPeers_data();
    void equalsPeers();
    void realPhotosEqualPillow();
    void extremeShapesAreFitted_data();
    void extremeShapesAreFitted();
    void emptyPictureIsRefused();
    void cropLargerThanShortSideIsRefused();
};

namespace {

QString digest(const std::vector<std::uint8_t>& bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(
        QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Md5).toHex());
}

} // namespace

void TestFitImage::equalsPeers_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& c : golden::section("fit")) {
        QTest::addRow("%d %s %s", index, c["settings"]["fit"].get<std::string>().c_str(),
                      c["settings"]["channels"].get<std::string>().c_str())
            << index;
        ++index;
    }
}

void TestFitImage::equalsPeers()
{
    QFETCH(int, index);
    const auto& c = golden::section("fit")[index];
    const WrittenFolder folder;
    const auto file = folder.write(QStringLiteral("settings.json"),
                                   QByteArray::fromStdString(c["settings"].dump()));
    const auto preprocess = readPreprocess(file, c["input"].get<Shape>());
    QVERIFY2(preprocess, preprocess ? "" : toString(preprocess.error()).c_str());
    const auto picture = QtImageDecoder().decode(golden::picture(c["file"].get<std::string>()));
    QVERIFY(picture);

    const auto fitted = fitImage(*picture, *preprocess);
    QVERIFY(fitted);
    QCOMPARE(*fitted, golden::bytes(c["pixels"]));

    const std::vector<float> expected = golden::floats(c["values"]);
    std::vector<float> values(fitted->size());
    normalize(*fitted, *preprocess, values);
    QVERIFY(values == expected); // bit for bit: the same two float operations
}

void TestFitImage::realPhotosEqualPillow()
{
    const std::filesystem::path folder =
        std::filesystem::path(QUANTOSCOPE_SHARED_DATA) / "imagenet-dev" / "val";
    if (!std::filesystem::exists(folder)) {
        QSKIP("the photos of imagenet-dev are not on this machine");
    }
    const auto preprocess = preprocessPreset("efficientnet-lite", {1, 3, 224, 224});
    const QtImageDecoder decoder;
    for (const auto& photo : golden::section("photos")) {
        const std::string name = photo["file"];
        const auto picture = decoder.decode(folder / name);
        QVERIFY2(picture, name.c_str());
        QCOMPARE(digest(picture->rgb), QString::fromStdString(photo["decoded"]));
        QCOMPARE(digest(fitImage(*picture, *preprocess).value()),
                 QString::fromStdString(photo["fitted"]));
    }
}

void TestFitImage::extremeShapesAreFitted_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("pixel") << 1 << 1;
    QTest::newRow("line") << 5000 << 1;
    QTest::newRow("column") << 1 << 5000;
    QTest::newRow("wide") << 4000 << 3;
}

void TestFitImage::extremeShapesAreFitted()
{
    QFETCH(int, width);
    QFETCH(int, height);
    Image picture;
    picture.width = width;
    picture.height = height;
    picture.rgb.assign(static_cast<std::size_t>(width) * height * 3, 200);
    Preprocess preprocess;
    preprocess.padValue = 200;
    for (const FitMode fit :
         {FitMode::Stretch, FitMode::ShortSideCrop, FitMode::ShortSideRoundedCrop,
          FitMode::Letterbox, FitMode::LetterboxTopLeft}) {
        preprocess.fit = fit;
        // A picture of one colour keeps it: the weights of every target pixel sum to 1.
        QCOMPARE(fitImage(picture, preprocess).value(),
                 std::vector<std::uint8_t>(224 * 224 * 3, 200));
    }
}

void TestFitImage::emptyPictureIsRefused()
{
    const auto fitted = fitImage(Image{}, Preprocess{});
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, ErrorCode::InvalidArgument);
}

void TestFitImage::cropLargerThanShortSideIsRefused()
{
    Preprocess preprocess;
    preprocess.shortSide = 200;
    const auto fitted = fitImage(Image{1, 1, {0, 0, 0}}, preprocess);
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, ErrorCode::InvalidArgument);
    QVERIFY(fitted.error().message.find("200") != std::string::npos);
    QVERIFY(fitted.error().message.find("224 x 224") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestFitImage)
#include "tst_fit_image.moc"
