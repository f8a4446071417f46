// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace quantoscope::eval {

/// A temporary folder of small files for tests that read data sets.
class WrittenFolder
{
public:
    [[nodiscard]] QString path(const QString& name = {}) const { return m_root.filePath(name); }
    [[nodiscard]] std::filesystem::path file(const QString& name) const
    {
        return path(name).toStdString();
    }

    /// Writes a file, with the folders it needs, and returns where it is.
    std::filesystem::path write(const QString& name, const QByteArray& content) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile written(path(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size()) {
            qFatal("%s cannot be written", qPrintable(path(name)));
        }
        return file(name);
    }

    /// Writes "name" or "name:content" words (';' is a line end).
    void writeAll(const QByteArray& words) const
    {
        for (const QByteArray& word : words.simplified().split(' ')) {
            if (!word.isEmpty()) {
                const QByteArray name = word.split(':').front();
                write(QString::fromUtf8(name), word.mid(name.size() + 1).replace(';', '\n'));
            }
        }
    }

private:
    QTemporaryDir m_root;
};

/// Adds rows of a test's input and expected answer, both written as text.
class TextRows
{
public:
    explicit TextRows(const char* input)
    {
        QTest::addColumn<QByteArray>(input);
        QTest::addColumn<QString>("expected");
    }
    void operator()(const char* name, const char* input, const char* expected) const
    {
        QTest::newRow(name) << QByteArray(input) << QString::fromUtf8(expected);
    }
};

/// Checks that data was refused with a message that holds `expected`.
template <typename T>
void verifyRefused(const Result<T>& result, const QString& expected)
{
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidData);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY2(message.contains(expected), qPrintable(message));
}

} // namespace quantoscope::eval
