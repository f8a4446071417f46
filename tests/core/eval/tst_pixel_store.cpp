// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/eval/dataset.h"
#include "core/eval/pixel_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestPixelStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsPictures_data();
    void keepsPictures();
    void leavesNoFile();
    void memoryWhereThereIsNoFolder();
    void subsetsShareThePixels();
};

void TestPixelStore::keepsPictures_data()
{
    QTest::addColumn<int>("mostInMemory");
    QTest::addColumn<bool>("isInMemory");
    QTest::newRow("in memory") << 100 * 1000 << true;
    QTest::newRow("in a file") << 1000 << false;
}

void TestPixelStore::keepsPictures()
{
    QFETCH(int, mostInMemory);
    QFETCH(bool, isInMemory);
    constexpr std::size_t kCount = 100;
    constexpr std::size_t kSize = 1000;
    const auto store = PixelStore::create(kCount, kSize, static_cast<std::size_t>(mostInMemory));
    QVERIFY(store);
    QCOMPARE((*store)->isInMemory(), isInMemory);
    const auto valueOf = [](std::size_t picture) {
        return std::vector<std::uint8_t>(kSize, static_cast<std::uint8_t>(picture + 3));
    };
    std::array<bool, kCount> written{};
    parallelFor(kCount, [&](std::size_t i, unsigned) {
        written[i] = (*store)->write(i, valueOf(i)).has_value();
    });
    QVERIFY(std::ranges::all_of(written, [](bool each) { return each; }));
    for (std::size_t i = 0; i < kCount; ++i) {
        std::vector<std::uint8_t> read(kSize);
        QVERIFY((*store)->read(i, read));
        QVERIFY(read == valueOf(i));
    }
}

void TestPixelStore::leavesNoFile()
{
    const QTemporaryDir folder;
    qputenv("TMPDIR", folder.path().toUtf8());
    const auto store = PixelStore::create(10, 1000, 0);
    QVERIFY(store && !(*store)->isInMemory());
    QVERIFY(QDir(folder.path()).isEmpty());
    qunsetenv("TMPDIR");
}

void TestPixelStore::memoryWhereThereIsNoFolder()
{
    qputenv("TMPDIR", "/nowhere/at/all");
    const auto store = PixelStore::create(10, 1000, 0);
    QVERIFY(store && (*store)->isInMemory());
    qunsetenv("TMPDIR");
}

void TestPixelStore::subsetsShareThePixels()
{
    Preprocess preprocess;
    preprocess.width = 1;
    preprocess.height = 1;
    DatasetIndex index;
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < 4; ++i) {
        index.samples.push_back({"", std::to_string(i), i});
        pixels.insert(pixels.end(), 3, static_cast<std::uint8_t>(10 * i));
    }
    const ImageSet images(index, preprocess, pixels);
    const ImageSet some = images.subset(std::array{3, 1, 2}).subset(std::array{0, 2});
    QCOMPARE(some.size(), 2);
    QCOMPARE(some.index().samples[0].displayName, std::string("3"));
    QCOMPARE(some.pixels(0)->front(), std::uint8_t{30});
    QCOMPARE(some.pixels(1)->front(), std::uint8_t{20});
}

QTEST_APPLESS_MAIN(TestPixelStore)
#include "tst_pixel_store.moc"
