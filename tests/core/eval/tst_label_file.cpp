// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/class_names.h"
#include "core/eval/label_file.h"
#include "written_folder.h"

using namespace quantoscope;
using namespace quantoscope::eval;

using Names = std::vector<std::string>;

/// Folder of the tests: pics/{a.jpg, "b c.PNG", d.webp, sub/e.jpg, sub/a2.jpg, other/a2.jpg}.
class TestLabelFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void missingFile();
    void classNames_data();
    void classNames();

private:
    QString labelsOf(const std::vector<std::optional<int>>& labels) const;

    WrittenFolder m_root;
    ImageFolder m_pictures;
};

void TestLabelFile::initTestCase()
{
    for (const char* name : {"a.jpg", "b c.PNG", "d.webp", "sub/e.jpg", "sub/a2.jpg",
                             "other/a2.jpg", "notes.txt", ".hidden.jpg", ".git/f.jpg"}) {
        m_root.write(QStringLiteral("pics/") + QString::fromLatin1(name), "x");
    }
    m_pictures = listImageFolder(m_root.file(QStringLiteral("pics"))).value();
    Names names;
    for (const PictureFile& picture : m_pictures.pictures) {
        names.push_back(picture.displayName);
    }
    QVERIFY(
        (names == Names{"a.jpg", "b c.PNG", "d.webp", "other/a2.jpg", "sub/a2.jpg", "sub/e.jpg"}));
    QVERIFY((m_pictures.subFolders == Names{"other", "sub"}));
}

/// "0 - 2 - - 1": one word a picture.
QString TestLabelFile::labelsOf(const std::vector<std::optional<int>>& labels) const
{
    QStringList words;
    for (const std::optional<int>& label : labels) {
        words << (label ? QString::number(*label) : QStringLiteral("-"));
    }
    return words.join(QLatin1Char(' '));
}

void TestLabelFile::reads_data()
{
    const TextRows row("text");
    row("comma", "a.jpg,3\nd.webp,0\n", "3 - 0 - - -");
    row("header", "file,label\na.jpg,3\n", "3 - - - - -");
    row("header of other names", "x,y\na.jpg,3\n", "3 - - - - -");
    row("columns by their names", "id,Label,size,Filename\n9,3,100,a.jpg\n", "3 - - - - -");
    row("label before file", "label,file\n3,a.jpg\n", "3 - - - - -");
    row("semicolon", "a.jpg;3\n", "3 - - - - -");
    row("tab", "a.jpg\t3\nb c.PNG\t1\n", "3 1 - - - -");
    row("blank", "a.jpg 3\nd.webp   2\n", "3 - 2 - - -");
    row("blank inside the name", "b c.PNG 2\n", "- 2 - - - -");
    row("quoted", "\"a.jpg\",\"3\"\n", "3 - - - - -");
    row("quoted with blank", "\"b c.PNG\" 2\n", "- 2 - - - -");
    row("carriage returns", "file,label\r\na.jpg,3\r\nd.webp,1\r\n", "3 - 1 - - -");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a.jpg,3\n",
        "3 - - - - -");
    row("blank lines and comments", "\n# a comment\n\na.jpg,3\n\n  \n# end\n", "3 - - - - -");
    row("no line end", "a.jpg,3", "3 - - - - -");
    row("blanks around", "  a.jpg , 3  \n", "3 - - - - -");
    row("sub-folder", "sub/a2.jpg,3\nother/a2.jpg,2\n", "- - - 2 3 -");
    row("dots", "./sub/../a.jpg,3\n", "3 - - - - -");
    row("relative to the labels file", "pics/a.jpg,3\n", "3 - - - - -");
    row("base name in a sub-folder", "e.jpg,3\n", "- - - - - 3");
    row("base name of a foreign path", "/data/images/a.jpg,3\nC:\\set\\d.webp,2\n", "3 - 2 - - -");
    row("same row twice", "a.jpg,3\na.jpg,3\n", "3 - - - - -");
    row("class names", "a.jpg,cat\nd.webp,great white shark\n", "0 - 1 - - -");
    row("class names after a blank", "a.jpg cat\nd.webp great white shark\n", "0 - 1 - - -");
    row("quoted class name with comma", "a.jpg,\"crane, bird\"\n", "2 - - - - -");
    row("quote inside quotes", "a.jpg,\"the \"\"x\"\"\"\n", "3 - - - - -");
}

