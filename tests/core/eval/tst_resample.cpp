// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/qt_image_decoder.h"
#include "core/eval/resample.h"
#include "eval_golden.h"

using namespace quantoscope;
using namespace quantoscope::eval;

class TestResample : public QObject
{
    Q_OBJECT

private slots:
    void equalsPillow_data();
    void equalsPillow();
    void windowIsPartOfTheWhole_data();
    void windowIsPartOfTheWhole();
    void sameSizeChangesNothing();
};

namespace {

Image rgbPicture()
{
    return QtImageDecoder().decode(golden::picture("rgb.png")).value();
}

ResampleRequest whole(int width, int height, ResizeFilter filter)
{
    return {width, height, {0, 0, width, height}, filter};
}

} // namespace

void TestResample::equalsPillow_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& c : golden::section("resample")) {
        QTest::addRow("%s %d channels to %dx%d", c["filter"].get<std::string>().c_str(),
                      c["channels"].get<int>(), c["width"].get<int>(), c["height"].get<int>())
            << index++;
    }
}

void TestResample::equalsPillow()
{
    QFETCH(int, index);
    const auto& c = golden::section("resample")[index];
    const Image picture = rgbPicture();
    std::vector<std::uint8_t> source = picture.rgb;
    if (c["channels"] == 1) { // Pillow's own grey picture
        source = QtImageDecoder().decode(golden::picture("grey.png")).value().rgb;
        for (std::size_t i = 0; i < source.size() / 3; ++i) {
            source[i] = source[i * 3];
        }
        source.resize(source.size() / 3);
    }
    const ResizeFilter filter =
        c["filter"] == "bicubic" ? ResizeFilter::Bicubic : ResizeFilter::Bilinear;
    QCOMPARE(resample({picture.width, picture.height, c["channels"], source},
                      whole(c["width"], c["height"], filter)),
             golden::bytes(c["pixels"]));
}

void TestResample::windowIsPartOfTheWhole_data()
{
    QTest::addColumn<QRect>("window");
    QTest::newRow("all") << QRect(0, 0, 25, 19);
    QTest::newRow("inside") << QRect(3, 4, 11, 9);
    QTest::newRow("last pixel") << QRect(24, 18, 1, 1);
    QTest::newRow("row") << QRect(0, 7, 25, 1);
    QTest::newRow("column") << QRect(9, 0, 1, 19);
}

void TestResample::windowIsPartOfTheWhole()
{
    QFETCH(QRect, window);
    const Image picture = rgbPicture();
    const PixelView source{picture.width, picture.height, 3, picture.rgb};
    ResampleRequest request = whole(25, 19, ResizeFilter::Bicubic);
    const std::vector<std::uint8_t> all = resample(source, request);
    request.window = {window.x(), window.y(), window.width(), window.height()};
    const std::vector<std::uint8_t> part = resample(source, request);
    std::vector<std::uint8_t> expected;
    for (int y = window.top(); y <= window.bottom(); ++y) {
        const auto row = all.begin() + (y * 25 + window.x()) * 3;
        expected.insert(expected.end(), row, row + window.width() * 3);
    }
    QCOMPARE(part, expected);
}

void TestResample::sameSizeChangesNothing()
{
    const Image picture = rgbPicture();
    for (const ResizeFilter filter : {ResizeFilter::Bilinear, ResizeFilter::Bicubic}) {
        QCOMPARE(resample({picture.width, picture.height, 3, picture.rgb},
                          whole(picture.width, picture.height, filter)),
                 picture.rgb);
    }
}

QTEST_APPLESS_MAIN(TestResample)
#include "tst_resample.moc"
