// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/eval/qt_image_decoder.h"
#include "eval_golden.h"
#include "written_folder.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestImageDecoder : public QObject
{
    Q_OBJECT

private slots:
    void equalsPillow_data();
    void equalsPillow();
    void damagedPictures_data();
    void damagedPictures();
    void trailingBytesDoNoHarm();
    void missingPicture();
    void formatIsToldFromTheContent();
    void manyThreads();

private:
    WrittenFolder m_folder;
};

namespace {

QByteArray content(const std::string& picture)
{
    QFile file(QString::fromStdString(golden::picture(picture).string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestImageDecoder::equalsPillow_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& c : golden::section("decode")) {
        QTest::addRow("%s", c["file"].get<std::string>().c_str()) << index++;
    }
}

void TestImageDecoder::equalsPillow()
{
    QFETCH(int, index);
    const auto& c = golden::section("decode")[index];
    const auto picture = QtImageDecoder().decode(golden::picture(c["file"].get<std::string>()));
    QVERIFY2(picture, picture ? "" : toString(picture.error()).c_str());
    QCOMPARE(picture->width, c["width"].get<int>());
    QCOMPARE(picture->height, c["height"].get<int>());
    const std::vector<std::uint8_t> expected = golden::bytes(c["rgb"]);
    QCOMPARE(picture->rgb.size(), expected.size());
    int largest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        largest = std::max(largest, std::abs(picture->rgb[i] - expected[i]));
    }
    QVERIFY2(largest <= c["tolerance"].get<int>(),
             qPrintable(QStringLiteral("differs by %1").arg(largest)));
}

void TestImageDecoder::damagedPictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    for (const char* name : {"rgb.png", "rgb.bmp", "full-chroma.jpg", "progressive.jpg",
                             "exif-6.jpg", "lossless.webp", "lossy.webp", "alpha.png"}) {
        const QByteArray whole = content(name);
        for (const int percent : {1, 30, 70, 95}) {
            QTest::addRow("%s cut at %d %%", name, percent)
                << QString::fromLatin1(name) << whole.left(whole.size() * percent / 100);
        }
    }
    QTest::newRow("empty") << "a.jpg" << QByteArray();
    QTest::newRow("text") << "a.png" << QByteArray("no picture at all");
    QTest::newRow("markers only") << "a.jpg" << QByteArray::fromHex("ffd8ffd9");
    QTest::newRow("marker of length 0") << "a.jpg" << QByteArray::fromHex("ffd8ffe00000ffd9");
}

void TestImageDecoder::damagedPictures()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto file = m_folder.write(name, bytes);
    const auto picture = QtImageDecoder().decode(file);
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(picture.error().where, file.string());
    QVERIFY(!picture.error().message.empty());
}

void TestImageDecoder::trailingBytesDoNoHarm()
{
    for (const char* name : {"full-chroma.jpg", "rgb.bmp", "rgb.png"}) {
        const auto file =
            m_folder.write(QString::fromLatin1(name), content(name) + QByteArray(100, '\0'));
        const auto picture = QtImageDecoder().decode(file);
        QVERIFY2(picture, name);
        QVERIFY(picture->rgb == QtImageDecoder().decode(golden::picture(name)).value().rgb);
    }
}

void TestImageDecoder::missingPicture()
{
    const auto picture = QtImageDecoder().decode("/nowhere/a.jpg");
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, ErrorCode::FileNotFound);
    QCOMPARE(picture.error().where, std::string("/nowhere/a.jpg"));
}

void TestImageDecoder::formatIsToldFromTheContent()
{
    const auto file = m_folder.write(QStringLiteral("a.jpg"), content("rgb.png"));
    const auto picture = QtImageDecoder().decode(file);
    QVERIFY(picture);
    QCOMPARE(picture->width, 40);
}

void TestImageDecoder::manyThreads()
{
    const QtImageDecoder decoder;
    const auto& cases = golden::section("decode");
    std::vector<Image> alone;
    for (const auto& c : cases) {
        alone.push_back(decoder.decode(golden::picture(c["file"].get<std::string>())).value());
    }
    std::atomic<int> differing{0};
    parallelFor(cases.size() * 20, [&](std::size_t i, unsigned) {
        const std::size_t which = i % cases.size();
        const auto picture =
            decoder.decode(golden::picture(cases[which]["file"].get<std::string>()));
        differing += !picture || picture->rgb != alone[which].rgb ? 1 : 0;
    });
    QCOMPARE(differing.load(), 0);
}

QTEST_APPLESS_MAIN(TestImageDecoder)
#include "tst_image_decoder.moc"
