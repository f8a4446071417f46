// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_file.h"
#include "core/session/session_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

SessionFile someSession(const std::filesystem::path& folder)
{
    SessionFile session;
    session.model.file = folder / "nets" / "model.onnx";
    session.model.fixed.byInput["image"] = {1, 3, 224, 224};
    session.model.keptBatchNorms = {"conv \"1\"", "block*"};
    session.data.emplace();
    session.data->validation.images = folder / "val";
    session.data->validation.limit = 200;
    session.data->calibrationImages = "/somewhere/else/far/away/calib";
    session.data->calibrationLimit = 33;
    session.data->calibrationChoice = eval::SampleChoice::ClassBalanced;
    session.data->calibrationSeed = 4000000000U;
    session.data->preprocess = "imagenet";
    quant::Configuration configuration;
    configuration.weights["conv \"1\""] = {quant::Precision::integer(3), false};
    configuration.activations["x"].range = quant::Range{-1.5F, 0.25F};
    session.configuration = std::make_shared<const quant::Configuration>(configuration);
    session.pinned = {"conv \"1\"", "fc"};
    session.layer = "fc";
    session.rules = R"([{"op":"Conv"}])";
    session.tried = R"({"tried":[]})";
    return session;
}

std::string contents(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

/// Sessions on disk.
class TestSessionFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void movesWithItsFolder();
    void keepsEditedPreprocessing();
    void brokenFilesAreNamed_data();
    void brokenFilesAreNamed();
    void nothingIsLostWhenItCannotBeWritten();
};

void TestSessionFile::comesBackAsItWas()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const SessionFile session = someSession(root);
    QVERIFY(writeSession(session, root / "work.quantoscope"));
    const auto read = readSession(root / "work.quantoscope");
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QCOMPARE(read->model.file, session.model.file);
    QVERIFY(read->model.fixed.byInput == session.model.fixed.byInput);
    QVERIFY(read->model.keptBatchNorms == session.model.keptBatchNorms);
    QCOMPARE(read->data->validation.images, session.data->validation.images);
    QCOMPARE(read->data->validation.limit, session.data->validation.limit);
    QCOMPARE(read->data->calibrationImages, session.data->calibrationImages);
    QCOMPARE(read->data->calibrationLimit, session.data->calibrationLimit);
    QVERIFY(read->data->calibrationChoice == session.data->calibrationChoice);
    QCOMPARE(read->data->calibrationSeed, session.data->calibrationSeed);
    QCOMPARE(read->data->preprocess, session.data->preprocess);
    QVERIFY(*read->configuration == *session.configuration);
    QVERIFY(read->pinned == session.pinned);
    QCOMPARE(read->layer, session.layer);
    QCOMPARE(read->rules, session.rules);
    QCOMPARE(read->tried, session.tried);
}

void TestSessionFile::movesWithItsFolder()
{
    const QTemporaryDir one;
    const std::filesystem::path first = std::filesystem::path(one.path().toStdString()) / "first";
    const std::filesystem::path second = std::filesystem::path(one.path().toStdString()) / "other";
    std::filesystem::create_directories(first);
    QVERIFY(writeSession(someSession(first), first / "work.quantoscope"));
    std::filesystem::rename(first, second);
    const auto read = readSession(second / "work.quantoscope");
    QVERIFY(read);
    QCOMPARE(read->model.file, second / "nets" / "model.onnx");
    QCOMPARE(read->data->validation.images, second / "val");
    QCOMPARE(read->data->calibrationImages.generic_string(),
             std::string("/somewhere/else/far/away/calib")); // too far to move along
}

void TestSessionFile::keepsEditedPreprocessing()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "s";
    SessionFile session = someSession(folder.path().toStdString());
    auto custom = eval::preprocessPreset("torchvision", {-1, 3, 96, 96}).value();
    custom.mean[1] = 0.123F;
    session.data->customPreprocess = custom;
    QVERIFY(writeSession(session, file));
    const auto read = readSession(file);
    QVERIFY(read && read->data->preprocess.starts_with("{"));
    const auto back = eval::parsePreprocess(read->data->preprocess, "session", {-1, 3, 96, 96});
    QVERIFY2(back, back ? "" : toString(back.error()).c_str());
    QCOMPARE(back->mean[1], 0.123F);
    QCOMPARE(back->width, custom.width);
}

void TestSessionFile::brokenFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("") << QByteArray("no session");
    QTest::newRow("another format")
        << QByteArray("quantoscope-session") << QByteArray("other") << QByteArray("format");
    QTest::newRow("a later version")
        << QByteArray("\"version\": 1,") << QByteArray("\"version\": 2,") << QByteArray("newer");
    QTest::newRow("an unknown entry")
        << QByteArray("\"layer\"") << QByteArray("\"lauer\"") << QByteArray("lauer");
    QTest::newRow("a wrong type") << QByteArray("\"limit\": 200") << QByteArray("\"limit\": \"x\"")
                                  << QByteArray("session");
    QTest::newRow("wrong bits") << QByteArray("INT3") << QByteArray("INT99") << QByteArray("INT99");
}

void TestSessionFile::brokenFilesAreNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, named);
    const QTemporaryDir folder;
    const std::filesystem::path file =
        std::filesystem::path(folder.path().toStdString()) / "work.quantoscope";
    QVERIFY(writeSession(someSession(folder.path().toStdString()), file));
    QByteArray text = QByteArray::fromStdString(contents(file));
    const auto at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    QFile broken(QString::fromStdString(file.string()));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(text) == text.size());
    broken.close();
    const auto read = readSession(file);
    QVERIFY(!read);
    const std::string message = toString(read.error());
    QVERIFY2(message.find("work.quantoscope") != std::string::npos, message.c_str());
    QVERIFY2(message.find(named.toStdString()) != std::string::npos, message.c_str());
}

void TestSessionFile::nothingIsLostWhenItCannotBeWritten()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(!writeSession(someSession(root), root / "no such folder" / "work.quantoscope"));
    QVERIFY(!readSession(root / "missing.quantoscope"));
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
