// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/dataset.h"
#include "written_folder.h"

#include <memory>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestDataset : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_root = std::make_unique<WrittenFolder>(); }
    void indexes_data();
    void indexes();
    void refuses_data();
    void refuses();
    void limitTakesTheFirst();
    void trailingSeparatorFindsTheLabelsBeside();
    void unlabelledPicturesAreCounted();
    void labelsAreCheckedAgainstTheModel();
    void indexesTheSample();
    void indexesTheSharedPhotos();

private:
    std::filesystem::path write(const QByteArray& files);

    std::unique_ptr<WrittenFolder> m_root;
};

namespace {

/// "a.jpg=0 b.jpg=1 | cat dog": samples with labels, then class names.
QString describe(const DatasetIndex& index)
{
    QStringList words;
    for (const Sample& sample : index.samples) {
        const QString label = sample.label ? QString::number(*sample.label) : QStringLiteral("?");
        words << QString::fromStdString(sample.displayName) + QStringLiteral("=") + label;
    }
    words << QStringLiteral("|");
    for (const std::string& name : index.classNames) {
        words << QString::fromStdString(name);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

/// Writes the words and returns the folder "set".
std::filesystem::path TestDataset::write(const QByteArray& files)
{
    QDir().mkpath(m_root->path(QStringLiteral("set")));
    m_root->writeAll(files);
    return m_root->file(QStringLiteral("set"));
}

void TestDataset::indexes_data()
{
    const TextRows row("files");
    row("flat without labels", "set/b.png set/a.jpg set/x.txt", "a.jpg=? b.png=? |");
    row("labels beside, csv", "set/a.jpg set.csv:a.jpg,4", "a.jpg=4 |");
    row("csv before txt", "set/a.jpg set.txt:a.jpg,4 set.csv:a.jpg,5", "a.jpg=5 |");
    row("labels inside", "set/a.jpg set/labels.csv:a.jpg,4", "a.jpg=4 |");
    row("classes beside", "set/a.jpg set.csv:a.jpg,dog classes.txt:cat;dog", "a.jpg=1 | cat dog");
    row("classes inside win", "set/a.jpg set.csv:a.jpg,1 set/classes.txt:x;y classes.txt:z",
        "a.jpg=1 | x y");
    row("folders in sorted order", "set/dog/1.jpg set/cat/2.jpg set/cat/3.JPEG",
        "cat/2.jpg=0 cat/3.JPEG=0 dog/1.jpg=1 | cat dog");
    row("folders named by an index", "set/10/1.jpg set/2/2.jpg", "10/1.jpg=10 2/2.jpg=2 |");
    row("folders named by a class", "set/cat/1.jpg set/ape/2.jpg classes.txt:dog;cat;ape",
        "ape/2.jpg=2 cat/1.jpg=1 | dog cat ape");
    row("folders of other names, one a class", "set/n02/1.jpg set/n01/2.jpg classes.txt:dog;cat",
        "n01/2.jpg=0 n02/1.jpg=1 | dog cat");
    row("a class without pictures", "set/a/x.txt set/b/1.jpg", "b/1.jpg=1 | a b");
    row("deeper folders", "set/a/x/1.jpg set/b/1.jpg", "a/x/1.jpg=0 b/1.jpg=1 | a b");
    row("folders before labels beside", "set/a/1.jpg set/b/2.jpg set.csv:wrong",
        "a/1.jpg=0 b/2.jpg=1 | a b");
    row("mixed with labels", "set/1.jpg set/b/2.jpg set.csv:b/2.jpg,3;1.jpg,0",
        "1.jpg=0 b/2.jpg=3 |");
}

void TestDataset::indexes()
{
    QFETCH(QByteArray, files);
    QFETCH(QString, expected);
    const auto index = indexDataset({write(files), {}, {}, 0});
    QVERIFY2(index, index ? "" : toString(index.error()).c_str());
    QCOMPARE(describe(*index), expected);
    QCOMPARE(index->hasLabels, !expected.contains(QLatin1Char('?')));
    for (const Sample& sample : index->samples) {
        QVERIFY(std::filesystem::exists(sample.file));
    }
}

void TestDataset::refuses_data()
{
    const TextRows row("files");
    row("empty folder", "", ".webp");
    row("mixed without labels", "set/1.jpg set/b/2.jpg",
        "both in the folder and in its sub-folders");
    row("index beyond the classes", "set/0/1.jpg set/7/2.jpg classes.txt:a;b", "from 0 to 1");
    row("negative index", "set/-1/1.jpg", "out of range");
    row("unknown class", "set/cat/1.jpg set/horse/2.jpg classes.txt:dog;cat", "'horse'");
    row("another number of classes", "set/x/1.jpg set/y/2.jpg classes.txt:a;b;c", "3 class names");
    row("labels row", "set/1.jpg set.csv:2.jpg,0", "2.jpg");
    row("blank class name", "set/1.jpg classes.txt:a;;b", "blank");
}

void TestDataset::refuses()
{
    QFETCH(QByteArray, files);
    QFETCH(QString, expected);
    const auto index = indexDataset({write(files), {}, {}, 0});
    verifyRefused(index, expected);
    QVERIFY(!index && QString::fromStdString(index.error().where).startsWith(m_root->path()));
}

void TestDataset::limitTakesTheFirst()
{
    const auto folder = write("set/c.jpg set/a.jpg set/b.jpg");
    QCOMPARE(describe(*indexDataset({folder, {}, {}, 2})), QStringLiteral("a.jpg=? b.jpg=? |"));
    QCOMPARE(indexDataset({folder, {}, {}, 9})->samples.size(), std::size_t{3});
    const auto negative = indexDataset({folder, {}, {}, -1});
    QVERIFY(!negative);
    QCOMPARE(negative.error().code, ErrorCode::InvalidArgument);
    const auto nowhere = indexDataset({folder / "nowhere", {}, {}, 0});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::FileNotFound);
    const auto noClasses = indexDataset({folder, {}, folder / "no.txt", 0});
    QVERIFY(!noClasses);
    QCOMPARE(noClasses.error().code, ErrorCode::FileNotFound);
}

void TestDataset::trailingSeparatorFindsTheLabelsBeside()
{
    const auto folder = write("set/a.jpg set.csv:a.jpg,4");
    const auto index = indexDataset({folder / "", {}, {}, 0});
    QVERIFY(index);
    QCOMPARE(describe(*index), QStringLiteral("a.jpg=4 |"));
    QCOMPARE(index->labelsFile.filename().string(), std::string("set.csv"));
}

void TestDataset::unlabelledPicturesAreCounted()
{
    const auto folder = write("set/a.jpg set/b.jpg set/c.jpg l.csv:b.jpg,1");
    const auto index = indexDataset({folder, folder.parent_path() / "l.csv", {}, 0});
    QVERIFY(index);
    QCOMPARE(describe(*index), QStringLiteral("b.jpg=1 |"));
    QCOMPARE(index->ignoredCount, std::int64_t{2});
}

void TestDataset::labelsAreCheckedAgainstTheModel()
{
    const auto folder = write("set/a.jpg set/b.jpg set.csv:a.jpg,1;b.jpg,9");
    const auto index = indexDataset({folder, {}, {}, 0});
    QVERIFY(checkLabels(*index, 10));
    const Status checked = checkLabels(*index, 9);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidData);
    QVERIFY(checked.error().message.find("'b.jpg' has label 9") != std::string::npos);
}

void TestDataset::indexesTheSample()
{
    const std::filesystem::path sample = std::filesystem::path(QUANTOSCOPE_SAMPLES) / "road-signs";
    const auto val = indexDataset({sample / "val", {}, {}, 0});
    QVERIFY2(val, val ? "" : toString(val.error()).c_str());
    QVERIFY(val->hasLabels);
    QVERIFY(!val->classNames.empty());
    for (const Sample& each : val->samples) { // folders carry class names
        QCOMPARE(val->classNames.at(*each.label),
                 each.displayName.substr(0, each.displayName.find('/')));
    }
    const auto calib = indexDataset({sample / "calib", {}, {}, 0});
    QVERIFY2(calib, calib ? "" : toString(calib.error()).c_str());
    QVERIFY(calib->hasLabels);
    QCOMPARE(calib->ignoredCount, std::int64_t{0});
}

void TestDataset::indexesTheSharedPhotos()
{
    const std::filesystem::path folder =
        std::filesystem::path(QUANTOSCOPE_SHARED_DATA) / "imagenet-dev" / "val";
    if (!std::filesystem::exists(folder)) {
        QSKIP("the photos of imagenet-dev are not on this machine");
    }
    const auto index = indexDataset({folder, {}, {}, 0});
    QVERIFY2(index, index ? "" : toString(index.error()).c_str());
    QCOMPARE(index->samples.size(), std::size_t{500});
    QCOMPARE(index->classNames.size(), std::size_t{1000});
    QCOMPARE(index->ignoredCount, std::int64_t{0});
    for (const Sample& sample : index->samples) { // names start with the class index
        QCOMPARE(*sample.label, std::stoi(sample.displayName));
    }
}

QTEST_APPLESS_MAIN(TestDataset)
#include "tst_dataset.moc"
