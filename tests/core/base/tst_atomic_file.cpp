// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <string>

using namespace quantoscope;

namespace {

/// While it lives, this process may write files of `bytes` at most: a disk that fills up.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// Expected values: what rename(2), fsync(2) and /dev/full promise.
class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void appearsWhenCommitted()
    {
        auto file = AtomicFile::create(path("a.txt"));
        QVERIFY(file);
        QVERIFY(file->write("one "));
        QVERIFY(file->write({}));
        QVERIFY(!std::filesystem::exists(path("a.txt")));
        QVERIFY(file->write("two"));
        QVERIFY(file->commit());
        QCOMPARE(content("a.txt"), std::string("one two"));
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }

    void abandonedLeavesNothing()
    {
        QVERIFY(writeFile(path("a.txt"), "before"));
        {
            auto file = AtomicFile::create(path("a.txt"));
            QVERIFY(file && file->write("after"));
            const AtomicFile moved = *std::move(file);
            QCOMPARE(names().size(), 2);
        }
        QCOMPARE(content("a.txt"), std::string("before"));
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }

    void twoWritersDoNotMix()
    {
        auto first = AtomicFile::create(path("a.txt"));
        auto second = AtomicFile::create(path("a.txt"));
        QVERIFY(first && second);
        QVERIFY(first->write("first"));
        QVERIFY(second->write("second"));
        QVERIFY(first->commit());
        QCOMPARE(content("a.txt"), std::string("first"));
        QVERIFY(second->commit());
        QCOMPARE(content("a.txt"), std::string("second"));
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }

    void fullDiskKeepsWhatWasThere()
    {
        QVERIFY(writeFile(path("a.txt"), "before"));
        const FileSizeLimit limit(4096);
        auto file = AtomicFile::create(path("a.txt"));
        QVERIFY(file);
        QVERIFY(file->write(std::string(4096, 'x')));
        const Status written = file->write("one more");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(written.error().where, path("a.txt").string());
        QVERIFY(!file->commit());
        QCOMPARE(content("a.txt"), std::string("before"));
        QCOMPARE(names(), QStringList{QStringLiteral("a.txt")});
    }

    void saysWhatToDo()
    {
        // The device that is always full; it also shows that devices are not replaced.
        const Status full = writeFile("/dev/full", "x");
        QVERIFY(!full);
        QCOMPARE(full.error().where, std::string("/dev/full"));
        QCOMPARE(full.error().message, std::string("cannot be written: No space left on device; "
                                                   "free some space or choose another place"));
        QVERIFY(std::filesystem::is_character_file("/dev/full"));

        const Status absent = writeFile(path("no/such/a.txt"), "x");
        QVERIFY(!absent);
        QVERIFY2(
            absent.error().message.ends_with("make the folder first or choose one that exists"),
            absent.error().message.c_str());
        const Status folder = writeFile(m_folder->path().toStdString(), "x");
        QVERIFY(!folder);
        QVERIFY2(folder.error().message.ends_with("this is a folder; name a file in it"),
                 folder.error().message.c_str());
        QCOMPARE(names(), QStringList());
    }

    void writeProtectedIsLeftAlone()
    {
        if (geteuid() == 0) {
            QSKIP("permissions do not bind root");
        }
        QVERIFY(writeFile(path("a.txt"), "before"));
        QCOMPARE(::chmod(path("a.txt").c_str(), 0444), 0);
        QVERIFY(!writeFile(path("a.txt"), "after"));
        QCOMPARE(content("a.txt"), std::string("before"));
        QCOMPARE(::chmod(m_folder->path().toLocal8Bit().constData(), 0555), 0);
        const Status written = writeFile(path("b.txt"), "x");
        QCOMPARE(::chmod(m_folder->path().toLocal8Bit().constData(), 0755), 0);
        QVERIFY(!written);
        QVERIFY2(written.error().message.ends_with("choose a folder that you may write to"),
                 written.error().message.c_str());
    }

    void followsLinksAndKeepsPermissions()
    {
        QVERIFY(writeFile(path("real.txt"), "before"));
        QCOMPARE(::chmod(path("real.txt").c_str(), 0640), 0);
        std::filesystem::create_symlink("real.txt", path("link.txt"));
        QVERIFY(writeFile(path("link.txt"), "after"));
        QVERIFY(std::filesystem::is_symlink(path("link.txt")));
        QCOMPARE(content("real.txt"), std::string("after"));
        struct stat state{};
        QCOMPARE(::stat(path("real.txt").c_str(), &state), 0);
        QCOMPARE(state.st_mode & 07777U, 0640U);
    }

    void pipesAreWrittenTo()
    {
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        const int reader = ::open(path("pipe").c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        const Status written = writeFile(path("pipe"), "hello");
        std::string read(16, ' ');
        const ssize_t count = ::read(reader, read.data(), read.size());
        ::close(reader);
        QVERIFY(written);
        QCOMPARE(count, ssize_t{5});
        QCOMPARE(read.substr(0, 5), std::string("hello"));
        QVERIFY(std::filesystem::is_fifo(path("pipe")));
    }

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }

    [[nodiscard]] std::string content(const char* name) const
    {
        std::ifstream stream(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
