// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <QTest>

#include <vector>

using namespace quantoscope;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void text();
    void failuresPassOn();
    void jobContext();
};

void TestError::text()
{
    QCOMPARE(toString(Error{ErrorCode::InvalidModel, "no outputs", "net.onnx"}),
             std::string("net.onnx: no outputs"));
    QCOMPARE(toString(Error{ErrorCode::InvalidModel, "no outputs", ""}), std::string("no outputs"));
}

void TestError::failuresPassOn()
{
    const Result<int> failed = fail(ErrorCode::Unsupported, "cannot", "node 3");
    QVERIFY(!failed);
    const Result<std::string> passed = failFrom(failed);
    QVERIFY(!passed);
    QCOMPARE(passed.error().code, ErrorCode::Unsupported);
    QCOMPARE(passed.error().message, std::string("cannot"));
    QCOMPARE(passed.error().where, std::string("node 3"));
}

void TestError::jobContext()
{
    const JobContext silent;
    QVERIFY(!silent.cancelled());
    silent.progress(Stage::Calibrating, 1, 2); // without a listener nothing happens

    std::stop_source source;
    std::vector<Progress> seen;
    const JobContext job{source.get_token(), [&](const Progress& p) { seen.push_back(p); }};
    job.progress(Stage::DecodingImages, 3, 10);
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen[0].stage, Stage::DecodingImages);
    QCOMPARE(seen[0].done, 3);
    QCOMPARE(seen[0].total, 10);
    source.request_stop();
    QVERIFY(job.cancelled());
    const Result<int> cancelled = cancelledError();
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
