// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hardware_profile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

const std::string kLegal = R"({"format": "quantoscope-hardware-profile", "version": 1,
    "id": "my-chip", "name": "My Chip", "weightBits": [2, 4, 32], "source": "its data sheet"})";

std::string replaced(const std::string& from, const std::string& to)
{
    std::string text = kLegal;
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class TestHardwareProfile : public QObject
{
    Q_OBJECT

private slots:
    void bundledOnesAreComplete();
    void readsAFile();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

/// Every file of resources/profiles is compiled in and legal.
void TestHardwareProfile::bundledOnesAreComplete()
{
    const auto& profiles = bundledHardwareProfiles();
    std::vector<std::string> ids;
    for (const HardwareProfile& profile : profiles) {
        ids.push_back(profile.id);
        QVERIFY(!profile.source.empty() && !profile.weightBits.empty());
    }
    const std::vector<std::string> expected{"binary",       "edge-tpu",        "generic",
                                            "litert",       "onnxruntime-cpu", "openvino-cpu",
                                            "qualcomm-qnn", "tensorrt"};
    QCOMPARE(ids, expected);
    QCOMPARE(findHardwareProfile("edge-tpu")->weightBits, std::vector<int>{8});
    QCOMPARE(findHardwareProfile("litert")->weightBitsOf("DepthwiseConv"), std::vector<int>{8});
    const std::vector<int> ofConv{4, 8};
    QCOMPARE(findHardwareProfile("litert")->weightBitsOf("Conv"), ofConv);
    QCOMPARE(findHardwareProfile("binary")->weightBits, std::vector<int>{1});
}

void TestHardwareProfile::readsAFile()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("chip.json")).toStdString();
    std::ofstream(file) << kLegal;
    const auto profile = findHardwareProfile(file);
    QVERIFY2(profile, profile ? "" : toString(profile.error()).c_str());
    QCOMPARE(profile->name, std::string("My Chip"));
    const std::vector<int> bits{2, 4, 32};
    QCOMPARE(profile->weightBits, bits);
    const auto nothing = findHardwareProfile("abacus");
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::FileNotFound);
}

void TestHardwareProfile::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const std::string& text, const char* part) {
        QTest::newRow(name) << QString::fromStdString(text) << QString(QLatin1String(part));
    };
    row("no JSON", "{", "JSON");
    row("no object", "[1]", "\"format\"");
    row("another format", replaced("-profile", "-photo"), "\"format\"");
    row("a later version", replaced("\"version\": 1", "\"version\": 2"), "\"version\" must be 1");
    row("unknown key", replaced("\"name\"", "\"title\": 1, \"name\""), "\"title\"");
    row("no name", replaced("\"My Chip\"", "\"\""), "\"name\"");
    row("id with blanks", replaced("my-chip", "my chip"), "\"id\"");
    row("no source", replaced(", \"source\": \"its data sheet\"", ""), "\"source\"");
    row("no bits", replaced("[2, 4, 32]", "[]"), "\"weightBits\"");
    row("text as bits", replaced("[2, 4, 32]", "[\"8\"]"), "\"weightBits\"");
    row("illegal bits", replaced("[2, 4, 32]", "[9]"), "\"weightBits\"");
    row("no object by operator", replaced("\"source\"", "\"weightBitsByOp\": 4, \"source\""),
        "\"weightBitsByOp\"");
    row("illegal bits of an operator",
        replaced("\"source\"", "\"weightBitsByOp\": {\"Conv\": [0]}, \"source\""), "\"Conv\"");
    row("bits twice", replaced("[2, 4, 32]", "[4, 4]"), "\"weightBits\"");
}

void TestHardwareProfile::namesWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto profile = hardwareProfileFromJson(text.toStdString(), "chip.json");
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::InvalidData);
    QCOMPARE(profile.error().where, std::string("chip.json"));
    QVERIFY2(QString::fromStdString(profile.error().message).contains(part),
             profile.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestHardwareProfile)
#include "tst_hardware_profile.moc"
