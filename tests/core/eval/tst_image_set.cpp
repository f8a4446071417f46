// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/dataset.h"
#include "core/eval/qt_image_decoder.h"
#include "eval_golden.h"

#include <QTemporaryDir>

#include <atomic>
#include <new>
#include <numeric>
#include <thread>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestImageSet : public QObject
{
    Q_OBJECT

private slots:
    void loadsAndFills_data();
    void loadsAndFills();
    void firstDamagedPictureIsNamed();
    void memoryFailureIsAnError();
    void cancelEndsTheLoading();
    void progressComesFromTheCallingThread();
    void wrongPreprocessingIsRefused();
};

namespace {

DatasetIndex goldenPictures()
{
    return indexDataset({golden::picture(""), {}, {}, 0}).value();
}

/// A decoder that does what a test says.
class ScriptedDecoder : public ImageDecoder
{
public:
    explicit ScriptedDecoder(std::function<Result<Image>(const std::filesystem::path&)> script)
        : m_script(std::move(script))
    {
    }
    [[nodiscard]] Result<Image> decode(const std::filesystem::path& file) const override
    {
        return m_script(file);
    }

private:
    std::function<Result<Image>(const std::filesystem::path&)> m_script;
};

/// `count` made-up samples "0", "1", ...
DatasetIndex madeUp(int count)
{
    DatasetIndex index;
    for (int i = 0; i < count; ++i) {
        index.samples.push_back({std::to_string(i), std::to_string(i), std::nullopt});
    }
    return index;
}

Image onePixel()
{
    return {1, 1, {1, 2, 3}};
}

} // namespace

void TestImageSet::loadsAndFills_data()
{
    QTest::addColumn<Shape>("input");
    QTest::addColumn<Shape>("sample");
    QTest::newRow("nchw") << Shape{1, 3, 20, 24} << Shape{3, 20, 24};
    QTest::newRow("nhwc") << Shape{1, 20, 24, 3} << Shape{20, 24, 3};
    QTest::newRow("grey") << Shape{1, 1, 20, 24} << Shape{1, 20, 24};
}

void TestImageSet::loadsAndFills()
{
    QFETCH(Shape, input);
    QFETCH(Shape, sample);
    const Preprocess preprocess = preprocessPreset("torchvision", input).value();
    const QtImageDecoder decoder;
    const auto images = loadImages(goldenPictures(), preprocess, decoder, {});
    QVERIFY2(images, images ? "" : toString(images.error()).c_str());
    QCOMPARE(images->size(), static_cast<std::int64_t>(golden::section("decode").size()));
    QVERIFY(images->sampleShape() == sample);

    const std::vector<std::int32_t> pictures{5, 0, 5, 21};
    const auto size = static_cast<std::size_t>(elementCount(sample));
    std::vector<float> values(pictures.size() * size);
    QVERIFY(images->fill(pictures, values));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto& file = images->index().samples[pictures[i]].file;
        const auto fitted = fitImage(decoder.decode(file).value(), preprocess).value();
        QVERIFY(std::ranges::equal(*images->pixels(pictures[i]), fitted));
        std::vector<float> expected(size);
        normalize(fitted, preprocess, expected);
        QVERIFY(std::ranges::equal(std::span(values).subspan(i * size, size), expected));
    }
}

void TestImageSet::firstDamagedPictureIsNamed()
{
    const ScriptedDecoder decoder([](const std::filesystem::path& file) -> Result<Image> {
        const int number = std::stoi(file.string());
        if (number == 30) { // found later than 31 and 40, and still the one that is told
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        if (number == 30 || number == 31 || number == 40) {
            return fail(ErrorCode::FileUnreadable, "damaged", file.string());
        }
        return onePixel();
    });
    for (int run = 0; run < 5; ++run) {
        const auto images = loadImages(madeUp(60), Preprocess{}, decoder, {});
        QVERIFY(!images);
        QCOMPARE(images.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(images.error().where, std::string("30"));
    }
}

void TestImageSet::memoryFailureIsAnError()
{
    const ScriptedDecoder decoder(
        [](const std::filesystem::path&) -> Result<Image> { throw std::bad_alloc(); });
    const auto images = loadImages(madeUp(1), Preprocess{}, decoder, {});
    QVERIFY(!images);
    QCOMPARE(images.error().code, ErrorCode::OutOfMemory);
    QCOMPARE(images.error().where, std::string("0"));
}

void TestImageSet::cancelEndsTheLoading()
{
    std::stop_source source;
    std::atomic<int> decoded{0};
    const ScriptedDecoder decoder([&](const std::filesystem::path&) -> Result<Image> {
        if (++decoded == 10) {
            source.request_stop();
        }
        return onePixel();
    });
    const auto images = loadImages(madeUp(1000), Preprocess{}, decoder, {source.get_token(), {}});
    QVERIFY(!images);
    QCOMPARE(images.error().code, ErrorCode::Cancelled);
    QVERIFY(decoded < 100);
}

void TestImageSet::progressComesFromTheCallingThread()
{
    const ScriptedDecoder decoder([](const std::filesystem::path&) { return onePixel(); });
    const auto caller = std::this_thread::get_id();
    std::int64_t last = -1;
    bool isRight = true;
    const auto report = [&](const Progress& progress) {
        isRight = isRight && std::this_thread::get_id() == caller && progress.done >= last &&
                  progress.total == 50 && progress.stage == Stage::DecodingImages;
        last = progress.done;
    };
    QVERIFY(loadImages(madeUp(50), Preprocess{}, decoder, {{}, report}));
    QVERIFY(isRight);
    QCOMPARE(last, std::int64_t{50});
}

void TestImageSet::wrongPreprocessingIsRefused()
{
    Preprocess preprocess;
    preprocess.std[0] = 0.0F;
    const auto images = loadImages(goldenPictures(), preprocess, QtImageDecoder(), {});
    QVERIFY(!images);
    QCOMPARE(images.error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestImageSet)
#include "tst_image_set.moc"