void TestLabelFile::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const Names names{"cat", "great white shark", "crane, bird", "the \"x\""};
    const auto file = m_root.write(QStringLiteral("labels.csv"), text);
    const auto labels = readLabels(file, m_pictures, names);
    QVERIFY2(labels, labels ? "" : toString(labels.error()).c_str());
    QCOMPARE(labelsOf(*labels), expected);
}

void TestLabelFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("row"); // 0: the whole file
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("hasNames");
    const auto row = [](const char* name, const char* text, int line, const char* expected,
                        bool hasNames = true) {
        QTest::newRow(name) << QByteArray(text) << line << QString::fromLatin1(expected)
                            << hasNames;
    };
    row("no such file", "a.jpg,1\nzz.jpg,1\n", 2, "no picture 'zz.jpg'");
    row("no such file in the first row", "zz.jpg,1\n", 1, "no picture 'zz.jpg'");
    row("ambiguous base name", "a2.jpg,1\n", 1, "several pictures");
    row("negative label", "a.jpg,-1\n", 1, "-1 is out of range");
    row("label beyond the names", "file,label\n\na.jpg,3\n", 3, "from 0 to 2");
    row("enormous label", "a.jpg,99999999999\n", 1, "'99999999999' is not a class");
    row("fraction", "a.jpg,1.5\n", 1, "'1.5' is not a class");
    row("unknown class name", "a.jpg,dog\n", 1, "'dog' is not a class");
    row("class name of two classes", "a.jpg,crane\n", 1, "both class 1 and class 2");
    row("name without names", "a.jpg,cat\n", 1, "file of class names", false);
    row("two labels", "a.jpg,1\nd.webp,1\na.jpg,2\n", 3, "label 1 in row 1");
    row("two labels by other paths", "a.jpg,1\npics/a.jpg,2\n", 2, "'a.jpg' has label 2");
    row("one column", "a.jpg\n", 1, "1 column;");
    row("three columns", "a.jpg,1,2\n", 1, "3 columns; expected 2");
    row("missing column", "a.jpg,1\nd.webp\n", 2, "1 column; expected 2");
    row("empty label", "a.jpg,\n", 1, "label '' is not a class");
    row("columns of unknown names", "x,y,z\na.jpg,1,2\n", 1, "one called 'file'");
    row("header only", "file,label\n", 0, "no rows");
    row("empty", "", 0, "no rows");
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE"
                                          "a\0,\0001\0",
                                          8)
                            << 0 << QStringLiteral("UTF-8") << true;
}

void TestLabelFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, row);
    QFETCH(QString, expected);
    QFETCH(bool, hasNames);
    const Names names = hasNames ? Names{"cat", "crane", "crane"} : Names{};
    const auto file = m_root.write(QStringLiteral("labels.csv"), text);
    const auto labels = readLabels(file, m_pictures, names);
    verifyRefused(labels, expected);
    const std::string place = row > 0 ? ":" + std::to_string(row) : "";
    QVERIFY(!labels && labels.error().where == file.string() + place);
}

void TestLabelFile::missingFile()
{
    const auto labels = readLabels("/nowhere/labels.csv", m_pictures, {});
    QVERIFY(!labels);
    QCOMPARE(labels.error().code, ErrorCode::FileNotFound);
}

void TestLabelFile::classNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count"); // 0: an error
    QTest::newRow("plain") << QByteArray("a\nb\nc\n") << 3;
    QTest::newRow("windows") << QByteArray("\xEF\xBB\xBF"
                                           "a\r\nb\r\nc\r\n\r\n")
                             << 3;
    QTest::newRow("blank between") << QByteArray("a\n\nc\n") << 0;
    QTest::newRow("empty") << QByteArray("\n\n") << 0;
}

void TestLabelFile::classNames()
{
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    const auto names = readClassNames(m_root.write(QStringLiteral("classes.txt"), text));
    QCOMPARE(names.has_value(), count > 0);
    if (names) {
        QVERIFY((*names == Names{"a", "b", "c"}));
    } else {
        QCOMPARE(names.error().code, ErrorCode::InvalidData);
    }
}

QTEST_APPLESS_MAIN(TestLabelFile)
#include "tst_label_file.moc"
