// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/session_keeper.h"

#include "core/session/calibration_choice.h"
#include "gui/app/path_text.h"
#include "gui/app/workbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCopyIntervalMs = 15000;

QString recoveryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) % u"/recovery"_s;
}

QString nameFileOf(const QString& copy)
{
    return copy % u".of"_s;
}

QString readName(const QString& copy)
{
    QFile file(nameFileOf(copy));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

SessionKeeper::SessionKeeper(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench)
{
    connect(&workbench.document().undoStack(), &QUndoStack::cleanChanged, this,
            &SessionKeeper::changed);
    connect(&workbench, &Workbench::modelOpened, this, [this] {
        m_data.reset();
        setFile({});
    });
    connect(&workbench, &Workbench::modelClosed, this, [this] { setFile({}); });
    connect(&workbench, &Workbench::sessionOpened, this, [this](const QString& file) {
        if (!m_recovering) {
            setFile(file);
            return;
        }
        const Recovered found = *std::exchange(m_recovering, std::nullopt);
        setFile(found.session);
        m_hasOtherImages = true; // or other settings: it has changes in any case
        writeCopy();
        discard(found);
        Q_EMIT changed();
    });
    connect(&workbench, &Workbench::dataOpened, this, [this] {
        const auto data = m_workbench.session().dataInfo();
        const auto former = std::exchange(m_data, data);
        // Another choice of calibration images stands on the undo stack.
        m_hasOtherImages |= former != nullptr && !m_file.isEmpty() &&
                            !session::isSameButForCalibration(*former, data->request);
        Q_EMIT changed();
    });
    m_timer.setInterval(kCopyIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &SessionKeeper::writeCopy);
    m_timer.start();
}

SessionKeeper::~SessionKeeper()
{
    removeCopy();
}

bool SessionKeeper::isModified() const
{
    return !m_file.isEmpty() && (!m_workbench.document().undoStack().isClean() || m_hasOtherImages);
}

void SessionKeeper::setFile(const QString& file)
{
    m_file = file;
    m_hasOtherImages = false;
    removeCopy();
    Q_EMIT changed();
}

void SessionKeeper::save(const QString& file)
{
    const int index = m_workbench.document().undoStack().index();
    m_workbench.saveSession(toPath(file), [this, file, index](const Status& written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        if (m_workbench.document().undoStack().index() == index) {
            m_workbench.document().undoStack().setClean();
        }
        m_workbench.memory().addRecentModel(toPath(file));
        setFile(file);
        Q_EMIT saved(file);
    });
}

QString SessionKeeper::copyFile() const
{
    return recoveryFolder() % u'/' % QString::number(QCoreApplication::applicationPid()) %
           QString::fromLatin1(session::kSessionSuffix);
}

void SessionKeeper::writeCopy()
{
    if (!m_workbench.memory().isPersistent() || !isModified()) {
        return;
    }
    const QString copy = copyFile();
    QDir().mkpath(recoveryFolder());
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(copy % u".lock"_s);
        m_lock->setStaleLockTime(0); // alive as long as its process is
        m_lock->tryLock();
    }
    QFile name(nameFileOf(copy));
    if (name.open(QIODevice::WriteOnly)) {
        name.write(m_file.toUtf8());
    }
    m_workbench.saveSession(toPath(copy), [this](const Status& written) {
        if (!written) {
            Q_EMIT failed(written.error());
        } else if (!isModified()) { // saved meanwhile
            removeCopy();
        }
    });
}

void SessionKeeper::removeCopy()
{
    if (m_workbench.memory().isPersistent()) {
        QFile::remove(copyFile());
        QFile::remove(nameFileOf(copyFile()));
        m_lock.reset();
    }
}

std::optional<SessionKeeper::Recovered> SessionKeeper::findRecovered()
{
    if (!m_workbench.memory().isPersistent()) {
        return std::nullopt;
    }
    const QDir folder(recoveryFolder());
    const QStringList copies = folder.entryList(
        {u"*"_s % QString::fromLatin1(session::kSessionSuffix)}, QDir::Files, QDir::Time);
    for (const QString& name : copies) {
        const QString copy = folder.filePath(name);
        QLockFile lock(copy % u".lock"_s);
        lock.setStaleLockTime(0);
        if (lock.tryLock()) { // nobody who is alive holds it
            return Recovered{copy, readName(copy)};
        }
    }
    return std::nullopt;
}

void SessionKeeper::recover(const Recovered& found)
{
    m_recovering = found;
    OpenRequest request;
    request.isRecovery = true;
    request.session = toPath(found.copy);
    m_workbench.openModel(request);
}

void SessionKeeper::discard(const Recovered& found)
{
    QFile::remove(found.copy);
    QFile::remove(nameFileOf(found.copy));
}

} // namespace quantoscope::gui
