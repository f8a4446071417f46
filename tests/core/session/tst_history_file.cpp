// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/history_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

FloatReference referenceOf(float value)
{
    FloatReference reference;
    reference.outputs = {{1, 2}, {value, 2.0F}};
    reference.labels = {1};
    return reference;
}

TriedRecord record(int bits, std::shared_ptr<const quant::CorrectedWeights> corrected)
{
    auto evaluation = std::make_shared<Evaluation>();
    quant::WeightScheme scheme;
    scheme.precision = quant::Precision::integer(bits);
    evaluation->configuration.weights["a"] = scheme;
    if (corrected) {
        evaluation->configuration.corrected["a"] = std::move(corrected);
    }
    evaluation->accuracy = {7, 0.25, std::nullopt};
    evaluation->comparison = {0.5, 12.5, 0.75, std::nullopt};
    evaluation->sizeBytes = 1234;
    evaluation->averageWeightBits = bits;
    return {evaluation, "näme", "line\nbreak"};
}

} // namespace

class TestHistoryFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void otherOutputsAreRefused();
    void brokenFilesAreRefused();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file() const
    {
        return m_folder.filePath(QStringLiteral("tried.json")).toStdString();
    }
};

void TestHistoryFile::comesBackAsItWas()
{
    auto corrected = std::make_shared<quant::CorrectedWeights>();
    corrected->scheme.precision = quant::Precision::integer(4);
    corrected->method = "reconstruction";
    corrected->codes = {-8, 7, 0, 3};
    corrected->params = {{0.5F, 0.1F}, {0, 0}, -8, 7, 0};
    corrected->bias = {0.1F, -2.0F};
    const std::vector<TriedRecord> tried{record(8, nullptr), record(4, corrected),
                                         record(4, corrected), record(4, nullptr)};
    QVERIFY(writeHistory(tried, referenceOf(1.0F), file()));
    const auto read = readHistory(file(), referenceOf(1.0F));
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QCOMPARE(read->size(), tried.size());
    for (std::size_t i = 0; i < tried.size(); ++i) {
        const Evaluation& expected = *tried[i].evaluation;
        const Evaluation& got = *(*read)[i].evaluation;
        QVERIFY(got.configuration == expected.configuration);
        QCOMPARE(got.accuracy.top1, expected.accuracy.top1);
        QVERIFY(!got.accuracy.top5 && !got.comparison.kl);
        QCOMPARE(got.comparison.sqnrDb, expected.comparison.sqnrDb);
        QCOMPARE(got.sizeBytes, expected.sizeBytes);
        QCOMPARE((*read)[i].name, tried[i].name);
        QCOMPARE((*read)[i].note, tried[i].note);
    }
    QVERIFY((*read)[1].evaluation->configuration.corrected.at("a") ==
            (*read)[2].evaluation->configuration.corrected.at("a"));
}

void TestHistoryFile::otherOutputsAreRefused()
{
    QVERIFY(writeHistory({record(8, nullptr)}, referenceOf(1.0F), file()));
    const auto read = readHistory(file(), referenceOf(1.5F));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidData);
}

void TestHistoryFile::brokenFilesAreRefused()
{
    QVERIFY(writeHistory({record(8, nullptr)}, referenceOf(1.0F), file()));
    QFile stored(m_folder.filePath(QStringLiteral("tried.json")));
    QVERIFY(stored.open(QIODevice::ReadWrite));
    const QByteArray text = stored.readAll();
    for (const QByteArray& broken :
         {text.left(text.size() / 2), QByteArray(text).replace("\"top1\"", "\"top\""),
          QByteArray(text).replace("INT8", "INT99"), QByteArray("[]")}) {
        stored.resize(0);
        stored.seek(0);
        stored.write(broken);
        stored.flush();
        const auto read = readHistory(file(), referenceOf(1.0F));
        QVERIFY(!read);
        QVERIFY(toString(read.error()).find("tried.json") != std::string::npos);
    }
}

QTEST_APPLESS_MAIN(TestHistoryFile)
#include "tst_history_file.moc"
